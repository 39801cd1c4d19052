"""One way to JSON and back for every record, and the JSON Schema of the record."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from dragoman.errors import InputError

T = TypeVar("T", bound=Struct)


def to_json(value: Struct) -> str:
    """A record as one line of JSON, keys in the order of its fields."""
    return msgspec.json.encode(value).decode()


def from_json(kind: type[T], line: str | bytes, *, source: str = "<string>", place: str | None = None) -> T:
    """The record that a line of JSON holds.

    Raises InputError with the JSON path where the line does not fit the type; `source` and `place` name
    the file and line in its message.
    """
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.DecodeError as error:
        raise InputError(
            f"not a {kind.__name__} record: {error}", source=source, place=place, mend="Compare it with the JSON Schema"
        ) from error


def json_schema(kind: type[Struct]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record type."""
    schema = msgspec.json.schema(kind)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
