"""The logs of what persons held: judgements (one incident or not) and edits. Entries are withdrawn, never erased."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.incidents import EventKey
from dragoman.store.connect import Store
from dragoman.views import Edit, Ruling


def write_ruling(store: Store, ruling: Ruling) -> None:
    """Put a judgement at the end of the log."""
    number = (store.value("SELECT max(number) FROM judgements") or 0) + 1
    store.run(
        'INSERT INTO judgements (id, number, same, "by", why, at) VALUES (?, ?, ?, ?, ?, ?)',
        (ruling.id, number, ruling.same, ruling.by, ruling.why, ruling.at),
    )
    store.run_many(
        "INSERT INTO judgement_pairs (judgement, left_report, left_event, right_report, right_event)"
        " VALUES (?, ?, ?, ?, ?)",
        [(ruling.id, *left, *right) for left, right in ruling.pairs],
    )


def list_rulings(store: Store) -> list[Ruling]:
    """The whole log, the oldest entry first."""
    pairs: dict[str, list[tuple[EventKey, EventKey]]] = {}
    rows = store.rows(
        "SELECT judgement, left_report, left_event, right_report, right_event FROM judgement_pairs"
        " ORDER BY judgement, left_report, left_event, right_report, right_event"
    )
    for id, *key in rows:
        pairs.setdefault(id, []).append(((key[0], key[1]), (key[2], key[3])))
    entries = store.rows('SELECT id, same, "by", why, at, withdrawn_at, withdrawn_why FROM judgements ORDER BY number')
    return [
        Ruling(id=id, same=bool(same), pairs=tuple(pairs.get(id, ())), by=by, why=why, at=at,
               withdrawn_at=withdrawn_at, withdrawn_why=withdrawn_why)
        for id, same, by, why, at, withdrawn_at, withdrawn_why in entries
    ]  # fmt: skip


def withdraw(store: Store, id: str, at: str, why: str) -> bool:
    """Withdraw an entry of either log; False where there is none or it was withdrawn before."""
    for table in ("judgements", "edits"):
        found = store.value(f"SELECT 1 FROM {table} WHERE id = ? AND withdrawn_at IS NULL", (id,))
        if found:
            store.run(f"UPDATE {table} SET withdrawn_at = ?, withdrawn_why = ? WHERE id = ?", (at, why, id))
            return True
    return False


def write_edit(store: Store, edit: Edit) -> None:
    """Put a correction at the end of the log."""
    number = (store.value("SELECT max(number) FROM edits") or 0) + 1
    store.run(
        'INSERT INTO edits (id, number, report, event, field, was, value, "by", why, at)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (edit.id, number, edit.report, edit.event, edit.field, edit.was, edit.value, edit.by, edit.why, edit.at),
    )


def list_edits(store: Store, report: str | None = None) -> list[Edit]:
    """The log of corrections, or those of one report; the oldest first."""
    where = "" if report is None else "WHERE report = ?"
    names = ("id", "report", "event", "field", "was", "value", "by", "why", "at", "withdrawn_at", "withdrawn_why")
    rows = store.rows(
        'SELECT id, report, event, field, was, value, "by", why, at, withdrawn_at, withdrawn_why FROM edits'
        f" {where} ORDER BY number",
        () if report is None else (report,),
    )
    return [Edit(**dict(zip(names, row, strict=True))) for row in rows]


def find_events(store: Store, keys: Iterable[EventKey]) -> dict[EventKey, tuple[int, EventKey]]:
    """Where events of any version are now: the node and key of their newest successor; those without are left out."""
    found: dict[EventKey, tuple[int, EventKey]] = {}
    for report, event in dict.fromkeys(keys):
        rows = store.rows(
            "SELECT e.node, e.report, e.event FROM events o JOIN events e ON e.first = o.first"
            " JOIN reports r ON r.serial = e.serial"
            " WHERE o.report = ? AND o.event = ? AND r.current ORDER BY e.node DESC LIMIT 1",
            (report, event),
        )
        if rows:
            node, *key = rows[0]
            found[report, event] = node, (key[0], key[1])
    return found


def resolve_pairs(
    rulings: Iterable[Ruling], places: Mapping[EventKey, tuple[int, EventKey]]
) -> list[tuple[Ruling, int, int]]:
    """The pairs of nodes of the rulings that hold, where both events still stand, in the order of the log."""
    return [
        (ruling, places[left][0], places[right][0])
        for ruling in rulings
        if ruling.withdrawn_at is None
        for left, right in ruling.pairs
        if left in places and right in places
    ]
