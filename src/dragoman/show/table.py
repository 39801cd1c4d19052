"""The table view: what a person sees of a record in the terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import groupby
from typing import BinaryIO, ClassVar

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.export.chain import chain_line, statement_line
from dragoman.export.names import Named, named
from dragoman.export.quads import QUAD_OF
from dragoman.records import Event, Junk, Record, Span, Statement
from dragoman.show.evidence import event_evidence
from dragoman.show.figures import casualties_line, number_of
from dragoman.show.screen import open_plain_console, safe_words
from dragoman.show.style import QUAD_SIGN, QUAD_STYLE, QUIET
from dragoman.terms import Basis, Stance

_TRAILING = re.compile(r" +$", re.MULTILINE)
_SAMPLE = 60  # characters of a junk line that are shown
_BASIS_WORDS = {Basis.GIVEN: "as given", Basis.TEXT: "read in the text", Basis.INFERRED: "inferred"}
_STANCE_WORDS = {Stance.ASSERT: "says", Stance.DENY: "denies", Stance.DOUBT: "doubts", Stance.PREDICT: "expects"}


class TableExporter:
    """The table view of each record, one after another, on a console; with `evidence`, the words behind each event."""

    by_lines: ClassVar[bool] = True

    def __init__(self, console: Console, *, evidence: bool) -> None:
        self._console = console
        self._evidence = evidence

    def write(self, record: Record) -> None:
        """Print one record."""
        for part in show_record(record, evidence=self._evidence):
            self._console.print(part)
        self._console.file.flush()

    def finish(self) -> None:
        """The table view has no end mark."""


class PlainTableExporter:
    """The table view as plain UTF-8 text, without colour, on a binary stream that is a file or a pipe."""

    by_lines: ClassVar[bool] = True

    def __init__(self, stream: BinaryIO, *, evidence: bool, to_file: bool) -> None:
        self._stream = stream
        self._text = io.StringIO()
        self._table = TableExporter(open_plain_console(self._text, to_file=to_file), evidence=evidence)

    def write(self, record: Record) -> None:
        """Write one record's view."""
        self._table.write(record)
        self._stream.write(_TRAILING.sub("", self._text.getvalue()).encode())
        self._text.seek(0)
        self._text.truncate()

    def finish(self) -> None:
        """The table view has no end mark."""


def show_record(record: Record, *, evidence: bool = False) -> Iterator[RenderableType]:
    """The parts of a record's view, from its heading to its junk."""
    yield from _show_heading(record)
    yield Text()
    if not record.events:
        yield _show_nothing(record)
        yield Text()
    for number, event in enumerate(record.events, 1):
        yield _show_title(number, event)
        yield Padding(_show_fields(event, record), (0, 0, 0, 4))
        if evidence:
            yield Padding(event_evidence(event, record), (1, 0, 0, 4))
        yield Text()
    yield from _show_conflicts(record)
    yield from _show_junk(record.junk)


def _show_heading(record: Record) -> Iterator[RenderableType]:
    yield Rule(Text(safe_words(record.title or record.id), style="bold"), align="left", style=QUIET)
    facts = [
        record.id if record.title else None,
        record.author and f"by {record.author}",
        record.publisher,
        _published_words(record),
        record.language and f"language {record.language}",
    ]
    yield Text(safe_words(" · ".join(fact for fact in facts if fact)), style=QUIET)


def _published_words(record: Record) -> str:
    if record.published is None:
        return "date of publication unknown"
    basis = _BASIS_WORDS[record.published_basis] if record.published_basis else None
    return f"published {record.published}" + (f" ({basis})" if basis else "")


def _show_nothing(record: Record) -> Text:
    found = f" It holds {number_of(len(record.statements), 'statement')}." if record.statements else ""
    return Text(f"No events were found in this report: no words in it were taken to tell of one.{found}")


def _show_title(number: int, event: Event) -> Text:
    quad = QUAD_OF[event.type]
    title = Text(f"{number:>2}  ")
    title.append(f"{QUAD_SIGN[quad]} {event.type}", style=f"bold {QUAD_STYLE[quad]}")
    if event.modes:
        title.append(f" {', '.join(event.modes)}", style=QUAD_STYLE[quad])
    return title.append(f"  {quad}", style=QUIET)


def _show_fields(event: Event, record: Record) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=8, style=QUIET, no_wrap=True)
    grid.add_column(overflow="fold")
    status = f"{event.status}" + (f", responsibility {event.responsibility}" if event.responsibility else "")
    fields = (
        ("who", _named_words(event.actor, record.actors) or Text("not told", style=QUIET)),
        ("to whom", _named_words(event.recipient, record.actors)),
        ("where", _named_words(event.place, record.places)),
        ("when", _time_words(event)),
        ("harm", Text(casualties_line(event))),
        ("weapon", Text(safe_words("; ".join(span.text for span in event.weapon)))),
        ("status", Text(status)),
        ("said by", Text(safe_words(chain_line(event, record)))),
    )
    for label, words in fields:
        if words:
            grid.add_row(label, words)
    return grid


def _named_words(spans: tuple[Span, ...], candidates: tuple[Named, ...]) -> Text:
    """The words, each with the best-known name and the country behind it where the words do not say them."""
    parts = []
    for span in spans:
        part = Text(safe_words(span.text))
        found = named(span, candidates)
        if found is not None:
            name = "" if found.name.casefold() in span.text.casefold() else f" = {found.name}"
            country = f" ({found.country})" if found.country else ""
            part.append(safe_words(name + country), style=QUIET)
        parts.append(part)
    return Text("; ").join(parts)


def _time_words(event: Event) -> Text:
    words = "; ".join(f"“{span.text}”" for span in event.time)
    if event.date is None:
        return Text(safe_words(words))
    return Text(event.date).append(safe_words(f"  {words}" if words else ""), style=QUIET)


def _show_conflicts(record: Record) -> Iterator[RenderableType]:
    if not record.conflicts:
        return
    by_id = {statement.id: statement for statement in record.statements}
    yield Text("Statements that cannot both be true", style="bold")
    for (left, right), why in zip(record.conflicts, record.conflict_reasons, strict=True):
        grid = Table.grid(padding=(0, 2))
        grid.add_column(width=8, style=QUIET, no_wrap=True)
        grid.add_column(overflow="fold")
        for label, side in (("one", by_id[left]), ("other", by_id[right])):
            grid.add_row(label, _side_words(side, record))
        grid.add_row("why", Text(safe_words(why)))
        yield Padding(grid, (0, 0, 1, 4))


def _side_words(side: Statement, record: Record) -> Text:
    content = " … ".join(span.text for span in side.content) or side.cue.text
    said = Text(safe_words(f"“{content}”"))
    return said.append(safe_words(f"  {_STANCE_WORDS[side.stance]} {statement_line(side, record)}"), style=QUIET)


def _show_junk(junk: tuple[Junk, ...]) -> Iterator[RenderableType]:
    if not junk:
        return
    yield Text(f"Set aside as junk: {number_of(len(junk), 'line')}", style="bold")
    for kind, group in groupby(sorted(junk, key=lambda each: (each.kind, each.start)), key=lambda each: each.kind):
        lines = list(group)
        sample = " ".join(lines[0].text.split())
        sample = sample if len(sample) <= _SAMPLE else sample[: _SAMPLE - 1] + "…"
        yield Text(f"    {len(lines):>3} {kind}  ").append(safe_words(f"“{sample}”"), style=QUIET)
    yield Text()
