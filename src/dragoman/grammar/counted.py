"""What is counted in units of time: "three days ago", "last week", "the past two years", "a five-day visit"."""

from __future__ import annotations

import re
from datetime import date

from dragoman.grammar.moments import Clock, Part, Reading
from dragoman.grammar.numbers import read_number
from dragoman.grammar.periods import (
    first_day,
    grain,
    month_of,
    months_from,
    shift_days,
    shift_years,
    span,
    week_of,
    year_of,
)
from dragoman.grammar.readings import time_of_day
from dragoman.grammar.timewords import LETTERS, TIMES, UNIT_DAYS

_SHIFTS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_VAGUE = re.compile(
    r"(?:an?\s+)?(?:few|several|some|many|recent|couple(?:\s+of)?|(?:dozens|scores|hundreds|thousands)(?:\s+of)?|handful\s+of|number\s+of)",
    re.IGNORECASE,
)


def read_count(words: str | None) -> int | None:
    """How many units the words count: "a" and "the" are one; None for a vague or open number."""
    if words is None or words.lower() in ("a", "an", "the", "one"):
        return 1
    bounds = read_number(words)
    return bounds[0] if bounds and bounds[0] == bounds[1] else None


def unit_of(words: str | None) -> str:
    """The unit without its plural, in small letters."""
    word = (words or "").lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def length_of(words: str | None, unit: str) -> str:
    """The ISO 8601 duration of a number of units; X for a number that is not told, "" for no duration.

    "two and a half years" is P2Y6M, "half an hour" PT30M, "2 1/2 days" P2.5D.
    """
    letter = LETTERS.get(unit)
    if letter is None:
        return ""
    head = "PT" if unit in ("hour", "minute", "second") else "P"
    number = " ".join((words or "").lower().split())
    halves = {"year": ("6M", "Y"), "hour": ("30M", "H"), "minute": ("30S", "M")}
    half = number.startswith("half a") or number.endswith((" and a half", " 1/2"))
    count = 0 if number.startswith("half a") else read_count(re.sub(r" (and a half|1/2)$", "", number))
    if "couple" in number:
        return f"{head}{2 * TIMES.get(unit, 1)}{letter}"
    if not number or _VAGUE.fullmatch(number) or count is None:
        return f"{head}X{letter}" if not number or _VAGUE.fullmatch(number) else ""
    if half and unit in halves:
        small, _ = halves[unit]
        return f"{head}{f'{count}{letter}' if count else ''}{small}"
    told = str(count * TIMES.get(unit, 1)) + (".5" if half else "")
    return f"{head}{told}{letter}"


def read_length(part: Part, clock: Clock) -> Reading:
    """How long something lasts: "three days", "a five-year war", "for months"; no date."""
    unit = unit_of(part["len_unit"])
    half = " and a half" if part.get("half") else ""
    return Reading(None, "itself", length=length_of((part["len_n"] or "") + half, unit))


