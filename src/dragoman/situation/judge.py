"""A person's judgements: events put together, kept apart, put right, and all of it taken back. Each has its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.ids import content_id
from dragoman.incidents import EventKey
from dragoman.situation.adding import begin_visit, tell_now
from dragoman.situation.edits import read_value, tell_value
from dragoman.situation.incremental import Desk
from dragoman.store import Store, incidents, log, reports
from dragoman.store.reports import serial_of
from dragoman.views import Edit, Ruling


def list_keys(store: Store, things: Iterable[str | EventKey]) -> list[list[EventKey]]:
    """The events that each thing stands for: an incident's id all of its, a key one. UsageError where there is none."""
    return [_find_key(store, each) if isinstance(each, tuple) else _find_members(store, each) for each in things]


def _find_key(store: Store, key: EventKey) -> list[EventKey]:
    found = log.find_events(store, [key])
    if key not in found:
        raise UsageError(f"there is no event {key[1]} of a report {key[0]}. `dragoman show` lists those of an incident")
    return [found[key][1]]


def _find_members(store: Store, id: str) -> list[EventKey]:
    return [(m.report, m.event) for m in incidents.list_keys(store, need_incident(store, id))]


def need_incident(store: Store, id: str) -> int:
    """The number of an incident; UsageError where there is none of that id."""
    first = incidents.find_incident(store, id)
    if first is None:
        raise UsageError(f"there is no incident {id!r}. `dragoman incidents` lists them")
    return first


def join(desk: Desk, things: Sequence[str | EventKey], why: str, by: str) -> Ruling:
    """Hold all events of the things for one incident."""
    keys = list(dict.fromkeys(key for row in list_keys(desk.store, things) for key in row))
    if len(keys) < 2:
        raise UsageError("one event cannot be joined to itself. Name two incidents or events")
    return _rule(desk, True, tuple((keys[0], other) for other in keys[1:]), why, by)


def split(desk: Desk, things: Sequence[EventKey], why: str, by: str) -> Ruling:
    """Hold the events for another incident than the others that are in theirs."""
    keys = {key for row in list_keys(desk.store, things) for key in row}
    firsts = {incidents.find_incident_of(desk.store, key) for key in keys}
    if len(firsts) != 1 or None in firsts:
        raise UsageError("the events are not of one incident. Name events of one incident that do not belong there")
    others = {(m.report, m.event) for first in firsts if first for m in incidents.list_keys(desk.store, first)} - keys
    if not others:
        raise UsageError("these are all events of the incident. Name those that do not belong to the others")
    return _rule(desk, False, tuple(product(sorted(keys), sorted(others))), why, by)


def _rule(desk: Desk, same: bool, pairs: tuple[tuple[EventKey, EventKey], ...], why: str, by: str) -> Ruling:
    _want_reason(why)
    at, store = tell_now(), desk.store
    with store.transaction():
        number = str(len(log.list_rulings(store)))
        id = content_id("j", number, at, str(same))
        ruling = Ruling(id=id, same=same, pairs=tuple(sorted(pairs)), by=by, why=why, at=at)
        log.write_ruling(store, ruling)
        _group_again(desk, ruling)
    return ruling


def _want_reason(why: str) -> None:
    if not why.strip():
        raise UsageError("a judgement needs its reason. Say why")


def _group_again(desk: Desk, ruling: Ruling) -> None:
    keys = [key for pair in ruling.pairs for key in pair]
    nodes = {node for node, _ in log.find_events(desk.store, keys).values()}
    members = {m.incident for m in incidents.list_memberships(desk.store, sorted(nodes)) if m.incident is not None}
    nodes.update(node for first in members for node in incidents.list_members(desk.store, first))
    desk.regroup(nodes, begin_visit(desk.store, "judge"))


def undo(desk: Desk, id: str, why: str) -> None:
    """Withdraw a judgement or a correction. UsageError where there is none, or it was withdrawn before."""
    _want_reason(why)
    store = desk.store
    with store.transaction():
        if not log.withdraw(store, id, tell_now(), why):
            raise UsageError(f"there is no judgement or correction {id!r} that still holds. See `dragoman judgements`")
        for ruling in log.list_rulings(store):
            if ruling.id == id:
                _group_again(desk, ruling)
        for edit in log.list_edits(store):
            if edit.id == id:
                _describe_again(desk, edit.report)


class Reason(Struct, frozen=True):
    """Why a person holds something, and who."""

    why: str
    by: str


def edit_event(desk: Desk, key: EventKey, field: str, value: str | None, reason: Reason) -> Edit:
    """Put right a field of an event. UsageError where it has no such event or field, or the value does not fit."""
    _want_reason(reason.why)
    read_value(field, value)
    store = desk.store
    with store.transaction():
        found = log.find_events(store, [key])
        if key not in found:
            raise UsageError(f"there is no event {key[1]} of a report {key[0]}")
        node, (report, event) = found[key]
        was = next(each for each in desk.read_record(serial_of(node)).events if each.id == event)
        number, at = str(len(log.list_edits(store))), tell_now()
        edit = Edit(id=content_id("x", number, at, report, event, field), report=report, event=event, field=field,
                    was=tell_value(was, field), value=value, by=reason.by, why=reason.why, at=at)  # fmt: skip
        log.write_edit(store, edit)
        _describe_again(desk, report)
    return edit


def _describe_again(desk: Desk, report: str) -> None:
    """Lay the corrections that hold over a report, and merge its events again."""
    store = desk.store
    record = reports.read_current(store, report)
    serial = reports.find_serial(store, report)
    if record is not None and serial is not None:
        desk.change(serial, record, begin_visit(store, "edit"))
