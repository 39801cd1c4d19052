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

from dragoman.grammar.periods import first_day, grain, shift_days
from dragoman.grammar.readings import Clock
from dragoman.grammar.times import Moment, find_times
from dragoman.records import Event, Report, Span
from dragoman.terms import Status
from dragoman.text import overlap

_FINENESS = {"day": 0, "range": 1, "month": 2, "year": 3}
_WORD = re.compile(r"[a-z]{4,}")


class _Dated(Struct, frozen=True):
    value: str
    why: str


class _Wait(Struct, frozen=True):
    """A date that hangs on another event: its words, and the days to add."""

    words: str
    event: str
    shift: int


def date_events(report: Report, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `date` (ISO, or None where no words tell it) and `date_why` filled in; nothing else changes."""
    readings = [_read_own(report, event, events) for event in events]
    known = [r if isinstance(r, _Dated) else None for r in readings]
    for at, reading in enumerate(readings):
        if isinstance(reading, _Wait):
            known[at] = _read_after(reading, at, events, known)
    return tuple(
        replace(event, date=dated.value if dated else None, date_why=dated.why if dated else None)
        for event, dated in zip(events, known, strict=True)
    )


def _focus_of(report: Report, event: Event) -> str | None:
    """The day last told before the event's time words, within the three sentences before, or None."""
    if not event.time:
        return None
    at = event.time[0].start
    starts = [s.start for s in report.sentences if s.start <= at][-4:]
    before = find_times(report.text[starts[0] if starts else 0 : at], Clock(report.published))
    days = [m.value for m in before if m.value and grain(m.value) == "day"]
    return days[-1] if days else None


def _read_own(report: Report, event: Event, events: Sequence[Event]) -> _Dated | _Wait | None:
    focus = _focus_of(report, event)
    clock = Clock(report.published, focus, event.status in (Status.FUTURE, Status.HYPOTHETICAL))
    found = [(span, moment) for span in event.time for moment in find_times(span.text, clock)]
    dated = [(span, m, m.value) for span, m in found if m.value]
    if dated:
        span, moment, value = min(dated, key=lambda d: (*_remoteness(report, event, events, d[0]), _grain_rank(d[2])))
        return _Dated(value, _why(report, span, moment, focus))
    waits = [_Wait(span.text, m.event, m.shift) for span, m in found if m.event]
    return waits[0] if waits else None


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


def _why(report: Report, span: Span, moment: Moment, focus: str | None) -> str:
    words = f'the words "{" ".join(span.text.split())}"'
    if moment.against == "published":
        return f"{words} read against {report.published}, the date of publication"
    if moment.against == "focus":
        return f"{words} read against {focus}, the day told before"
    return words


def _read_after(wait: _Wait, at: int, events: Sequence[Event], known: Sequence[_Dated | None]) -> _Dated | None:
    """The date of the event that the words name, moved by the days they tell."""
    named = set(_WORD.findall(wait.event.lower()))
    best: tuple[int, int] | None = None
    for other, (event, dated) in enumerate(zip(events, known, strict=True)):
        if other == at or dated is None or grain(dated.value) != "day":
            continue
        shared = max((_share(named, trigger.text) for trigger in event.triggers), default=0)
        if shared and (best is None or (shared, -other) > best):
            best = (shared, -other)
    if best is None:
        return None
    dated = known[-best[1]]
    if dated is None:
        return None
    name = events[-best[1]].triggers[0].text
    return _Dated(
        shift_days(first_day(dated.value), wait.shift),
        f'the words "{wait.words}" read against {dated.value}, the date of "{name}" ({dated.why})',
    )


def _share(named: set[str], trigger: str) -> int:
    """How many words of the trigger the time words name, whatever their endings ("the raid" names "raided")."""
    return sum(any(_alike(word, name) for name in named) for word in _WORD.findall(trigger.lower()))


def _alike(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left) or left[:5] == right[:5]
