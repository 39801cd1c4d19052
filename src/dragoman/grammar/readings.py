"""What one expression of time means: a reader for each form that `dragoman.grammar.times` finds.

Each takes the parts of a match and the clock and gives the ISO value (None where it cannot be told) and what it
was read against: "itself", "published" or "focus".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from dragoman.grammar.dates import iso_date, month_number
from dragoman.grammar.numbers import read_number
from dragoman.grammar.periods import first_day, grain, month_of, shift_days, span, week_of, year_of

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_AHEAD_MONTHS = 2  # 0 to 3 do alike on the gold train part, 4 and more worse (python -m bench.rules)
Part = Mapping[str, str | None]


class Clock(Struct, frozen=True):
    """The date of `published`, the day the text speaks of (`focus`), and `ahead` for what lies ahead."""

    published: str | None
    focus: str | None = None
    ahead: bool = False


def read_count(words: str | None) -> int | None:
    """How many units the words count: "a" and "the" are one; None for a vague or open number."""
    if words is None or words.lower() in ("a", "an", "the", "one"):
        return 1
    bounds = read_number(words)
    return bounds[0] if bounds and bounds[0] == bounds[1] else None


def read_iso(part: Part, clock: Clock) -> tuple[str | None, str]:
    """A date written in ISO form."""
    return iso_date(int(part["iso_y"] or 0), int(part["iso_m"] or 0), int(part["iso_d"] or 0)), "itself"


def read_day(part: Part, clock: Clock) -> tuple[str | None, str]:
    """A day and a month, with or without their year, or with "last", "next", "this"."""
    day = int((part["d"] or "0").rstrip("sthndrSTHNDR"))
    month = month_number(part["m"] or "")
    told = part.get("y")
    if told:
        year = int(told) if len(told) == 4 else int(told) + (1900 if int(told) >= 50 else 2000)
        return iso_date(year, month, day), "itself"
    if clock.published is None:
        return None, "published"
    which = (part.get("w") or part.get("v") or "").lower()
    year = _year_near(clock, month, day, which)
    return iso_date(year, month, day), "published"


def _year_near(clock: Clock, month: int, day: int, which: str) -> int:
    """The year of a day (or month, day 0) told without one.

    "last" means the past, "next" the time to come. Else what is planned lies ahead, and what is told as done
    lies behind, unless it is only a short way ahead (two months) and far behind.
    """
    published = clock.published or ""
    year = int(published[:4])
    if len(published) == 4:
        return year + {"last": -1, "next": 1}.get(which.split(" ")[0], 0)
    here = (int(published[5:7]), int(published[8:10] or 0) if day else 0)
    if len(published) == 7:
        here = (here[0], 99 if not clock.ahead else 0)
    behind = (month, day) <= here if day or which != "last" else month < here[0]
    if which.startswith("last"):
        return year if behind else year - 1
    if which.startswith("this"):
        return year
    if which.startswith("next") or clock.ahead:
        return year if not behind or (not day and month == here[0]) else year + 1
    return year if behind or (month - here[0]) <= _AHEAD_MONTHS else year - 1


def read_month(part: Part, clock: Clock) -> tuple[str | None, str]:
    """A month, with its year, with "last", "this" or "next", or alone."""
    month = month_number(part["m"] or "")
    told = part.get("y")
    if told:
        return iso_date(int(told), month), "itself"
    if clock.published is None:
        return None, "published"
    which = (part.get("w") or part.get("v") or "").lower()
    if part.get("v"):
        return iso_date(
            int(clock.published[:4]) + {"last": -1, "next": 1}.get(which.split(" ")[0].replace("of ", ""), 0), month
        ), "published"
    return iso_date(_year_near(clock, month, 0, which), month), "published"


def read_weekday(part: Part, clock: Clock) -> tuple[str | None, str]:
    """A day of the week: the nearest behind the day of publication, or ahead where the words say so."""
    if clock.published is None or len(clock.published) != 10:
        return None, "published"
    day = first_day(clock.published)
    back = (day.weekday() - WEEKDAYS.index((part["wd"] or "").lower())) % 7
    which = (part.get("wd_w") or "").lower()
    if which == "last" and back == 0:
        back = 7
    if which in ("next", "coming") or (clock.ahead and which not in ("last", "past")):
        back = back - 7 if back or which == "next" else 0
    return shift_days(day, -back), "published"


def read_today(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "today", "yesterday", "tomorrow" and their nights; only a full date of publication can be shifted."""
    if clock.published is None:
        return None, "published"
    words = " ".join((part["today"] or "").lower().split())
    shift = -2 if "before yesterday" in words else 2 if "after tomorrow" in words else 1 if "tomorrow" in words else 0
    if shift == 0 and ("yesterday" in words or words == "last night" or "last evening" in words):
        shift = -1
    if len(clock.published) < 10:
        return clock.published, "published"
    return shift_days(first_day(clock.published), shift), "published"


