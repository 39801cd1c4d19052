"""Reports and their events in the store: what was read, version by version, and nothing of it ever deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dragoman.codec import to_json
from dragoman.records import Failure, Record
from dragoman.store.connect import Store
from dragoman.terms import EventType, Responsibility, Status
from dragoman.views import ReportRow

_ROOM = 16  # bits of a node that count the events of one report; the others are the report's serial


class NameLine(Struct, frozen=True, order=True):
    """A name by which an event is found: `role` is actor, recipient, place, admin1, outlet, informant, mode or type."""

    role: str
    name: str
    kind: str = ""
    country: str = ""


class EventLine(Struct, frozen=True, kw_only=True):
    """What the store keeps of one event beside the record: its line of descent and the words that it is found by.

    `first` is the node of the first version of the event (None: this one), `founding` the id of the incident that it
    founds if it is the first of one.
    """

    event: str
    first: int | None
    founding: str
    type: EventType
    status: Status
    responsibility: Responsibility | None
    date: str | None
    recalled: str | None
    names: frozenset[NameLine]


class Descent(Struct, frozen=True):
    """An event of an earlier version of a report, and what its successor inherits."""

    event: str
    first: int
    founding: str


def node_of(serial: int, number: int) -> int:
    """The number of the `number`th event of a report, in the order of arrival."""
    return serial << _ROOM | number


def serial_of(node: int) -> int:
    """The report of an event."""
    return node >> _ROOM


def place_of(node: int) -> int:
    """Which event of its report it is, from 0."""
    return node & ((1 << _ROOM) - 1)


def begin_visit(store: Store, kind: str, at: str, made_by: str) -> int:
    """A new entry in the log of what was done to the file; its number."""
    return store.run("INSERT INTO visits (kind, at, made_by) VALUES (?, ?, ?)", (kind, at, made_by))


def knows_input(store: Store, report: str, digest: str) -> bool:
    """Whether these very bytes were read before as this report."""
    found = store.value("SELECT 1 FROM inputs WHERE report = ? AND digest = ?", (report, digest))
    return found is not None


def note_input(store: Store, report: str, digest: str) -> None:
    """Remember the bytes that were read."""
    store.run("INSERT OR IGNORE INTO inputs (report, digest) VALUES (?, ?)", (report, digest))


def knows_digest(store: Store, report: str, digest: str) -> bool:
    """Whether any version of the report had this content."""
    return store.value("SELECT 1 FROM reports WHERE id = ? AND digest = ?", (report, digest)) is not None


def write_record(store: Store, record: Record, digest: str, visit: int, at: str) -> tuple[int, int]:
    """Put in a record as the newest version of its report, inside the caller's transaction; its serial and version."""
    version = store.value("SELECT max(version) FROM reports WHERE id = ?", (record.id,)) or 0
    store.run("UPDATE reports SET current = 0 WHERE id = ? AND current", (record.id,))
    serial = store.run(
        "INSERT INTO reports (id, version, current, digest, visit, added_at, title, publisher, published, url,"
        " n_events, made_by, record) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (record.id, version + 1, digest, visit, at, record.title, record.publisher, record.published, record.url,
         len(record.events), record.made_by, to_json(record)),
    )  # fmt: skip
    store.run("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (serial, record.title or "", record.text))
    return serial, version + 1


def write_events(store: Store, serial: int, report: str, lines: Sequence[EventLine]) -> None:
    """The events of a report version, with their names; what stood there before of this version is replaced."""
    store.run("DELETE FROM event_names WHERE node BETWEEN ? AND ?", (node_of(serial, 0), node_of(serial + 1, 0) - 1))
    for number, line in enumerate(lines):
        node = node_of(serial, number)
        store.run(
            "INSERT INTO events (node, serial, report, event, first, founding, type, status, responsibility, date,"
            " recalled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (node) DO UPDATE SET type = excluded.type,"
            " status = excluded.status, responsibility = excluded.responsibility, date = excluded.date,"
            " recalled = excluded.recalled",
            (node, serial, report, line.event, node if line.first is None else line.first, line.founding, line.type,
             line.status, line.responsibility, line.date, line.recalled),
        )  # fmt: skip
        store.run_many(
            "INSERT INTO event_names (node, role, name, kind, country) VALUES (?, ?, ?, ?, ?)",
            [(node, each.role, each.name, each.kind, each.country) for each in sorted(line.names)],
        )


def write_tellings(store: Store, serial: int, body: bytes) -> None:
    """What the events of a report are compared by."""
    store.run("INSERT OR REPLACE INTO tellings (serial, body) VALUES (?, ?)", (serial, body))


def read_tellings(store: Store, serial: int) -> bytes:
    """What `write_tellings` kept."""
    body: bytes = store.value("SELECT body FROM tellings WHERE serial = ?", (serial,))
    return body


def read_current(store: Store, report: str) -> Record | None:
    """The newest version of a report; None where there is none."""
    found = store.value("SELECT record FROM reports WHERE id = ? AND current", (report,))
    return Record.from_json(found) if found is not None else None


def read_version(store: Store, report: str, version: int) -> Record | None:
    """One version of a report (from 1); None where there is none."""
    found = store.value("SELECT record FROM reports WHERE id = ? AND version = ?", (report, version))
    return Record.from_json(found) if found is not None else None


def read_record(store: Store, serial: int) -> Record:
    """The report version of a serial."""
    return Record.from_json(store.value("SELECT record FROM reports WHERE serial = ?", (serial,)))


def list_descents(store: Store, report: str) -> tuple[Descent, ...]:
    """The events of the newest version of a report."""
    rows = store.rows(
        "SELECT e.event, e.first, e.founding FROM events e JOIN reports r USING (serial)"
        " WHERE r.id = ? AND r.current ORDER BY e.node",
        (report,),
    )
    return tuple(Descent(*row) for row in rows)


def write_failures(store: Store, failures: Iterable[Failure], visit: int) -> None:
    """Remember what could not be read; the same place failing again is told once."""
    store.run_many(
        "INSERT OR REPLACE INTO failures (source, place, stage, error, mend, visit) VALUES (?, ?, ?, ?, ?, ?)",
        [(f.source, f.place or "", f.stage, f.error, f.mend, visit) for f in failures],
    )


def forget_failure(store: Store, source: str, place: str | None) -> None:
    """What failed before can be read now: the line of a file, or the file as a whole where no place is told."""
    store.run("DELETE FROM failures WHERE source = ? AND (? IS NULL OR place = ?)", (source, place, place))


def list_failures(store: Store) -> list[Failure]:
    """What could not be read, and was not read since."""
    rows = store.rows("SELECT source, place, stage, error, mend FROM failures ORDER BY source, place")
    return [Failure(source=s, place=p or None, stage=t, error=e, mend=m) for s, p, t, e, m in rows]


def list_reports(store: Store, text: str | None = None) -> list[ReportRow]:
    """The reports by date of publication and id; `text` is a query of full-text search (see `quote_words`)."""
    where = "AND serial IN (SELECT rowid FROM words WHERE words MATCH ?)" if text is not None else ""
    rows = store.rows(
        "SELECT id, version, title, publisher, published, url, made_by, added_at, n_events FROM reports"
        f" WHERE current {where} ORDER BY published, id",
        (text,) if text is not None else (),
    )
    names = ("id", "version", "title", "publisher", "published", "url", "made_by", "added_at", "n_events")
    return [ReportRow(**dict(zip(names, row, strict=True))) for row in rows]


def list_serials(store: Store) -> list[int]:
    """The newest version of every report, in the order of arrival."""
    return store.column("SELECT serial FROM reports WHERE current ORDER BY serial")


def find_serial(store: Store, report: str) -> int | None:
    """The newest version of a report; None where there is none."""
    found: int | None = store.value("SELECT serial FROM reports WHERE id = ? AND current", (report,))
    return found


def find_version(store: Store, report: str, first: int) -> tuple[int, int]:
    """The serial and number of the version of a report whose events stand in an incident."""
    found: tuple[int, int] = store.rows(
        "SELECT r.serial, r.version FROM events e JOIN reports r USING (serial) WHERE e.report = ? AND e.incident = ?",
        (report, first),
    )[0]
    return found


def list_visits(store: Store) -> list[tuple[int, str, str]]:
    """The log of what was done to the file: number, kind and moment."""
    return store.rows("SELECT id, kind, at FROM visits ORDER BY id")
