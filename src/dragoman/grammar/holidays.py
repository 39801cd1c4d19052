"""Holidays: the day that each falls on in a year."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.grammar.moments import Clock, Part, Reading
from dragoman.grammar.periods import first_day, shift_days, year_of
from dragoman.grammar.readings import which_of, year_near

_FIXED = {"christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
          "new year": (1, 1), "may day": (5, 1), "bastille day": (7, 14), "valentine": (2, 14), "halloween": (10, 31),
          "fourth of july": (7, 4), "veterans day": (11, 11)}  # fmt: skip
_NTH = {"martin luther king": (1, 0, 3), "thanksgiving": (11, 3, 4)}


def read_holiday(part: Part, clock: Clock) -> Reading:
    """A holiday that falls on a day of the calendar or on the nth week day of a month, or Easter's days.

    Christmas and Easter are those of the western churches, Thanksgiving that of the United States. Days that fall
    otherwise from country to country ("Independence Day", "Labour Day") are not read.
    """
    name = " ".join((part["holiday"] or "").lower().replace("’", "'").split()).removeprefix("the ")
    told = part.get("y")
    if told:
        return Reading(_holiday(name, int(told)), "itself")
    if clock.published is None:
        return Reading(None)
    if part.get("v") or len(clock.published) == 4:
        return Reading(_holiday(name, int(year_of(clock.published, {"last": -1, "next": 1}.get(which_of(part), 0)))))
    day = first_day(_holiday(name, int(clock.published[:4])))
    return Reading(_holiday(name, year_near(clock, day.month, day.day, which_of(part))))


_NAMED = {"9/11": "2001-09-11", "first": "1914/1918", "one": "1914/1918", "i": "1914/1918", "1": "1914/1918",
          "second": "1939/1945", "two": "1939/1945", "ii": "1939/1945", "2": "1939/1945"}  # fmt: skip


def read_named(part: Part, clock: Clock) -> Reading:
    """The attacks that are called after their day, and the two world wars."""
    name = (part["nine_eleven"] or part["war"] or part["nth_war"] or "").lower()
    return Reading(_NAMED[name], "itself")


def _holiday(name: str, year: int) -> str:
    for word, (month, day) in _FIXED.items():
        if name.startswith(word):
            return date(year, month, day).isoformat()
    for word, (month, weekday, nth) in _NTH.items():
        if name.startswith(word):
            first = date(year, month, 1)
            days = [first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * n) for n in range(4)]
            return days[nth - 1].isoformat()
    return shift_days(_easter(year), {"good friday": -2, "palm sunday": -7, "easter monday": 1}.get(name, 0))


def _easter(year: int) -> date:
    """Easter Sunday after the Gregorian rule: the Sunday after the paschal full moon (Gauss, as corrected in 1816)."""
    century, golden = year // 100, year % 19
    skipped = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    epact = skipped % 30 - (1 if skipped % 30 == 29 or (skipped % 30 == 28 and golden > 10) else 0)
    moon = date(year, 3, 21) + timedelta(days=epact)
    return moon + timedelta(days=7 - (moon.weekday() + 1) % 7)
