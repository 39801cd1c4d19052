"""A report as it was given, with events, statements and actors lit up, and the records beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from dragoman.export.chain import chain_line, statement_line
from dragoman.export.columns import COLUMNS, Told
from dragoman.records import Event, Record, Span, Statement
from dragoman.show.web.answers import Answers
from dragoman.show.web.filters import read_version
from dragoman.show.web.lighting import light_report
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.segments import Lit, Segment, cut_text, share_out
from dragoman.show.web.utf16 import Utf16Span, to_utf16
from dragoman.text import WORD, span_of
from dragoman.views import IncidentFilter


class Paragraph(Struct, frozen=True):
    """A paragraph of the report in segments; junk between paragraphs is one of its own."""

    heading: bool
    segments: tuple[Segment, ...]


class EventData(Struct, frozen=True):
    """An event of the report, who says so in words, and the incident that it is joined to (None: to none)."""

    event: Event
    chain: str
    incident: str | None


class StatementData(Struct, frozen=True):
    """A statement of the report, and its chain in words."""

    statement: Statement
    chain: str


class ReportData(Struct, frozen=True):
    """A report with all that was read in it. `spans` have offsets in code points, `utf16` the same for scripts."""

    record: Record
    version: int | None
    paragraphs: tuple[Paragraph, ...]
    events: tuple[EventData, ...]
    statements: tuple[StatementData, ...]
    spans: tuple[Lit, ...]
    utf16: tuple[Utf16Span, ...]


def read_page(answers: Answers, asked: Asked) -> Page[ReportData]:
    """The report of an id, its newest version unless one is asked for."""
    version = read_version(asked.query)
    record = answers.situation.report(asked.name, version)
    spans = light_report(record)
    joined = answers.keep(("joined", record.id), lambda: find_incidents(answers, record))
    data = ReportData(
        record=record,
        version=version,
        paragraphs=tuple(_cut_paragraphs(record, spans)),
        events=tuple(EventData(each, chain_line(each, record), joined.get(each.id)) for each in record.events),
        statements=tuple(StatementData(each, statement_line(each, record)) for each in record.statements),
        spans=spans,
        utf16=to_utf16(record.text, spans),
    )
    rows = [Told(record, event) for event in record.events]
    return Page(record.title or record.id, data, make_sheet(COLUMNS, rows))


def _cut_paragraphs(record: Record, spans: Sequence[Lit]) -> Iterator[Paragraph]:
    """All of the text, in order."""
    stretches = [(stretch, heading) for stretch, heading in _list_stretches(record) if stretch.text]
    shared = share_out([stretch for stretch, _ in stretches], spans)
    for (stretch, heading), inside in zip(stretches, shared, strict=True):
        yield Paragraph(heading, tuple(cut_text(record.text, stretch.start, stretch.end, inside)))


def _list_stretches(record: Record) -> Iterator[tuple[Span, bool]]:
    """Paragraphs and headings (True), and between them what belongs to none."""
    at = 0
    for (_, heading), group in groupby(record.sentences, key=lambda each: (each.paragraph, each.heading)):
        sentences = list(group)
        yield span_of(record.text, at, sentences[0].start), False
        yield span_of(record.text, sentences[0].start, at := sentences[-1].end), heading
    yield span_of(record.text, at, len(record.text)), False


def find_incidents(answers: Answers, record: Record) -> dict[str, str]:
    """Which incident each event of a report is joined to: looked for among those whose reports hold its first words."""
    words = WORD.findall(record.text[:200])[:8]
    if not words or not record.events:
        return {}
    found: dict[str, str] = {}
    for row in answers.rows(IncidentFilter(text=f'"{" ".join(words)}"')):
        if len(found) == len(record.events):
            break
        told = answers.situation.incident(row.id).told
        found |= {each.event.id: row.id for each in told if each.report == record.id}
    return found


DOORS = (Door("/reports/{name}", "report.html", read_page, {"version": "which version, from 1"}),)
