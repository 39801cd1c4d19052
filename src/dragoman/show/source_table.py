"""Who tells: outlets and informants with how often they were first, alone and contradicted, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.show.screen import safe_words
from dragoman.show.style import QUIET
from dragoman.views import SourceRow

_WIDE = 96  # cells from which the dates stand beside the counts
_COUNTS = ("reports", "incidents", "first", "alone", "contradicted")


def show_sources(rows: Sequence[SourceRow]) -> Iterator[RenderableType]:
    """A table for each kind of source, or a sentence that there is none."""
    if not rows:
        yield Text("No sources: the reports name no outlet, and nobody speaks in them.")
    for kind, group in groupby(sorted(rows, key=lambda row: row.kind, reverse=True), key=lambda row: row.kind):
        yield Text(f"{kind.capitalize()}s", style="bold")
        yield Padding(SourceTable(list(group)), (0, 0, 1, 2))
    if rows:
        yield Text(
            "first: incidents of several reports that it told on the first day. alone: told by nobody else. "
            "contradicted: another one says otherwise.",
            style=QUIET,
        )


class SourceTable:
    """Rows of sources as a rich renderable; the dates only where there is room."""

    def __init__(self, rows: Sequence[SourceRow]) -> None:
        self._rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=QUIET)
        table.add_column("", overflow="fold", min_width=16)
        for name in _COUNTS:
            table.add_column(name, justify="right", no_wrap=True)
        dates = ("from", "to") if options.max_width >= _WIDE else ()
        for name in dates:
            table.add_column(name, no_wrap=True)
        for row in self._rows:
            days = [Text(day or "", style=QUIET) for day in (row.first_on, row.last_on)]
            table.add_row(Text(safe_words(row.name)), *_count_cells(row), *days[: len(dates)])
        yield table


def _count_cells(row: SourceRow) -> list[Text]:
    counts = (row.n_reports, row.n_incidents, row.n_first, row.n_alone, row.n_contradicted)
    return [Text(f"{count:,}" if count else "·", style="" if count else QUIET) for count in counts]
