"""The timeline of the dossier: incidents by day, week, month or year above a line, their dead below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from dragoman.export.quads import QUAD_OF, Quad
from dragoman.show.dossier.markup import Html, join, tag
from dragoman.show.dossier.signs import QUAD_CLASS, key_of_signs
from dragoman.show.figures import number_of
from dragoman.views import IncidentRow

_WIDTH, _TOP, _BELOW = 960, 150, 56  # units of the picture: its width, the room above and below the line
_LEFT = 62
_MOST_BARS = 130


class _Step(Struct, frozen=True):
    """A step of the timeline: its name, the first day of the step that a day is in, and the next such day."""

    name: str
    start: Callable[[date], date]
    following: Callable[[date], date]


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


_STEPS = (
    _Step("day", lambda day: day, lambda day: day + timedelta(days=1)),
    _Step("week", lambda day: day - timedelta(days=day.weekday()), lambda day: day + timedelta(days=7)),
    _Step("month", lambda day: day.replace(day=1), _next_month),
    _Step("year", lambda day: day.replace(month=1, day=1), lambda day: day.replace(year=day.year + 1)),
)


class _Bin(Struct):
    """One bar: its first day, incidents by quad, and the dead, at least and at most."""

    start: date
    counts: Counter[Quad]
    low: int = 0
    high: int = 0


def draw_timeline(rows: Sequence[IncidentRow]) -> Html:
    """The picture with its key, or a sentence where no incident has a day."""
    dated = [(date.fromisoformat(row.date_from), row) for row in rows if row.date_from]
    if not dated:
        return tag("p", "No incident has a day.", class_="nothing")
    step, bins = _fill_bins(dated)
    undated = len(rows) - len(dated)
    left_out = f" {number_of(undated, 'incident')} without a day left out." if undated else ""
    label = f"Incidents by {step.name}, from {bins[0].start} to {bins[-1].start}"
    height = _TOP + _BELOW + 20
    picture = tag("svg", _draw(bins, step), viewBox=f"0 0 {_WIDTH} {height}", role="img", aria_label=label)
    return join(
        tag("div", picture, class_="scroll"),
        key_of_signs(),
        tag("p", f"A bar is a {step.name}.{left_out}", class_="note"),
    )


def _fill_bins(dated: Sequence[tuple[date, IncidentRow]]) -> tuple[_Step, list[_Bin]]:
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    for step in _STEPS:
        starts = list(_list_starts(step, first, last))
        if len(starts) <= _MOST_BARS:
            break
    bins = {start: _Bin(start, Counter()) for start in starts}
    for day, row in dated:
        found = bins[step.start(day)]
        found.counts[QUAD_OF[row.type]] += 1
        if row.killed is not None:
            found.low += row.killed.low or 0
            found.high += row.killed.high or row.killed.low or 0
    return step, list(bins.values())


def _list_starts(step: _Step, first: date, last: date) -> Iterator[date]:
    at = step.start(first)
    while at <= last:
        yield at
        at = step.following(at)


def _draw(bins: Sequence[_Bin], step: _Step) -> Html:
    most, dead = max(b.counts.total() for b in bins), max((b.high for b in bins), default=0)
    slot = min((_WIDTH - _LEFT) / len(bins), 44.0)
    bar = max(slot * 0.78, 1.5)
    drawn = [_draw_bin(b, (_LEFT + i * slot, bar), (most, dead), step) for i, b in enumerate(bins)]
    return join(_draw_axes(most, dead), drawn, _draw_dates(bins, slot, step))


def _draw_bin(one: _Bin, across: tuple[float, float], most: tuple[int, int], step: _Step) -> Html:
    x, bar = across
    unit, y = (_TOP - 14) / most[0], float(_TOP)
    parts: list[Html] = []
    for quad in reversed(Quad):
        height = one.counts[quad] * unit
        y -= height
        if height:
            parts.append(tag("rect", x=x, y=y, width=bar, height=height, class_=f"bar {QUAD_CLASS[quad]}"))
    for value, name in ((one.high, "dead-high"), (one.low, "dead-low")):
        if value:
            parts.append(
                tag("rect", x=x, y=float(_TOP + 3), width=bar, height=value * (_BELOW - 6) / most[1], class_=name)
            )
    return tag("g", tag("title", _tell_bin(one, step)), parts) if parts else Html("")


def _tell_bin(one: _Bin, step: _Step) -> str:
    told = ", ".join(f"{one.counts[quad]} {quad}" for quad in Quad if one.counts[quad])
    dead = f"; killed: {one.low if one.low == one.high else f'{one.low} to {one.high}'}" if one.high else ""
    return f"{name_step(one.start, step.name)}: {told}{dead}"


def name_step(start: date, step: str) -> str:
    """2016 for a year, 2016-04 for a month, else the day."""
    return start.isoformat()[: {"year": 4, "month": 7}.get(step, 10)]


def _draw_axes(most: int, dead: int) -> Html:
    line = tag("line", x1=_LEFT, x2=_WIDTH, y1=float(_TOP + 1.5), y2=float(_TOP + 1.5), class_="axis")
    edge = _LEFT - 8
    names = [
        tag("text", str(most), x=edge, y=22, class_="tick end"),
        tag("text", "incidents", x=edge, y=_TOP - 2, class_="tick end"),
    ]
    if dead:
        names.append(tag("text", "killed", x=edge, y=_TOP + 14, class_="tick end"))
        names.append(tag("text", f"{dead:,}", x=edge, y=_TOP + _BELOW - 3, class_="tick end"))
    return join(line, names)


def _draw_dates(bins: Sequence[_Bin], slot: float, step: _Step) -> Html:
    """A name under every bar, or under as many as there is room for; years alone where months are narrow."""
    years_only = step.name == "month" and slot < 20
    marks: list[Html] = []
    free = 0.0
    for number, one in enumerate(bins):
        x = _LEFT + number * slot
        if x < free or (years_only and one.start.month != 1 and number):
            continue
        text = str(one.start.year) if years_only and one.start.month == 1 else name_step(one.start, step.name)
        if x + 6.6 * len(text) > _WIDTH:
            break
        marks.append(tag("text", text, x=x, y=_TOP + _BELOW + 14, class_="tick"))
        free = x + 7.2 * len(text) + 10
    return join(marks)
