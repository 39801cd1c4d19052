"""Tables of any kind of row: columns that know their meaning, written as JSON lines, CSV or Parquet.

A sheet is the columns and the things that its rows are made from. The columns of each are listed in docs/export.md.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Generic, TypeVar

import msgspec

from dragoman.errors import AssetError

T = TypeVar("T")
Value = str | int | float | None

# A cell that begins so may be run as a formula by a spreadsheet: OWASP, "CSV Injection".
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_ROWS_AT_ONCE = 10_000  # held before they are written as one group of Parquet: some 10 MB


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: its name, the type of its values, its meaning, and how to read it."""

    name: str
    kind: type[str] | type[int] | type[float]
    meaning: str
    read: Callable[[T], Value]


def join_words(words: Iterable[str]) -> str | None:
    """Several values as one cell, white space (line breaks too) as single spaces; None where there are none."""
    return "; ".join(" ".join(each.split()) for each in words) or None


def write_jsonl(things: Iterable[object], stream: BinaryIO) -> None:
    """One line of UTF-8 JSON for each thing, with all that it holds."""
    for thing in things:
        stream.write(msgspec.json.encode(thing) + b"\n")


def write_csv(columns: Sequence[Column[T]], things: Iterable[T], stream: BinaryIO) -> None:
    """A header, then a line for each thing."""
    stream.write(csv_lines([[column.name for column in columns]]))
    for thing in things:
        stream.write(csv_lines([[column.read(thing) for column in columns]]))


def csv_lines(rows: Iterable[Iterable[Value]]) -> bytes:
    """Rows as UTF-8 CSV; a cell that a spreadsheet would run as a formula gets a leading '."""
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\n").writerows([map(_cell, row) for row in rows])
    return lines.getvalue().encode()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return str(value)


def write_parquet(columns: Sequence[Column[T]], things: Iterable[T], stream: BinaryIO) -> None:
    """A Parquet file with a row for each thing. AssetError where pyarrow is not installed."""
    open_arrow()
    import pyarrow.parquet  # noqa: PLC0415 - an optional extra

    with pyarrow.parquet.ParquetWriter(stream, arrow_schema(columns), compression="zstd") as writer:
        rows: list[tuple[Value, ...]] = []
        for thing in things:
            rows.append(tuple(column.read(thing) for column in columns))
            if len(rows) == _ROWS_AT_ONCE:
                writer.write_table(rows_to_table(columns, rows))
                rows = []
        writer.write_table(rows_to_table(columns, rows))


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


def arrow_schema(columns: Sequence[Column[T]]) -> Any:
    """The Arrow schema of columns: text is string, whole numbers int64, other numbers float64."""
    arrow = open_arrow()
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64()}
    return arrow.schema([(column.name, types[column.kind]) for column in columns])


def rows_to_table(columns: Sequence[Column[T]], rows: Sequence[tuple[Value, ...]]) -> Any:
    """Rows, cells in the order of the columns, as a pyarrow.Table."""
    schema = arrow_schema(columns)
    cells = list(zip(*rows, strict=True)) or [() for _ in columns]
    arrays = [open_arrow().array(list(column), type=each.type) for column, each in zip(cells, schema, strict=True)]
    return open_arrow().Table.from_arrays(arrays, schema=schema)


def to_arrow(columns: Sequence[Column[T]], things: Iterable[T]) -> Any:
    """A pyarrow.Table with a row for each thing. AssetError where pyarrow is not installed."""
    return rows_to_table(columns, [tuple(column.read(thing) for column in columns) for thing in things])
