"""What a situation answers: rows and views put together from the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.export.chain import chain_of, report_name, source_name
from dragoman.export.sentence import sentence_of
from dragoman.export.situation_columns import ReportedEvent
from dragoman.incidents import Figure, FigureRule, Origin, ToldFigure
from dragoman.merge.figures_rule import pick_figures
from dragoman.records import Event, Record
from dragoman.situation.edits import apply_edits
from dragoman.situation.judge import need_incident
from dragoman.store import Store, ask, incidents, log, reports
from dragoman.store.incidents import Kept
from dragoman.terms import CountKind
from dragoman.views import IncidentFilter, IncidentRow, IncidentView, Told


def list_incidents(store: Store, asked: IncidentFilter | None, rule: FigureRule) -> list[IncidentRow]:
    """The rows of the incidents asked for, with figures under a rule."""
    return [_with_rule(row, figures, rule) for row, figures in ask.list_rows(store, asked or IncidentFilter())]


def _with_rule(row: IncidentRow, told: Sequence[ToldFigure], rule: FigureRule) -> IncidentRow:
    if rule is FigureRule.MOST_ORIGINS:
        return row
    picked: dict[str, Figure | None] = {kind.value: None for kind in CountKind}
    picked |= {figure.kind.value: figure for figure in pick_figures(told, rule)}
    return replace(row, **picked)


def view_incident(store: Store, id: str, rule: FigureRule) -> IncidentView:
    """Everything known of one incident. UsageError where there is none of that id."""
    first = need_incident(store, id)
    kept = incidents.read_incident(store, first)
    told = tuple(each.telling for each in _tell(store, kept))
    keys = {(each.report, each.event.id) for each in told}
    rulings = log.list_rulings(store)
    where = log.find_events(store, [key for ruling in rulings for pair in ruling.pairs for key in pair])
    return IncidentView(
        row=_with_rule(kept.row, kept.figures, rule),
        told=told,
        origins=kept.origins,
        conflicts=incidents.list_conflicts(store, first),
        joins=kept.joins,
        judgements=tuple(
            ruling
            for ruling in rulings
            if any(key in where and where[key][1] in keys for pair in ruling.pairs for key in pair)
        ),
        edits=tuple(
            edit for report in sorted({r for r, _ in keys}) for edit in log.list_edits(store, report)
            if (edit.report, edit.event) in keys
        ),
    )  # fmt: skip


def _tell(store: Store, kept: Kept) -> list[ReportedEvent]:
    """The events of an incident with their reports, in the order of publication."""
    origin_of: dict[tuple[str, str], Origin] = {key: origin for origin in kept.origins for key in origin.members}
    records: dict[str, tuple[Record, int]] = {}
    found: list[ReportedEvent] = []
    for member in incidents.list_keys(store, kept.first):
        if member.report not in records:
            records[member.report] = _read_edited(store, member.report, kept.first)
        record, version = records[member.report]
        event = next(each for each in record.events if each.id == member.event)
        origin = origin_of.get((member.report, member.event))
        told = _build_told(event, record, version, member.recalled, origin)
        found.append(ReportedEvent(kept.row.id, told, origin, record))
    return sorted(found, key=lambda e: (e.telling.published or "9", e.telling.report, e.telling.event.triggers[0]))


def _read_edited(store: Store, report: str, first: int) -> tuple[Record, int]:
    """The version of a report that stands in an incident (an older one until a correction is merged), as corrected."""
    serial, version = reports.find_version(store, report, first)
    return apply_edits(reports.read_record(store, serial), log.list_edits(store, report)), version


def _build_told(event: Event, record: Record, version: int, recalled: str | None, origin: Origin | None) -> Told:
    return Told(
        report=record.id,
        version=version,
        title=record.title,
        publisher=record.publisher,
        published=record.published,
        url=record.url,
        event=event,
        sentence=sentence_of(record, event.triggers[0]),
        chain=(*(source_name(each, record) for each in chain_of(event, record)), report_name(record)),
        recalled=recalled,
        origin=origin.id if origin else None,
    )


def iterate_reported(store: Store, asked: IncidentFilter | None) -> Iterator[ReportedEvent]:
    """The event-report table: every event of the incidents asked for as each report tells it."""
    for first in ask.list_firsts(store, asked or IncidentFilter()):
        yield from _tell(store, incidents.read_incident(store, first))


def read_report(store: Store, id: str, version: int | None) -> Record:
    """A report of the situation, the newest version unless one is told. UsageError where there is none."""
    found = reports.read_current(store, id) if version is None else reports.read_version(store, id, version)
    if found is None:
        raise UsageError(f"there is no report {id!r}{f' in version {version}' if version else ''} in {store.path}")
    return found
