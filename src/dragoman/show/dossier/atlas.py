"""The world behind the dossier's map: outlines of countries (data/world.json), cut to where the incidents are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from math import cos, radians, sqrt

import msgspec
from msgspec import Struct

from dragoman.assets import MEND
from dragoman.config import DATA
from dragoman.errors import AssetError

Point = tuple[float, float]

WIDTH = 960
_TALL, _FLAT = 540, 400  # bounds of the height of the picture
_LEAST = 13.0  # degrees of latitude that the map shows at least
_MARGIN = 0.14  # of the span of the incidents, left free on each side


class Country(Struct, frozen=True):
    """A country: its name, the point for it, and its outlines in degrees."""

    name: str
    at: Point
    rings: tuple[tuple[Point, ...], ...]


class _Kept(Struct, frozen=True):
    """A country as data/world.json has it: hundredths of a degree, each ring as a point and steps from it."""

    name: str
    at: tuple[int, int]
    rings: tuple[tuple[int, ...], ...]


class _World(Struct, frozen=True):
    countries: tuple[_Kept, ...]


class Frame(Struct, frozen=True):
    """What part of the world is shown, in degrees, and how it becomes a picture `WIDTH` wide and `height` high."""

    west: float
    north: float
    scale: float
    shrink: float
    height: float

    def place(self, lon: float, lat: float) -> Point:
        """Where a point of the world is in the picture."""
        return (lon - self.west) * self.shrink * self.scale, (self.north - lat) * self.scale


@cache
def open_world() -> tuple[Country, ...]:
    """The countries. AssetError where their file is missing or damaged."""
    path = DATA / "world.json"
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_World).countries
    except (OSError, msgspec.DecodeError) as error:
        raise AssetError(f"{path} cannot be read: {error}. {MEND}.") from error
    return tuple(Country(c.name, (c.at[0] / 100, c.at[1] / 100), tuple(map(_read_ring, c.rings))) for c in kept)


def _read_ring(steps: Sequence[int]) -> tuple[Point, ...]:
    xs, ys = accumulate(steps[0::2]), accumulate(steps[1::2])
    return tuple((x / 100, y / 100) for x, y in zip(xs, ys, strict=True))


def choose_frame(points: Sequence[Point]) -> Frame:
    """A frame (longitude, latitude) that holds all points with some room, no narrower than a mid-sized country."""
    lons, lats = [x for x, _ in points], [y for _, y in points]
    middle = (min(lats) + max(lats)) / 2
    shrink = max(cos(radians(middle)), 0.3)
    wide = max((max(lons) - min(lons)) * (1 + 2 * _MARGIN) * shrink, _LEAST * 1.5)
    high = max((max(lats) - min(lats)) * (1 + 2 * _MARGIN), _LEAST)
    scale = min(WIDTH / wide, _TALL / high)
    height = min(max(high * scale, _FLAT), _TALL)
    north = min(middle + height / scale / 2, 89.0)
    west = (min(lons) + max(lons)) / 2 - WIDTH / scale / shrink / 2
    return Frame(west=west, north=north, scale=scale, shrink=shrink, height=height)


def draw_outlines(country: Country, frame: Frame) -> str:
    """The path of a country's outlines inside the frame; "" where it lies outside."""
    paths: list[str] = []
    for ring in country.rings:
        cut = cut_ring([frame.place(*point) for point in ring], WIDTH, frame.height)
        if len(cut) > 2:
            paths.append("M" + "L".join(f"{x:.0f} {y:.0f}" if frame.scale < 40 else f"{x:.1f} {y:.1f}" for x, y in cut))
    return "Z".join(paths) + "Z" if paths else ""


def cut_ring(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """The part of a ring inside the picture and a little round it, side by side (Sutherland and Hodgman, 1974)."""
    room = 4.0
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, -room, float.__ge__),
        (0, width + room, float.__le__),
        (1, -room, float.__ge__),
        (1, height + room, float.__le__),
    )
    points = list(ring)
    for axis, bound, is_inside in sides:
        kept: list[Point] = []
        for before, after in pairwise([points[-1], *points] if points else []):
            inside = is_inside(float(after[axis]), bound)
            if inside != is_inside(float(before[axis]), bound):
                kept.append(_cross(before, after, axis, bound))
            if inside:
                kept.append(after)
        points = kept
    return points


def _cross(before: Point, after: Point, axis: int, bound: float) -> Point:
    share = (bound - before[axis]) / (after[axis] - before[axis])
    other = 1 - axis
    along = before[other] + share * (after[other] - before[other])
    return (bound, along) if axis == 0 else (along, bound)


def size_of(number: int) -> float:
    """How large the sign of so many incidents is: its area grows as their number."""
    return min(10 + 5 * sqrt(number - 1), 40.0)