def read_unit(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "last week", "this month", "next year", "earlier this year", "the end of last year"."""
    unit = (part["unit"] or "").lower()
    which = (part.get("unit_w") or "").lower()
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if clock.published is None:
        return None, "published"
    if unit == "year":
        return year_of(clock.published, shift), "published"
    if unit == "month":
        return (month_of(clock.published, shift) if len(clock.published) > 4 else None), "published"
    if len(clock.published) < 10:
        return None, "published"
    day = first_day(clock.published)
    monday, sunday = week_of(day, shift)
    if unit == "weekend":
        back = 0 if day.weekday() >= 5 or shift > 0 or clock.ahead else -1
        monday, sunday = week_of(day, back if shift <= 0 else shift)
        return span(shift_days(sunday, -1), sunday.isoformat()), "published"
    if shift == 0:
        return (
            span(day.isoformat(), sunday.isoformat()) if clock.ahead else span(monday.isoformat(), day.isoformat())
        ), "published"
    return span(monday.isoformat(), sunday.isoformat()), "published"


def read_ago(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "three days ago", "five years earlier": as exact as the unit; weeks and "a few days" only to the month."""
    back = (part["ago_how"] or "").lower() in ("ago", "earlier", "before", "previously")
    focused = (part["ago_how"] or "").lower() not in ("ago", "from now")
    base = clock.focus or clock.published if focused else clock.published
    how = "focus" if focused and clock.focus else "published"
    unit = (part["ago_unit"] or "").lower().rstrip("s")
    count = read_count(part["ago_n"])
    if base is None or grain(base) == "range":
        return None, how
    sign = -1 if back else 1
    if count is None:
        few = (part["ago_n"] or "").lower() in ("a few", "several", "a couple of", "some")
        vague = (
            month_of(shift_days(first_day(base), -3 * UNIT_DAYS.get(unit, 1)))
            if few and len(base) == 10 and unit in ("day", "week")
            else None
        )
        return (vague if back else None), how
    if unit == "year":
        return year_of(base, sign * count), how
    if unit == "month" and len(base) >= 7:
        return month_of(base, sign * count), how
    if unit in UNIT_DAYS and len(base) == 10:
        return shift_days(first_day(base), sign * count * UNIT_DAYS[unit]), how
    return (base if unit in ("hour", "minute") else None), how


def read_past(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "in the last 24 hours", "over the past two weeks", "the next three days": a range that meets the publication."""
    published = clock.published
    unit = (part["past_unit"] or "").lower().rstrip("s")
    words = (part.get("past_n") or "").strip()
    if published is None:
        return None, "published"
    if words.lower() in ("few", "several", "couple of", "recent", "a few"):
        if unit == "hour" and len(published) == 10:
            return published, "published"
        return (month_of(published) if unit in ("day", "week") and len(published) == 10 else None), "published"
    count = read_count(words or "one")
    sign = 1 if (part.get("past_w") or "").lower() in ("next", "coming", "following") else -1
    if count is None:
        return None, "published"
    if unit in ("year", "decade"):
        other = year_of(published, sign * count * (10 if unit == "decade" else 1)) + (
            published[4:7] if count == 1 else ""
        )
    elif unit == "month" and len(published) >= 7:
        other = month_of(published, sign * count) + published[7:]
    elif len(published) == 10 and (unit in UNIT_DAYS or unit == "hour"):
        days = count * UNIT_DAYS.get(unit, 0) if unit != "hour" else max(1, count // 24)
        other = shift_days(first_day(published), sign * days)
    else:
        return None, "published"
    return (span(other, published) if sign < 0 else span(published, other)), "published"


def read_same(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "the same day", "the next morning", "a day earlier": counted from the day the text speaks of."""
    words = " ".join((part["same"] or "").lower().split())
    if clock.focus is None or grain(clock.focus) != "day":
        return None, "focus"
    shift = (
        1
        if re.search(r"next|following|later|after", words)
        else -1
        if re.search(r"before|earlier|previous|eve", words)
        else 0
    )
    return shift_days(first_day(clock.focus), shift), "focus"


def read_decade(part: Part, clock: Clock) -> tuple[str | None, str]:
    """ "the 1990s": its ten years as a range."""
    start = int((part["decade"] or "0000")[:4])
    return f"{start}/{start + 9}", "itself"


def read_year(part: Part, clock: Clock) -> tuple[str | None, str]:
    """A year alone."""
    return part["year"], "itself"
