"""Incidents over time in the terminal: a line for each period, with a sign for each incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from dragoman.export.quads import QUAD_OF, Quad
from dragoman.records import Count
from dragoman.show.figures import count_words, number_of
from dragoman.show.style import QUAD_SIGN, QUAD_STYLE, QUIET
from dragoman.views import Period, TimelineRow

_BESIDE = 44  # cells that the period and the figures take


def show_timeline(rows: Sequence[TimelineRow], by: Period) -> Iterator[RenderableType]:
    """The bars and what their signs mean, or a sentence that there is nothing."""
    if not rows:
        yield Text("No incident with a day fits. Ask for less, or leave all filters out.")
        return
    yield TimelineBars(rows, by)


class TimelineBars:
    """A line for each period, as wide as the terminal; a sign stands for several incidents where one is too few."""

    def __init__(self, rows: Sequence[TimelineRow], by: Period) -> None:
        self._periods = [(name_period(at, by), list(rows)) for at, rows in groupby(rows, key=lambda row: row.period)]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        most = max(sum(row.n_incidents for row in rows) for _, rows in self._periods)
        room = max(options.max_width - _BESIDE, 8)
        worth = -(-most // room)
        bar = min(room, -(-most // worth) + len(Quad) - 1)
        for period, rows in self._periods:
            yield _show_period(period, rows, worth, bar)
        yield Text()
        signs = ", ".join(f"{QUAD_SIGN[quad]} {quad}" for quad in Quad)
        yield Text(f"A sign is {number_of(worth, 'incident')}: {signs}.", style=QUIET)


def name_period(first_day: str, by: Period) -> str:
    """A month as 2016-04; a week by its Monday, a day as it is."""
    return first_day[:7] if by is Period.MONTH else first_day


def _show_period(period: str, rows: Sequence[TimelineRow], worth: int, bar: int) -> Text:
    line = Text(f"{period:<10}  ")
    counts = Counter[Quad]()
    for row in rows:
        counts[QUAD_OF[row.type]] += row.n_incidents
    drawn = 0
    for quad in Quad:
        signs = -(-counts[quad] // worth)
        line.append(QUAD_SIGN[quad] * signs, style=QUAD_STYLE[quad])
        drawn += signs
    line.append(" " * max(bar - drawn, 0))
    line.append(f"  {number_of(sum(counts.values()), 'incident')}")
    low, high = sum(row.killed_low for row in rows), sum(row.killed_high for row in rows)
    return line.append(f", {count_words(Count(low, high))} killed" if high else "", style=QUIET)
