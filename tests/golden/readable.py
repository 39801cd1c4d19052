"""A record as text that a person can review: words instead of offsets, E1 and S1 instead of hashes, no scores."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from dragoman.records import Actor, Count, Event, Place, Record, Statement
from dragoman.terms import CountKind, Role


class Words(Protocol):
    """Whatever carries the words that it points at."""

    @property
    def text(self) -> str: ...


def to_text(record: Record) -> str:
    """The whole record in the order events, statements, conflicts, actors, places, junk; one block for each part."""
    names = {event.id: f"E{i}" for i, event in enumerate(record.events, 1)}
    names |= {statement.id: f"S{i}" for i, statement in enumerate(record.statements, 1)}
    blocks = [
        _head(record),
        *(_event(event, names) for event in record.events),
        *(_statement(statement, names) for statement in record.statements),
        [_conflict(pair, why, names) for pair, why in zip(record.conflicts, record.conflict_reasons, strict=True)],
        [_named("actor", actor, actor.kind, *actor.sector) for actor in record.actors],
        [_named("place", place) for place in record.places],
        [f"junk {junk.kind}: {_quote([junk])}" for junk in record.junk],
        [f"heading: {_flat(record.text[s.start : s.end])}" for s in record.sentences if s.heading],
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def _head(record: Record) -> list[str]:
    lines = [f"report {record.id}", f"language: {record.language}"]
    for name in ("title", "publisher", "author", "url"):
        if value := getattr(record, name):
            lines.append(f"{name}: {value}")
    lines.append(f"published: {record.published} ({record.published_basis or 'nothing tells'})")
    if not record.events and not record.statements:
        lines.append("nothing to record")
    return lines


def _event(event: Event, names: dict[str, str]) -> list[str]:
    kind = "/".join([event.type, *event.modes])
    responsibility = [f"responsibility {event.responsibility}"] if event.responsibility else []
    lines = [f"{names[event.id]} {', '.join([kind, event.status, *responsibility])}: {_quote(event.triggers)}"]
    for role in Role:
        if spans := getattr(event, role):
            lines.append(f"  {role}: {_quote(spans)}")
    if event.date or event.date_why:
        lines.append(f"  date: {event.date} ({event.date_why})")
    for count in CountKind:
        if (value := getattr(event, count)) is not None:
            words = [each for each in event.count_words if each.kind == count]
            lines.append(f"  {count}: {_interval(value)} {_quote(words)}".rstrip())
    if event.said_by:
        lines.append(f"  said by: {' '.join(names[each] for each in event.said_by)}")
    return lines


def _statement(statement: Statement, names: dict[str, str]) -> list[str]:
    source = _quote([statement.source]) if statement.source else "nobody named"
    via = f", via {names[statement.via]}" if statement.via else ""
    lines = [f"{names[statement.id]} {source} [{_flat(statement.cue.text)}] {statement.stance}{via}"]
    if statement.medium:
        lines.append(f"  medium: {_quote([statement.medium])}")
    lines.extend(f"  says: {_quote([part])}" for part in statement.content)
    return lines


def _conflict(pair: tuple[str, str], why: str, names: dict[str, str]) -> str:
    return f"conflict {names[pair[0]]} {names[pair[1]]}: {why}"


def _named(what: str, found: Actor | Place, *more: str) -> str:
    known = ", ".join(each for each in (*more, found.country) if each)
    spellings = ", ".join(f'"{_flat(each)}"' for each in found.spellings)
    return f"{what} {found.name}" + (f" ({known})" if known else "") + f": {spellings}; {found.why}"


def _interval(count: Count) -> str:
    if count.low == count.high:
        return str(count.low)
    return f"{'?' if count.low is None else count.low} to {'?' if count.high is None else count.high}"


def _quote(spans: Iterable[Words]) -> str:
    return " | ".join(f'"{_flat(span.text)}"' for span in spans)


def _flat(words: str) -> str:
    return " ".join(words.split())
