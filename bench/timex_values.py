"""What the grammar of time found, written as TimeML's TIMEX3: extent, type and value (TimeML 1.2.1, section 2.2)."""

from __future__ import annotations

from bench.spans import Json
from dragoman.grammar.moments import Moment
from dragoman.grammar.periods import first_day
from dragoman.grammar.times import read_times

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def write_timexes(text: str, published: str | None) -> list[Json]:
    """The expressions of time in a text with their values, as records of the timex corpus."""
    return [
        {"start": m.start, "end": m.end, "text": text[m.start : m.end], "type": type_of(m), "value": value_of(m)}
        for m in read_times(text, published)
    ]


def type_of(moment: Moment) -> str:
    """DATE, TIME, DURATION or SET."""
    if moment.repeats:
        return "SET"
    if moment.length:
        return "DURATION"
    return "TIME" if moment.time else "DATE"


def value_of(moment: Moment) -> str:
    """The value as TimeML writes it."""
    if moment.vague:
        return {"now": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}[moment.vague]
    if moment.length:
        return moment.length
    if moment.value is None:
        return f"XXXX-XX-XX{moment.time}"
    start = moment.value.partition("/")[0]
    month = int(start[5:7] or 0)
    if moment.unit in ("week", "weekend"):
        year, week, _ = first_day(moment.value).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if moment.unit == "weekend" else "")
    by_unit = {
        "quarter": f"{start[:4]}-Q{(month + 2) // 3}",
        "half": f"{start[:4]}-H{1 if month < 7 else 2}",
        "season": f"{start[:4]}-{_SEASONS.get(month, 'XX')}",
        "year": start[:4],
        "decade": start[:3],
        "century": start[:2],
    }
    return by_unit.get(moment.unit, start + moment.time)
