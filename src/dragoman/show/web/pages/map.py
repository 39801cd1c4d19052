"""Incidents on a map: points for the script that draws it, and the places with most of them as a table."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from dragoman.export.situation_columns import INCIDENT_COLUMNS
from dragoman.show.web.answers import Answers
from dragoman.show.web.facets import Facet, list_facets
from dragoman.show.web.filters import FILTERS, list_asked, read_filter
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.words import short_words
from dragoman.terms import EventType
from dragoman.views import IncidentRow

_POINTS = 25_000  # some 4 MB of JSON
_PLACES = 60
_HEADLINE = 90  # characters


class Point(Struct, frozen=True, array_like=True):
    """An incident with a point, as a row without names: 10,000 of them go to the browser at once."""

    id: str
    lat: float
    lon: float
    precision: int | None
    type: EventType
    date: str | None
    killed_low: int | None
    n_reports: int
    place: str | None
    headline: str


class PlaceRow(Struct, frozen=True):
    """A place and how many incidents it has."""

    place: str
    country: str | None
    n: int


class MapData(Struct, frozen=True):
    """The newest incidents that have a point; `n_without` have none, `n_left` were too many to send."""

    asked: dict[str, str]
    facets: tuple[Facet, ...]
    n_without: int
    n_left: int
    places: tuple[PlaceRow, ...]
    points: tuple[Point, ...]


def read_page(answers: Answers, asked: Asked) -> Page[MapData]:
    """The incidents by where they happened."""
    rows = answers.rows(read_filter(asked.query))
    located = [row for row in rows if row.lat is not None and row.lon is not None]
    data = MapData(
        asked=list_asked(asked.query),
        facets=list_facets(answers, rows, "/map", asked.query),
        n_without=len(rows) - len(located),
        n_left=max(len(located) - _POINTS, 0),
        places=_count_places(located),
        points=tuple(_make_point(row) for row in located[:_POINTS]),
    )
    return Page("Map", data, make_sheet(INCIDENT_COLUMNS, located))


def _make_point(row: IncidentRow) -> Point:
    return Point(
        id=row.id,
        lat=row.lat or 0.0,
        lon=row.lon or 0.0,
        precision=row.precision,
        type=row.type,
        date=row.date_from,
        killed_low=row.killed.low if row.killed else None,
        n_reports=row.n_reports,
        place=short_words(row.place, _HEADLINE) if row.place else None,
        headline=short_words(row.headline, _HEADLINE),
    )


def _count_places(rows: list[IncidentRow]) -> tuple[PlaceRow, ...]:
    counts = Counter((row.place, row.country) for row in rows if row.place)
    return tuple(PlaceRow(place, country, n) for (place, country), n in counts.most_common(_PLACES))


DOORS = (Door("/map", "map.html", read_page, FILTERS),)
