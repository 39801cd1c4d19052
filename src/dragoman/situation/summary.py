"""An incident in one row: what most of its reports tell, in their words. Nothing is added that no report says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec import Struct

from dragoman.export.names import all_named
from dragoman.export.sentence import sentence_of
from dragoman.incidents import Figure, Incident, Origin
from dragoman.merge.pages import read_days
from dragoman.records import Event, Place, Record, Span
from dragoman.terms import CountKind, Status
from dragoman.text import overlap
from dragoman.views import IncidentRow

V = TypeVar("V", bound=Hashable)

_NAMES = 4  # of actors or recipients in a row
# What is told as having happened outweighs what is announced or denied; both sides stay in the view and its conflicts.
_WEIGHT = (Status.ACTUAL, Status.UNCLEAR, Status.NEGATED, Status.FUTURE, Status.HYPOTHETICAL)


class Part(Struct, frozen=True):
    """An event of an incident with its report; `recalled` says why it is only recalled there."""

    event: Event
    record: Record
    recalled: str | None


class Counts(Struct, frozen=True):
    """How many conflicts and which origins an incident has, and its figures under a rule."""

    n_conflicts: int
    origins: tuple[Origin, ...]
    figures: tuple[Figure, ...]


def list_parts(incident: Incident, records: Mapping[str, Record]) -> list[Part]:
    """The events of an incident, those that are news first, by date of publication, then by report and place."""
    found = []
    for member in incident.members:
        record = records[member.report]
        event = next(each for each in record.events if each.id == member.event)
        found.append(Part(event, record, member.recalled))
    return sorted(found, key=lambda p: (p.recalled is not None, p.record.published or "9", p.record.id, p.event.id))


def summarise(incident: Incident, parts: Sequence[Part], counts: Counts) -> IncidentRow:
    """The row of an incident. Where some reports have it as news, only these speak for what it was."""
    news = [part for part in parts if part.recalled is None] or list(parts)
    days = _choose_days(news)
    place = _choose_place(news)
    published = sorted(part.record.published for part in parts if part.record.published)
    figures = {figure.kind: figure for figure in counts.figures}
    kind = _most(part.event.type for part in news)[0]
    return IncidentRow(
        id=incident.id,
        type=kind,
        modes=tuple(_most(mode for part in news for mode in part.event.modes)),
        date_from=days[0] if days else None,
        date_to=days[1] if days else None,
        actors=_choose_names(news, "actor"),
        recipients=_choose_names(news, "recipient"),
        place=place.name if place else _first_words(part.event.place for part in news),
        country=place.country if place else None,
        admin1=place.admin1 if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision if place else None,
        status=min((part.event.status for part in news), key=_WEIGHT.index),
        recalled=all(part.recalled for part in parts),
        **{kind.value: figures.get(kind) for kind in CountKind},
        n_reports=len({part.record.id for part in parts}),
        n_events=len(parts),
        n_origins=sum(not origin.recalled for origin in counts.origins),
        n_conflicts=counts.n_conflicts,
        first_published=published[0] if published else None,
        last_published=published[-1] if published else None,
        headline=_choose_headline([part for part in news if part.event.type is kind]),
    )


def _most(values: Iterable[V]) -> list[V]:
    """The values, those that come most often first; among equals the one that came first."""
    return [value for value, _ in Counter(values).most_common()]


def _choose_days(news: Sequence[Part]) -> tuple[str, str] | None:
    """The first and last day of the date that most reports give, an exact one before a wider one."""
    told = {(part.record.id, part.event.date) for part in news if read_days(part.event.date)}
    if not told:
        return None
    often = Counter(value for _, value in told)
    spans = {value: days for value in often if (days := read_days(value))}
    best = min(spans, key=lambda value: (spans[value].width > 1, -often[value], spans[value].width, value or ""))
    return date.fromordinal(spans[best].first).isoformat(), date.fromordinal(spans[best].last).isoformat()


def _choose_place(news: Sequence[Part]) -> Place | None:
    """The place that most reports give, the most exact one among equals."""
    found = [(part.record.id, place) for part in news for place in all_named(part.event.place, part.record.places)]
    often = Counter((place.name, place.country) for _, place in {(id, place) for id, place in found})
    ranked = sorted(
        (place for _, place in found),
        key=lambda p: (p.precision or 7, -often[p.name, p.country], p.name),
    )
    least = min((place.precision or 7 for place in ranked), default=7)
    near = [place for place in ranked if (place.precision or 7) <= least + 1]  # a town and a spot in it
    return max(near, key=lambda p: (often[p.name, p.country], -(p.precision or 7)), default=None)


def _choose_names(news: Sequence[Part], role: str) -> tuple[str, ...]:
    names: list[str] = []
    for part in news:
        spans: tuple[Span, ...] = getattr(part.event, role)
        known = [actor.name for actor in all_named(spans, part.record.actors)]
        names += known or [" ".join(span.text.split()) for span in spans]
    return tuple(_most(names)[:_NAMES])


def _first_words(spans: Iterable[tuple[Span, ...]]) -> str | None:
    return next((" ".join(each.text.split()) for row in spans for each in row), None)


def _choose_headline(news: Sequence[Part]) -> str:
    """The sentence that holds most of what an event of the incident's type has; the earliest report among equals."""
    told = [(part, sentence_of(part.record, trigger)) for part in news for trigger in part.event.triggers]
    _, best = max(told, key=lambda each: _measure_fullness(*each))
    return " ".join(best.text.split())


def _measure_fullness(part: Part, sentence: Span) -> int:
    """How many roles of an event a sentence has words for, figures twice."""
    event = part.event
    roles = (event.actor, event.recipient, event.place, event.time, event.weapon)
    figures = (Span(words.start, words.end, words.text) for words in event.count_words)
    return sum(any(overlap(sentence, span) for span in spans) for spans in roles) + 2 * any(
        overlap(sentence, span) for span in figures
    )
