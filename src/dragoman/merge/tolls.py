"""The tolls that a report gives of an incident, also where they stand apart from the words that tell of it.

"The bomb went off at noon. [...] At least nine people were killed": the figure of an event is that of its own sentences
(`code.counts`); for comparing reports, a figure in another sentence counts as that of the nearest act of force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from dragoman.grammar.harms import HARM, PERIOD
from dragoman.grammar.patients import find_patient
from dragoman.grammar.persons import Persons, find_persons
from dragoman.records import Count, Event, Record, Span
from dragoman.terms import CountKind, EventType, Status
from dragoman.text import span_of

_FORCE = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE})
_CARE = re.compile(
    r"\b(?:treated|hospitali[sz]ed|(?:in|to) (?:the |local |several |\w+ )?(?:hospitals?|clinics?)"
    r"|on (?:its|their) wards|under treatment)\b",
    re.IGNORECASE,
)
_CLOSE = 30  # characters between persons and the words that have them in care
_AFTER = 0.5  # of the distance counts where the event stands before: a text goes on about what it has named
_REACH = 900  # characters beyond which a figure is nobody's
# A figure that is told as some of a larger one, or as added to it, is no toll of the incident.
_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|these|those|the dead|the victims)(?: \w+)?|of whom)\W*$", re.IGNORECASE
)
_PART_WITHIN = re.compile(
    r"^(?:another|(?:[\w-]+ )?(?:more(?! than)|further|others?|of them|of those|of these|of whom)\b)", re.IGNORECASE
)
_PART_AFTER = re.compile(
    r"^[\s,]*(?:\w+ )?(?:of them|of those|of these|of whom|among them|more(?! than)|others?)\b", re.IGNORECASE
)
_NEAR = 24  # characters before and behind a figure's words in which those of a part stand


class Toll(Struct, frozen=True):
    """A toll with the words that tell it."""

    count: Count
    words: Span


def find_toll(event: Event, record: Record, kind: CountKind) -> Toll | None:
    """The figure of an event: its own, else the largest told of it in other sentences; None where there is none.

    What is planned, feared or denied has no figure.
    """
    if event.status is not Status.ACTUAL:
        return None
    count: Count | None = getattr(event, kind.value)
    if count is not None:
        words = next((Span(w.start, w.end, w.text) for w in event.count_words if w.kind is kind), event.triggers[0])
        return Toll(count, words)
    found = [toll for toll in _read_tolls(record, kind) if find_owner(record, toll.words.start) is event]
    return max(found, key=lambda toll: (toll.count.low or toll.count.high or 0, -toll.words.start), default=None)


def is_part(toll: Toll, record: Record) -> bool:
    """Whether the words beside a toll tell it as some of a larger one, or as added to one ("two of them", "3 more")."""
    start, end = toll.words.start, toll.words.end
    before, behind = record.text[max(0, start - _NEAR) : start], record.text[end : end + _NEAR]
    found = (_PART_BEFORE.search(before), _PART_WITHIN.search(toll.words.text), _PART_AFTER.search(behind))
    return any(match is not None for match in found)


def find_owner(record: Record, at: int) -> Event | None:
    """The act of force that words at an offset belong to: the nearest, one before them rather than one behind."""
    events = [event for event in record.events if event.type in _FORCE]
    near = [(_measure_way(event, at), event.id, event) for event in events]
    way, _, owner = min(near, key=lambda row: row[:2], default=(_REACH, "", None))
    return owner if way < _REACH else None


def _measure_way(event: Event, at: int) -> float:
    return min((at - t.start) * _AFTER if t.start <= at else float(t.start - at) for t in event.triggers)


def _read_tolls(record: Record, kind: CountKind) -> Iterator[Toll]:
    for sentence in record.sentences:
        text = record.text[sentence.start : sentence.end]
        harm = list(HARM[kind].finditer(text))
        care = list(_CARE.finditer(text)) if kind is CountKind.INJURED else []
        if not (harm or care) or PERIOD.search(text) or _is_junk(record, sentence.start):
            continue
        persons = find_persons(text)
        befallen = [find_patient(text, persons, match) for match in harm] + [_find_cared(persons, m) for m in care]
        for one in befallen:
            if one is not None and one.told and (one.low or one.high):
                words = span_of(record.text, sentence.start + one.start, sentence.start + one.end)
                yield Toll(Count(one.low, one.high), words)


def _find_cared(persons: Sequence[Persons], match: re.Match[str]) -> Persons | None:
    """Those who are said to be under treatment: the persons named last before the words."""
    before = [one for one in persons if 0 <= match.start() - one.end <= _CLOSE]
    return before[-1] if before else None


def _is_junk(record: Record, at: int) -> bool:
    return any(junk.start <= at < junk.end for junk in record.junk)
