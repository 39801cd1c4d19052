"""Why words are this place, or none: the reading of the resolver beside all places of the name."""

from __future__ import annotations

from msgspec import Struct

from dragoman.ids import content_id
from dragoman.records import Event, Place, Report, Span
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.places import name_places
from dragoman.resolve.places_index import Kind, PlaceIndex
from dragoman.resolve.places_rank import Candidate
from dragoman.resolve.places_reasons import describe
from dragoman.resolve.places_report import weigh_report
from dragoman.terms import EventType, Status


class PlaceCandidate(Struct, frozen=True, kw_only=True):
    """A place of the name, with its score and its chance among those of the name (both before the words about it are
    looked at); `signs` is what the score was made of."""

    name: str
    score: float
    chance: float
    chosen: bool
    id: str | None
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    population: int
    what: str
    signs: dict[str, float]


class ExplainedPlace(Struct, frozen=True, kw_only=True):
    """What the resolver makes of words as the place of an event: the place (without a point where unresolved), why,
    and the candidates, likeliest first."""

    query: str
    place: Place | None
    why: str
    candidates: tuple[PlaceCandidate, ...]


def explain_place(words: Span, report: Report, lists: Gazetteer, index: PlaceIndex, most: int = 10) -> ExplainedPlace:
    """The reading of some words of a report, with at most so many candidates."""
    event = Event(
        id=content_id("E", "query"), type=EventType.ASSAULT, modes=(), triggers=(words,), actor=(), recipient=(),
        place=(words,), time=(), weapon=(), date=None, status=Status.ACTUAL, responsibility=None, said_by=(),
    )  # fmt: skip
    place = next(iter(name_places(report, (event,), lists, index)), None)
    name = weigh_report(report, (words,), index, lists)[words]
    ranked = sorted(name.candidates, key=lambda each: -each.score)[:most]
    why = (place.why if place else None) or "no point: the words hold no name"
    return ExplainedPlace(
        query=words.text,
        place=place,
        why=why,
        candidates=tuple(_to_candidate(each, place, lists, index) for each in ranked),
    )


def _to_candidate(each: Candidate, place: Place | None, lists: Gazetteer, index: PlaceIndex) -> PlaceCandidate:
    row = each.row
    division = index.read_row(row.division) if row.division is not None else row if row.kind is Kind.DIVISION else None
    chosen = place is not None and (place.lat, place.lon, place.id) == (row.lat, row.lon, index.describe_id(row))
    return PlaceCandidate(
        name=row.name,
        score=round(each.score, 2),
        chance=round(each.chance, 3),
        chosen=chosen,
        id=index.describe_id(row),
        lat=row.lat,
        lon=row.lon,
        country=row.country,
        admin1=row.admin1 or (division.name if division else None),
        population=row.population,
        what=describe(row, index, lists).removeprefix(f"{row.name}, "),
        signs={sign: round(float(value), 2) for sign, value in each.features.items() if value},
    )
