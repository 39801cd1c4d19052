"""A record made ready for the store: what its events are found by, descend from, and are compared by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dragoman.export.chain import UNNAMED, chain_of, source_name
from dragoman.export.names import all_named, named
from dragoman.ids import content_id
from dragoman.merge.tellings import Telling, describe_record
from dragoman.merge.words import Rarity
from dragoman.records import Actor, Event, Record, Span
from dragoman.store.reports import Descent, EventLine, NameLine
from dragoman.terms import ActorKind

# Sectors (resources/codebook/lists.yaml) whose persons are public figures by what they do.
_PUBLIC = frozenset({"GOV", "MIL", "REB", "COP", "LEG", "PTY", "PRM", "SPY", "UAF", "OPP", "IGO", "ELI"})


class Described(Struct, frozen=True):
    """A record with its events as the store keeps them."""

    lines: tuple[EventLine, ...]
    tellings: bytes


class _Pack(Struct, array_like=True):
    """The tellings of one report; what they share is kept once."""

    topic: Mapping[str, float]
    tellings: tuple[Telling, ...]


def describe(record: Record, descents: Mapping[str, Descent], rarity: Rarity) -> Described:
    """The lines and tellings of a record. `descents` are what its events inherit, by event id."""
    tellings = describe_record(record, rarity)
    lines = tuple(
        _describe_event(event, record, telling.recalled, descents.get(event.id))
        for event, telling in zip(record.events, tellings, strict=True)
    )
    return Described(lines, pack_tellings(tellings))


def pack_tellings(tellings: Sequence[Telling]) -> bytes:
    """The tellings of one report as bytes."""
    topic = tellings[0].topic if tellings else {}
    return msgspec.msgpack.encode(_Pack(topic, tuple(replace(each, topic={}) for each in tellings)))


def unpack_tellings(body: bytes) -> tuple[Telling, ...]:
    """What `pack_tellings` packed."""
    pack = _DECODER.decode(body)
    return tuple(replace(each, topic=pack.topic) for each in pack.tellings)


_DECODER = msgspec.msgpack.Decoder(_Pack)


def _describe_event(event: Event, record: Record, recalled: str | None, descent: Descent | None) -> EventLine:
    return EventLine(
        event=event.id,
        first=descent.first if descent else None,
        founding=descent.founding if descent else content_id("i", record.id, event.id),
        type=event.type,
        status=event.status,
        responsibility=event.responsibility,
        date=event.date,
        recalled=recalled,
        names=frozenset(_list_names(event, record)),
    )


def _list_names(event: Event, record: Record) -> Iterator[NameLine]:
    for role, spans in (("actor", event.actor), ("recipient", event.recipient)):
        for span in spans:
            yield _name_actor(role, span, record)
    yield from _list_places(event, record)
    for mode in event.modes:
        yield NameLine("mode", mode)
    if record.publisher:
        yield NameLine("outlet", record.publisher)
    for statement in chain_of(event, record):
        name = source_name(statement, record)
        if name not in (UNNAMED, record.publisher):
            yield NameLine("informant", name)


def _list_places(event: Event, record: Record) -> Iterator[NameLine]:
    for place in all_named(event.place, record.places):
        yield NameLine("place", place.name, "", place.country or "")
        if place.admin1:
            yield NameLine("admin1", place.admin1, "", place.country or "")
    for span in event.place:
        if named(span, record.places) is None:
            yield NameLine("place", " ".join(span.text.split()))


def is_public(actor: Actor) -> bool:
    """False for persons who hold no public office or arms: reporters, lawyers, traders stay words in their reports.

    The situation counts and lists what is done across reports only for bodies and for public figures.
    """
    return actor.kind is not ActorKind.PERSON or actor.id is not None or bool(_PUBLIC.intersection(actor.sector))


def _name_actor(role: str, span: Span, record: Record) -> NameLine:
    actor = named(span, record.actors)
    if actor is None or not is_public(actor):
        return NameLine(role, " ".join(span.text.split()) if actor is None else actor.name)
    return NameLine(role, actor.name, actor.kind.value, actor.country or "")


def find_descents(new: Record, old: Record | None, descents: Sequence[Descent]) -> dict[str, Descent]:
    """Which event of the earlier version each event of a report continues, one to one, by the new event's id.

    The same id continues itself; else the event of the same type whose trigger is the same word, the nearest first;
    in an unchanged text also one whose trigger stands in the same place.
    """
    if old is None:
        return {}
    known = {each.event: each for each in descents}
    found = {event.id: known[event.id] for event in new.events if event.id in known}
    left = [event for event in old.events if event.id in known and event.id not in found]
    for event in new.events:
        if event.id in found:
            continue
        likely = [(way, old_event.id) for old_event in left if (way := _measure_way(event, old_event, new, old))]
        if likely:
            taken = min(likely)[1]
            found[event.id] = known[taken]
            left = [old_event for old_event in left if old_event.id != taken]
    return found


def _measure_way(event: Event, other: Event, new: Record, old: Record) -> tuple[int, int] | None:
    """How far two events of two versions are from being the same; None where they are not."""
    gap = min(abs(a.start - b.start) for a in event.triggers for b in other.triggers)
    if new.text == old.text and any(
        a.start < b.end and b.start < a.end for a in event.triggers for b in other.triggers
    ):
        return (0 if event.type is other.type else 1), gap
    if event.type is other.type and {a.text for a in event.triggers} & {b.text for b in other.triggers}:
        return 2, gap
    return None
