"""The words behind an event: its sentences with the spans lit up, and under them those of the statements that carry it.

Each line of text is followed by as many lines of marks as it needs, so that spans over one another stay apart and
the view can be read without colour:

    The Red Front bombed the old mill in Torvik, killing six.
    who────────── what── to whom─────    where─          ───‹killed
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from dragoman.export.chain import chain_of, source_name
from dragoman.export.sentence import sentences_of
from dragoman.records import Event, Record, Span, Statement
from dragoman.show.screen import safe_character, safe_words
from dragoman.show.style import FIGURE_STYLE, LABEL_STYLE, QUIET
from dragoman.text import overlap


class Mark(NamedTuple):
    """A stretch of the report's text with the label that is shown under it."""

    start: int
    end: int
    label: str

    @property
    def style(self) -> str:
        """The style of the label and of its words."""
        return LABEL_STYLE.get(self.label, FIGURE_STYLE)


def event_evidence(event: Event, record: Record) -> Group:
    """The sentences of an event, then those of each statement of its chain, innermost first."""
    parts: list[RenderableType] = list(show_sentences(record, event_marks(event)))
    if event.date_why:
        parts.append(Text(safe_words(f"date: {event.date_why}"), style=QUIET))
    for statement in chain_of(event, record):
        parts.append(Text())
        parts.append(Text(safe_words(f"{statement.id}: {source_name(statement, record)}"), style=QUIET))
        parts.extend(show_sentences(record, _statement_marks(statement)))
    return Group(*parts)


def event_marks(event: Event) -> list[Mark]:
    """What is lit up of an event: its words by the part that they play, and those of its figures."""
    labelled = (
        ("what", event.triggers),
        ("who", event.actor),
        ("to whom", event.recipient),
        ("where", event.place),
        ("when", event.time),
        ("with", event.weapon),
    )
    marks = [Mark(span.start, span.end, label) for label, spans in labelled for span in spans]
    return marks + [Mark(words.start, words.end, words.kind.value) for words in event.count_words]


def _statement_marks(statement: Statement) -> list[Mark]:
    labelled: tuple[tuple[str, tuple[Span | None, ...]], ...] = (
        ("source", (statement.source,)),
        ("says", (statement.cue,)),
        ("through", (statement.medium,)),
        ("content", statement.content),
    )
    return [Mark(span.start, span.end, label) for label, spans in labelled for span in spans if span is not None]


def show_sentences(record: Record, marks: list[Mark]) -> Iterator[RenderableType]:
    """Every sentence that the marks touch, lit up; … where words between them are left out."""
    before: Span | None = None
    for sentence in sentences_of(record, marks):
        if before is not None and record.text[before.end : sentence.start].strip():
            yield Text("…", style=QUIET)
        yield LitText(sentence, [mark for mark in marks if overlap(mark, sentence)])
        before = sentence


class LitText:
    """A stretch of text with marks, as a rich renderable: wrapped to the width, marks under each line."""

    def __init__(self, words: Span, marks: list[Mark]) -> None:
        self._start = words.start
        self._shown = [safe_character(character) for character in words.text]
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(options.max_width, 1)
        for start, end in _wrap([cell_len(shown) for shown in self._shown], self._shown, width):
            yield self._light(start, end)
            yield from self._draw_marks(start, end, width, ascii_only=options.ascii_only)

    def _light(self, start: int, end: int) -> Text:
        line = Text(no_wrap=True, overflow="ignore", end="\n")
        for at in range(start, end):
            line.append(self._shown[at], style=self._style_at(self._start + at))
        return line

    def _style_at(self, offset: int) -> str:
        """The style of the shortest mark over the character, so that the inner one shows."""
        over = [mark for mark in self._marks if mark.start <= offset < mark.end]
        return min(over, key=lambda mark: mark.end - mark.start).style if over else ""

    def _draw_marks(self, start: int, end: int, width: int, *, ascii_only: bool) -> Iterator[Text]:
        rows: list[Text] = []
        for mark in self._marks:
            first, last = max(mark.start - self._start, start), min(mark.end - self._start, end)
            while last > first and self._shown[last - 1] == " ":
                last -= 1
            if first >= last:
                continue
            left = cell_len("".join(self._shown[start:first]))
            length = cell_len("".join(self._shown[first:last]))
            at, drawn = _draw_mark(mark.label, left, length, width)
            row = next((row for row in rows if cell_len(row.plain) < at), None)
            if row is None:
                rows.append(row := Text(no_wrap=True, overflow="ignore"))
            row.append(" " * (at - cell_len(row.plain)))
            row.append(drawn.translate(_ASCII) if ascii_only else drawn, style=mark.style)
        return iter(rows)


_ASCII = str.maketrans("─‹›", "-<>")


def _draw_mark(label: str, left: int, length: int, width: int) -> tuple[int, str]:
    """Where the mark begins and how it looks: the label inside its line, else after it, else before it."""
    if len(label) <= length:
        return left, label + "─" * (length - len(label))
    if left + length + 1 + len(label) <= width or left < len(label) + 1:
        return left, "─" * length + "‹" + label
    return left - len(label) - 1, label + "›" + "─" * length


def _wrap(widths: list[int], shown: Iterable[str], width: int) -> Iterator[tuple[int, int]]:
    """Lines [start, end) of at most `width` cells, broken after the last space where there is one."""
    spaces = [each == " " for each in shown]
    start = 0
    while start < len(widths):
        end, used = start, 0
        while end < len(widths) and (used + widths[end] <= width or end == start):
            used += widths[end]
            end += 1
        if end < len(widths) and not spaces[end]:
            last_space = next((at for at in range(end - 1, start, -1) if spaces[at]), None)
            end = last_space + 1 if last_space is not None else end
        yield start, end
        start = end
        while start < len(widths) and spaces[start]:
            start += 1