def read_each(part: Part, clock: Clock) -> Reading:
    """What comes again and again: "daily", "every two weeks"."""
    adverb = (part.get("adverb") or "").lower()
    units = {"daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "hourly": "hour"}
    unit = units.get(adverb, "year") if adverb else unit_of(part.get("each_unit"))
    return Reading(None, "itself", length=length_of(part.get("each_n") or "one", unit), repeats=True)


def read_vague(part: Part, clock: Clock) -> Reading:
    """ "now" is the date of publication; "recently" and "in the future" tell no date."""
    vague = next(name for name in ("now", "past", "future") if part.get(name))
    known = vague == "now" and clock.published is not None and len(clock.published) == 10
    return Reading(clock.published if known else None, vague=vague)


def read_unit(part: Part, clock: Clock) -> Reading:
    """ "last week", "this month", "next year", "this quarter", "the decade"."""
    unit = unit_of(part["unit"])
    which = (part.get("unit_w") or "").lower()
    shift = _SHIFTS.get(which, 0)
    published = clock.published
    if published is None:
        return Reading(None, unit=unit)
    if unit in ("year", "decade", "century"):
        return _read_years(published, unit, shift)
    if unit == "month":
        return Reading(month_of(published, shift) if len(published) > 4 else None)
    if unit in ("quarter", "period"):
        return _read_quarter(clock, published, which)
    if len(published) < 10:
        return Reading(None, unit=unit)
    return Reading(_weeks(first_day(published), unit, shift, ahead=clock.ahead), unit=unit)


def _read_years(published: str, unit: str, shift: int) -> Reading:
    if unit == "year":
        return Reading(year_of(published, shift))
    size = TIMES[unit]
    start = (int(published[:4]) // size + shift) * size + (unit == "century")
    return Reading(f"{start:04d}/{start + size - 1:04d}", unit=unit)


def _read_quarter(clock: Clock, published: str, which: str) -> Reading:
    """ "the quarter" and "the latest quarter" are the one told before, else the last that was over."""
    if which in ("", "latest") and clock.period:
        return Reading(clock.period, "focus", "quarter")
    if len(published) == 4:
        return Reading(None, unit="quarter")
    shift = -1 if which in ("", "latest") else _SHIFTS.get(which, 0)
    start = month_of(f"{published[:4]}-{(int(published[5:7]) - 1) // 3 * 3 + 1:02d}", 3 * shift)
    return Reading(months_from(start, 3), unit="quarter")


def read_year_before(part: Part, clock: Clock) -> Reading:
    """ "the year-earlier quarter": a year before the quarter that the text speaks of, else the year before."""
    if clock.period:
        return Reading(shift_years(clock.period, -1), "focus", "quarter")
    return Reading(year_of(clock.published, -1) if clock.published else None)


def _weeks(day: date, unit: str, shift: int, *, ahead: bool) -> str:
    """A week or a weekend; of this week only what lies on this side of the day."""
    monday, sunday = week_of(day, shift)
    if unit == "weekend":
        if shift == 0 and not ahead and day.weekday() < 5:
            monday, sunday = week_of(day, -1)
        return span(shift_days(sunday, -1), sunday.isoformat())
    if shift == 0:
        return span(day.isoformat(), sunday.isoformat()) if ahead else span(monday.isoformat(), day.isoformat())
    return span(monday.isoformat(), sunday.isoformat())


def read_year_end(part: Part, clock: Clock) -> Reading:
    """ "year-end": the last month of the year of publication; in January to June of the year before, unless ahead."""
    if clock.published is None or len(clock.published) < 7:
        return Reading(None)
    back = -1 if clock.published[5:7] <= "06" and not clock.ahead else 0
    return Reading(f"{year_of(clock.published, back)}-12")


def read_ago(part: Part, clock: Clock) -> Reading:
    """ "three days ago", "five years earlier": as exact as the unit; "a few days ago" only to the month."""
    told = (part["ago_how"] or "").lower()
    sign = -1 if told in ("ago", "earlier", "before", "previously") else 1
    focused = told not in ("ago", "from now") and clock.focus is not None
    base, how = (clock.focus, "focus") if focused else (clock.published, "published")
    unit = unit_of(part["ago_unit"])
    words = " ".join((part["ago_n"] or "").lower().split())
    if _VAGUE.fullmatch(words):
        return _read_few(base, unit, how, back=sign < 0)
    count = read_count(words)
    if count is not None and unit == "year" and clock.period and sign < 0:
        return Reading(shift_years(clock.period, -count), "focus", "quarter")
    if base is None or grain(base) == "range" or count is None:
        return Reading(None, how)
    return shift_units(base, unit, sign * count, how)


def _read_few(base: str | None, unit: str, how: str, *, back: bool) -> Reading:
    """A number that is not told: the month that three of the units lead to, nothing for longer units."""
    vague = "past" if back else "future"
    if not back or base is None or len(base) != 10 or unit not in ("day", "week"):
        return Reading(None, how, vague=vague)
    return Reading(month_of(shift_days(first_day(base), -3 * UNIT_DAYS[unit])), how, vague=vague)


def shift_units(base: str, unit: str, count: int, how: str) -> Reading:
    """The time so many units after a date (before it, of a negative count), as exact as the unit."""
    if unit in ("year", "decade", "century"):
        return Reading(year_of(base, count * TIMES.get(unit, 1)), how)
    if unit == "month" and len(base) >= 7:
        return Reading(month_of(base, count), how)
    if unit == "quarter" and len(base) >= 7:
        return Reading(month_of(base, 3 * count), how)
    if unit in UNIT_DAYS and len(base) == 10:
        weekly = "week" if unit in ("week", "fortnight") else ""
        return Reading(shift_days(first_day(base), count * UNIT_DAYS[unit]), how, weekly)
    return Reading(base if unit in ("hour", "minute") else None, how)


def read_past(part: Part, clock: Clock) -> Reading:
    """ "the last 24 hours", "the past two weeks", "the next three days": a range that meets the publication."""
    published = clock.published
    unit = unit_of(part["past_unit"])
    words = (part.get("past_n") or "").strip()
    ahead = (part.get("past_w") or "").lower() in ("next", "coming", "following")
    length = length_of(words or "one", unit)
    if published is None:
        return Reading(None, length=length)
    if _VAGUE.fullmatch(words):
        if unit == "hour" and len(published) == 10:
            return Reading(published, length=length)
        told = month_of(published) if unit in ("day", "week") and len(published) == 10 else None
        return Reading(told, length=length)
    count = read_count(words or "one")
    other = None if count is None else _other_end(published, unit, count if ahead else -count)
    if other is None:
        return Reading(None, length=length)
    near = published[: max(len(other), 7)]  # as fine as the other end, years up to the month
    return Reading(span(near, other) if ahead else span(other, near), length=length)


def _other_end(published: str, unit: str, count: int) -> str | None:
    """The other end of a time of so many units that ends (or, of a positive count, begins) with the publication."""
    if unit in ("year", "decade", "century"):
        years = count * TIMES.get(unit, 1)
        return year_of(published, years) + (published[4:7] if abs(count) == 1 and unit == "year" else "")
    if unit in ("month", "quarter") and len(published) >= 7:
        day = published[7:] if abs(count) == 1 else ""
        return month_of(published, count * (3 if unit == "quarter" else 1)) + day
    if len(published) == 10 and (unit in UNIT_DAYS or unit == "hour"):
        sign = 1 if count > 0 else -1
        days = count * UNIT_DAYS[unit] if unit in UNIT_DAYS else sign * max(1, abs(count) // 24)
        return shift_days(first_day(published), days)
    return None


def read_recent(part: Part, clock: Clock) -> Reading:
    """ "in recent days", "in the coming weeks": the month of the publication for days and weeks, else no date."""
    unit = unit_of(part["recent_unit"])
    vague = "future" if (part["recent_w"] or "").lower() in ("coming", "next") else "past"
    near = unit in ("day", "week") and clock.published is not None and len(clock.published) == 10
    return Reading(month_of(clock.published or "") if near else None, vague=vague)


def read_same(part: Part, clock: Clock) -> Reading:
    """ "the same day", "the next morning", "a day earlier": counted from the day the text speaks of."""
    words = " ".join((part["same"] or "").lower().split())
    time = time_of_day(words)
    if clock.focus is None or grain(clock.focus) != "day":
        return Reading(None, "focus", time=time, length="P1D" if re.search(r"\bday (?:earlier|later)", words) else "")
    ahead = re.search(r"next|following|later|after(?!noon)", words)
    shift = 1 if ahead else -1 if re.search(r"before|earlier|previous|eve\b", words) else 0
    if re.search(r"hour|minute|moment|while|shortly|same", words):
        shift = 0
    return Reading(shift_days(first_day(clock.focus), shift), "focus", time=time)


def read_same_unit(part: Part, clock: Clock) -> Reading:
    """ "the same month", "that year", "the following week": counted from the day or month the text speaks of."""
    unit = unit_of(part["as_unit"])
    shift = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get((part["as_w"] or "").lower(), 0)
    focus = clock.focus or clock.told
    if clock.told and (unit == "year" or (unit == "month" and len(clock.told) == 7)):
        focus = clock.told
    if focus is None or grain(focus) == "range":
        return Reading(None, "focus")
    if unit == "year":
        return Reading(year_of(focus, shift), "focus")
    if unit == "month":
        return Reading(month_of(focus, shift) if len(focus) > 4 else None, "focus")
    if len(focus) < 10:
        return Reading(None, "focus")
    monday, sunday = week_of(first_day(focus), shift)
    return Reading(span(monday.isoformat(), sunday.isoformat()), "focus", "week")
