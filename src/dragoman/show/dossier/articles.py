"""The incidents of the dossier, one article each: who says what with lit-up words, figures, origins, conflicts, why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.export.quads import QUAD_OF
from dragoman.incidents import Conflict, EventKey, Side
from dragoman.records import Record
from dragoman.show.dossier.lit import light_up_all
from dragoman.show.dossier.markup import Html, join, tag
from dragoman.show.dossier.signs import class_of, sign_of
from dragoman.show.evidence import event_marks
from dragoman.show.figures import casualties_line, count_words
from dragoman.show.incident_view import FindRecord
from dragoman.show.incident_words import (
    chain_words,
    days_words,
    entry_words,
    figure_words,
    harm_words,
    list_counts,
    list_figures,
    place_words,
    sure_words,
    told_words,
)
from dragoman.terms import Status
from dragoman.views import Edit, IncidentRow, IncidentView, Ruling, Told

Numbers = Mapping[str, int]


def build_article(view: IncidentView, numbers: Numbers, find_record: FindRecord) -> Html:
    """The article of one incident. `numbers` are those of the reports in the list of reports."""
    told = (_build_told(each, find_record(each.report, each.version), numbers) for each in view.told)
    return tag(
        "article",
        _build_head(view.row),
        tag(
            "div",
            _build_facts(view.row),
            tag("ol", told, class_="tellings"),
            _build_figures(view, numbers),
            _build_origins(view, numbers),
            _build_conflicts(view, numbers),
            _build_joins(view, numbers),
            _build_log(view),
            class_="body",
        ),
        id=view.row.id,
        class_=f"incident {class_of(view.row.type)}",
    )


def _build_head(row: IncidentRow) -> Html:
    quad = QUAD_OF[row.type]
    modes = f" {', '.join(row.modes)}" if row.modes else ""
    status = "" if row.status is Status.ACTUAL else f" · {row.status}"
    return tag(
        "header",
        tag("p", tag("time", days_words(row.date_from, row.date_to)), class_="day"),
        tag("h4", place_words(row) or "place not told"),
        tag("p", sign_of(quad), " ", tag("b", row.type), modes, class_="type"),
        tag("p", f"{quad}{status}", class_="quad"),
        tag("p", tag("a", row.id, href=f"#{row.id}"), class_="id"),
    )


def _build_facts(row: IncidentRow) -> Html:
    harm = harm_words(row)
    who = "; ".join(row.actors)
    whom = "; ".join(row.recipients)
    doing = f"{who or 'doer not told'} → {whom}" if whom else who
    return join(
        tag("p", harm, class_="harm") if harm else None,
        tag("p", doing, class_="doing") if doing else None,
        tag("p", told_words(row), class_="told-by"),
    )


def cite(report: str, numbers: Numbers) -> Html:
    """The number of a report as a link into the list of reports."""
    number = numbers.get(report)
    return tag("a", f"[{number}]", href=f"#r{number}", class_="cite") if number else tag("span", report)


def _build_told(told: Told, record: Record, numbers: Numbers) -> Html:
    event = told.event
    facts = [casualties_line(event), "" if event.status is Status.ACTUAL else f"status: {event.status}"]
    facts += [f"responsibility: {event.responsibility}" if event.responsibility else ""]
    facts += [f"only recalled: {told.recalled}" if told.recalled else ""]
    said = "; ".join(fact for fact in facts if fact)
    return tag(
        "li",
        tag("blockquote", tag("p", light_up_all(record, event_marks(event)), dir="auto")),
        tag("p", chain_words(told), ", " + told.published if told.published else "", " ", cite(told.report, numbers)),
        tag("p", said, class_="coded") if said else None,
        class_="recalled" if told.recalled else None,
    )


def _build_figures(view: IncidentView, numbers: Numbers) -> Html | None:
    rows: list[Html] = []
    for figure in list_figures(view.row):
        given = [
            tag("li", f"{count_words(c.figure)} “{c.words}”, {chain_words(c.told)} ", cite(c.told.report, numbers))
            for c in list_counts(view, figure.kind)
        ]
        stands = join(tag("b", f"{figure_words(figure)} {figure.kind}"), f" ({figure.rule}: {figure.why})")
        rows.append(tag("div", tag("p", stands), tag("ul", given)))
    return _section("Figures", rows)


def _section(title: str, children: Sequence[Html]) -> Html | None:
    return tag("section", tag("h5", title), children) if children else None


def _build_origins(view: IncidentView, numbers: Numbers) -> Html | None:
    items = [
        tag(
            "li",
            origin.name,
            " ",
            (cite(report, numbers) for report in dict.fromkeys(report for report, _ in origin.members)),
            " only recalls it" if origin.recalled else None,
            tag("span", f": {'; '.join(origin.why)}", class_="why") if origin.why else None,
        )
        for origin in view.origins
    ]
    return _section("Origins", [tag("ul", items)] if items else [])


def _build_conflicts(view: IncidentView, numbers: Numbers) -> Html | None:
    told = {(each.report, each.event.id): each for each in view.told}
    return _section("Cannot both be right", [_build_conflict(each, told, numbers) for each in view.conflicts])


def _build_conflict(conflict: Conflict, told: Mapping[EventKey, Told], numbers: Numbers) -> Html:
    return tag(
        "div",
        tag("p", tag("b", conflict.field), f": {conflict.why}"),
        tag("ul", (_build_side(side, told, numbers) for side in (conflict.left, conflict.right))),
        class_="conflict",
    )


def _build_side(side: Side, told: Mapping[EventKey, Told], numbers: Numbers) -> Html:
    teller = told.get((side.report, side.event))
    named = f", {chain_words(teller)} " if teller else " "
    return tag("li", f"{side.value} “{side.words.text}”{named}", cite(side.report, numbers))


def _build_joins(view: IncidentView, numbers: Numbers) -> Html | None:
    if not view.joins:
        return None
    items = (
        tag(
            "li",
            *(cite(join.left[0], numbers), " and ", cite(join.right[0], numbers)),
            f" {sure_words(join.p)}: {'; '.join(join.why)}",
        )
        for join in view.joins
    )
    return tag("details", tag("summary", "Why these are one incident"), tag("ul", items))


def _build_log(view: IncidentView) -> Html | None:
    entries: list[Ruling | Edit] = [*view.judgements, *view.edits]
    items = [tag("li", entry_words(entry)) for entry in entries]
    return _section("Judged by persons", [tag("ul", items)] if items else [])


def group_by_month(views: Sequence[IncidentRow]) -> Iterator[tuple[str, list[IncidentRow]]]:
    """Incidents by the month in which they began, in their order; those without a day under "No day"."""
    groups: dict[str, list[IncidentRow]] = {}
    for row in views:
        groups.setdefault(row.date_from[:7] if row.date_from else "No day", []).append(row)
    yield from groups.items()
