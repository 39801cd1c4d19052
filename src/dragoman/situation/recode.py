"""Stored reports coded again with the tools of today: what changes is listed, and what persons judged is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial

from msgspec import structs

from dragoman.config import Settings
from dragoman.engine import open_engine
from dragoman.ids import content_id
from dragoman.records import Event, Failure, Record, Report
from dragoman.situation.adding import OnProgress, begin_visit, digest_record, write_version
from dragoman.situation.describe import find_descents
from dragoman.situation.incremental import REPORTS_AT_ONCE, Desk
from dragoman.store import log, reports
from dragoman.store.reports import Descent
from dragoman.views import Change, Recoded

_TOLD = ("type", "status", "date", "responsibility", "killed", "injured", "abducted", "arrested", "displaced")


def recode(desk: Desk, jobs: int, settings: Settings | None, on_progress: OnProgress | None) -> Recoded:
    """Code all stored reports again (see `Situation.recode`)."""
    from dragoman import pipeline  # noqa: PLC0415 - it loads the model's libraries, which only coding needs

    visit = begin_visit(desk.store, "recode")
    changes: list[Change] = []
    looked, changed = 0, 0
    results = open_engine(jobs).map(partial(pipeline.open_recoder, settings), _iterate_reports(desk))
    with closing(results):
        for result in results:
            looked += 1
            told = _take(desk, result, visit)
            changes += told
            changed += bool(told)
            if changed % REPORTS_AT_ONCE == REPORTS_AT_ONCE - 1:
                desk.merge_some(visit)
            if on_progress is not None:
                on_progress(looked)
    while desk.merge_some(visit):
        pass
    return Recoded(reports=looked, changed=changed, changes=tuple(changes), lost=_list_lost(desk))


def _iterate_reports(desk: Desk) -> Iterator[Report]:
    """The reports as they were read, without what was coded."""
    for serial in reports.list_serials(desk.store):
        record = reports.read_record(desk.store, serial)
        yield Report(**{name: getattr(record, name) for name in Report.__struct_fields__})


def _take(desk: Desk, result: Record | Failure, visit: int) -> list[Change]:
    if isinstance(result, Failure):
        reports.write_failures(desk.store, [result], visit)
        return [Change(report=result.source, event="", what=f"could not be coded again: {result.error}")]
    with desk.store.transaction():
        before = reports.read_current(desk.store, result.id)
        if before is None or structs.replace(before, made_by=result.made_by) == result:
            return []
        descents = find_descents(result, before, reports.list_descents(desk.store, result.id))
        write_version(desk, result, digest_record(result), visit)
        return list(_list_changes(before, result, descents)) or [
            Change(report=result.id, event="", what="statements, names or places are read otherwise")
        ]


def _list_changes(before: Record, after: Record, descents: dict[str, Descent]) -> Iterator[Change]:
    old = {event.id: event for event in before.events}
    heirs = {descent.event for descent in descents.values()}
    for event in after.events:
        if event.id not in descents:
            yield _change(after, event, f"new: {event.type} ({event.triggers[0].text})")
        elif words := _tell_difference(old[descents[event.id].event], event):
            yield _change(after, event, words)
    for event in before.events:
        if event.id not in heirs:
            yield _change(after, event, f"gone: {event.type} ({event.triggers[0].text})")


def _change(record: Record, event: Event, what: str) -> Change:
    return Change(report=record.id, event=event.id, what=what)


def _tell_difference(old: Event, new: Event) -> str:
    """What is otherwise in an event, field by field."""
    told = [
        f"{name}: {_say(getattr(old, name))} is now {_say(getattr(new, name))}"
        for name in _TOLD
        if getattr(old, name) != getattr(new, name)
    ]
    rest = content_id("", str(structs.replace(old, id="", score=None))) != content_id(
        "", str(structs.replace(new, id="", score=None))
    )
    return "; ".join(told) or ("its words are others" if rest else "")


def _say(value: object) -> str:
    return "nothing" if value is None else str(value)


def _list_lost(desk: Desk) -> tuple[str, ...]:
    """Rulings that still hold but of which an event is gone."""
    rulings = [ruling for ruling in log.list_rulings(desk.store) if ruling.withdrawn_at is None]
    keys = [key for ruling in rulings for pair in ruling.pairs for key in pair]
    found = log.find_events(desk.store, keys)
    return tuple(r.id for r in rulings if any(key not in found for pair in r.pairs for key in pair))
