"""The middle of a set of points on the map, for scripts/build_places.py."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]


def find_middle(points: Sequence[Point]) -> Point:
    """The middle of the hull of points, which no crowd of towns in one corner shifts; of few points their mean."""
    corners = list_corners(sorted(set(points)))
    area = x = y = 0.0
    for (a, b), (c, d) in zip(corners, corners[1:] + corners[:1], strict=True):
        part = a * d - c * b
        area, x, y = area + part, x + (a + c) * part, y + (b + d) * part
    if abs(area) < 1e-6:
        return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
    return x / (3 * area), y / (3 * area)


def list_corners(points: Sequence[Point]) -> list[Point]:
    """The convex hull of sorted points (Andrew's monotone chain, 1979)."""
    hull: list[Point] = []
    for run in (points, list(reversed(points))):
        start = len(hull)
        for point in run:
            while len(hull) >= start + 2 and not turns_left(hull[-2], hull[-1], point):
                hull.pop()
            hull.append(point)
        hull.pop()
    return hull


def turns_left(a: Point, b: Point, c: Point) -> bool:
    """Whether the way from a over b to c turns left."""
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])
