"""Where the points of a network stand: springs along the lines, all points pushing one another away.

Fruchterman and Reingold, "Graph drawing by force-directed placement" (1991), for each connected part from points on a
circle in their given order, so that the same network always looks the same. The parts then stand in rows, the largest
first. The cost grows as the square of the points: some tens of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import cos, hypot, pi, sin, sqrt

_ROUNDS = 160
_ROOM = (110.0, 28.0)  # left free at both sides of a part, and above and below it, for names
_APART = (95.0, 62.0)  # between points, as the root of their number in a part grows

Point = tuple[float, float]
Line = tuple[int, int]
Force = Callable[[float], float]  # from a distance, to how strongly two points push one another away


def lay_out(count: int, lines: Sequence[Line], width: float) -> tuple[list[Point], float]:
    """A place for each of so many points in a picture of a width, and the height that it takes.

    `lines` join two points by their numbers.
    """
    places: list[Point] = [(0.0, 0.0)] * count
    x = y = row = 0.0
    for part in find_parts(count, lines):
        wide, high = _measure_part(len(part), width)
        if x and x + wide > width:
            x, y, row = 0.0, y + row, 0.0
        number = {point: i for i, point in enumerate(part)}
        inside = [(number[one], number[two]) for one, two in lines if one in number]
        for point, (across, down) in zip(part, _spread(len(part), inside), strict=True):
            left, top = x + _ROOM[0], y + _ROOM[1]
            places[point] = (left + across * (wide - 2 * _ROOM[0]), top + down * (high - 2 * _ROOM[1]))
        x, row = x + wide, max(row, high)
    return places, y + row


def find_parts(count: int, lines: Sequence[Line]) -> list[list[int]]:
    """The connected parts of a network, those with most points first."""
    part_of = list(range(count))
    for one, two in lines:
        old, new = part_of[one], part_of[two]
        part_of = [new if part == old else part for part in part_of]
    parts: dict[int, list[int]] = {}
    for point, part in enumerate(part_of):
        parts.setdefault(part, []).append(point)
    return sorted(parts.values(), key=lambda points: (-len(points), points))


def _measure_part(count: int, width: float) -> tuple[float, float]:
    side = sqrt(count)
    wide = 2 * _ROOM[0] + _APART[0] * (side - 0.6) * 1.5
    return min(wide, width), 2 * _ROOM[1] + _APART[1] * (side - 0.8)


def _spread(count: int, lines: Sequence[Line]) -> list[Point]:
    """A place in the unit square for each point of a connected part."""
    at = [[cos(2 * pi * i / count), sin(2 * pi * i / count)] for i in range(count)]
    ideal = 1.6 / sqrt(count)

    def push(gap: float) -> float:
        return ideal * ideal / gap

    def pull(gap: float) -> float:
        return -gap * gap / ideal

    for turn in range(_ROUNDS):
        moves = [[0.0, 0.0] for _ in at]
        for pair in _list_pairs(count):
            _add_force(at, moves, pair, push)
        for pair in lines:
            _add_force(at, moves, pair, pull)
        _move(at, moves, 0.25 * (1 - turn / _ROUNDS) + 0.005)
    return _fit([(x, y) for x, y in at])


def _list_pairs(count: int) -> Iterator[Line]:
    return ((one, two) for one in range(count) for two in range(one))


def _add_force(at: list[list[float]], moves: list[list[float]], pair: Line, force: Force) -> None:
    one, two = pair
    x, y = at[one][0] - at[two][0], at[one][1] - at[two][1]
    gap = max(hypot(x, y), 0.01)
    strength = force(gap) / gap
    moves[one][0] += x * strength
    moves[one][1] += y * strength
    moves[two][0] -= x * strength
    moves[two][1] -= y * strength


def _move(at: list[list[float]], moves: list[list[float]], step: float) -> None:
    for point, (x, y) in zip(at, moves, strict=True):
        length = hypot(x, y) or 1.0
        point[0] += x / length * min(length, step)
        point[1] += y / length * min(length, step)


def _fit(at: Sequence[Point]) -> list[Point]:
    """The places moved and stretched to fill the unit square; in a line that lies flat, the middle of it."""
    if _span(y for _, y in at) > _span(x for x, _ in at):
        at = [(y, x) for x, y in at]  # names need the room at the sides
    left, top = min(x for x, _ in at), min(y for _, y in at)
    wide, high = _span(x for x, _ in at), _span(y for _, y in at)
    return [(_share(x - left, wide), _share(y - top, high)) for x, y in at]


def _span(values: Iterable[float]) -> float:
    kept = list(values)
    return max(kept) - min(kept)


def _share(value: float, whole: float) -> float:
    return value / whole if whole > 0.05 else 0.5
