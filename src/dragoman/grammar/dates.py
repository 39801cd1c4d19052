"""Dates that a text writes out in full: which day, month or year they mean, and where they stand."""

from __future__ import annotations

import calendar
import re
from functools import cache

from msgspec import Struct

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
MONTH_WORDS = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?"


class AbsoluteDate(Struct, frozen=True):
    """A date told in full at [start, end) of a text; `value` is YYYY-MM-DD, YYYY-MM or YYYY, as exact as the words."""

    start: int
    end: int
    value: str


def month_number(word: str) -> int:
    """1 to 12 for an English name of a month, whole or cut short, in any letter case; 0 where it is none."""
    word = word.lower().rstrip(".")
    return next((i for i, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.startswith(word[:3])), 0)


def iso_date(year: int, month: int = 0, day: int = 0) -> str | None:
    """The ISO form of a day, a month (day 0) or a year (month 0); None where the calendar has no such day."""
    if not month:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if not day:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= calendar.monthrange(year, month)[1] else None


def find_absolute(text: str) -> tuple[AbsoluteDate, ...]:
    """Every date of the text that is told in full (at least with its year), in text order, none within another.

    Two-digit years are read only in the upper-case form of wires ("12 JAN 90"), as 19xx from 50 on and 20xx
    below. A year alone counts only after "in", "since", "year" and the like: other four-digit numbers are
    figures more often than years.
    """
    found: list[AbsoluteDate] = []
    taken = 0
    for match in _absolute().finditer(text):
        value = _read_absolute(match)
        if value is None or match.start() < taken:
            continue
        start, end = match.span("year") if match.lastgroup == "lone" else match.span()
        found.append(AbsoluteDate(start, end, value))
        taken = end
    return tuple(found)


@cache
def _absolute() -> re.Pattern[str]:
    month = MONTH_WORDS
    forms = (
        (
            rf"(?P<iso>(?P<iy>{_YEAR})-(?P<im>[01]\d)-(?P<id>[0-3]\d))(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z"
            rf"|[+-]\d\d:?\d\d)?)?(?!\d)"
        ),
        (
            rf"(?<![\d.,:])\b{_WEEKDAY}(?P<dmy_d>{_DAY})(?:st|nd|rd"
            rf"|th)?(?:\s+of)?[\s-]+(?P<dmy_m>{month})(?![a-z]),?[\s-]+(?:of\s+)?(?P<dmy_y>{_YEAR})\b"
        ),
        (
            rf"(?<![a-z]){_WEEKDAY}(?P<mdy_m>{month})\s+(?:the\s+)?(?P<mdy_d>{_DAY})(?:st|nd|rd|th)?(?:\s*,\s*"
            rf"|\s+)(?:of\s+)?(?P<mdy_y>{_YEAR})\b"
        ),
        (
            r"(?-i:(?<![\d.,:])\b(?P<wire_d>3[01]|[12]\d|0?[1-9]) (?P<wire_m>JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG"
            r"|SEPT?|OCT|NOV|DEC)\.? (?P<wire_y>\d\d)\b)(?![\d:.,]?\d)"
        ),
        rf"(?<![a-z])(?P<my_m>{month})(?![a-z]),?\s+(?:of\s+)?(?P<my_y>{_YEAR})\b(?![,.]\d)",
        rf"(?<![\d.,:/-])(?P<num_d>{_DAY})(?P<num_by>[./])(?P<num_m>{_DAY})(?P=num_by)(?P<num_y>{_YEAR})\b(?!\.\d)",
        r"\b(?:in|since|until|till|by|during|before|after|from|of|early|late|mid|year|the end of)[\s-]+"
        rf"(?P<year>{_YEAR})\b(?![,.:]?\d|\s*(?:people|persons|troops|soldiers|men|women|others))(?P<lone>)",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def _read_absolute(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["iso"]:
        return iso_date(int(part["iy"]), int(part["im"]), int(part["id"]))
    if part["dmy_y"]:
        return iso_date(int(part["dmy_y"]), month_number(part["dmy_m"]), int(part["dmy_d"]))
    if part["mdy_y"]:
        return iso_date(int(part["mdy_y"]), month_number(part["mdy_m"]), int(part["mdy_d"]))
    if part["wire_y"]:
        year = int(part["wire_y"])
        return iso_date(year + (1900 if year >= 50 else 2000), month_number(part["wire_m"]), int(part["wire_d"]))
    if part["my_y"]:
        return iso_date(int(part["my_y"]), month_number(part["my_m"]))
    if part["num_y"]:
        return _read_figures(int(part["num_y"]), int(part["num_m"]), int(part["num_d"]), part["num_by"])
    return part["year"]


def _read_figures(year: int, second: int, first: int, by: str) -> str | None:
    """ "14.03.2012" is day first; with strokes both orders are in use, so that only one of them may fit."""
    if by == "/" and second > 12:
        return iso_date(year, first, second)
    return None if by == "/" and first <= 12 and first != second else iso_date(year, second, first)
