"""The contract of every exporter, and what is particular to each format."""

from __future__ import annotations

import csv
import io
import sys

import pyarrow.parquet
import pytest

from dragoman.codec import from_json
from dragoman.errors import AssetError
from dragoman.export import Format, open_exporter
from dragoman.export.columns import COLUMNS
from dragoman.export.frames import events_table
from dragoman.records import Record
from tests.make import event, record
from tests.show.story import story

NAMES = [column.name for column in COLUMNS]


def export(form: Format, *records: Record) -> bytes:
    stream = io.BytesIO()
    exporter = open_exporter(form, stream)
    for each in records:
        exporter.write(each)
    exporter.finish()
    return stream.getvalue()


def event_ids(form: Format, written: bytes) -> list[str]:
    match form:
        case Format.JSONL:
            return [each.id for line in written.splitlines() for each in from_json(Record, line).events]
        case Format.CSV:
            return [row["event_id"] for row in csv.DictReader(io.StringIO(written.decode()))]
        case Format.PARQUET:
            ids: list[str] = pyarrow.parquet.read_table(io.BytesIO(written))["event_id"].to_pylist()
            return ids


@pytest.mark.parametrize("form", Format)
def test_exporter_writes_every_event_in_order(form: Format) -> None:
    records = [story(id=str(number)) for number in range(3)]
    expected = [each.id for made in records for each in made.events]
    assert event_ids(form, export(form, *records)) == expected


@pytest.mark.parametrize("form", Format)
def test_exporter_writes_a_readable_file_when_there_are_no_records(form: Format) -> None:
    assert event_ids(form, export(form)) == []


@pytest.mark.parametrize("form", [Format.JSONL, Format.CSV])
def test_exporter_ends_on_a_whole_line_after_every_record(form: Format) -> None:
    stream = io.BytesIO()
    exporter = open_exporter(form, stream)
    for _ in range(3):
        exporter.write(story())
        assert exporter.by_lines and stream.getvalue().endswith(b"\n")


def test_jsonl_gives_the_record_back_as_it_was() -> None:
    assert from_json(Record, export(Format.JSONL, story())) == story()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_csv_disarms_a_cell_that_a_spreadsheet_would_run(start: str) -> None:
    text = f"{start}cmd was shelled."
    written = export(Format.CSV, record(text, events=[event(text, "shelled", recipient=f"{start}cmd")]))
    row = next(csv.DictReader(io.StringIO(written.decode())))
    assert row["recipient"] == f"'{start}cmd"


def test_csv_quotes_commas_quotation_marks_and_letters_of_all_scripts() -> None:
    text = 'Élan, "the Fox" باسم shelled it.'
    written = export(Format.CSV, record(text, events=[event(text, "shelled", actor='Élan, "the Fox" باسم')]))
    assert next(csv.DictReader(io.StringIO(written.decode())))["actor"] == 'Élan, "the Fox" باسم'


def test_parquet_keeps_formulas_as_they_are_and_counts_as_numbers() -> None:
    text = "=cmd was shelled."
    made = record(text, events=[event(text, "shelled", recipient="=cmd", killed=(2, None))])
    table = pyarrow.parquet.read_table(io.BytesIO(export(Format.PARQUET, made)))
    assert table.select(["recipient", "killed_low", "killed_high"]).to_pylist() == [
        {"recipient": "=cmd", "killed_low": 2, "killed_high": None}
    ]


def test_events_table_has_the_columns_and_one_row_for_each_event() -> None:
    table = events_table([story(), record("Nothing."), story(id="other")])
    assert table.column_names == NAMES
    assert table["report_id"].to_pylist() == ["mill", "mill", "other", "other"]


def test_events_table_is_empty_but_typed_when_there_are_no_events() -> None:
    table = events_table([])
    assert (table.num_rows, table.column_names) == (0, NAMES)


def test_parquet_names_the_extra_when_pyarrow_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(AssetError, match=r"dragoman\[frames\]"):
        open_exporter(Format.PARQUET, io.BytesIO())
