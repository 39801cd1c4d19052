"""Everything known of one incident, and who says what, in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.export.quads import QUAD_OF
from dragoman.records import Record
from dragoman.show.conflict_view import field_grid, show_conflict
from dragoman.show.evidence import event_marks, show_sentences
from dragoman.show.figures import casualties_line, count_words
from dragoman.show.incident_list import what_words
from dragoman.show.incident_words import (
    chain_words,
    days_words,
    entry_words,
    figure_words,
    list_counts,
    list_figures,
    place_words,
    sure_words,
    teller_words,
    told_words,
)
from dragoman.show.screen import safe_words
from dragoman.show.style import QUAD_STYLE, QUIET
from dragoman.views import Edit, IncidentRow, IncidentView, Ruling, Told

_INDENT = (0, 0, 1, 4)


FindRecord = Callable[[str, int], Record]  # the record of a report's version


def show_incident(view: IncidentView, find_record: FindRecord) -> Iterator[RenderableType]:
    """The parts of the view: facts, figures, tellings, origins, conflicts, joins, judgements."""
    row = view.row
    quad = QUAD_OF[row.type]
    yield Rule(Text(safe_words(what_words(row)), style=f"bold {QUAD_STYLE[quad]}"), align="left", style=QUIET)
    yield Text(safe_words(f"{row.id} · {quad} · {told_words(row)}"), style=QUIET)
    yield Text()
    yield Padding(_facts(row), _INDENT)
    yield from _show_figures(view)
    yield Text("Who says what", style="bold")
    for number, told in enumerate(view.told, 1):
        yield from _show_told(number, told, find_record(told.report, told.version))
    yield from _show_origins(view)
    if view.conflicts:
        yield Text("Reports that cannot both be right", style="bold")
        for conflict in view.conflicts:
            yield Padding(show_conflict(conflict, view), _INDENT)
    yield from _show_joins(view)
    yield from _show_log(view)


def _facts(row: IncidentRow) -> Table:
    grid = field_grid()
    point = f"{row.lat:.3f}, {row.lon:.3f}, precision {row.precision}" if row.lat is not None else ""
    where = ", ".join(part for part in (place_words(row), row.admin1 or "") if part)
    fields = (
        ("who", "; ".join(row.actors) or "not told"),
        ("to whom", "; ".join(row.recipients)),
        ("where", where + (f"  [{point}]" if point else "")),
        ("when", days_words(row.date_from, row.date_to)),
        ("status", row.status),
    )
    for label, words in fields:
        if words:
            grid.add_row(label, Text(safe_words(words)))
    return grid


def _show_figures(view: IncidentView) -> Iterator[RenderableType]:
    figures = list_figures(view.row)
    if not figures:
        return
    yield Text("Figures", style="bold")
    grid = field_grid()
    for figure in figures:
        stands = Text(figure_words(figure), style="bold")
        grid.add_row(figure.kind, stands.append(safe_words(f"  {figure.rule}: {figure.why}"), style="not bold dim"))
        for counted in list_counts(view, figure.kind):
            line = Text(safe_words(f"{count_words(counted.figure)}  “{counted.words}”"))
            grid.add_row("", line.append(safe_words(f"  {teller_words(counted.told)}"), style=QUIET))
    yield Padding(grid, _INDENT)


def _show_told(number: int, told: Told, record: Record) -> Iterator[RenderableType]:
    title = Text(f"{number:>2}  ").append(safe_words(told.publisher or told.report), style="bold")
    rest = (told.published or "date unknown", told.report if told.publisher else None, told.event.id)
    yield title.append(safe_words("  " + " · ".join(part for part in rest if part)), style="not bold dim")
    for sentence in show_sentences(record, event_marks(told.event)):
        yield Padding(sentence, (0, 0, 0, 4))
    grid = field_grid()
    responsibility = f", responsibility {told.event.responsibility}" if told.event.responsibility else ""
    fields = (
        ("harm", casualties_line(told.event)),
        ("status", told.event.status + responsibility),
        ("said by", chain_words(told)),
        ("recalled", told.recalled),
        ("address", told.url),
    )
    for label, words in fields:
        if words:
            grid.add_row(label, Text(safe_words(words)))
    yield Padding(grid, _INDENT)


def _show_origins(view: IncidentView) -> Iterator[RenderableType]:
    yield Text(f"Origins: {told_words(view.row)}", style="bold")
    grid = field_grid()
    place = {(told.report, told.event.id): number for number, told in enumerate(view.told, 1)}
    for number, origin in enumerate(view.origins, 1):
        rest = ", ".join(str(place[key]) for key in origin.members if key in place)
        quiet = f"  carries {rest}" + ("; only recalls it" if origin.recalled else "")
        grid.add_row(f"origin {number}", Text(safe_words(origin.name)).append(quiet, style=QUIET))
        for why in origin.why:
            grid.add_row("", Text(safe_words(why), style=QUIET))
    yield Padding(grid, _INDENT)


def _show_joins(view: IncidentView) -> Iterator[RenderableType]:
    if not view.joins:
        return
    yield Text("Why these are one incident", style="bold")
    place = {(told.report, told.event.id): number for number, told in enumerate(view.told, 1)}
    grid = field_grid()
    for join in view.joins:
        left, right = (place.get(key, key[0]) for key in (join.left, join.right))
        grid.add_row(f"{left} and {right}", Text(safe_words(f"{sure_words(join.p)}: {'; '.join(join.why)}")))
    yield Padding(grid, _INDENT)


def _show_log(view: IncidentView) -> Iterator[RenderableType]:
    """What persons judged and corrected, withdrawn entries too."""
    if not view.judgements and not view.edits:
        return
    yield Text("What persons judged and corrected", style="bold")
    grid = field_grid()
    entries: list[Ruling | Edit] = [*view.judgements, *view.edits]
    for entry in entries:
        grid.add_row(entry.id, Text(safe_words(entry_words(entry))))
    yield Padding(grid, _INDENT)
