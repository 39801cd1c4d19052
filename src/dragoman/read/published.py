"""When a report was published: given with it, told by the text, or the latest date that it must follow.

Each answer carries its basis and the words that it was read from.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from msgspec import Struct

from dragoman.errors import InputError
from dragoman.grammar.dates import MONTH_WORDS, AbsoluteDate, find_absolute, iso_date, month_number
from dragoman.terms import Basis

_HEAD = 700  # characters at the start where a dateline or a line with the date can stand
_HEAD_LINES = 8
_TAIL = 300  # characters at the end where a notice of rights can stand

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\S.*)?)?)?\Z")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[/-]\s?(\d\d?)\s?[/-]\s?(\d\d?)(?!\d)")
_ADDRESS = re.compile(r"(?:https?\s?:\s?/\s?/|www\.)[^\n]+")
_DATELINE = re.compile(
    r"\s*[^\n\d]{2,70}?,\s+(?P<date>(?:\d{1,2} [a-z]{3,9}\.?|[a-z]{3,9}\.? \d{1,2}),? (?:\d{4}|\d\d))"
    r"(?=\s*(?:\(|--|[-–—]|:))",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b(?:this story (?:is|was) from"
    r"|(?:published|posted|updated|released|issued|dated)(?: (?:on|at))?)\b:?[^\n]{0,60}",
    re.IGNORECASE,
)
_CLOCK = re.compile(r",?\s*(?:at\s+|[-|]\s*)?\d{1,2}\s?:\s?\d\d")
_REST_OF_DATE_LINE = 30  # characters beside the date: a week day, a time, a name
_RIGHTS = re.compile(r"(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*((?:19|20)\d\d)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:will|would|shall|may|might|could|due|plan(?:s|ned)?|schedul\w+|expect\w*|deadline|goal|target|next|upcoming"
    r"|to be held|hopes?|propos\w+|aims?|expires?|end(?:s|ing)? (?:in|on))\b"
    r"|\b(?:until|till|by|ahead of|before|no later than)\s+(?:the\s+)?(?:(?:end|start|middle)\s+of\s+)?\Z",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(
    rf"\b(?:(?P<month>{MONTH_WORDS})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<later>{MONTH_WORDS}))\b(?!,?\s*\d)",
    re.IGNORECASE,
)
_SOON = datetime.timedelta(days=92)  # on gold train, 31 to 183 days give the same figures (docs/read.md)
_CLAUSE = re.compile(r"[.;!?\n]")


class Publication(Struct, frozen=True):
    """A date as YYYY, YYYY-MM or YYYY-MM-DD, where it comes from, and why; all None where nothing tells."""

    date: str | None
    basis: Basis | None
    why: str | None


def find_publication(text: str, url: str | None) -> Publication:
    """The publication date by the text itself: told, else inferred, else nothing."""
    for words, date in _find_told(text, url):
        return Publication(date, Basis.TEXT, f"the text says “{' '.join(words.split())}”")
    return _infer(text)


def check_date(date: str, what: str, *, source: str, place: str | None) -> Publication:
    """A date that was given, cut to the day; raises InputError where it is no ISO 8601 date."""
    match = _ISO.match(date.strip())
    value = None
    if match and int(match[1]) > 0:
        value = iso_date(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    if match is None or value is None or (match[2] == "00" or match[3] == "00") or not _is_time(date.strip()):
        mend = "Write it as 2020-01-12, 2020-01 or 2020"
        raise InputError(f"{what} is {date!r}, which is no date", source=source, place=place, mend=mend)
    return Publication(value, Basis.GIVEN, f"given as {what} {date!r}")


def _is_time(date: str) -> bool:
    """True for a date alone, or with a time of day that the calendar knows."""
    if len(date) <= 10:
        return True
    try:
        datetime.datetime.fromisoformat(date)
    except ValueError:
        return False
    return True


def _find_told(text: str, url: str | None) -> Iterator[tuple[str, str]]:
    """Dates that stand where a publication date stands, the surest first, with their words."""
    head = text[:_HEAD]
    yield from _find_stamps(text)
    for line in head.splitlines()[:_HEAD_LINES]:
        if dateline := _DATELINE.match(line):
            # two-digit years are read in the upper-case form of wires only, and old wires come in lower case too
            for date in find_absolute(dateline["date"].upper()):
                yield dateline["date"], date.value
    yield from _find_date_lines(head)
    for address in [*([url] if url else []), *(m[0] for m in _ADDRESS.finditer(head))]:
        for match in _URL_DAY.finditer(address):
            if value := iso_date(int(match[1]), int(match[2]), int(match[3])):
                yield address[:100], value
    for date in find_absolute(head):
        if _CLOCK.match(head, date.end) and len(date.value) == len("2020-01-12"):
            yield head[date.start : date.end], date.value
    for match in _RIGHTS.finditer(text, max(0, len(text) - _TAIL)):
        yield match[0], match[1]


def _find_stamps(text: str) -> Iterator[tuple[str, str]]:
    """ "Published ... DATE" in one of the first lines or in the last one."""
    for start, end in ((0, _HEAD), (max(_HEAD, len(text) - _TAIL), len(text))):
        part = text[start:end]
        for stamp in _STAMP.finditer(part):
            line = part[part.rfind("\n", 0, stamp.start()) + 1 : stamp.start()]
            dates = find_absolute(stamp[0])
            if dates and len(dates[0].value) > len("2020") and len(line) <= 60 and "." not in line:
                yield stamp[0][: dates[0].end], dates[0].value


def _find_date_lines(head: str) -> Iterator[tuple[str, str]]:
    """Lines near the top with a full date and next to nothing else."""
    for line in head.splitlines()[:_HEAD_LINES]:
        for date in find_absolute(line):
            rest = line[: date.start] + line[date.end :]
            if len(date.value) == len("2020-01-12") and len(rest.strip()) <= _REST_OF_DATE_LINE:
                yield line[date.start : date.end], date.value


def _infer(text: str) -> Publication:
    """The latest date of the text that it tells as past: it was published then or later.

    ISO forms sort as text; a day sorts after its month, a month after its year, so that the most exact wins.
    """
    past = [date for date in find_absolute(text) if not _is_future(text, date)]
    if not past:
        return Publication(None, None, None)
    last = max([*past, *_carry_years(text, past)], key=lambda date: date.value)
    words = " ".join(text[last.start : last.end].split())
    return Publication(
        last.value, Basis.INFERRED, f"not before “{words}” ({last.value}), the latest that it tells as past"
    )


def _carry_years(text: str, past: list[AbsoluteDate]) -> Iterator[AbsoluteDate]:
    """Days without a year ("January 3") that follow the latest full day within `_SOON`, with the year they then have.

    A writer spells out the year that is over and leaves out the one that runs.
    """
    last = max((date.value for date in past if len(date.value) == len("2020-01-12")), default=None)
    if last is None:
        return
    from_day = datetime.date.fromisoformat(last)
    taken = {at for date in past for at in range(date.start, date.end)}
    for match in _DAY_OF_MONTH.finditer(text):
        month = month_number(match["month"] or match["later"])
        for year in (from_day.year, from_day.year + 1):
            value = iso_date(year, month, int(match["day"] or match["first"]))
            found = AbsoluteDate(match.start(), match.end(), value or "")
            near = value is not None and from_day <= datetime.date.fromisoformat(value) <= from_day + _SOON
            if near and match.start() not in taken and not _is_future(text, found):
                yield found


def _is_future(text: str, date: AbsoluteDate) -> bool:
    """True where the clause before the date speaks of what is to come."""
    before = text[max(0, date.start - 120) : date.end]
    clause = _CLAUSE.split(before[: len(before) - (date.end - date.start)])[-1]
    return bool(_NOT_YET.search(clause))
