"""The table of events for data frames, through Arrow. Needs the extra `dragoman[frames]` (pyarrow).

table = events_table(records)
table.to_pandas()            # pandas
polars.from_arrow(table)     # polars
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.errors import AssetError
from dragoman.export.columns import COLUMNS, Value, event_rows
from dragoman.records import Record


def open_arrow() -> Any:
    """The pyarrow module; AssetError that names the extra where it is not installed."""
    try:
        import pyarrow  # noqa: PLC0415 - an optional extra, and 0.3 s to import
    except ImportError as error:
        raise AssetError(
            "Parquet and data frames need pyarrow, which is not installed. "
            "Install the extra: pip install 'dragoman[frames]'"
        ) from error
    return pyarrow


def arrow_schema() -> Any:
    """The Arrow schema of the table of events: text is string, whole numbers int64, scores float64."""
    arrow = open_arrow()
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64()}
    return arrow.schema([(column.name, types[column.kind]) for column in COLUMNS])


def rows_to_table(rows: list[tuple[Value, ...]]) -> Any:
    """Rows of the table of events as a pyarrow.Table."""
    schema = arrow_schema()
    columns = list(zip(*rows, strict=True)) or [() for _ in COLUMNS]
    arrays = [open_arrow().array(list(cells), type=each.type) for cells, each in zip(columns, schema, strict=True)]
    return open_arrow().Table.from_arrays(arrays, schema=schema)


def events_table(records: Iterable[Record]) -> Any:
    """The events of all records as a pyarrow.Table, one row each, with the columns of docs/export.md.

    AssetError when pyarrow is not installed.
    """
    return rows_to_table([row for record in records for row in event_rows(record)])
