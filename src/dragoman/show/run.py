"""One run of `dragoman read`: inputs through an engine into an output, with a count at the end."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO, ClassVar, TypeVar

import click

from dragoman.engine import open_engine
from dragoman.errors import UsageError
from dragoman.export import Exporter, Format, open_exporter, open_output
from dragoman.export.output import OutputFile, partial_path
from dragoman.records import Failure, Record
from dragoman.show.figures import number_of
from dragoman.show.progress import track
from dragoman.show.screen import open_console, safe_words
from dragoman.show.table import PlainTableExporter, TableExporter
from dragoman.show.tally import Tally, failure_line, failures_path, write_failures

T = TypeVar("T")
Result = Record | Failure

_FAILURES_SHOWN = 20  # on standard error, where the file beside OUT holds them all


class View(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a run shall write, where (None: standard output), in how many processes; `progress` None is automatic."""

    view: View
    out: Path | None = None
    jobs: int = 1
    evidence: bool = False
    progress: bool | None = None


def choose_view(form: str | None, out: str | None) -> View:
    """The format asked for, else that of the ending of OUT, else the table. UsageError for an unknown ending."""
    if form is not None:
        return View(form)
    ending = Path(out).suffix.removeprefix(".").lower() if out else "txt"
    if ending in (*View, "txt"):
        return View.TABLE if ending == "txt" else View(ending)
    raise UsageError(f"the ending of {out} names no format. Use .jsonl, .csv, .parquet or .txt, or say --format")


def run_read(inputs: Iterable[T], open_function: Callable[[], Callable[[T], Result]], request: Request) -> Tally:
    """Code all inputs, write the records, list the failures on standard error.

    `open_function` gives the function that codes one input (see Engine.map). UsageError where the request cannot be
    carried out; BrokenPipeError where nobody reads the output on.
    """
    _check_request(request)
    tally = Tally()
    screen = open_console(stderr=True)
    results = open_engine(request.jobs).map(open_function, inputs)
    with closing(results), _open_exporter(request) as exporter:
        for result in track(results, screen, wanted=_wants_progress(request)):
            tally.add(result)
            if isinstance(result, Record):
                exporter.write(result)
    if request.out is not None:
        write_failures(request.out, tally.failures)
    _show_failures(tally.failures, request.out)
    click.echo(tally.summary(), err=True)
    return tally


def _show_failures(failures: list[Failure], out: Path | None) -> None:
    """All of them, or the first ones where a file beside OUT holds all."""
    shown = failures if out is None else failures[:_FAILURES_SHOWN]
    for failure in shown:
        click.echo(f"Failed: {failure_line(failure)}", err=True)
    if out is not None and len(shown) < len(failures):
        more = number_of(len(failures) - len(shown), "more failure")
        click.echo(safe_words(f"{more}: all are in {failures_path(out)}"), err=True)


def _check_request(request: Request) -> None:
    if request.evidence and request.view is not View.TABLE:
        raise UsageError(f"--evidence is a part of the table view, not of {request.view}. Leave out one of the two")
    if request.view is View.PARQUET and request.out is None:
        raise UsageError("Parquet is not text and does not go to the screen. Name a file with -o events.parquet")


def _wants_progress(request: Request) -> bool | None:
    """No progress line of its own accord where the table itself scrolls by on the terminal."""
    shown = request.view is View.TABLE and request.out is None and sys.stdout.isatty()
    return False if shown and request.progress is None else request.progress


@contextmanager
def _open_exporter(request: Request) -> Iterator[Exporter]:
    if request.out is None:
        exporter = _open_standard_output(request)
        yield exporter
        exporter.finish()
        return
    output: OutputFile | None = None
    try:
        with open_output(request.out, partial(_build_exporter, request)) as output:
            yield output
    except BaseException:
        _tell_what_is_left(request.out, output)
        raise


def _open_standard_output(request: Request) -> Exporter:
    stream = sys.stdout.buffer
    if request.view is not View.TABLE:
        return FlushedExporter(open_exporter(Format(request.view), stream), stream)
    if not sys.stdout.isatty():
        return FlushedExporter(PlainTableExporter(stream, evidence=request.evidence, to_file=False), stream)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an old terminal may lack a sign; never end on that
    return TableExporter(open_console(), evidence=request.evidence)


def _build_exporter(request: Request, stream: BinaryIO) -> Exporter:
    if request.view is View.TABLE:
        return PlainTableExporter(stream, evidence=request.evidence, to_file=True)
    return open_exporter(Format(request.view), stream)


class FlushedExporter:
    """An exporter to a pipe, which hands on every record as soon as it is written."""

    by_lines: ClassVar[bool] = True

    def __init__(self, exporter: Exporter, stream: BinaryIO) -> None:
        self._exporter = exporter
        self._stream = stream

    def write(self, record: Record) -> None:
        """Write one record and flush it."""
        self._exporter.write(record)
        self._stream.flush()

    def finish(self) -> None:
        """End and flush."""
        self._exporter.finish()
        self._stream.flush()


def _tell_what_is_left(out: Path, output: OutputFile | None) -> None:
    if output is not None and output.kept:
        done = f"Stopped before the end. {number_of(output.kept, 'report')} done so far: {partial_path(out)}"
        click.echo(safe_words(f"{done}. {out} is as it was."), err=True)
