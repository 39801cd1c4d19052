"""Conflicts between reports: both sides with their words and who says so. No verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.export.quads import QUAD_OF
from dragoman.incidents import Conflict, Side
from dragoman.show.incident_list import what_words
from dragoman.show.incident_words import days_words, place_words, teller_words
from dragoman.show.screen import safe_words
from dragoman.show.style import QUAD_STYLE, QUIET
from dragoman.views import IncidentRow, IncidentView


def show_conflicts(views: Iterable[IncidentView]) -> Iterator[RenderableType]:
    """The conflicts of each incident that has some, as the incidents come."""
    found = False
    for view in views:
        if view.conflicts:
            found = True
            yield _show_title(view.row)
        for conflict in view.conflicts:
            yield Padding(show_conflict(conflict, view), (0, 0, 1, 4))
    if not found:
        yield Text("No conflicts: no two reports of one incident were found that cannot both be right.")


def _show_title(row: IncidentRow) -> Text:
    title = Text(safe_words(what_words(row)), style=f"bold {QUAD_STYLE[QUAD_OF[row.type]]}")
    facts = [days_words(row.date_from, row.date_to), place_words(row), row.id]
    return title.append(safe_words("  " + " · ".join(fact for fact in facts if fact)), style="not bold default")


def show_conflict(conflict: Conflict, view: IncidentView) -> Table:
    """One conflict: its field, both sides and why they clash."""
    grid = field_grid()
    grid.add_row(conflict.field, Text(safe_words(conflict.why)))
    grid.add_row("one", _side_words(conflict.left, view))
    grid.add_row("other", _side_words(conflict.right, view))
    return grid


def field_grid() -> Table:
    """Labels and values as `dragoman read` has them, a little wider for longer labels."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=14, style=QUIET, no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _side_words(side: Side, view: IncidentView) -> Text:
    told = next((each for each in view.told if (each.report, each.event.id) == (side.report, side.event)), None)
    text = Text(safe_words(f"{side.value}  “{side.words.text}”"))
    if told is None:
        return text.append(safe_words(f"  {side.report}"), style=QUIET)
    return text.append(safe_words(f"  {teller_words(told)}"), style=QUIET)
