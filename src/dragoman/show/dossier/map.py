"""The map of the dossier: a sign for the incidents of each place and quad, over the outlines of countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from dragoman.export.quads import QUAD_OF, Quad
from dragoman.show.dossier.atlas import WIDTH, Frame, choose_frame, draw_outlines, open_world, size_of
from dragoman.show.dossier.markup import Html, join, tag
from dragoman.show.dossier.placing import Labels
from dragoman.show.dossier.signs import draw_sign, key_of_signs
from dragoman.show.figures import number_of
from dragoman.views import IncidentRow

_COARSE = 4  # from this precision (UCDP) on, the point stands for a division, a country or a sea
_ROUND = 2  # decimals of a degree within which points are one place: about a kilometre


class _Spot(Struct):
    """A place on the map with its incidents."""

    lon: float
    lat: float
    rows: list[IncidentRow]

    @property
    def name(self) -> str:
        """What most of its incidents call it."""
        names = [row.place or row.country or "" for row in self.rows]
        return max(names, key=names.count)


def draw_map(rows: Sequence[IncidentRow]) -> Html:
    """The picture with its key, or a sentence where no incident has a point."""
    spots = _find_spots(rows)
    if not spots:
        return tag("p", "No incident has a place whose point is known.", class_="nothing")
    frame = choose_frame([(spot.lon, spot.lat) for spot in spots])
    without = len(rows) - sum(len(spot.rows) for spot in spots)
    note = (
        "The larger the sign, the more incidents. A dotted ring: the point stands for a whole region or country. "
        "Outlines: Natural Earth, 1:110 million; they are no statement on borders."
        + (f" {number_of(without, 'incident')} without a known place left out." if without else "")
    )
    label = f"Map of {number_of(len(spots), 'place')} with incidents"
    box = f"0 0 {WIDTH} {frame.height:.0f}"
    picture = tag("svg", _draw(spots, frame), viewBox=box, role="img", aria_label=label, class_="map")
    return join(tag("div", picture, class_="scroll"), key_of_signs(), tag("p", note, class_="note"))


def _find_spots(rows: Sequence[IncidentRow]) -> list[_Spot]:
    """The places with most incidents first, then from west to east."""
    found: dict[tuple[float, float], _Spot] = {}
    for row in rows:
        if row.lat is not None and row.lon is not None:
            key = round(row.lon, _ROUND), round(row.lat, _ROUND)
            found.setdefault(key, _Spot(row.lon, row.lat, [])).rows.append(row)
    return sorted(found.values(), key=lambda spot: (-len(spot.rows), spot.lon, spot.lat))


def _draw(spots: Sequence[_Spot], frame: Frame) -> Html:
    countries = [country for country in open_world() if draw_outlines(country, frame)]
    land = [tag("path", d=draw_outlines(country, frame), class_="land") for country in countries]
    labels = Labels(WIDTH, frame.height)
    for spot in spots:
        labels.keep_free(*frame.place(spot.lon, spot.lat), _width_of(spot))
    signs = [_draw_spot(spot, frame.place(spot.lon, spot.lat)) for spot in spots]
    names = [
        labels.write_beside(_shorten(spot.name), frame.place(spot.lon, spot.lat), _width_of(spot), under=False)
        for spot in spots
    ]
    lands = [labels.write_on(country.name, frame.place(*country.at), "country") for country in countries]
    return join(tag("g", land), tag("g", lands, aria_hidden="true"), reversed(signs), names)


def _shorten(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= 28 else words[:27] + "…"


def _by_quad(spot: _Spot) -> dict[Quad, list[IncidentRow]]:
    found: dict[Quad, list[IncidentRow]] = defaultdict(list)
    for row in spot.rows:
        found[QUAD_OF[row.type]].append(row)
    return {quad: found[quad] for quad in Quad if quad in found}


def _width_of(spot: _Spot) -> float:
    return sum(size_of(len(rows)) for rows in _by_quad(spot).values())


def _draw_spot(spot: _Spot, at: tuple[float, float]) -> Html:
    """The signs of a place side by side around its point, each a link to its first incident."""
    (x, y), parts = at, list[Html]()
    wide = _width_of(spot)
    if all((row.precision or 0) >= _COARSE for row in spot.rows):
        parts.append(tag("circle", cx=x, cy=y, r=wide / 2 + 4, class_="coarse"))
    left = x - wide / 2
    for quad, rows in _by_quad(spot).items():
        size = size_of(len(rows))
        told = f"{spot.name}: {number_of(len(rows), 'incident')} ({quad})"
        sign = draw_sign(quad, left + size / 2, y, size)
        parts.append(tag("a", tag("title", told), sign, href=f"#{rows[0].id}", aria_label=told))
        left += size
    return tag("g", parts)
