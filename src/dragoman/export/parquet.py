"""The table of events as Parquet. Needs the extra `dragoman[frames]` (pyarrow)."""

from __future__ import annotations

from typing import Any, BinaryIO, ClassVar

from dragoman.export.columns import COLUMNS, event_rows
from dragoman.export.sheet import Value, arrow_schema, open_arrow, rows_to_table
from dragoman.records import Record

_ROWS_AT_ONCE = 10_000  # events held before they are written as one row group: some 10 MB


class ParquetExporter:
    """One row for each event, written in groups; the file is whole only after `finish`."""

    by_lines: ClassVar[bool] = False

    def __init__(self, stream: BinaryIO) -> None:
        open_arrow()
        import pyarrow.parquet  # noqa: PLC0415 - an optional extra

        self._writer: Any = pyarrow.parquet.ParquetWriter(stream, arrow_schema(COLUMNS), compression="zstd")
        self._rows: list[tuple[Value, ...]] = []

    def write(self, record: Record) -> None:
        """Keep the record's rows, and write them once there are enough."""
        self._rows.extend(event_rows(record))
        if len(self._rows) >= _ROWS_AT_ONCE:
            self._write_group()

    def finish(self) -> None:
        """Write the rows that are left and the footer."""
        if self._rows:
            self._write_group()
        self._writer.close()

    def _write_group(self) -> None:
        rows, self._rows = self._rows, []
        self._writer.write_table(rows_to_table(COLUMNS, rows))
