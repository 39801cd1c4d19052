"""Borders that neighbours share, as arcs: cut where three meet, kept once, simplified once.

A ring is a list of whole-number points, its last equal to its first. Simplifying arcs instead of rings keeps
neighbours touching (the idea of TopoJSON); the simplification is Douglas and Peucker's (Cartographica 10, 1973).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

Point = tuple[int, int]
Line = tuple[Point, ...]


def find_junctions(rings: Iterable[list[Point]]) -> set[Point]:
    """The points that have more than two neighbours: here borders meet."""
    beside: defaultdict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for left, right in pairwise(ring):
            beside[left].add(right)
            beside[right].add(left)
    return {point for point, others in beside.items() if len(others) > 2}


def cut_ring(ring: list[Point], junctions: set[Point]) -> Iterator[Line]:
    """The arcs of a ring from junction to junction; a ring without one is a single arc from its least point."""
    points = ring[:-1]
    starts = [at for at, point in enumerate(points) if point in junctions]
    first = starts[0] if starts else points.index(min(points))
    turned = [*points[first:], *points[: first + 1]]
    arc: list[Point] = []
    for point in turned:
        arc.append(point)
        if len(arc) > 1 and point in junctions:
            yield tuple(arc)
            arc = [point]
    if len(arc) > 1:
        yield tuple(arc)


def turn_arc(arc: Line) -> Line:
    """The arc in the one direction that both its sides agree on."""
    return min(arc, arc[::-1])


def simplify_line(line: Line, least: float) -> Line:
    """The line without the points that lie closer than `least` to it; its ends stay."""
    kept = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = find_farthest(line, first, last)
        if far > least * least:
            kept.add(at)
            stack += [(first, at), (at, last)]
    return tuple(line[at] for at in sorted(kept))


def find_farthest(line: Line, first: int, last: int) -> tuple[float, int]:
    """The square of the distance, and the index, of the point farthest from the chord between two points of a line."""
    (ax, ay), (bx, by) = line[first], line[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    best, where = -1.0, first
    for at in range(first + 1, last):
        px, py = line[at][0] - ax, line[at][1] - ay
        along = min(1.0, max(0.0, (px * dx + py * dy) / length)) if length else 0.0
        far = (px - along * dx) ** 2 + (py - along * dy) ** 2
        if far > best:
            best, where = far, at
    return best, where


def chain_arcs(arcs: Iterable[Line]) -> Iterator[list[Point]]:
    """Rings from directed arcs, each arc once. Where arcs stay open, because of a gap in the source, they are left."""
    leaving: defaultdict[Point, list[Line]] = defaultdict(list)
    for arc in arcs:
        leaving[arc[0]].append(arc)
    for start in sorted(leaving):
        while leaving[start]:
            ring = list(leaving[start].pop())
            while ring[-1] != start and leaving.get(ring[-1]):
                ring.extend(leaving[ring[-1]].pop()[1:])
            if ring[-1] == start:
                yield ring


def measure_area(ring: list[Point]) -> float:
    """The signed area of a ring."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def find_middle(ring: list[Point]) -> Point:
    """The centre of gravity of a ring's area, reckoned from its first point (large coordinates lose digits)."""
    left, low = ring[0]
    moved = [(x - left, y - low) for x, y in ring]
    area = measure_area(moved)
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(moved))
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(moved))
    return left + round(x / (6 * area)), low + round(y / (6 * area))
