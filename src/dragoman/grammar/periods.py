"""Arithmetic on ISO dates of any grain: a day, a month, a year, or a range of two of the same kind with a slash."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def grain(value: str) -> str:
    """ "day", "month", "year" or "range"."""
    return "range" if "/" in value else {4: "year", 7: "month"}.get(len(value), "day")


def first_day(value: str) -> date:
    """The first day that the value covers. Raises ValueError where the value is no ISO date."""
    head = value.partition("/")[0]
    return date.fromisoformat(head + "-01-01"[: 10 - len(head)] if len(head) != 7 else head + "-01")


def last_day(value: str) -> date:
    """The last day that the value covers. Raises ValueError where the value is no ISO date."""
    tail = value.rpartition("/")[2]
    if len(tail) == 4:
        return date(int(tail), 12, 31)
    if len(tail) == 7:
        year, month = int(tail[:4]), int(tail[5:])
        return date(year, month, calendar.monthrange(year, month)[1])
    return date.fromisoformat(tail)


def month_of(value: str, shift: int = 0) -> str:
    """The month of a day or month, moved by `shift` months."""
    months = int(value[:4]) * 12 + int(value[5:7]) - 1 + shift
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def months_from(value: str, count: int) -> str:
    """The range of `count` months that starts with a month."""
    return span(value, month_of(value, count - 1))


def shift_years(value: str, years: int) -> str:
    """A range of months (a quarter, a season), moved by whole years."""
    return "/".join(month_of(end, 12 * years) for end in value.split("/"))


def year_of(value: str, shift: int = 0) -> str:
    """The year of a value, moved by `shift` years."""
    return f"{int(value[:4]) + shift:04d}"


def shift_days(day: date, days: int) -> str:
    """The day `days` later, as ISO."""
    return (day + timedelta(days=days)).isoformat()


def week_of(day: date, shift: int = 0) -> tuple[date, date]:
    """Monday and Sunday of the ISO week `shift` weeks after the one that holds the day."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def span(start: str, end: str) -> str:
    """A range; the one value where both ends are the same."""
    return start if start == end else f"{start}/{end}"
