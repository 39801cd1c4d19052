"""The list of outlets and informants, and one of them: what it told first, alone, later corrected, against others."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.export.situation_columns import INCIDENT_COLUMNS, SOURCE_COLUMNS
from dragoman.show.web.answers import Answers
from dragoman.show.web.filters import PAGES, read_slice
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.paging import Paging, make_paging
from dragoman.show.web.reading import find_named, view_newest
from dragoman.views import IncidentFilter, IncidentRow, IncidentView, SourceRow, Told


class SourcesData(Struct, frozen=True):
    """Outlets and informants, those with most incidents first. Its CSV holds them all."""

    paging: Paging
    sources: tuple[SourceRow, ...]


class ToldBy(Struct, frozen=True):
    """An incident as a source told it; `marks`: first, alone, corrected, contradicted, recalled."""

    incident: IncidentRow
    marks: tuple[str, ...]


class SourceData(Struct, frozen=True):
    """One source. `told` are those of the newest `n_looked` incidents in which it speaks."""

    name: str
    rows: tuple[SourceRow, ...]
    n_looked: int
    told: tuple[ToldBy, ...]


def read_list(answers: Answers, asked: Asked) -> Page[SourcesData]:
    """The sources."""
    rows = answers.sources()
    start, limit = read_slice(asked.query)
    paging = make_paging(len(rows), start, limit, "/sources", asked.query)
    return Page("Sources", SourcesData(paging, tuple(rows[start : start + limit])), make_sheet(SOURCE_COLUMNS, rows))


def read_page(answers: Answers, asked: Asked) -> Page[SourceData]:
    """The source of a name, and its incidents as CSV."""
    name = asked.name
    rows = tuple(row for row in answers.sources() if row.name == name)
    if not rows:
        raise UsageError(f"nobody is known as the source {name!r} in this situation. The list of sources has all names")
    found = _find_incidents(answers, name, rows)
    views = view_newest(answers, found)
    told = tuple(each for view in views for each in _list_marks(view, name))
    return Page(name, SourceData(name, rows, len(views), told), make_sheet(INCIDENT_COLUMNS, found))


def _find_incidents(answers: Answers, name: str, rows: tuple[SourceRow, ...]) -> list[IncidentRow]:
    """The incidents that an outlet tells of; for an informant those whose reports hold the name."""
    if any(row.kind == "outlet" for row in rows):
        return answers.rows(IncidentFilter(outlet=name))
    return find_named(answers, name)


def _list_marks(view: IncidentView, name: str) -> Iterator[ToldBy]:
    mine = [told for told in view.told if name in told.chain or told.publisher == name]
    if mine:
        yield ToldBy(view.row, tuple(_mark(view, mine)))


def _mark(view: IncidentView, mine: list[Told]) -> Iterator[str]:
    keys = {(told.report, told.event.id) for told in mine}
    first = view.told[0].published
    if len(mine) == len(view.told):
        yield "alone"
    elif first is not None and any(told.published == first for told in mine):
        yield "first"
    if any(told.version > 1 for told in mine):
        yield "corrected"
    if any((side.report, side.event) in keys for each in view.conflicts for side in (each.left, each.right)):
        yield "contradicted"
    if all(told.recalled for told in mine):
        yield "recalled"


DOORS = (
    Door("/sources", "sources.html", read_list, PAGES),
    Door("/sources/{name}", "source.html", read_page, {}),
)
