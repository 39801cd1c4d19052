"""What a date of the calendar means: days, months, years, days of the week, holidays, parts of a year.

Each reader takes the parts of a match and the clock and gives a reading. What is counted in units ("three days
ago", "last week") is read by `dragoman.grammar.counted`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.grammar.dates import find_absolute, iso_date, month_number
from dragoman.grammar.moments import Clock, Part, Reading
from dragoman.grammar.numbers import read_number
from dragoman.grammar.periods import first_day, months_from, shift_days, span
from dragoman.grammar.timewords import ORDINALS, SEASONS, WEEKDAYS

_AHEAD_MONTHS = 2  # 0 to 3 do alike on the gold train part, 4 and more worse (python -m bench.rules)
_UNTOLD = Reading(None)
# the order counts: "afternoon" holds "noon", "midnight" and "overnight" hold "night"
_TIMES = {"midnight": "T24:00", "afternoon": "TAF", "noon": "T12:00", "lunchtime": "T12:00", "morning": "TMO"}
_TIMES |= {"evening": "TEV", "night": "TNI"}
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}


def time_of_day(words: str | None) -> str:
    """The TimeML code of a part of the day, "" where the words name none."""
    return next((code for word, code in _TIMES.items() if word in (words or "").lower()), "")


def read_iso(part: Part, clock: Clock) -> Reading:
    """A date written in ISO form."""
    return Reading(iso_date(int(part["iso_y"] or 0), int(part["iso_m"] or 0), int(part["iso_d"] or 0)), "itself")


def read_figures(part: Part, clock: Clock) -> Reading:
    """A date in figures with its year: day first, unless only the other order can be."""
    found = find_absolute(part["figures"] or "")
    return Reading(found[0].value if found else None, "itself")


def read_day(part: Part, clock: Clock) -> Reading:
    """A day and a month, with or without their year, or with "last", "next", "this"."""
    day = int(re.sub(r"\D", "", part["d"] or "0"))
    month = month_number(part["m"] or "")
    told = part.get("y")
    if told:
        year = int(told) if len(told) == 4 else int(told) + (1900 if int(told) >= 50 else 2000)
        return Reading(iso_date(year, month, day), "itself")
    if clock.published is None:
        return _UNTOLD
    return Reading(iso_date(year_near(clock, month, day, which_of(part)), month, day))


def which_of(part: Part) -> str:
    """ "last", "this" or "next" of the words before or behind a date; "" where there is none."""
    words = (part.get("w") or part.get("v") or "").lower().removeprefix("of ").strip()
    return words.split(" ")[0].removeprefix("of").strip()


def year_near(clock: Clock, month: int, day: int, which: str) -> int:
    """The year of a day (or month, day 0) told without one.

    "last" means the past, "next" the time to come. Else what is planned lies ahead, and what is told as done
    lies behind, unless it is only a short way ahead (two months) and far behind.
    """
    published = clock.published or ""
    year = int(published[:4])
    if len(published) == 4:
        return year + {"last": -1, "next": 1}.get(which, 0)
    here = (int(published[5:7]), int(published[8:10] or 0) if day else 0)
    if len(published) == 7:
        here = (here[0], 99 if not clock.ahead else 0)
    behind = (month, day) <= here if day or which != "last" else month < here[0]
    if which == "last":
        return year if behind else year - 1
    if which == "this":
        return year
    if which == "next" or clock.ahead:
        return year if not behind or (not day and month == here[0]) else year + 1
    return year if behind or (month - here[0]) <= _AHEAD_MONTHS else year - 1


def read_month(part: Part, clock: Clock) -> Reading:
    """A month, with its year, with "last", "this" or "next", or alone."""
    month = month_number(part["m"] or "")
    year = part.get("y") or read_spelt(part.get("spelt"))
    if year:
        return Reading(iso_date(int(year), month), "itself")
    if clock.published is None:
        return _UNTOLD
    if part.get("v"):
        return Reading(iso_date(int(clock.published[:4]) + {"last": -1, "next": 1}.get(which_of(part), 0), month))
    return Reading(iso_date(year_near(clock, month, 0, which_of(part)), month))


def read_weekday(part: Part, clock: Clock) -> Reading:
    """A day of the week: the nearest behind the day of publication, or ahead where the words say so."""
    time = time_of_day(part.get("tod"))
    if clock.published is None or len(clock.published) != 10:
        return Reading(None, time=time)
    day = first_day(clock.published)
    name = (part["wd"] or "").lower()[:3]
    back = (day.weekday() - next(i for i, full in enumerate(WEEKDAYS) if full.startswith(name))) % 7
    which = (part.get("wd_w") or "").lower()
    if which == "last" and back == 0:
        back = 7
    if which in ("next", "coming") or (clock.ahead and which not in ("last", "past")):
        back = back - 7 if back or which == "next" else 0
    return Reading(shift_days(day, -back), time=time)


def read_today(part: Part, clock: Clock) -> Reading:
    """ "today", "yesterday", "tomorrow" and their nights; only a full date of publication can be shifted."""
    words = " ".join((part["today"] or "").lower().split())
    time = "TNI" if "tonight" in words else time_of_day(words)
    if clock.published is None:
        return Reading(None, time=time)
    shift = -2 if "before yesterday" in words else 2 if "after tomorrow" in words else 1 if "tomorrow" in words else 0
    if shift == 0 and ("yester" in words or words.startswith(("last night", "last evening"))):
        shift = -1
    if len(clock.published) < 10:
        return Reading(clock.published, time=time)
    return Reading(shift_days(first_day(clock.published), shift), time=time)


def read_clock(part: Part, clock: Clock) -> Reading:
    """A time of the clock: on the day that the text speaks of, else on the day of publication."""
    hour, minute = int(part.get("hour") or part.get("hour24") or 0), part.get("minute") or "00"
    half = (part.get("half") or "").lower()[:1]
    named = time_of_day(part.get("named") or part.get("night") or part.get("alone"))
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    time = named or (f"T{hour:02d}:{minute}" if hour <= 24 and int(minute) < 60 else "")
    day = clock.focus or clock.published
    known = day is not None and len(day) == 10
    return Reading(day if known else None, "focus" if clock.focus else "published", time=time, bare=True)


def read_overnight(part: Part, clock: Clock) -> Reading:
    """ "overnight", "during the night": from the day before to the day of publication."""
    if clock.published is None or len(clock.published) != 10:
        return Reading(None, time="TNI")
    return Reading(span(shift_days(first_day(clock.published), -1), clock.published), time="TNI")


def read_season(part: Part, clock: Clock) -> Reading:
    """A season of a year as its three months; without a year the last one, or the next where it lies ahead."""
    start = SEASONS[(part["season"] or "").lower()]
    if part.get("y"):
        return Reading(months_from(f"{part['y']}-{start:02d}", 3), "itself", "season")
    if clock.published is None:
        return Reading(None, unit="season")
    which = which_of(part)
    year = int(clock.published[:4])
    if part.get("v"):
        year += {"last": -1, "next": 1}.get(which, 0)
    elif len(clock.published) > 4:
        year += _years_to(start, int(clock.published[5:7]), which, ahead=clock.ahead)
    return Reading(months_from(f"{year:04d}-{start:02d}", 3), unit="season")


def _years_to(start: int, month: int, which: str, *, ahead: bool) -> int:
    """From the year of publication to that of a season or quarter which starts with the month `start`."""
    within = (month - start) % 12 < 3
    begun = -1 if within and month < start else 0  # a winter under way began in the year before
    if which in ("last", "past"):
        return begun - 1 if within else (0 if start < month else -1)
    if which in ("next", "coming") or (ahead and which != "this" and not within):
        return begun + 1 if within else (0 if start > month else 1)
    return begun if within or which == "this" else (0 if start < month else -1)


def read_quarter(part: Part, clock: Clock) -> Reading:
    """A quarter or a half of a year as its months; without a year the last that had begun by the publication."""
    size = 6 if (part["part"] or "").lower() == "half" else 3
    unit = "half" if size == 6 else "quarter"
    nth = (part["nth"] or "").lower()
    count = 12 // size
    number = ORDINALS.get(nth, count)
    start = (number - 1) * size + 1
    if number > count:
        return _UNTOLD
    if part.get("y"):
        return Reading(months_from(f"{part['y']}-{start:02d}", size), "itself", unit)
    if clock.published is None:
        return Reading(None, unit=unit)
    year = int(clock.published[:4])
    if part.get("v"):
        year += {"last": -1, "next": 1}.get(which_of(part), 0)
    elif len(clock.published) > 4 and start > int(clock.published[5:7]) and not clock.ahead:
        year -= 1
    if part.get("year_ago"):
        year -= 1
    return Reading(months_from(f"{year:04d}-{start:02d}", size), unit=unit)


def read_decade(part: Part, clock: Clock) -> Reading:
    """ "the 1990s", "the '90s", "the nineties": its ten years as a range. Without a century that of the 1900s."""
    words = (part["decade"] or part["short"] or part["named"] or "").lower()
    tens = int(words) if words.isdigit() else next(n for name, n in _TENS.items() if words.startswith(name))
    start = tens if len(words) == 4 else 1900 + tens
    return Reading(f"{start}/{start + 9}", "itself", "decade")


def read_century(part: Part, clock: Clock) -> Reading:
    """ "the 19th century": the hundred years that are counted so."""
    number = int(part["century"] or 1)
    return Reading(f"{number * 100 - 99:04d}/{number * 100:04d}", "itself", "century") if number else _UNTOLD


def read_year(part: Part, clock: Clock) -> Reading:
    """A year alone, in figures or in words."""
    return Reading(part["year"] or read_spelt(part["spelt"]) or None, "itself")


def read_spelt(words: str | None) -> str:
    """A year in words, as it is spoken: "nineteen eighty-four", "two thousand five"; "" where there is none."""
    words = re.sub(r"\bthe year\b|\band\b|-", " ", " ".join((words or "").lower().split()))
    parts = words.split()
    if not parts:
        return ""
    if parts[0] == "two":
        return str(2000 + _number(parts[2:]))
    tail = [part for part in parts[1:] if part != "hundred"]
    return str(100 * _number(parts[:1]) + _number(tail))


def _number(words: Sequence[str]) -> int:
    bounds = read_number(" ".join(words)) if words else None
    return bounds[0] or 0 if bounds else 0
