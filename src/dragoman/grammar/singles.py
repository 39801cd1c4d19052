"""Single expressions of time: where they stand in a text and what they mean, each read by its form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import asdict, replace

from dragoman.grammar.moments import Clock, Moment, Part, Reading
from dragoman.grammar.periods import first_day, grain, last_day, span, week_of
from dragoman.grammar.shapes import COUNTED, DATES, TIMES, Form, Reader
from dragoman.grammar.timewords import DAY, HINTS, MONTH, SEASON, WEEKDAY, WHICH, YEAR

Found = tuple[re.Match[str], Reader]
_UNITS = ("year", "month", "week", "quarter", "weekend")
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!?]['\"”’)]*\s+(?=[A-Z'\"“‘(])|\n\s*\n")
_BETWEEN = re.compile(r",?\s+(?:(?:on|of|at|around|about)\s+)?", re.IGNORECASE)


def find_singles(text: str, clock: Clock) -> tuple[Moment, ...]:
    """Every single expression of time in the text, in order, none within another, all read against one clock."""
    return join_times(text, [read_form(match, read, clock) for match, read in pick_longest(match_singles(text))])


def read_first(words: str | None, clock: Clock) -> Reading:
    """What the first single expression of the words means; a reading without a value where there is none."""
    found = pick_longest(match_singles(" ".join((words or "").split())))
    return read_form(*found[0], clock) if found else Reading(None)


def match_singles(text: str) -> Iterator[Found]:
    """Every place where a form of a single expression fits, one within another as they come."""
    return match_forms(text, _SINGLES)


def match_forms(text: str, forms: tuple[Form, ...]) -> Iterator[Found]:
    """Every place in a sentence of the text where one of the forms fits."""
    for start, end in _split_text(text):
        low = text[start:end].lower()
        kinds = {kind for kind, words in HINTS.items() if any(word in low for word in words)}
        for needs, form, read in _compile(forms):
            if needs <= kinds:
                yield from ((match, read) for match in form.finditer(text, start, end))


def _split_text(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, roughly: no expression of time runs over their ends."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text)


@cache
def _compile(forms: tuple[Form, ...]) -> tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...]:
    """The forms as patterns that begin and end with a whole word, in any letter case."""
    return tuple(
        (frozenset(needs.split()), re.compile(rf"(?<![\w$€£-])(?:{form})(?!\w)", re.IGNORECASE), read)
        for needs, form, read in forms
    )


def pick_longest(found: Iterable[Found]) -> list[Found]:
    """The matches in text order, none within another: of two that start together the longer, then the earlier form."""
    chosen: list[Found] = []
    for match, read in sorted(found, key=lambda f: (f[0].start(), -f[0].end())):
        if match.end() > match.start() and (not chosen or match.start() >= chosen[-1][0].end()):
            chosen.append((match, read))
    return chosen


def read_form(match: re.Match[str], read: Reader, clock: Clock) -> Moment:
    """The moment that a form tells; no value where it falls outside the calendar ("9999 years ago")."""
    try:
        reading = read(match.groupdict(), clock)
        inside = reading.value is None or first_day(reading.value) <= last_day(reading.value)
    except (OverflowError, ValueError):  # what the date type raises beyond the years 1 to 9999
        reading, inside = Reading(None), True
    told = asdict(reading if inside else replace(reading, value=None))
    return Moment(**told | {"start": match.start(), "end": match.end()})


def join_times(text: str, moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """The moments with a time of day and the day beside it made one ("10 p.m. on Friday", "3 May at noon")."""
    joined: list[Moment] = []
    for moment in moments:
        last = joined[-1] if joined else None
        if last and _BETWEEN.fullmatch(text, last.end, moment.start) and _belong(last, moment):
            day, hour = (moment, last) if last.bare else (last, moment)
            joined[-1] = replace(day, time=hour.time, start=last.start, end=moment.end)
        else:
            joined.append(moment)
    return tuple(joined)


def _belong(left: Moment, right: Moment) -> bool:
    if left.bare == right.bare:
        return False
    day = right if left.bare else left
    return day.value is not None and grain(day.value) == "day" and not day.time


def _read_edge(part: Part, clock: Clock) -> Reading:
    """ "the end of 2017" is its last month, "the beginning of" its first; "early 2019" is the year."""
    words = part["t"] or ""
    told = read_first(f"this {words}" if words.lower() in _UNITS else words, clock)
    edge = (part["edge"] or "").lower().removeprefix("the ")
    if told.value and grain(told.value) == "year" and edge.startswith(("end", "close")):
        return replace(told, value=f"{told.value}-12", unit="year")
    if told.value and grain(told.value) == "year" and edge.startswith(("beginning", "start", "turn")):
        return replace(told, value=f"{told.value}-01", unit="year")
    return told


def _read_week(part: Part, clock: Clock) -> Reading:
    """ "the week of 6 March": the week from Monday to Sunday that holds the day."""
    told = read_first(part["t"], clock)
    if told.value is None or grain(told.value) != "day":
        return Reading(None, unit="week")
    monday, sunday = week_of(first_day(told.value))
    return replace(told, value=span(monday.isoformat(), sunday.isoformat()), unit="week")


_DATED = (
    rf"(?:{MONTH}(?:,?\s+(?:of\s+)?(?:{YEAR}|(?:last|this|next)\s+year))?|{YEAR}|{WEEKDAY}"
    rf"|{SEASON}(?:\s+(?:of\s+)?{YEAR})?)"
)
_EDGE = (
    rf"(?P<edge>(?:the\s+)?(?:(?:very\s+)?(?:end|close|beginning|start|turn|middle|rest|early\s+part|latter\s+part)\s+of)"
    rf"|early|earlier|later?|mid)[\s-]+(?:(?:in|on)\s+)?(?:the\s+)?(?P<t>{WHICH}\s+(?:year|month|week|weekend|quarter)"
    rf"|(?:{WHICH}\s+)?{_DATED}|year|month|week|quarter|weekend)"
)

_WEEK = rf"the\s+week\s+of\s+(?P<t>{MONTH}\s+{DAY}(?:,?\s+{YEAR})?|{DAY}\s+{MONTH}(?:\s+{YEAR})?)"
_SINGLES: tuple[Form, ...] = (*DATES, *COUNTED, *TIMES, ("", _EDGE, _read_edge), ("unit", _WEEK, _read_week))
