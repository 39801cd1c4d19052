"""One incident: its figures report by report, who says so, sentences lit up, origins, conflicts, joins, the log."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dragoman.export.sentence import sentences_of
from dragoman.export.situation_columns import EVENT_REPORT_COLUMNS, ReportedEvent
from dragoman.incidents import Conflict, Join, Origin
from dragoman.records import Record
from dragoman.show.evidence import event_marks
from dragoman.show.incident_list import what_words
from dragoman.show.incident_words import days_words
from dragoman.show.web.answers import Answers
from dragoman.show.web.disputes import Dispute, gather_disputes
from dragoman.show.web.filters import FIGURES, read_rule
from dragoman.show.web.near import list_near
from dragoman.show.web.page import Asked, Door, Page, Sheet, make_sheet
from dragoman.show.web.segments import Lit, Segment, cut_text
from dragoman.views import Edit, IncidentRow, IncidentView, Ruling, Told


class TellingData(Struct, frozen=True):
    """What one report tells, its number on the page (from 1), and the sentences with its words, each in segments."""

    number: int
    told: Told
    sentences: tuple[tuple[Segment, ...], ...]


class IncidentData(Struct, frozen=True):
    """Everything known of one incident. `disputes` are its conflicts by field, `near` others that may be it."""

    row: IncidentRow
    tellings: tuple[TellingData, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    disputes: tuple[Dispute, ...]
    joins: tuple[Join, ...]
    judgements: tuple[Ruling, ...]
    edits: tuple[Edit, ...]
    near: tuple[IncidentRow, ...]


def read_page(answers: Answers, asked: Asked) -> Page[IncidentData]:
    """The incident of an id, under the rule of figures that is asked for."""
    view = answers.situation.incident(asked.name, figures=read_rule(asked.query))
    records = {told.report: answers.situation.report(told.report, told.version) for told in view.told}
    data = IncidentData(
        row=view.row,
        tellings=tuple(_light(number, told, records[told.report]) for number, told in enumerate(view.told, 1)),
        origins=view.origins,
        conflicts=view.conflicts,
        disputes=gather_disputes(view.conflicts),
        joins=view.joins,
        judgements=view.judgements,
        edits=view.edits,
        near=tuple(list_near(answers, view.row)),
    )
    title = f"{what_words(view.row)}, {days_words(view.row.date_from, view.row.date_to)}"
    return Page(title, data, _make_sheet(records, view))


def _light(number: int, told: Told, record: Record) -> TellingData:
    marks = event_marks(told.event)
    lit = [Lit(f"t{number}-{at}", told.event.id, mark.label, mark.start, mark.end) for at, mark in enumerate(marks)]
    sentences = sentences_of(record, marks)
    return TellingData(number, told, tuple(tuple(cut_text(record.text, s.start, s.end, lit)) for s in sentences))


def _make_sheet(records: Mapping[str, Record], view: IncidentView) -> Sheet:
    """The event-report table of the incident."""
    origins = {key: origin for origin in view.origins for key in origin.members}
    rows = [
        ReportedEvent(view.row.id, told, origins.get((told.report, told.event.id)), records[told.report])
        for told in view.told
    ]
    return make_sheet(EVENT_REPORT_COLUMNS, rows)


DOORS = (Door("/incidents/{name}", "incident.html", read_page, FIGURES),)
