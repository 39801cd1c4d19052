"""The list of reports, those published last first."""

from __future__ import annotations

from msgspec import Struct

from dragoman.export.sheet import Column
from dragoman.show.web.answers import Answers
from dragoman.show.web.filters import PAGES, read_slice
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.paging import Paging, make_paging
from dragoman.views import ReportRow

COLUMNS: tuple[Column[ReportRow], ...] = (
    Column("report", str, "Its id", lambda r: r.id),
    Column("version", int, "How many versions it has had", lambda r: r.version),
    Column("title", str, "Its title", lambda r: r.title),
    Column("publisher", str, "Its outlet", lambda r: r.publisher),
    Column("published", str, "Its date", lambda r: r.published),
    Column("url", str, "Its address", lambda r: r.url),
    Column("events", int, "How many events it tells of", lambda r: r.n_events),
    Column("added_at", str, "When it came in", lambda r: r.added_at),
)


class ReportsData(Struct, frozen=True):
    """Reports that hold the words of `text`, or all. Its CSV holds them all."""

    paging: Paging
    text: str
    reports: tuple[ReportRow, ...]


def read_page(answers: Answers, asked: Asked) -> Page[ReportsData]:
    """The reports, or those that hold the words asked for."""
    text = asked.query.get("text", "").strip()
    rows = find_reports(answers, text)
    start, limit = read_slice(asked.query)
    paging = make_paging(len(rows), start, limit, "/reports", asked.query)
    return Page("Reports", ReportsData(paging, text, tuple(rows[start : start + limit])), make_sheet(COLUMNS, rows))


def find_reports(answers: Answers, text: str) -> list[ReportRow]:
    """The reports that hold the words (all, where there are none), the last published first."""
    return answers.keep(("reports", text), lambda: _sort_reports(answers.situation.reports(text or None)))


def _sort_reports(found: list[ReportRow]) -> list[ReportRow]:
    return sorted(found, key=lambda row: (row.published or "", row.id), reverse=True)


DOORS = (
    Door("/reports", "reports.html", read_page, {"text": 'words that it holds, "in quotes" as a phrase', **PAGES}),
)
