"""Reports that cannot both be right, both sides in their words."""

from __future__ import annotations

from msgspec import Struct

from dragoman.export.situation_columns import CONFLICT_COLUMNS
from dragoman.incidents import Conflict
from dragoman.show.web.answers import Answers
from dragoman.show.web.filters import FILTERS, PAGES, list_asked, read_filter, read_slice
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.paging import Paging, make_paging


class ConflictsData(Struct, frozen=True):
    """The conflicts of the incidents asked for. Its CSV holds them all."""

    paging: Paging
    asked: dict[str, str]
    conflicts: tuple[Conflict, ...]


def read_page(answers: Answers, asked: Asked) -> Page[ConflictsData]:
    """The conflicts of the incidents asked for."""
    wanted = read_filter(asked.query)
    found = answers.keep(("conflicts", wanted), lambda: answers.situation.conflicts(wanted))
    start, limit = read_slice(asked.query)
    paging = make_paging(len(found), start, limit, "/conflicts", asked.query)
    data = ConflictsData(paging, list_asked(asked.query), tuple(found[start : start + limit]))
    return Page("Conflicts", data, make_sheet(CONFLICT_COLUMNS, found))


DOORS = (Door("/conflicts", "conflicts.html", read_page, {**FILTERS, **PAGES}),)
