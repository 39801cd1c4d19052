"""What merging needs to look up: blocks of tellings in their order, likely pairs, and which reports wait."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dragoman.store.connect import Store

_MANY = 500  # values in one question; SQLite allows 999 on old machines


class Stand(Struct, frozen=True):
    """Where a telling stands in the row of a block: its day, a hash, and which event it is."""

    day: int
    tie: int
    node: int


def list_before(store: Store, key: int, stand: Stand, most: int) -> list[int]:
    """The nodes that stand before one in a block, the nearest first."""
    return store.column(
        "SELECT node FROM blocks WHERE key = ? AND (day, tie, node) < (?, ?, ?)"
        " ORDER BY day DESC, tie DESC, node DESC LIMIT ?",
        (key, stand.day, stand.tie, stand.node, most),
    )


def list_after(store: Store, key: int, stand: Stand, most: int) -> list[int]:
    """The nodes that stand after one in a block, the nearest first."""
    return store.column(
        "SELECT node FROM blocks WHERE key = ? AND (day, tie, node) > (?, ?, ?) ORDER BY day, tie, node LIMIT ?",
        (key, stand.day, stand.tie, stand.node, most),
    )


def put_in_blocks(store: Store, keys: Iterable[int], stand: Stand) -> None:
    """Let a telling stand in blocks."""
    store.run_many(
        "INSERT OR IGNORE INTO blocks (key, day, tie, node) VALUES (?, ?, ?, ?)",
        [(key, stand.day, stand.tie, stand.node) for key in keys],
    )


def take_from_blocks(store: Store, keys: Iterable[int], stand: Stand) -> None:
    """Take a telling out of blocks."""
    store.run_many(
        "DELETE FROM blocks WHERE key = ? AND day = ? AND tie = ? AND node = ?",
        [(key, stand.day, stand.tie, stand.node) for key in keys],
    )


def put_pairs(store: Store, pairs: Iterable[tuple[int, int, float]]) -> None:
    """Keep likely pairs (lower node, higher node, probability)."""
    store.run_many("INSERT OR REPLACE INTO pairs (left, right, p) VALUES (?, ?, ?)", pairs)


def drop_pairs(store: Store, pairs: Iterable[tuple[int, int]]) -> None:
    """Pairs that are not compared any more."""
    store.run_many("DELETE FROM pairs WHERE left = ? AND right = ?", pairs)


def list_partners(store: Store, nodes: Sequence[int]) -> list[tuple[int, int]]:
    """The likely pairs that one of the nodes is part of."""
    found: set[tuple[int, int]] = set()
    for part in split(nodes):
        marks = ",".join("?" * len(part))
        for side in ("left", "right"):
            found.update(store.rows(f"SELECT left, right FROM pairs WHERE {side} IN ({marks})", part))
    return sorted(found)


def list_partners_of(store: Store, node: int) -> list[tuple[int, float]]:
    """The other events of the likely pairs that an event is part of, with the probabilities."""
    return store.rows(
        "SELECT right, p FROM pairs WHERE left = ? UNION ALL SELECT left, p FROM pairs WHERE right = ?", (node, node)
    )


def split(values: Sequence[int]) -> Iterable[Sequence[int]]:
    """The values in portions that fit into one question."""
    return (values[at : at + _MANY] for at in range(0, len(values), _MANY))


def list_waiting(store: Store, most: int) -> list[int]:
    """Serials of newest versions that are not merged yet, in the order of arrival."""
    return store.column(
        "SELECT serial FROM reports WHERE current <> merged AND current ORDER BY serial LIMIT ?", (most,)
    )


def list_outdated(store: Store) -> list[int]:
    """Serials of versions that were merged and shall not be any more."""
    return store.column("SELECT serial FROM reports WHERE current <> merged AND merged ORDER BY serial")


def list_nodes(store: Store, serial: int) -> list[int]:
    """The events of a report version."""
    return store.column("SELECT node FROM events WHERE serial = ? ORDER BY node", (serial,))


def mark_merged(store: Store, serial: int, merged: bool) -> None:
    """Set whether the events of a version are in the incidents."""
    store.run("UPDATE reports SET merged = ? WHERE serial = ?", (merged, serial))


def count_between(store: Store, key: int, left: Stand, right: Stand, most: int) -> int:
    """How many stand between two in a block; no more than `most` are counted."""
    low, high = sorted((left, right), key=lambda stand: (stand.day, stand.tie, stand.node))
    found: int = store.value(
        "SELECT count(*) FROM (SELECT 1 FROM blocks WHERE key = ? AND (day, tie, node) > (?, ?, ?)"
        " AND (day, tie, node) < (?, ?, ?) LIMIT ?)",
        (key, low.day, low.tie, low.node, high.day, high.tie, high.node, most),
    )
    return found


def clear_blocks(store: Store) -> None:
    """Forget all that was worked out for merging: other weights compare otherwise."""
    for table in ("blocks", "pairs", "tellings"):
        store.run(f"DELETE FROM {table}")
    store.run("UPDATE reports SET merged = 0")


def read_meta(store: Store, name: str) -> str | None:
    """A note about the file as a whole."""
    found: str | None = store.value("SELECT value FROM meta WHERE name = ?", (name,))
    return found


def write_meta(store: Store, name: str, value: str) -> None:
    """Set a note about the file as a whole."""
    store.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, value))
