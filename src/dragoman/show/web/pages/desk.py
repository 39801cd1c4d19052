"""The desk: what came in since the last visit, joins to look at, conflicts, failures."""

from __future__ import annotations

from heapq import nlargest

from msgspec import Struct

from dragoman.export.situation_columns import INCIDENT_COLUMNS
from dragoman.incidents import Conflict
from dragoman.records import Failure
from dragoman.show.web.answers import Answers
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.pages.reports import find_reports
from dragoman.show.web.scrub import hide_source
from dragoman.show.web.unsure import UnsureJoin, list_unsure
from dragoman.views import IncidentFilter, IncidentRow, ReportRow

_MOST = 12  # of each kind on the desk; each has a page of its own with all of them


class DeskData(Struct, frozen=True):
    """What is new since the visit `seen` (None: never looked), and what asks for a look.

    `visit` and `visit_at` are the last entry of the situation's log; `n_new` counts the incidents that are new or told
    of anew, `new` are the first of them.
    """

    seen: int | None
    visit: int
    visit_at: str | None
    n_reports: int
    n_incidents: int
    n_new: int
    new: tuple[IncidentRow, ...]
    reports: tuple[ReportRow, ...]
    unsure: tuple[UnsureJoin, ...]
    conflicts: tuple[Conflict, ...]
    failures: tuple[Failure, ...]


def read_page(answers: Answers, asked: Asked) -> Page[DeskData]:
    """The desk as of the visit last seen."""
    visits = answers.situation.visits()
    last = visits[-1] if visits else (0, "", None)
    seen = asked.seen if asked.seen is not None and asked.seen <= last[0] else None
    new = answers.keep(("since", seen), lambda: _list_new(answers, seen))
    reports = find_reports(answers, "")
    data = DeskData(
        seen=seen,
        visit=last[0],
        visit_at=last[2],
        n_reports=len(reports),
        n_incidents=len(answers.rows()),
        n_new=len(new),
        new=tuple(new[:_MOST]),
        reports=tuple(nlargest(_MOST, reports, key=lambda each: (each.added_at, each.published or ""))),
        unsure=tuple(list_unsure(answers)[:_MOST]),
        conflicts=tuple(answers.situation.conflicts(IncidentFilter(limit=_MOST))),
        failures=tuple(map(hide_source, answers.situation.failures()[:_MOST])),
    )
    return Page("Desk", data, make_sheet(INCIDENT_COLUMNS, new))


def _list_new(answers: Answers, seen: int | None) -> list[IncidentRow]:
    """The incidents that came since, those with most dead and most reports first."""
    rows = answers.rows() if seen is None else answers.situation.since(seen)
    return sorted(rows, key=lambda row: (-_count_dead(row), -row.n_reports, row.id))


def _count_dead(row: IncidentRow) -> int:
    return (row.killed.low or row.killed.high or 0) if row.killed else 0


DOORS = (Door("/", "desk.html", read_page, {}),)
