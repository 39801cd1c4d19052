"""The table of events as CSV (RFC 4180 quoting, UTF-8 without a mark, lines end with a line feed)."""

from __future__ import annotations

from typing import BinaryIO, ClassVar

from dragoman.export.columns import COLUMNS, event_rows
from dragoman.export.sheet import csv_lines
from dragoman.records import Record


class CsvExporter:
    """A header, then one line for each event. A cell that a spreadsheet would run as a formula gets a leading '."""

    by_lines: ClassVar[bool] = True

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        stream.write(csv_lines([[column.name for column in COLUMNS]]))

    def write(self, record: Record) -> None:
        """Write the lines of the record's events."""
        self._stream.write(csv_lines(event_rows(record)))

    def finish(self) -> None:
        """CSV has no end mark."""
