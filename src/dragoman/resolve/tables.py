"""Users' own tables, CSV and YAML: rows of named cells with the line of the file that each stands on."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dragoman.errors import UsageError
from dragoman.grammar.periods import first_day

FORMS = (".csv", ".yaml", ".yml")
MANY = ";"  # between the names in one cell of a CSV file
_YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times as quick
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_NOTE = "note"  # a column that is never read, for remarks


class Line(NamedTuple):
    """A row of a table: its file, its line (from 1), its cells by column; empty cells are left out."""

    path: Path
    number: int
    cells: Mapping[str, tuple[str, ...]]

    @property
    def place(self) -> str:
        """The file's name and the line, as a `why` tells them."""
        return f"{self.path.name}, line {self.number}"

    def one(self, column: str) -> str | None:
        """The cell of a column that holds one value, or None. Raises UsageError where it holds several."""
        values = self.cells.get(column, ())
        if len(values) > 1:
            raise self.refuse(f"{column!r} holds {len(values)} values", "Give one")
        return values[0] if values else None

    def need(self, column: str) -> str:
        """The same where there must be one. Raises UsageError where there is none."""
        value = self.one(column)
        if value is None:
            raise self.refuse(f"{column!r} is empty", "Fill it in, or take the row out")
        return value

    def date(self, column: str) -> str | None:
        """A day, month or year of a column, or None. Raises UsageError where it is none."""
        value = self.one(column)
        if value is not None and not _is_date(value):
            raise self.refuse(f"{column!r} is {value!r}, which is no date", "Write 2020-01-12, 2020-01 or 2020")
        return value

    def number_in(self, column: str, low: float, high: float) -> float:
        """A number of a column, both bounds included. Raises UsageError where it is none or beyond them."""
        value = self.need(column)
        try:
            found = float(value)
        except ValueError:
            found = float("nan")
        if not low <= found <= high:
            raise self.refuse(f"{column!r} is {value!r}", f"Write a number from {low:g} to {high:g}")
        return found

    def refuse(self, what: str, mend: str) -> UsageError:
        """The error that names the file and the line."""
        return UsageError(f"{self.path}, line {self.number}: {what}. {mend}")


def read_table(path: Path, columns: Collection[str], many: Collection[str], needed: Collection[str]) -> Iterator[Line]:
    """The rows of a CSV file (its first line names the columns) or a YAML file (a list of mappings).

    `many` are the columns that may hold several values (";" in CSV, a list in YAML). Raises UsageError, with file,
    line and what mends it, where the file cannot be read, has no such form, lacks one of the `needed` columns or has
    others than `columns`.
    """
    if path.suffix.lower() not in FORMS:
        raise UsageError(f"{path}: a table ends in .csv, .yaml or .yml. Save it in one of these forms")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}. Name a file in UTF-8 that is there") from error
    rows = _read_csv(path, text, many) if path.suffix.lower() == ".csv" else _read_yaml(path, text)
    for number, row in rows:
        line = Line(path, number, {name: values for name, values in row.items() if values})
        strange = sorted(set(row) - {*columns, _NOTE})
        if strange:
            told = f"no column {strange[0]!r} is known here"
            raise line.refuse(told, f"Columns are {', '.join(columns)}; {_NOTE!r} is for remarks")
        missing = [name for name in needed if name not in line.cells]
        if missing:
            raise line.refuse(f"{missing[0]!r} is missing", f"Every row needs {', '.join(needed)}")
        yield line


def _read_csv(path: Path, text: str, many: Collection[str]) -> Iterator[tuple[int, dict[str, tuple[str, ...]]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        if not names or "name" not in names:
            raise Line(path, 1, {}).refuse("the first line names no column 'name'", "Begin with: name,aliases,...")
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(names):
                told = f"{len(cells)} cells for {len(names)} columns"
                raise Line(path, reader.line_num, {}).refuse(told, "Put quotation marks around cells with commas")
            yield (
                reader.line_num,
                {
                    name: tuple(part.strip() for part in (cell.split(MANY) if name in many else [cell]) if part.strip())
                    for name, cell in zip(names, cells, strict=False)
                },
            )
    except csv.Error as error:
        raise Line(path, reader.line_num, {}).refuse(f"not CSV: {error}", "Save it as CSV with commas") from error


def _read_yaml(path: Path, text: str) -> Iterator[tuple[int, dict[str, tuple[str, ...]]]]:
    loader = _YAML(text)
    try:
        root = loader.get_single_node()
        if not isinstance(root, yaml.SequenceNode):
            raise Line(path, 1, {}).refuse("no list of rows", "Begin each row with “- name: ...”")
        for node in root.value:
            number = node.start_mark.line + 1
            row = loader.construct_object(node, deep=True)
            if not isinstance(row, dict):
                raise Line(path, number, {}).refuse("no row with named cells", "Begin each row with “- name: ...”")
            yield number, {str(name).lower(): _list_values(value) for name, value in row.items()}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        number = mark.line + 1 if mark else 1
        told = " ".join(str(getattr(error, "problem", None) or error).split())
        raise Line(path, number, {}).refuse(f"not YAML: {told}", "Mend the line") from error


def _list_values(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(str(each).strip() for each in values if each is not None and str(each).strip())


def _is_date(value: str) -> bool:
    try:
        return _DATE.fullmatch(value) is not None and first_day(value) is not None
    except ValueError:
        return False
