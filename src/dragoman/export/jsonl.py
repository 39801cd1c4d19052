"""Records as JSON lines: one report a line, in the form of the published JSON Schema."""

from __future__ import annotations

from typing import BinaryIO, ClassVar

from dragoman.codec import to_json
from dragoman.records import Record


class JsonlExporter:
    """One line of UTF-8 JSON for each record."""

    by_lines: ClassVar[bool] = True

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, record: Record) -> None:
        """Write the record's line."""
        self._stream.write(to_json(record).encode() + b"\n")

    def finish(self) -> None:
        """JSON lines have no end mark."""
