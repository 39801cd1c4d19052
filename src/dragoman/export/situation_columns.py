"""The columns of the tables that a situation gives: incidents, the event-report table, conflicts, sources, timeline.

The lists below are the whole definition, as in `columns`: docs/export.md has the same words, which a test holds equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dragoman.export import columns as events
from dragoman.export.quads import QUAD_OF
from dragoman.export.sheet import Column, Value, join_words
from dragoman.incidents import Conflict, Figure, Origin
from dragoman.records import Record
from dragoman.terms import CountKind
from dragoman.views import IncidentRow, SourceRow, TimelineRow
from dragoman.views import Told as Telling


class ReportedEvent(NamedTuple):
    """One event of an incident as one report tells it: a row of the event-report table."""

    incident: str
    telling: Telling
    origin: Origin | None
    record: Record


def figure_of(row: IncidentRow, kind: CountKind) -> Figure | None:
    """The incident's figure of a kind; None where no report tells one."""
    found: Figure | None = getattr(row, kind)
    return found


def _read_figure(kind: CountKind, end: str) -> Callable[[IncidentRow], Value]:
    def read(row: IncidentRow) -> Value:
        figure = figure_of(row, kind)
        return None if figure is None else getattr(figure, end)

    return read


def _figure_columns() -> Iterator[Column[IncidentRow]]:
    for kind in CountKind:
        yield Column(f"{kind}_low", int, f"At least so many {kind}, by the rule", _read_figure(kind, "low"))
        yield Column(f"{kind}_high", int, f"At most so many {kind}; empty when not told", _read_figure(kind, "high"))
        yield Column(f"{kind}_why", str, "Why this figure stands for the incident", _read_figure(kind, "why"))


def _rule(row: IncidentRow) -> Value:
    return next((figure.rule for kind in CountKind if (figure := figure_of(row, kind))), None)


INCIDENT_COLUMNS: tuple[Column[IncidentRow], ...] = (
    Column("incident", str, "The incident's id", lambda r: r.id),
    Column("type", str, "One of the sixteen types", lambda r: r.type),
    Column("quad", str, "Verbal or material, cooperation or conflict", lambda r: QUAD_OF[r.type]),
    Column("modes", str, "The modes of the type", lambda r: join_words(r.modes)),
    Column("status", str, "actual, future, hypothetical, negated or unclear", lambda r: r.status),
    Column("date_from", str, "Its first day", lambda r: r.date_from),
    Column("date_to", str, "Its last day", lambda r: r.date_to),
    Column("actors", str, "Who did it, by the best-known names", lambda r: join_words(r.actors)),
    Column("recipients", str, "To whom it was done", lambda r: join_words(r.recipients)),
    Column("place", str, "Where", lambda r: r.place),
    Column("country", str, "Its country (ISO 3166-1 alpha-3)", lambda r: r.country),
    Column("admin1", str, "Its first-level division", lambda r: r.admin1),
    Column("lat", float, "Latitude of a point that stands for it, in degrees", lambda r: r.lat),
    Column("lon", float, "Longitude of that point", lambda r: r.lon),
    Column("precision", int, "How exact the point is, 1 to 7 (docs/places.md)", lambda r: r.precision),
    *_figure_columns(),
    Column("figures_rule", str, "The rule by which the figures were picked", _rule),
    Column("reports", int, "Reports that tell of it", lambda r: r.n_reports),
    Column("events", int, "Events of these reports that are it", lambda r: r.n_events),
    Column("origins", int, "Independent origins among them", lambda r: r.n_origins),
    Column("conflicts", int, "Pairs of reports that cannot both be right", lambda r: r.n_conflicts),
    Column("recalled", int, "1 where every report only recalls it, else 0", lambda r: int(r.recalled)),
    Column("first_published", str, "Date of the first report", lambda r: r.first_published),
    Column("last_published", str, "Date of the last report", lambda r: r.last_published),
    Column("headline", str, "The sentence of the report that tells most", lambda r: join_words([r.headline])),
)


def _read_event(column: Column[events.Told]) -> Column[ReportedEvent]:
    def read(each: ReportedEvent) -> Value:
        return column.read(events.Told(each.record, each.telling.event))

    return Column(column.name, column.kind, column.meaning, read)


EVENT_REPORT_COLUMNS: tuple[Column[ReportedEvent], ...] = (
    Column("incident", str, "The incident that the event is joined to", lambda e: e.incident),
    Column("report_version", int, "Which version of the report, from 1", lambda e: e.telling.version),
    Column(
        "recalled",
        str,
        "Why the report only recalls the event; empty where it is news in it",
        lambda e: e.telling.recalled,
    ),
    Column("origin", str, "The id of the origin that the telling rests on", lambda e: e.telling.origin),
    Column("origin_name", str, "Its name", lambda e: e.origin.name if e.origin else None),
    *(_read_event(column) for column in events.COLUMNS),
)

CONFLICT_COLUMNS: tuple[Column[Conflict], ...] = (
    Column("incident", str, "The incident's id", lambda c: c.incident),
    Column("field", str, "What they do not agree on", lambda c: c.field),
    Column("why", str, "Why both cannot be right", lambda c: c.why),
    Column("left_report", str, "One report", lambda c: c.left.report),
    Column("left_event", str, "Its event", lambda c: c.left.event),
    Column("left_value", str, "What it says", lambda c: c.left.value),
    Column("left_words", str, "The words that say so", lambda c: join_words([c.left.words.text])),
    Column("right_report", str, "The other report", lambda c: c.right.report),
    Column("right_event", str, "Its event", lambda c: c.right.event),
    Column("right_value", str, "What it says", lambda c: c.right.value),
    Column("right_words", str, "The words that say so", lambda c: join_words([c.right.words.text])),
)

SOURCE_COLUMNS: tuple[Column[SourceRow], ...] = (
    Column("name", str, "The outlet or the informant", lambda s: s.name),
    Column("kind", str, "outlet or informant", lambda s: s.kind),
    Column("reports", int, "Reports that it published or speaks in", lambda s: s.n_reports),
    Column("incidents", int, "Incidents that it tells of as news", lambda s: s.n_incidents),
    Column("first", int, "Of those with two reports or more: told by it on the first day", lambda s: s.n_first),
    Column("alone", int, "Told by nobody else", lambda s: s.n_alone),
    Column("contradicted", int, "In which another one says otherwise", lambda s: s.n_contradicted),
    Column("first_on", str, "Date of its first report", lambda s: s.first_on),
    Column("last_on", str, "Date of its last report", lambda s: s.last_on),
)

TIMELINE_COLUMNS: tuple[Column[TimelineRow], ...] = (
    Column("period", str, "The first day of the day, week or month", lambda t: t.period),
    Column("type", str, "One of the sixteen types", lambda t: t.type),
    Column("quad", str, "Verbal or material, cooperation or conflict", lambda t: QUAD_OF[t.type]),
    Column("incidents", int, "Incidents that began in it", lambda t: t.n_incidents),
    Column("killed_low", int, "Their dead, added up: at least", lambda t: t.killed_low),
    Column("killed_high", int, "At most", lambda t: t.killed_high),
)
