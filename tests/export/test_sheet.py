from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from dragoman.export import columns as events
from dragoman.export import situation_columns as sheets
from dragoman.export.sheet import Column, to_arrow, write_csv, write_jsonl, write_parquet

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
THINGS = [("=1+1", 3, None), ('said "no",\nthen', None, 0.5)]
COLUMNS: tuple[Column[tuple[Any, ...]], ...] = (
    Column("words", str, "Words", lambda t: t[0]),
    Column("count", int, "A number", lambda t: t[1]),
    Column("share", float, "A share", lambda t: t[2]),
)


def written(write: Any, *before: object) -> bytes:
    stream = io.BytesIO()
    write(*before, THINGS, stream)
    return stream.getvalue()


def test_csv_keeps_every_value_and_disarms_formulas() -> None:
    rows = list(csv.reader(io.StringIO(written(write_csv, COLUMNS).decode(), newline="")))
    assert rows == [["words", "count", "share"], ["'=1+1", "3", ""], ['said "no",\nthen', "", "0.5"]]


def test_jsonl_has_one_thing_a_line() -> None:
    assert [json.loads(line) for line in written(write_jsonl).splitlines()] == [list(thing) for thing in THINGS]


def test_parquet_has_the_types_of_the_columns_and_the_words_as_they_are() -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(written(write_parquet, COLUMNS)))
    assert [str(kind) for kind in table.schema.types] == ["string", "int64", "double"]
    assert [tuple(row.values()) for row in table.to_pylist()] == THINGS


@pytest.mark.parametrize("things", [[], THINGS], ids=["none", "some"])
def test_arrow_table_has_all_columns_even_without_rows(things: list[tuple[Any, ...]]) -> None:
    table = to_arrow(COLUMNS, things)
    assert (table.column_names, table.num_rows) == (["words", "count", "share"], len(things))


@pytest.mark.parametrize(
    "columns",
    [
        sheets.INCIDENT_COLUMNS,
        sheets.EVENT_REPORT_COLUMNS[: -len(events.COLUMNS)],
        sheets.CONFLICT_COLUMNS,
        sheets.SOURCE_COLUMNS,
        sheets.TIMELINE_COLUMNS,
    ],
    ids=["incidents", "event-report", "conflicts", "sources", "timeline"],
)
def test_columns_stand_in_the_docs_with_their_meaning_and_in_their_order(columns: Sequence[Column[Any]]) -> None:
    kinds = {str: "text", int: "whole number", float: "number"}
    assert "\n".join(f"| `{each.name}` | {kinds[each.kind]} | {each.meaning} |" for each in columns) in PAGE


def test_event_report_table_ends_with_all_columns_of_an_event() -> None:
    names = [column.name for column in sheets.EVENT_REPORT_COLUMNS]
    assert names[-len(events.COLUMNS) :] == [column.name for column in events.COLUMNS]
    assert len(set(names)) == len(names)
