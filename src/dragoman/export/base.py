"""What every exporter does, and which there are."""

from __future__ import annotations

from enum import StrEnum
from typing import BinaryIO, Protocol

from dragoman.errors import UsageError
from dragoman.export.csv import CsvExporter
from dragoman.export.jsonl import JsonlExporter
from dragoman.export.parquet import ParquetExporter
from dragoman.records import Record


class Format(StrEnum):
    """The file formats; the word is also the ending of the file's name."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


class Exporter(Protocol):
    """Writes records to a binary stream, one at a time, holding no more than a few.

    `by_lines` is True where the stream is in order after every `write`, False where only `finish` makes it so.
    """

    @property
    def by_lines(self) -> bool: ...

    def write(self, record: Record) -> None:
        """Take one record; what the stream then holds ends on a whole line."""
        ...

    def finish(self) -> None:
        """Write what ends the file. The stream stays open."""
        ...


def open_exporter(form: Format, stream: BinaryIO) -> Exporter:
    """The exporter of a format. AssetError when it needs an extra that is not installed."""
    match form:
        case Format.JSONL:
            return JsonlExporter(stream)
        case Format.CSV:
            return CsvExporter(stream)
        case Format.PARQUET:
            return ParquetExporter(stream)
    raise UsageError(f"no exporter writes {form!r}")
