"""The list of incidents: filters as facets, the newest first, in pages."""

from __future__ import annotations

from msgspec import Struct

from dragoman.export.situation_columns import INCIDENT_COLUMNS
from dragoman.show.web.answers import Answers
from dragoman.show.web.facets import Facet, list_facets
from dragoman.show.web.filters import FIGURES, FILTERS, PAGES, list_asked, read_filter, read_rule, read_slice
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.paging import Paging, make_paging
from dragoman.views import IncidentRow


class IncidentsData(Struct, frozen=True):
    """Incidents under the filters of the address. Its CSV holds them all."""

    paging: Paging
    asked: dict[str, str]
    facets: tuple[Facet, ...]
    incidents: tuple[IncidentRow, ...]


def read_page(answers: Answers, asked: Asked) -> Page[IncidentsData]:
    """The page of the list that is asked for."""
    rows = answers.rows(read_filter(asked.query), read_rule(asked.query))
    start, limit = read_slice(asked.query)
    data = IncidentsData(
        paging=make_paging(len(rows), start, limit, "/incidents", asked.query),
        asked=list_asked(asked.query),
        facets=list_facets(answers, rows, "/incidents", asked.query),
        incidents=tuple(rows[start : start + limit]),
    )
    return Page("Incidents", data, make_sheet(INCIDENT_COLUMNS, rows))


DOORS = (Door("/incidents", "incidents.html", read_page, {**FILTERS, **FIGURES, **PAGES}),)
