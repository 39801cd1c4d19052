"""Expressions of time in news, read against the day of publication and the day that the text speaks of.

How each form is read follows the codebook (section 5) and what the annotators of the gold train part did with
the same words; the choices and their figures are in docs/dates.md. Grain is kept: "last November" is a month,
"last week" a range of seven days, "since 2014" a range up to the publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from dragoman.grammar import readings
from dragoman.grammar.dates import MONTH_WORDS
from dragoman.grammar.periods import first_day, grain, last_day, span, year_of
from dragoman.grammar.readings import UNIT_DAYS, WEEKDAYS, Clock, Part, read_count

_Read = Callable[[Part, Clock], tuple[str | None, str]]


class Moment(Struct, frozen=True):
    """An expression of time at [start, end): its ISO value (None where it cannot be told), read `against` what.

    `against` is "itself", "published" or "focus". Where the words count from an event ("two days after the
    raid"), `event` holds the event's words and `shift` the days to add.
    """

    start: int
    end: int
    value: str | None
    against: str
    event: str | None = None
    shift: int = 0


def find_times(text: str, clock: Clock) -> tuple[Moment, ...]:
    """Every expression of time in the text, in order, none within another, read against the clock."""
    found = [
        (m.start(), -m.end(), order, m, read)
        for order, (form, read) in enumerate(_forms())
        for m in form.finditer(text)
    ]
    moments: list[Moment] = []
    for start, _, _, match, read in sorted(found, key=lambda f: f[:3]):
        if not moments or start >= moments[-1].end:
            moments.append(_read_after(match) if read is None else _read_form(match, read, clock))
    return tuple(moments)


def _read_form(match: re.Match[str], read: _Read, clock: Clock) -> Moment:
    """The moment that a form tells; no value where it falls outside the calendar ("9999 years ago")."""
    try:
        value, against = read(match.groupdict(), clock)
        inside = value is None or first_day(value) <= last_day(value)
    except (OverflowError, ValueError):  # what the date type raises beyond the years 1 to 9999
        return Moment(*match.span(), None, "published")
    return Moment(*match.span(), value if inside else None, against)


def _read_after(match: re.Match[str]) -> Moment:
    part = match.groupdict()
    low = read_count(part["n"]) if part["n"] else 0
    unit = (part["unit"] or "hour").rstrip("s").lower()
    known = low is not None and (unit in UNIT_DAYS or unit in ("hour", "minute"))
    days = (low or 0) * UNIT_DAYS.get(unit, 0)
    sign = -1 if (part["how"] or "").lower().startswith(("before", "prior")) else 1
    return Moment(*match.span(), None, "event", part["event"] if known else None, sign * days)


def _read_core(words: str, clock: Clock) -> tuple[str | None, str]:
    moments = find_times(" ".join(words.split()), clock)
    return (moments[0].value, moments[0].against) if moments else (None, "published")


def _read_years(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "2009 and 2010", "1990-91"."""
    start, tail = part["a"] or "", part["b"] or ""
    end = start[: 4 - len(tail)] + tail
    return (span(start, end) if start <= end else None), "itself"


def _read_days(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "5-6 April 2016", "March 17 to 18"."""
    (start, how), (end, _) = (_read_core(f"{part[day]} {part['m']} {part['y'] or ''}", clock) for day in "ab")
    return (span(start, end) if start and end and start <= end else None), how


def _read_range(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "from 30 March to 2 April", "between January 2018 and April 2019"."""
    head = part["a"] or ""
    end, how = _read_core(part["b"] or "", clock)
    start, _ = _read_core(head, clock)
    if start and end and grain(end) != "range" and not re.search(r"\d{4}", head) and first_day(start) > last_day(end):
        start, _ = _read_core(f"{head} {year_of(end)}", clock)
    if start is None or end is None or first_day(start) > last_day(end):
        return None, how
    return span(start.partition("/")[0], end.rpartition("/")[2]), how


def _read_since(part: Part, clock: Clock) -> tuple[str | None, str]:
    start, how = _read_core(part["t"] or "", clock)
    if start is None or clock.published is None or first_day(start) > last_day(clock.published):
        return start, how
    head = start.partition("/")[0]
    until = clock.published[: max(len(head), 7)]
    return span(head, until), how


def _read_edge(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "the end of 2017" is its last month, "the beginning of" its first, "early 2019" the year."""
    words = part["t"] or ""
    value, how = _read_core("this year" if words == "year" else words, clock)
    edge = (part["edge"] or "").lower().removeprefix("the ")
    if value and grain(value) == "year" and edge.startswith(("end", "close")):
        return f"{value}-12", how
    if value and grain(value) == "year" and edge.startswith(("beginning", "start", "turn")):
        return f"{value}-01", how
    return value, how


@cache
def _forms() -> tuple[tuple[re.Pattern[str], _Read | None], ...]:
    """The forms, each with its reader; of two that start together the longer is taken, then the earlier here."""
    return tuple((re.compile(rf"(?<![\w$€£-])(?:{form})(?!\w)", re.IGNORECASE), read) for form, read in _SHAPES)


_YEAR, _MONTH, _WEEKDAY = r"(?:1[5-9]|20)\d\d", rf"{MONTH_WORDS}(?![a-z])", "|".join(WEEKDAYS)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WHICH = r"(?:last|this|next|past|coming)"
_NUMBER = r"(?:an?\s+(?:few|couple\s+of|dozen)|[a-z]+(?:-[a-z]+)?|\d{1,3}|an?)"
_UNIT = r"(?:years?|months?|weeks?|days?|nights?|hours?|minutes?|decades?|fortnights?)"
_PART = r"(?:(?:early|late|later|earlier)\s+(?:on\s+)?)?"
_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|noon|midnight))?"
_DATED = (
    rf"(?:{_DAY}\s+{_MONTH}(?:\s+{_YEAR})?|{_MONTH}\s+{_DAY}\b(?:,?\s+{_YEAR})?|{_MONTH}(?:\s+{_YEAR})?"
    rf"|{_YEAR}|(?:{_WEEKDAY}))"
)
_OF_YEAR = r"(?P<v>(?:of\s+)?(?:last|this|next)\s+year)"
_SHAPES: tuple[tuple[str, _Read | None], ...] = (
    (rf"(?P<a>{_YEAR})\s?(?:-|–|/|and|to)\s?(?P<b>{_YEAR}|\d\d)(?![-\d])", _read_years),
    (
        (
            rf"(?:(?:from|between)\s+)?(?P<a>{_DAY})\s?(?:-|–|to"
            rf"|and)\s?(?P<b>{_DAY})\s+(?:of\s+)?(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?"
        ),
        _read_days,
    ),
    (
        (
            rf"(?:(?:from|between)\s+)?(?P<m>{_MONTH})\s+(?P<a>{_DAY})\s?(?:-|–|to"
            rf"|and)\s?(?P<b>{_DAY})(?:,?\s+(?P<y>{_YEAR}))?"
        ),
        _read_days,
    ),
    (rf"(?:from|between)\s+(?P<a>{_DATED})\s+(?:to|and|until|till|through)\s+(?P<b>{_DATED})", _read_range),
    (
        (
            rf"(?:ever\s+)?since\s+(?:(?:the|its|his|her|their|it|he|she|they)\s+[^,;.()]{{3,40}}?\s+(?:in|on)\s+)?"
            rf"(?:early\s+|late\s+|mid-?)?(?P<t>(?:{_WHICH}\s+)?(?:{_DATED}|yesterday|week"
            rf"|month|year))"
        ),
        _read_since,
    ),
    (
        (
            rf"(?P<edge>(?:the\s+)?(?:end|close|beginning|start|turn|middle)\s+of|early(?:\s+[io]n)?"
            rf"|late(?:\s+[io]n)?|mid)[\s-]+(?:the\s+)?(?P<t>{_WHICH}\s+(?:year|month|week)"
            rf"|(?:{_WHICH}\s+)?{_DATED}|year)"
        ),
        _read_edge,
    ),
    (rf"(?P<iso_y>{_YEAR})-(?P<iso_m>[01]\d)(?:-(?P<iso_d>[0-3]\d))?(?:T[\d:.Z+-]+)?(?!\d)", readings.read_iso),
    (
        rf"(?:(?:{_WEEKDAY}),?\s+)?(?:the\s+)?(?P<d>{_DAY})(?:\s+of)?[\s-]+(?:(?P<w>{_WHICH})\s+)?(?P<m>{_MONTH})(?:,?[\s-]+(?:(?:of\s+)?(?P<y>{_YEAR}|\d\d(?![\d:]|\s+[a-z]))|{_OF_YEAR}))?",
        readings.read_day,
    ),
    (
        rf"(?:(?:{_WEEKDAY}),?\s+)?(?P<m>{_MONTH})\s+(?:the\s+)?(?P<d>{_DAY})(?!:)(?:\s*,?\s*(?:(?P<y>{_YEAR})|{_OF_YEAR}))?",
        readings.read_day,
    ),
    (rf"(?:(?P<w>{_WHICH})\s+)?(?P<m>{_MONTH})(?:,?\s+(?:(?:of\s+)?(?P<y>{_YEAR})|{_OF_YEAR}))?", readings.read_month),
    (rf"(?:{_PART})(?:(?P<wd_w>{_WHICH})\s+)?(?P<wd>{_WEEKDAY}){_OF_DAY}", readings.read_weekday),
    (
        (
            rf"(?P<today>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|{_PART}(?:yesterday|today"
            rf"|tomorrow){_OF_DAY}|tonight|(?:last|yester)\s?(?:night|evening)|right\s+now|at\s+this\s+(?:time"
            rf"|moment)|(?:earlier|later)\s+in\s+the\s+day|early\s+(?:in\s+the\s+)?morning"
            rf"|{_PART}this\s+(?:morning|afternoon|evening)|(?:in\s+)?the\s+last\s+few\s+hours)"
        ),
        readings.read_today,
    ),
    (
        (
            r"(?P<same>(?:the|that)\s+(?:very\s+)?(?:same|next|following|previous)\s+(?:day|morning|night"
            r"|evening|afternoon)|that\s+(?:day|night|morning)|(?:a|one|the)\s+day\s+(?:earlier|later|before"
            r"|after)|(?:an?|one|two|three|several|a\s+few)\s+(?:hours?|minutes?)\s+(?:later|earlier|before"
            r"|after))"
        ),
        readings.read_same,
    ),
    (
        (
            rf"(?:about\s+|some\s+|over\s+|almost\s+"
            rf"|nearly\s+)?(?P<ago_n>{_NUMBER})\s+(?P<ago_unit>{_UNIT})\s+(?P<ago_how>ago|earlier|later|before"
            rf"|previously|from\s+now)"
        ),
        readings.read_ago,
    ),
    (
        (
            rf"(?:(?:in|over|during|within|for)\s+)?(?:the\s+|these\s+)?(?P<past_w>past|last|next|coming"
            rf"|following|recent)\s+(?P<past_n>(?:few|several|couple\s+of|{_NUMBER}))\s+(?P<past_unit>{_UNIT})"
        ),
        readings.read_past,
    ),
    (
        (
            r"(?:over|during|within)\s+the\s+(?P<past_w>past|last|next|coming)\s+(?P<past_unit>year|month|week"
            r"|day|decade)"
        ),
        readings.read_past,
    ),
    (
        rf"(?:in|within)\s+(?:less\s+than\s+|under\s+)?(?P<past_n>{_NUMBER})\s+(?P<past_unit>{_UNIT})",
        readings.read_past,
    ),
    (
        (
            r"(?:earlier\s+|later\s+)?(?:the\s+)?(?P<unit_w>last|this|next|past|previous|coming"
            r"|following)\s+(?P<unit>year|month|week|weekend)"
        ),
        readings.read_unit,
    ),
    (r"(?:(?:earlier|later)\s+in\s+)?the\s+(?P<unit>year|month|week|weekend)", readings.read_unit),
    (
        (
            rf"(?:(?:less\s+than|about|just|some)\s+)?(?:(?P<n>{_NUMBER})\s+(?P<unit>{_UNIT})\s+)?(?P<how>after"
            rf"|following|before|prior\s+to|in\s+the\s+wake\s+of)\s+(?P<event>(?!(?:the\s+)?(?:{_WHICH}|\d"
            rf"|{_MONTH}))(?:(?:the|a|an|his|her|their|its|that|this|these|those)\s+)?[^,;.()]{{3,60}})"
        ),
        None,
    ),
    (r"(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<decade>(?:1[5-9]|20)\d0)s", readings.read_decade),
    (
        (
            r"(?<!at )(?P<year>(?:18[5-9]|19\d|20\d)\d)(?![,.:]?\d|\s+(?:people|persons|troops|soldiers|men"
            r"|women|others))"
        ),
        readings.read_year,
    ),
)
