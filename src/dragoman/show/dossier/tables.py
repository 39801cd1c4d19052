"""The tables of the dossier: conflicts, outlets and informants, and the numbered list of reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.incidents import Conflict, Side
from dragoman.show.dossier.articles import cite
from dragoman.show.dossier.markup import Child, Html, join, link_out, tag
from dragoman.show.incident_words import days_words, place_words
from dragoman.views import IncidentRow, ReportRow, SourceRow


def _build_table(heads: Sequence[str], rows: Iterable[Sequence[Child]], numbers_from: int) -> Html:
    """A table whose columns from `numbers_from` on are numbers."""

    def style(column: int) -> str | None:
        return "number" if column >= numbers_from else None

    head = tag("tr", (tag("th", name, scope="col", class_=style(i)) for i, name in enumerate(heads)))
    body = (tag("tr", (tag("td", cell, class_=style(i)) for i, cell in enumerate(row))) for row in rows)
    return tag("div", tag("table", tag("thead", head), tag("tbody", body)), class_="scroll")


def build_conflicts(conflicts: Sequence[Conflict], rows: Mapping[str, IncidentRow], numbers: Mapping[str, int]) -> Html:
    """All conflicts with both sides, each a link to its incident; or a sentence that there is none."""
    if not conflicts:
        return tag("p", "No two reports of one incident were found that cannot both be right.", class_="nothing")

    def show_side(side: Side) -> Html:
        return join(f"{side.value} “{side.words.text}” ", cite(side.report, numbers))

    def name(id: str) -> Html:
        row = rows[id]
        return join(tag("time", days_words(row.date_from, row.date_to)), " ", place_words(row))

    cells = (
        (tag("a", name(c.incident), href=f"#{c.incident}"), c.field, show_side(c.left), show_side(c.right), c.why)
        for c in conflicts
    )
    return _build_table(("incident", "on", "one", "other", "why"), cells, 5)


def build_sources(sources: Sequence[SourceRow]) -> Html:
    """Outlets, then informants; or a sentence that there is none."""
    if not sources:
        return tag("p", "The reports name no outlet, and nobody speaks in them.", class_="nothing")
    columns: tuple[tuple[str, Callable[[SourceRow], int]], ...] = (
        ("reports", lambda s: s.n_reports),
        ("incidents", lambda s: s.n_incidents),
        ("first", lambda s: s.n_first),
        ("alone", lambda s: s.n_alone),
        ("contradicted", lambda s: s.n_contradicted),
    )
    parts: list[Html] = []
    for kind in dict.fromkeys(sorted((source.kind for source in sources), reverse=True)):
        rows = [(s.name, *(str(read(s) or "·") for _, read in columns)) for s in sources if s.kind == kind]
        parts += [tag("h3", f"{kind.capitalize()}s"), _build_table(("", *(name for name, _ in columns)), rows, 1)]
    note = (
        "First: incidents of several reports that it told on the first day. Alone: told by nobody else. Contradicted: "
        "another one says otherwise. What is only recalled counts nothing."
    )
    return join(parts, tag("p", note, class_="note"))


def build_reports(reports: Sequence[ReportRow]) -> Html:
    """The reports with their numbers, to which the footnotes lead."""
    items = (
        tag(
            "li",
            link_out(report.url, report.title or report.id),
            tag("span", _tell_report(report), class_="why"),
            id=f"r{number}",
            value=number,
        )
        for number, report in enumerate(reports, 1)
    )
    return tag("ol", items, class_="reports")


def _tell_report(report: ReportRow) -> str:
    version = f"version {report.version}" if report.version > 1 else None
    facts = (report.publisher, report.published or "date unknown", report.id if report.title else None, version)
    return " · " + " · ".join(fact for fact in facts if fact)
