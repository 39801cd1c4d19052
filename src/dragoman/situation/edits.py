"""A person's corrections laid over a record: the record in the store stays as it was read."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.records import Count, Event, Record
from dragoman.terms import CountKind, EventType, Responsibility, Status
from dragoman.views import Edit

FIELDS = ("type", "status", "responsibility", "date", *(kind.value for kind in CountKind))
_KINDS: dict[str, type] = {"type": EventType, "status": Status, "responsibility": Responsibility}


def apply_edits(record: Record, edits: Sequence[Edit]) -> Record:
    """The record with the corrections that hold, the latest of each field."""
    changes: dict[str, dict[str, object]] = {}
    for edit in edits:
        if edit.withdrawn_at is None and edit.report == record.id:
            changes.setdefault(edit.event, {})[edit.field] = read_value(edit.field, edit.value)
    if not changes:
        return record
    events = tuple(replace(event, **changes.get(event.id, {})) for event in record.events)
    return replace(record, events=events)


def read_value(field: str, value: str | None) -> object:
    """A value as it stands in an event from how it is written: "ASSAULT", "2020-01-12", "6", "6-10", "6-".

    UsageError where the field cannot be corrected or the value does not fit it.
    """
    if field not in FIELDS:
        raise UsageError(f"{field!r} cannot be corrected. It can be one of {', '.join(FIELDS)}")
    if value is None:
        if field in ("type", "status"):
            raise UsageError(f"an event has a {field} always. Give one")
        return None
    try:
        if field in _KINDS:
            return _KINDS[field](value)
        return value if field == "date" else _read_count(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is no {field}. {error}") from error


def _read_count(value: str) -> Count:
    low, dash, high = value.partition("-")
    if not dash:
        return Count(int(low), int(low))
    return Count(int(low) if low else None, int(high) if high else None)


def tell_value(event: Event, field: str) -> str | None:
    """How the value of a field is written."""
    value = getattr(event, field)
    if isinstance(value, Count):
        low, high = ("" if end is None else str(end) for end in (value.low, value.high))
        return low if low == high else f"{low}-{high}"
    return None if value is None else str(msgspec.to_builtins(value))
