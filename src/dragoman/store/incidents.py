"""Incidents in the store: which events they hold, and what was worked out of these."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from dragoman.ids import content_id
from dragoman.incidents import Conflict, EventKey, Join, Member, Origin, ToldFigure
from dragoman.records import Span
from dragoman.store.blocks import split
from dragoman.store.connect import Store
from dragoman.views import IncidentRow


class Membership(Struct, frozen=True):
    """Where an event stands: its node, that of its first version, the incident it founds, and the one it is in."""

    node: int
    first: int
    founding: str
    incident: int | None


class Worked(Struct, frozen=True, kw_only=True):
    """What is kept of an incident: its row under the default rule, and what it was made from."""

    row: IncidentRow
    day_from: str | None
    day_to: str | None
    figures: tuple[ToldFigure, ...]
    origins: tuple[Origin, ...]
    joins: tuple[Join, ...]
    conflicts: tuple[Conflict, ...]


class Kept(Struct, frozen=True, kw_only=True):
    """An incident as it is read back; `first` is its number in the store."""

    first: int
    row: IncidentRow
    figures: tuple[ToldFigure, ...]
    origins: tuple[Origin, ...]
    joins: tuple[Join, ...]


def list_memberships(store: Store, nodes: Sequence[int]) -> list[Membership]:
    """Where events stand, in the order of their nodes."""
    found: list[Membership] = []
    for part in split(sorted(nodes)):
        marks = ",".join("?" * len(part))
        rows = store.rows(f"SELECT node, first, founding, incident FROM events WHERE node IN ({marks})", part)
        found += [Membership(*row) for row in sorted(rows)]
    return found


def list_members(store: Store, first: int) -> list[int]:
    """The events of an incident."""
    return store.column("SELECT node FROM events WHERE incident = ? ORDER BY node", (first,))


def list_keys(store: Store, first: int) -> list[Member]:
    """The events of an incident as members, in the order of arrival."""
    rows = store.rows("SELECT report, event, recalled FROM events WHERE incident = ? ORDER BY node", (first,))
    return [Member(report=report, event=event, recalled=recalled) for report, event, recalled in rows]


def find_incident_of(store: Store, key: EventKey) -> int | None:
    """The number of the incident in which an event stands."""
    found: int | None = store.value(
        "SELECT incident FROM events WHERE report = ? AND event = ? AND incident IS NOT NULL", key
    )
    return found


def write_incident(store: Store, first: int, nodes: Sequence[int], worked: Worked, visit: int) -> None:
    """Put in an incident, or bring it up to date; its events leave those in which they were."""
    row, encode = worked.row, msgspec.json.encode
    parts = [encode(each).decode() for each in (row, worked.figures, worked.origins, worked.joins)]
    store.run(
        "INSERT INTO incidents (first, id, type, status, day_from, day_to, n_origins, n_conflicts, recalled, row,"
        " figures, origins, joins) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (first) DO UPDATE SET"
        " id = excluded.id, type = excluded.type, status = excluded.status, day_from = excluded.day_from,"
        " day_to = excluded.day_to,"
        " n_origins = excluded.n_origins, n_conflicts = excluded.n_conflicts, recalled = excluded.recalled,"
        " row = excluded.row, figures = excluded.figures, origins = excluded.origins, joins = excluded.joins",
        (first, row.id, row.type, row.status, worked.day_from, worked.day_to, row.n_origins, row.n_conflicts,
         row.recalled, *parts),
    )  # fmt: skip
    store.run_many("UPDATE events SET incident = ? WHERE node = ?", [(first, node) for node in nodes])
    _write_conflicts(store, first, worked.conflicts, visit)


def _write_conflicts(store: Store, first: int, conflicts: Sequence[Conflict], visit: int) -> None:
    """Those that were known keep the visit in which they were found."""
    found = {name_conflict(each): msgspec.json.encode(each).decode() for each in conflicts}
    known = set(store.column("SELECT id FROM conflicts WHERE incident = ?", (first,)))
    store.run_many("DELETE FROM conflicts WHERE id = ?", [(id,) for id in known - found.keys()])
    store.run_many(
        "INSERT INTO conflicts (id, incident, field, visit, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET incident = excluded.incident, body = excluded.body",
        [(name_conflict(c), first, c.field, visit, found[name_conflict(c)]) for c in conflicts],
    )


def name_conflict(conflict: Conflict) -> str:
    """The id of a conflict: a hash of its field and sides, whatever incident they are in."""
    sides = [(side.report, side.event, side.value, _mark(side.words)) for side in (conflict.left, conflict.right)]
    return content_id("c", conflict.field, *sides[0], *sides[1])


def _mark(words: Span) -> str:
    return f"{words.start}-{words.end}"


def drop_empty(store: Store, firsts: Sequence[int]) -> None:
    """Take away those of the incidents that hold no event any more; their ids still lead to where the events are."""
    store.run_many(
        "DELETE FROM incidents WHERE first = ? AND NOT EXISTS (SELECT 1 FROM events WHERE incident = incidents.first)",
        [(first,) for first in firsts],
    )


def free_nodes(store: Store, nodes: Sequence[int]) -> None:
    """Let events stand in no incident."""
    store.run_many("UPDATE events SET incident = NULL WHERE node = ?", [(node,) for node in nodes])


def find_incident(store: Store, id: str) -> int | None:
    """The number of the incident with an id, or of the one in which the event now is that once founded it."""
    found: int | None = store.value("SELECT first FROM incidents WHERE id = ?", (id,))
    if found is None:
        found = store.value("SELECT incident FROM events WHERE founding = ? AND incident IS NOT NULL", (id,))
    return found


def read_incident(store: Store, first: int) -> Kept:
    """An incident by its number."""
    return decode_incident(
        store.rows("SELECT first, row, figures, origins, joins FROM incidents WHERE first = ?", (first,))[0]
    )


def decode_incident(row: tuple[int, str, str, str, str]) -> Kept:
    """An incident from its columns first, row, figures, origins, joins."""
    return Kept(
        first=row[0],
        row=_ROW.decode(row[1]),
        figures=_FIGURES.decode(row[2]),
        origins=_ORIGINS.decode(row[3]),
        joins=_JOINS.decode(row[4]),
    )


def list_conflicts(store: Store, first: int) -> tuple[Conflict, ...]:
    """The conflicts of an incident, by field and report."""
    found = map(decode_conflict, store.column("SELECT body FROM conflicts WHERE incident = ?", (first,)))
    return tuple(sorted(found, key=lambda c: (c.field, c.left.report, c.right.report, c.left.words.start)))


def decode_conflict(body: str) -> Conflict:
    """A conflict from its column."""
    return _CONFLICT.decode(body)


def read_row(row: str) -> IncidentRow:
    """The row of an incident under the default rule from its column."""
    return _ROW.decode(row)


def read_figures(figures: str) -> tuple[ToldFigure, ...]:
    """What the reports of an incident tell of figures, from its column."""
    return _FIGURES.decode(figures)


_ROW = msgspec.json.Decoder(IncidentRow)
_FIGURES = msgspec.json.Decoder(tuple[ToldFigure, ...])
_ORIGINS = msgspec.json.Decoder(tuple[Origin, ...])
_JOINS = msgspec.json.Decoder(tuple[Join, ...])
_CONFLICT = msgspec.json.Decoder(Conflict)
