"""Incidents one under the other, two lines each, as wide as the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

from dragoman.export.quads import QUAD_OF
from dragoman.show.figures import number_of
from dragoman.show.incident_words import days_words, harm_words, party_words, place_words, told_words
from dragoman.show.screen import safe_words
from dragoman.show.style import QUAD_SIGN, QUAD_STYLE, QUIET
from dragoman.terms import Status
from dragoman.views import IncidentRow

_GAP = 2
_CAPS = (13, 11, 28, 20)  # cells of id, day, type and place; who to whom, and the harm, take the rest
_NARROW = 84  # cells under which the columns do not stand side by side


def show_incidents(rows: Sequence[IncidentRow]) -> Iterator[RenderableType]:
    """The list, or a sentence that there is nothing."""
    if not rows:
        yield Text("No incident fits. Ask for less, or leave all filters out to see every incident.")
        return
    yield IncidentList(rows)


class IncidentList:
    """Rows of incidents as a rich renderable."""

    def __init__(self, rows: Sequence[IncidentRow]) -> None:
        self._rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        cells = [_cells(row) for row in self._rows]
        widths = [min(cap, max(cell_len(line[i]) for line in cells)) for i, cap in enumerate(_CAPS)]
        for row, line in zip(self._rows, cells, strict=True):
            if options.max_width < _NARROW:
                yield from _show_narrow(row, line)
            else:
                yield _first_line(row, line, widths)
                yield _second_line(row, widths[0] + _GAP, options.max_width)


def _cells(row: IncidentRow) -> tuple[str, ...]:
    days = days_words(row.date_from, row.date_to)
    cells = (row.id, days.partition("/")[0] + ("+" if "/" in days else ""), what_words(row), place_words(row))
    deed = " · ".join(words for words in (party_words(row), harm_words(row)) if words)
    return tuple(safe_words(cell) for cell in (*cells, deed))


def what_words(row: IncidentRow) -> str:
    """`▲ ASSAULT explosives`, with the status where the incident is not told as having happened."""
    status = "" if row.status is Status.ACTUAL else f" ({row.status})"
    return f"{QUAD_SIGN[QUAD_OF[row.type]]} {row.type} {', '.join(row.modes)}".rstrip() + status


def _first_line(row: IncidentRow, line: tuple[str, ...], widths: list[int]) -> Text:
    text = Text(no_wrap=True, overflow="ellipsis")
    styles = (QUIET, "", f"bold {QUAD_STYLE[QUAD_OF[row.type]]}", "")
    for cell, width, style in zip(line, widths, styles, strict=False):
        text.append(_fit(cell, width), style=style).append(" " * _GAP)
    return text.append(line[-1])


def _fit(cell: str, width: int) -> str:
    return set_cell_size(cell if cell_len(cell) <= width else set_cell_size(cell, width - 1) + "…", width)


def _second_line(row: IncidentRow, indent: int, width: int) -> Text:
    text = Text(" " * indent, no_wrap=True, overflow="ellipsis", style=QUIET)
    text.append(_sources(row))
    text.append(safe_words(f"  “{row.headline}”"))
    text.truncate(width, overflow="ellipsis")
    return text


def _sources(row: IncidentRow) -> str:
    conflicts = f", {number_of(row.n_conflicts, 'conflict')}" if row.n_conflicts else ""
    return told_words(row) + conflicts


def _show_narrow(row: IncidentRow, line: tuple[str, ...]) -> Iterator[RenderableType]:
    style = f"bold {QUAD_STYLE[QUAD_OF[row.type]]}"
    yield (
        Text(line[2], style=style).append(f"  {line[1]}", style="not bold default").append(f"  {line[0]}", style=QUIET)
    )
    facts = " · ".join(cell for cell in (*line[3:], _sources(row)) if cell)
    yield Padding(Text(facts, overflow="fold"), (0, 0, 0, 2))
    yield Padding(Text(safe_words(f"“{row.headline}”"), style=QUIET), (0, 0, 0, 2))
