"""What is lit up in a report: junk, names, statements and events, in this order, so that events lie on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.records import Record, Span, Statement
from dragoman.show.evidence import event_marks
from dragoman.show.web.segments import Lit


def light_report(record: Record) -> tuple[Lit, ...]:
    """All spans of a record, each with an id of its own and the id of the record that it belongs to."""
    junk = (Lit(f"j{at}", "", "junk", each.start, each.end) for at, each in enumerate(record.junk))
    return (*junk, *_light_names(record), *_light_statements(record), *_light_events(record))


def actor_id(at: int) -> str:
    """The id of the nth actor of a report (from 0) on its page."""
    return f"A{at}"


def _light_names(record: Record) -> Iterator[Lit]:
    told = [span for event in record.events for span in (*event.actor, *event.recipient)]
    told += [statement.source for statement in record.statements if statement.source is not None]
    spans = sorted(set(told))
    for at, actor in enumerate(record.actors):
        mine = [span for span in spans if span.text in actor.spellings]
        for number, span in enumerate(mine):
            yield Lit(f"{actor_id(at)}-{number}", actor_id(at), "name", span.start, span.end)


def _light_statements(record: Record) -> Iterator[Lit]:
    for statement in record.statements:
        for number, (label, span) in enumerate(_statement_parts(statement)):
            yield Lit(f"{statement.id}-{number}", statement.id, label, span.start, span.end)


def _statement_parts(statement: Statement) -> Iterator[tuple[str, Span]]:
    yield from (("content", span) for span in statement.content)
    for label, span in (("source", statement.source), ("through", statement.medium), ("says", statement.cue)):
        if span is not None:
            yield label, span


def _light_events(record: Record) -> Iterator[Lit]:
    for event in record.events:
        for number, mark in enumerate(event_marks(event)):
            yield Lit(f"{event.id}-{number}", event.id, mark.label, mark.start, mark.end)


def span_id(lit: Sequence[Lit], owner: str, label: str, span: Span) -> str:
    """The id of the span that a record has under a label."""
    return next((each.id for each in lit if (each.owner, each.label, each.start) == (owner, label, span.start)), owner)
