"""The table of events as CSV (RFC 4180 quoting, UTF-8 without a mark, lines end with a line feed)."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO, ClassVar

from dragoman.export.columns import COLUMNS, Value, event_rows
from dragoman.records import Record

# A cell that begins so may be run as a formula by a spreadsheet: OWASP, "CSV Injection".
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


class CsvExporter:
    """A header, then one line for each event. A cell that a spreadsheet would run as a formula gets a leading '."""

    by_lines: ClassVar[bool] = True

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._write_lines([[column.name for column in COLUMNS]])

    def write(self, record: Record) -> None:
        """Write the lines of the record's events."""
        self._write_lines([[_cell(value) for value in row] for row in event_rows(record)])

    def finish(self) -> None:
        """CSV has no end mark."""

    def _write_lines(self, rows: list[list[str]]) -> None:
        lines = io.StringIO(newline="")
        csv.writer(lines, lineterminator="\n").writerows(rows)
        self._stream.write(lines.getvalue().encode())


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return str(value)
