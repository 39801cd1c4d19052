"""JSON lines: one report a line, checked as they stream by, never held in memory together."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

import msgspec
from msgspec import Struct

from dragoman.errors import InputError
from dragoman.read.limits import MAX_LINE_BYTES, too_long

_MEND = 'Each line is an object like {"id": "a1", "text": "..."}, see docs/read.md'
_BLOCK = 1 << 16


class ReportLine(Struct, frozen=True):
    """The keys of a line that are read; further keys are passed over."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


_decoder = msgspec.json.Decoder(ReportLine)


def iterate_lines(file: BinaryIO, first: bytes = b"") -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, with their numbers from 1; None in place of a line beyond MAX_LINE_BYTES.

    `first` is a first line that was already taken from the file.
    """
    number = 0
    raw = first or file.readline(MAX_LINE_BYTES + 1)
    while raw:
        number += 1
        if number == 1:
            raw = raw.removeprefix(codecs.BOM_UTF8)
        if len(raw) > MAX_LINE_BYTES:
            _skip_line(file, raw)
            yield number, None
        elif raw.strip():
            yield number, raw
        raw = file.readline(MAX_LINE_BYTES + 1)


def _skip_line(file: BinaryIO, raw: bytes) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = file.readline(_BLOCK)


def decode_line(raw: bytes | None, *, source: str, place: str) -> ReportLine:
    """The report that a line holds; raises InputError naming file, line and JSON path."""
    if raw is None:
        raise too_long(MAX_LINE_BYTES + 1, MAX_LINE_BYTES, "bytes", source=source, place=place)
    try:
        line = _decoder.decode(raw.rstrip(b"\r\n"))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(_explain(error), source=source, place=place, mend=_MEND) from error
    if not line.id.strip():
        raise InputError(
            "its id is empty - at `$.id`", source=source, place=place, mend="Give each report an id of its own"
        )
    return line


def _explain(error: msgspec.DecodeError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 (byte {error.start} of the line)"
    if isinstance(error, msgspec.ValidationError):
        path = "" if "`$" in str(error) else " - at `$`"
        return f"{str(error)[:1].lower()}{str(error)[1:]}{path}"
    if "truncated" in str(error):
        return "the JSON breaks off before its end"
    return f"it is no JSON: {error}"
