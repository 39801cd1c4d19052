"""Conflicts of one incident put together: what is told of a field, value by value, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dragoman.incidents import Conflict, Side


class Told(Struct, frozen=True):
    """A value that stands against another one, and who gives it."""

    value: str
    sides: tuple[Side, ...]


class Dispute(Struct, frozen=True):
    """A field on which reports cannot all be right: the values, those with most reports first, and why they clash."""

    field: str
    told: tuple[Told, ...]
    why: tuple[str, ...]


def gather_disputes(conflicts: Sequence[Conflict]) -> tuple[Dispute, ...]:
    """The conflicts by field. Eight pairs of reports that say 14 or 11 are one dispute of two values."""
    fields = dict.fromkeys(each.field for each in conflicts)
    return tuple(_gather(field, [each for each in conflicts if each.field == field]) for field in fields)


def _gather(field: str, conflicts: Sequence[Conflict]) -> Dispute:
    values: dict[str, dict[Side, None]] = {}
    for conflict in conflicts:
        for side in (conflict.left, conflict.right):
            values.setdefault(side.value, {})[side] = None
    told = sorted((Told(value, tuple(sides)) for value, sides in values.items()), key=lambda each: -len(each.sides))
    return Dispute(field, tuple(told), tuple(dict.fromkeys(conflict.why for conflict in conflicts)))
