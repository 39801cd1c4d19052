"""The table of events for data frames, through Arrow. Needs the extra `dragoman[frames]` (pyarrow).

table = events_table(records)
table.to_pandas()            # pandas
polars.from_arrow(table)     # polars
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.export.columns import COLUMNS, event_rows
from dragoman.export.sheet import rows_to_table
from dragoman.records import Record


def events_table(records: Iterable[Record]) -> Any:
    """The events of all records as a pyarrow.Table, one row each, with the columns of docs/export.md.

    AssetError when pyarrow is not installed.
    """
    return rows_to_table(COLUMNS, [row for record in records for row in event_rows(record)])
