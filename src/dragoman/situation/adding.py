"""Reports into a situation: read and coded where they are new, one transaction each, then merged in portions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from dragoman.config import VERSION, Settings
from dragoman.engine import open_engine
from dragoman.ids import content_id
from dragoman.read import Input, list_inputs
from dragoman.records import Failure, Record
from dragoman.situation.describe import find_descents
from dragoman.situation.incremental import REPORTS_AT_ONCE, Desk
from dragoman.store import Store, reports, tallies
from dragoman.views import AddTally

OnProgress = Callable[[int], None]


@dataclass(frozen=True)
class Coding:
    """How reports are coded: the date that is told for all of them, the number of processes, the user's settings."""

    published: str | None
    jobs: int
    settings: Settings | None


@dataclass
class _Visit:
    """One `add`: its number in the log, what it has counted, and the inputs whose results are awaited."""

    number: int
    reports: int = 0
    unchanged: int = 0
    corrected: int = 0
    failed: list[Failure] = field(default_factory=list)
    awaited: dict[str, tuple[Input, str]] = field(default_factory=dict)


def add_paths(desk: Desk, paths: Sequence[str], coding: Coding, on_progress: OnProgress | None) -> AddTally:
    """Add the reports behind the paths (see `Situation.add`)."""
    from dragoman import pipeline  # noqa: PLC0415 - it loads the model's libraries, which only coding needs

    visit = _Visit(begin_visit(desk.store, "add"))
    new = _pass_over_known(desk.store, list_inputs(paths), visit, coding.published)
    results = open_engine(coding.jobs).map(partial(pipeline.open_coder, coding.published, coding.settings), new)
    with closing(results):
        return _take_results(desk, results, visit, on_progress)


def add_records(desk: Desk, records: Iterable[Record], on_progress: OnProgress | None) -> AddTally:
    """Add reports that were coded before."""
    return _take_results(desk, records, _Visit(begin_visit(desk.store, "add")), on_progress)


def begin_visit(store: Store, kind: str) -> int:
    """A new entry in the log of what was done to the file."""
    return reports.begin_visit(store, kind, tell_now(), f"dragoman {VERSION}")


def tell_now() -> str:
    """This moment, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _take_results(
    desk: Desk, results: Iterable[Record | Failure], visit: _Visit, on_progress: OnProgress | None
) -> AddTally:
    waiting = 0
    for result in results:
        if isinstance(result, Failure):
            visit.failed.append(result)
            reports.write_failures(desk.store, [result], visit.number)
        else:
            waiting += take_record(desk, result, visit)
        if waiting >= REPORTS_AT_ONCE:
            desk.merge_some(visit.number)
            waiting = 0
        if on_progress is not None:
            on_progress(visit.reports + visit.unchanged + len(visit.failed))
    while desk.merge_some(visit.number):
        pass
    return _tell_tally(desk.store, visit)


def _pass_over_known(
    store: Store, inputs: Iterable[Input | Failure], visit: _Visit, published: str | None
) -> Iterator[Input | Failure]:
    """The inputs whose bytes were not read before as the same report."""
    for item in inputs:
        if isinstance(item, Input):
            digest = _digest_input(item, published)
            if digest and reports.knows_input(store, item.id, digest):
                visit.unchanged += 1
                continue
            visit.awaited[item.id] = item, digest
        yield item


def _digest_input(item: Input, published: str | None) -> str:
    """A hash of the bytes and of the date that was told with them; "" where they cannot be read."""
    try:
        payload = item.payload if isinstance(item.payload, bytes) else Path(item.payload).read_bytes()
    except OSError:
        return ""
    return hashlib.blake2b(payload + b"\x1f" + (published or "").encode(), digest_size=16).hexdigest()


def take_record(desk: Desk, record: Record, visit: _Visit) -> bool:
    """Write one record in one transaction, unless any version of its report had this content; whether it is new."""
    store, digest = desk.store, digest_record(record)
    item, source_digest = visit.awaited.pop(record.id, (None, ""))
    with store.transaction():
        if item is not None:
            reports.note_input(store, record.id, source_digest)
            reports.forget_failure(store, item.source, item.place)
        if reports.knows_digest(store, record.id, digest):
            visit.unchanged += 1
            return False
        visit.corrected += write_version(desk, record, digest, visit.number) > 1
    visit.reports += 1
    return True


def write_version(desk: Desk, record: Record, digest: str, visit: int) -> int:
    """The record as the newest version of its report, inside the caller's transaction; which version it is."""
    store = desk.store
    descents = reports.list_descents(store, record.id)
    earlier = reports.read_current(store, record.id)
    serial, version = reports.write_record(store, record, digest, visit, tell_now())
    desk.describe(serial, record, find_descents(record, earlier, descents))
    return version


def digest_record(record: Record) -> str:
    """A hash of what was read: the text and what is known about it, not what was coded."""
    known = (record.title, record.publisher, record.author, record.published, record.url)
    return content_id("", record.text, *(value or "" for value in known))


def _tell_tally(store: Store, visit: _Visit) -> AddTally:
    """What came of a visit, asked of the store: it counts what this visit brought, whoever merged it."""
    return AddTally(
        reports=visit.reports + visit.unchanged + len(visit.failed),
        unchanged=visit.unchanged,
        corrected=visit.corrected,
        incidents_new=tallies.count_founded(store, visit.number),
        events_joined=tallies.count_joined(store, visit.number),
        conflicts_new=tallies.count_conflicts(store, visit.number),
        failed=tuple(visit.failed),
    )
