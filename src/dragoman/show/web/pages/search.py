"""One field for everything: names, incidents and reports that fit the words."""

from __future__ import annotations

from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.export.situation_columns import INCIDENT_COLUMNS
from dragoman.show.web.answers import Answers
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.pages.reports import find_reports
from dragoman.views import IncidentFilter, IncidentRow, ReportRow

_SHOWN = 15


class FoundName(Struct, frozen=True):
    """An actor or a source by its name; `section` is where its page is."""

    section: str
    name: str
    kind: str
    n_incidents: int


class SearchData(Struct, frozen=True):
    """The first of what fits. Its CSV holds all incidents that do."""

    text: str
    names: tuple[FoundName, ...]
    n_incidents: int
    incidents: tuple[IncidentRow, ...]
    n_reports: int
    reports: tuple[ReportRow, ...]


def read_page(answers: Answers, asked: Asked) -> Page[SearchData]:
    """What fits the words: names that hold them, incidents and reports with all of them, an incident by its id."""
    text = asked.query.get("text", "").strip()
    incidents = _find_incidents(answers, text)
    reports = find_reports(answers, text) if any(map(str.isalnum, text)) else []
    data = SearchData(
        text=text,
        names=_find_names(answers, text),
        n_incidents=len(incidents),
        incidents=tuple(incidents[:_SHOWN]),
        n_reports=len(reports),
        reports=tuple(reports[:_SHOWN]),
    )
    return Page(f"Search {text}".strip(), data, make_sheet(INCIDENT_COLUMNS, incidents))


def _find_incidents(answers: Answers, text: str) -> list[IncidentRow]:
    if not any(map(str.isalnum, text)):
        return []
    found = answers.rows(IncidentFilter(text=text))
    try:
        named = answers.situation.incident(text).row
    except UsageError:
        return found
    return [named, *(row for row in found if row.id != named.id)]


def _find_names(answers: Answers, text: str) -> tuple[FoundName, ...]:
    words = text.strip('"').casefold()
    if not words:
        return ()
    found = [FoundName("actors", row.name, row.kind, row.n_incidents) for row in answers.actors()]
    found += [FoundName("sources", row.name, row.kind, row.n_incidents) for row in answers.sources()]
    fitting = sorted((each for each in found if words in each.name.casefold()), key=lambda each: -each.n_incidents)
    return tuple(fitting[:_SHOWN])


DOORS = (Door("/search", "search.html", read_page, {"text": "words, a phrase in quotes, a name or an id"}),)
