"""The columns of the table of events: one row for each event of each report, the same for CSV, Parquet and frames.

The list below is the whole definition: name, kind of value, what it means (the words of docs/export.md, which a
test holds equal), and how it is read from a record. Several values in one cell are joined by "; ".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dragoman.export.chain import chain_line, chain_of, source_name
from dragoman.export.names import all_named
from dragoman.export.quads import QUAD_OF
from dragoman.export.sentence import sentence_of
from dragoman.export.sheet import Column, Value, join_words
from dragoman.records import Actor, Event, Place, Record, Span
from dragoman.terms import CountKind


class Told(NamedTuple):
    """One event with the report that tells it: what a row is made from."""

    record: Record
    event: Event


def event_rows(record: Record) -> Iterator[tuple[Value, ...]]:
    """The rows of a record's events, cells in the order of COLUMNS; None where the report does not tell."""
    for event in record.events:
        yield tuple(column.read(Told(record, event)) for column in COLUMNS)


def _words(spans: Iterable[Span]) -> str | None:
    return join_words(span.text for span in spans)


def _names(named: tuple[Actor, ...] | tuple[Place, ...]) -> str | None:
    return join_words(each.name for each in named)


def _countries(named: tuple[Actor, ...] | tuple[Place, ...]) -> str | None:
    return join_words(dict.fromkeys(each.country for each in named if each.country))


def _read_end(kind: CountKind, end: str) -> Callable[[Told], Value]:
    def read(told: Told) -> Value:
        count = getattr(told.event, kind)
        return None if count is None else getattr(count, end)

    return read


def _innermost(told: Told) -> str | None:
    chain = chain_of(told.event, told.record)
    return join_words([source_name(chain[0], told.record)]) if chain else None


def _conflict_reasons(told: Told) -> str | None:
    """Why statements of the event's chain cannot all be true, where a conflict of the record names one of them."""
    chain = {statement.id for statement in chain_of(told.event, told.record)} | set(told.event.said_by)
    pairs = zip(told.record.conflicts, told.record.conflict_reasons, strict=True)
    return join_words(why for pair, why in pairs if not chain.isdisjoint(pair))


def _count_columns() -> Iterator[Column[Told]]:
    for kind in CountKind:
        yield Column(f"{kind}_low", int, f"At least so many {kind}; empty when not told", _read_end(kind, "low"))
        yield Column(f"{kind}_high", int, f"At most so many {kind}; empty when not told", _read_end(kind, "high"))


COLUMNS: tuple[Column[Told], ...] = (
    Column("report_id", str, "The report's id", lambda t: t.record.id),
    Column("title", str, "Its title", lambda t: t.record.title),
    Column("publisher", str, "Its outlet", lambda t: t.record.publisher),
    Column("published", str, "Its date: a day, a month or a year", lambda t: t.record.published),
    Column(
        "published_basis",
        str,
        "Where that date comes from: given, text or inferred",
        lambda t: t.record.published_basis,
    ),
    Column("url", str, "Its address", lambda t: t.record.url),
    Column("language", str, "Its language (ISO 639-1)", lambda t: t.record.language),
    Column("event_id", str, "The event's id, a hash of its content", lambda t: t.event.id),
    Column("type", str, "One of the sixteen types", lambda t: t.event.type),
    Column("quad", str, "Verbal or material, cooperation or conflict", lambda t: QUAD_OF[t.event.type]),
    Column("modes", str, "The modes of the type", lambda t: join_words(t.event.modes)),
    Column("status", str, "actual, future, hypothetical, negated or unclear", lambda t: t.event.status),
    Column("actor", str, "Who did it, in the report's words", lambda t: _words(t.event.actor)),
    Column(
        "actor_name",
        str,
        "Best-known names of those among them that were recognised",
        lambda t: _names(all_named(t.event.actor, t.record.actors)),
    ),
    Column(
        "actor_country",
        str,
        "Their countries (ISO 3166-1 alpha-3), each once",
        lambda t: _countries(all_named(t.event.actor, t.record.actors)),
    ),
    Column("recipient", str, "To whom it was done, in the report's words", lambda t: _words(t.event.recipient)),
    Column(
        "recipient_name",
        str,
        "Best-known names of those among them that were recognised",
        lambda t: _names(all_named(t.event.recipient, t.record.actors)),
    ),
    Column(
        "recipient_country",
        str,
        "Their countries, each once",
        lambda t: _countries(all_named(t.event.recipient, t.record.actors)),
    ),
    Column("place", str, "Where, in the report's words, the most exact first", lambda t: _words(t.event.place)),
    Column(
        "place_name",
        str,
        "Names of those places that were recognised",
        lambda t: _names(all_named(t.event.place, t.record.places)),
    ),
    Column(
        "place_country",
        str,
        "Their countries, each once",
        lambda t: _countries(all_named(t.event.place, t.record.places)),
    ),
    Column("time", str, "When, in the report's words", lambda t: _words(t.event.time)),
    Column("date", str, "What those words mean: a day, a month, a year, or a range first/last", lambda t: t.event.date),
    Column("date_why", str, "How the date was read", lambda t: t.event.date_why),
    *_count_columns(),
    Column("weapon", str, "The instrument, in the report's words", lambda t: _words(t.event.weapon)),
    Column("responsibility", str, "For violence: how the doer is named", lambda t: t.event.responsibility),
    Column(
        "chain",
        str,
        "Who says so, through whom, innermost first, up to the report",
        lambda t: chain_line(t.event, t.record),
    ),
    Column(
        "innermost_source",
        str,
        "The first source of the chain; empty when the report tells it in its own voice",
        _innermost,
    ),
    Column(
        "conflict",
        str,
        "Why a statement behind the event clashes with another; empty when none does",
        _conflict_reasons,
    ),
    Column(
        "trigger",
        str,
        "The words that tell of the event, the fullest mention first",
        lambda t: _words(t.event.triggers),
    ),
    Column(
        "trigger_start",
        int,
        "First character of the first of them in the report's text, from 0",
        lambda t: t.event.triggers[0].start if t.event.triggers else None,
    ),
    Column(
        "trigger_end",
        int,
        "One past its last character",
        lambda t: t.event.triggers[0].end if t.event.triggers else None,
    ),
    Column(
        "sentence",
        str,
        "The sentence that holds the first of them",
        lambda t: _words([sentence_of(t.record, t.event.triggers[0])]) if t.event.triggers else None,
    ),
    Column("score", float, "The marker's score, 0 to 1, not a probability", lambda t: t.event.score),
    Column("made_by", str, "The versions of dragoman, its model and its codebook", lambda t: t.record.made_by),
)
