"""The date of each event, from its own words of time, with the reason in words.

A date is given only where words force one: the event's time words read against the date of publication, against
the day that the text was speaking of ("the next day"), or against the event they name ("two days after the
raid"). An event without words of time has no date. Measured by `python -m bench.rules`; see docs/dates.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from dragoman.grammar.moments import Clock, Moment
from dragoman.grammar.periods import first_day, grain, last_day, span
from dragoman.grammar.times import find_times
from dragoman.records import Event, Report, Span
from dragoman.resolve.date_links import Dated, Wait, read_wait
from dragoman.terms import Status
from dragoman.text import overlap

_FINENESS = {"day": 0, "range": 1, "month": 2, "year": 3}
_REACH = 6  # sentences: that of the words and five before; docs/dates.md
_JOINS = re.compile(
    r"\s*(?:,|-|–|,?\s*(?:and|or|to|until|till|through)(?:\s+(?:into|until))?(?:\s+on)?)\s*", re.IGNORECASE
)
_UNTIL = re.compile(r"(?:lasted\s+)?(?:until|till|up\s+to|through)\b", re.IGNORECASE)


class _Told(Struct, frozen=True):
    """One reading of an event's words of time."""

    words: Span
    moment: Moment
    value: str


def date_events(report: Report, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `date` (ISO, or None where no words tell it) and `date_why` filled in; nothing else changes."""
    told = find_times(report.text, Clock(report.published)) if any(event.time for event in events) else ()
    readings = [_read_own(report, event, events, told) for event in events]
    known = [r if isinstance(r, Dated) else None for r in readings]
    for at, reading in enumerate(readings):
        if isinstance(reading, Wait):
            known[at] = read_wait(reading, at, events, known, report.published)
    return tuple(
        replace(event, date=dated.value if dated else None, date_why=dated.why if dated else None)
        for event, dated in zip(events, known, strict=True)
    )


def _clock_of(report: Report, event: Event, told: Sequence[Moment]) -> Clock:
    """What the event's words of time are read against: the dates last told before them, within five sentences."""
    ahead = event.status in (Status.FUTURE, Status.HYPOTHETICAL)
    if not event.time:
        return Clock(report.published, ahead=ahead)
    at = event.time[0].start
    starts = [s.start for s in report.sentences if s.start <= at][-_REACH:]
    reach = starts[0] if starts else 0
    values = [m.value for m in told if m.start >= reach and m.end <= at and m.value and not m.bare]
    days = [value for value in values if grain(value) == "day" and (ahead or _is_past(value, report.published))]
    return Clock(report.published, days[-1] if days else None, ahead, values[-1] if values else None)


def _is_past(value: str, published: str | None) -> bool:
    """Whether a day lies not behind the day of publication, as far as that is known."""
    return published is None or first_day(value) <= last_day(published)


def _read_own(report: Report, event: Event, events: Sequence[Event], dates: Sequence[Moment]) -> Dated | Wait | None:
    clock = _clock_of(report, event, dates)
    found = [(words, moment) for words in event.time for moment in find_times(words.text, clock)]
    told = [_Told(words, moment, moment.value) for words, moment in found if moment.value]
    if told:
        return _choose(report, event, events, _join_ends(told), clock)
    waits = [Wait(words.text, m.event, m.shift, m.lasting) for words, m in found if m.event]
    return waits[0] if waits else None


def _join_ends(told: Sequence[_Told]) -> list[_Told]:
    """The readings with the two ends of one stretch made one: "3 March and 4 March", "3 March" and "until 5 March"."""
    joined: list[_Told] = []
    for one in told:
        last = joined[-1] if joined else None
        if last and not one.moment.bare and not last.moment.bare and _are_ends(last, one):
            value = span(last.value.partition("/")[0], one.value.rpartition("/")[2])
            joined[-1] = _Told(last.words, replace(last.moment, end=one.moment.end), value)
        else:
            joined.append(one)
    return joined


def _are_ends(first: _Told, second: _Told) -> bool:
    grains = {len(first.value.partition("/")[0]), len(second.value.rpartition("/")[2])}
    if len(grains) > 1 or first_day(first.value) >= last_day(second.value):
        return False
    if first.words == second.words:
        return _JOINS.fullmatch(first.words.text, first.moment.end, second.moment.start) is not None
    return _UNTIL.match(second.words.text) is not None


def _choose(report: Report, event: Event, events: Sequence[Event], told: Sequence[_Told], clock: Clock) -> Dated:
    """The reading nearest to the event's triggers; a finer one that lies within it comes first."""
    nearest = min(
        told, key=lambda t: (t.moment.bare, *_remoteness(report, event, events, t.words), _grain_rank(t.value))
    )
    within = [t for t in told if not t.moment.bare and _lies_within(t.value, nearest.value)]
    best = min(within, key=lambda t: _grain_rank(t.value), default=nearest)
    return Dated(best.value, _why(report, best, clock))


def _lies_within(value: str, other: str) -> bool:
    """Whether a day, month or range lies within a longer time."""
    return (
        _grain_rank(value) <= _grain_rank(other)
        and first_day(other) <= first_day(value)
        and last_day(value) <= last_day(other)
    )


def _remoteness(report: Report, event: Event, events: Sequence[Event], words: Span) -> tuple[bool, int]:
    """How little the time words are the event's own: whether they stand nearer to another that has them too,
    and how many sentences lie between them and the event's triggers."""
    mine = _distance(event, words)
    lent = any(
        _distance(other, words) < mine
        for other in events
        if other is not event and any(overlap(time, words) for time in other.time)
    )
    starts = [sentence.start for sentence in report.sentences]
    here = bisect_right(starts, words.start)
    return lent, min(abs(bisect_right(starts, trigger.start) - here) for trigger in event.triggers)


def _distance(event: Event, words: Span) -> int:
    """Characters from the words to the nearest trigger of the event."""
    return min(min(abs(t.start - words.end), abs(words.start - t.end)) for t in event.triggers)


def _grain_rank(value: str) -> int:
    return _FINENESS[grain(value)]


def _why(report: Report, told: _Told, clock: Clock) -> str:
    words = f'the words "{" ".join(told.words.text.split())}"'
    if told.moment.against == "published":
        return f"{words} read against {report.published}, the date of publication"
    if told.moment.against == "focus":
        return f"{words} read against {clock.focus or clock.told}, the day told before"
    return words
