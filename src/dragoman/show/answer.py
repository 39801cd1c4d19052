"""What a question to a situation answers with: a view for people, or a table for programs, to the screen or a file."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from rich.console import RenderableType

from dragoman.errors import UsageError
from dragoman.export.output import replace_file
from dragoman.export.sheet import Column, write_csv, write_jsonl, write_parquet
from dragoman.show.run import View, choose_view
from dragoman.show.screen import open_console, open_plain_console

T = TypeVar("T")

_TRAILING = re.compile(r" +$", re.MULTILINE)


@dataclass(frozen=True)
class Answer(Generic[T]):
    """The things that were found, the columns of their table, and `show`, which makes the parts of their view.

    With `flat` a line of JSON has the columns, too, else all that the thing holds.
    """

    things: Iterable[T]
    columns: Sequence[Column[T]]
    show: Callable[[], Iterable[RenderableType]]
    flat: bool = False


def give_answer(answer: Answer[T], form: str | None, out: str | None) -> None:
    """Write the answer in the format asked for (None: by the ending of OUT, else the table).

    UsageError where the format or OUT cannot be, AssetError where Parquet lacks its extra.
    """
    out = None if out == "-" else out
    view = choose_view(form, out)
    if view is View.TABLE:
        print_parts(answer.show(), Path(out) if out else None)
    elif out is not None:
        with replace_file(Path(out)) as stream:
            _write(answer, view, stream)
    elif view is View.PARQUET:
        raise UsageError("Parquet is not text and does not go to the screen. Name a file with -o incidents.parquet")
    else:
        _write(answer, view, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _write(answer: Answer[T], view: View, stream: BinaryIO) -> None:
    match view:
        case View.JSONL:
            rows = ({column.name: column.read(thing) for column in answer.columns} for thing in answer.things)
            write_jsonl(rows if answer.flat else answer.things, stream)
        case View.CSV:
            write_csv(answer.columns, answer.things, stream)
        case View.PARQUET:
            write_parquet(answer.columns, answer.things, stream)


def print_parts(parts: Iterable[RenderableType], out: Path | None = None) -> None:
    """The view in colour on a terminal, as plain text in a file or a pipe."""
    if out is None and sys.stdout.isatty():
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # an old terminal may lack a sign; never end on that
        console = open_console()
        for part in parts:
            console.print(part)
        return
    if out is None:
        for plain in _iterate_plain(parts, to_file=False):
            sys.stdout.buffer.write(plain)
            sys.stdout.buffer.flush()
        return
    with replace_file(out) as stream:
        stream.writelines(_iterate_plain(parts, to_file=True))


def _iterate_plain(parts: Iterable[RenderableType], *, to_file: bool) -> Iterator[bytes]:
    """Each part as plain text, without spaces at the ends of lines."""
    text = io.StringIO()
    console = open_plain_console(text, to_file=to_file)
    for part in parts:
        console.print(part)
        yield _TRAILING.sub("", text.getvalue()).encode()
        text.seek(0)
        text.truncate()
