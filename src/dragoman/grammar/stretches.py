"""Stretches of time with two ends ("since 2014", "from 3 to 5 May"), and what is counted from an event."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dragoman.grammar.counted import read_count, read_past, read_same, shift_units, unit_of
from dragoman.grammar.holidays import read_named
from dragoman.grammar.moments import Clock, Part, Reading
from dragoman.grammar.periods import first_day, grain, last_day, span, year_of
from dragoman.grammar.shapes import Form
from dragoman.grammar.singles import read_first
from dragoman.grammar.timewords import DAY, HOLIDAY, MONTH, NUMBER, UNIT, UNIT_DAYS, WEEKDAY, WHICH, YEAR


def read_years(part: Part, clock: Clock) -> Reading:
    """ "2009 and 2010", "1990-91"."""
    start, tail = part["a"] or "", part["b"] or ""
    end = start[: 4 - len(tail)] + tail
    return Reading(span(start, end) if start <= end else None, "itself")


def read_days(part: Part, clock: Clock) -> Reading:
    """ "5-6 April 2016", "March 17 to 18"."""
    start, end = (read_first(f"{part[day]} {part['m']} {part['y'] or ''}", clock) for day in "ab")
    told = start.value and end.value and start.value <= end.value
    return Reading(span(start.value or "", end.value or "") if told else None, start.against)


def read_range(part: Part, clock: Clock) -> Reading:
    """ "from 30 March to 2 April", "between January 2018 and April 2019"."""
    head = part["a"] or ""
    end, start = read_first(part["b"], clock), read_first(head, clock)
    if start.value and end.value and grain(end.value) != "range" and not re.search(r"\d{4}", head):
        if first_day(start.value) > last_day(end.value):
            start = read_first(f"{head} {year_of(end.value)}", clock)
    if start.value is None or end.value is None or first_day(start.value) > last_day(end.value):
        return Reading(None, end.against)
    return replace(end, value=span(start.value.partition("/")[0], end.value.rpartition("/")[2]), time="")


def read_since(part: Part, clock: Clock) -> Reading:
    """From what the words tell up to the publication, as fine as the start (years up to the month)."""
    told = read_first(part["t"], clock)
    start = told.value
    if start is None or clock.published is None or first_day(start) > last_day(clock.published):
        return told
    head = start.partition("/")[0]
    return replace(told, value=span(head, clock.published[: max(len(head), 7)]), unit="", time="")


def read_after(part: Part, clock: Clock) -> Reading:
    """Counted from an event: its words and the days to add; no event where the number is not told."""
    lasting = (part["how"] or "").lower() == "since"
    if lasting and (told := read_since({"t": part["event"]}, clock)).value and not told.bare:
        return told
    count = read_count(part["n"]) if part["unit"] else 0
    unit = unit_of(part["unit"] or "hour")
    known = count is not None and (unit in UNIT_DAYS or unit in ("hour", "minute"))
    days = (count or 0) * UNIT_DAYS.get(unit, 0)
    sign = -1 if (part["how"] or "").lower().startswith(("before", "prior")) else 1
    return Reading(None, "event", event=part["event"] if known else None, shift=sign * days, lasting=lasting)


def read_counted(part: Part, clock: Clock) -> Reading:
    """ "two days after Tuesday", "a week from today": so long after or before a date."""
    told = read_first(part["t"], clock)
    count = read_count(part["n"])
    if told.value is None or grain(told.value) == "range" or count is None:
        return Reading(None, told.against)
    sign = -1 if (part["how"] or "").lower().startswith(("before", "prior")) else 1
    return shift_units(told.value, unit_of(part["unit"]), sign * count, told.against)


def read_so_far(part: Part, clock: Clock) -> Reading:
    """ "so far this year": from the start of the year, month or week up to the publication."""
    told = read_first(part["t"], clock)
    published = clock.published
    if told.value is None or published is None or grain(told.value) not in ("year", "month"):
        return told
    start = first_day(told.value).isoformat()[: len(published)]
    return replace(told, value=span(start, published) if start <= published else None, unit="")


def read_in(part: Part, clock: Clock) -> Reading:
    """ "in two weeks": of what lies ahead the time so long after the publication, else the time up to it."""
    unit, count = unit_of(part["past_unit"]), read_count(part["past_n"])
    if not clock.ahead or count is None or clock.published is None:
        return read_past(part, clock)
    if (part["prep"] or "").lower() == "within":
        return read_past({**part, "past_w": "next"}, clock)
    return shift_units(clock.published, unit, count, "published")


_DAY_MONTH = rf"(?:{DAY}\s+{MONTH}(?:\s+{YEAR})?|{MONTH}\s+{DAY}\b(?:,?\s+{YEAR})?)"
_DATED = rf"(?:{_DAY_MONTH}|{MONTH}(?:\s+{YEAR})?|{YEAR}|{WEEKDAY})"
_EVENT = (
    rf"(?P<event>(?!(?:the\s+)?(?:{WHICH}|\d|{MONTH}|yesterday|today|tomorrow))(?:(?:the|a|an|his|her|their|its|that|this|these|those)\s+)?"
    r"[^,;.()]{3,60})"
)

STRETCHES: tuple[Form, ...] = (
    ("digit", rf"(?P<a>{YEAR})\s?(?:-|–|/|and|to)\s?(?P<b>{YEAR}|\d\d)(?![-\d])", read_years),
    (
        "digit month",
        rf"(?:(?:from|between)\s+)?(?P<a>{DAY})\s?(?:-|–|to|and)\s?(?P<b>{DAY})\s+(?:of\s+)?(?P<m>{MONTH})"
        rf"(?:,?\s+(?P<y>{YEAR}))?",
        read_days,
    ),
    (
        "digit month",
        rf"(?:(?:from|between)\s+)?(?P<m>{MONTH})\s+(?P<a>{DAY})\s?(?:-|–|to|and)\s?(?P<b>{DAY})(?:,?\s+(?P<y>{YEAR}))?",
        read_days,
    ),
    ("from", rf"(?:from|between)\s+(?P<a>{_DATED})\s+(?:to|and|until|till|through)\s+(?P<b>{_DATED})", read_range),
    (
        "since",
        r"(?:ever\s+)?since\s+(?:(?:the|its|his|her|their|it|he|she|they)\s+[^,;.()]{3,40}?\s+(?:in|on)\s+)?"
        rf"(?:early\s+|late\s+|mid-?)?(?P<t>(?:{WHICH}\s+)?(?:{_DATED}|yesterday|week|month|year))",
        read_since,
    ),
    (
        "which unit",
        r"(?:over|during|within)\s+the\s+(?P<past_w>past|last|next|coming)\s+(?P<past_unit>year|month|week|day|decade)",
        read_past,
    ),
    (
        "unit",
        rf"(?P<prep>in|within)\s+(?:less\s+than\s+|under\s+)?(?P<past_n>{NUMBER})\s+(?P<past_unit>{UNIT})",
        read_in,
    ),
    ("same", r"(?P<same>at\s+(?:about\s+)?the\s+same\s+time|shortly\s+(?:before|after)\s+that)", read_same),
    (
        "named",
        r"(?<![\d/])(?P<nine_eleven>9/11)(?!/)|(?:the\s+)?(?:world\s+war\s+(?P<war>ii?|one|two|1|2)"
        r"|(?P<nth_war>first|second)\s+world\s+war)",
        read_named,
    ),
    ("far", r"(?:so|thus)\s+far\s+(?P<t>this\s+(?:year|month))", read_so_far),
    (
        "count unit",
        rf"(?:(?P<n>{NUMBER})\s+|the\s+(?=day\s))(?P<unit>{UNIT})\s+(?P<how>after|following|before|prior\s+to|from)\s+"
        rf"(?P<t>(?:{WHICH}\s+)?{_DATED}|{HOLIDAY}|yesterday|today|tomorrow|now)(?!['’])",
        read_counted,
    ),
    (
        "count",
        rf"(?:(?:less\s+than|about|just|some)\s+)?(?:(?:(?P<n>{NUMBER})\s+|the\s+(?=day\s))(?P<unit>{UNIT})\s+)?(?P<how>after|following"
        rf"|since|before|prior\s+to|in\s+the\s+wake\s+of)\s+{_EVENT}",
        read_after,
    ),
)
