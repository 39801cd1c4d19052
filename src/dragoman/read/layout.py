"""Lines to blocks: which lines of a text belong to one paragraph, and which block is a heading.

Three layouts are told apart. Paragraphs may be set off by blank lines, each paragraph may be one long line, or
the lines may be wrapped at a width, as old wires are: then a line break is a boundary only where the next word
would still have fitted.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from msgspec import Struct

from dragoman.text import Stretch

_WRAP_WIDTH = 120  # no wire wraps at more characters than this; longer lines are whole paragraphs
_WRAP_SHARE = 0.8  # of the line breaks inside blocks must be such that the next word would not have fitted
_WRAP_OPEN = 0.3  # of the full lines must end in the middle of a sentence: lists of equal lines do not
_HEADING_WORDS = 12
_TITLE_WORDS = 25
_LOWER_TEXT = 0.01  # below this share of capitals among the letters, small initials mean nothing

_FINAL = re.compile(r"""[.!?:;,…。][\s"'”’»)\]]*\Z""")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w[\w'’-]*")
_DATE_LINE = re.compile(r"(?i)\d{1,4}\b.*\b(?:19|20)\d\d\b|\d[\d:./ ]*(?:am|pm|a\.m|p\.m|gmt)?\Z")
_BULLET = re.compile(r"\s*(?:[-–—*•·]|\(?\d{1,3}[.)])\s")


class Line(Struct, frozen=True):
    """Line `number` as [start, end), without its break; `blank` when only white space and junk are in it."""

    number: int
    start: int
    end: int
    blank: bool
    indent: int


class Block(Struct, frozen=True):
    """A paragraph or heading as [start, end)."""

    start: int
    end: int
    heading: bool


def find_blocks(text: str, junk: Sequence[Stretch]) -> tuple[Block, ...]:
    """The paragraphs and headings of a text, in order; lines that are wholly junk count as blank lines.

    Every character that is neither white space nor junk lies in exactly one block.
    """
    lines = _read_lines(text, junk)
    groups = list(_group_lines(text, lines))
    lower = is_lower_text(text)
    return tuple(
        Block(group[0].start, group[-1].end, _is_heading(text, lines, groups, i, lower))
        for i, group in enumerate(groups)
    )


def is_lower_text(text: str) -> bool:
    """True where a text has (next to) no capitals, so that letter case says nothing about sentences."""
    capitals = sum(map(str.isupper, text))
    return capitals <= _LOWER_TEXT * sum(map(str.isalpha, text))


def _read_lines(text: str, junk: Sequence[Stretch]) -> list[Line]:
    lines: list[Line] = []
    at = 0
    todo = deque(sorted(junk, key=lambda j: j.start))
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip()
        end = at + len(raw)
        while todo and todo[0].end <= at:
            todo.popleft()
        here: list[Stretch] = []
        for stretch in todo:
            if stretch.start >= end:
                break
            here.append(stretch)
        rest = _without(body, at, here)
        lines.append(Line(len(lines), at, at + len(body), not rest.strip(), len(body) - len(body.lstrip())))
        at = end
    return lines


def _without(body: str, at: int, junk: Sequence[Stretch]) -> str:
    for stretch in reversed(junk):
        body = body[: max(0, stretch.start - at)] + body[max(0, stretch.end - at) :]
    return body


def _group_lines(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines that are one paragraph each."""
    width = _wrap_width(text, lines)
    lower = is_lower_text(text)
    group: list[Line] = []
    for line in lines:
        if group and (line.blank or not _continues(text, group[-1], line, width, lower)):
            yield group
            group = []
        if not line.blank:
            group.append(line)
    if group:
        yield group


def _continues(text: str, before: Line, line: Line, width: int, lower: bool) -> bool:
    """True where a line break is inside a sentence or paragraph: the text was wrapped, or broken in mid-sentence."""
    if line.indent > before.indent + 1 and width:
        return False
    if width and _is_full(text, before, line, width):
        return True
    first = text[line.start + line.indent]
    if _FINAL.search(text, max(before.start, before.end - 9), before.end):
        return False
    return first.islower() and (not lower or before.end - before.start > 1)


def _is_full(text: str, before: Line, line: Line, width: int) -> bool:
    first = text[line.start : line.end].split(None, 1)[0]
    return before.end - before.start + 1 + len(first) > width


def _wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The width at which a text was wrapped, 0 where it was not."""
    width = max((line.end - line.start for line in lines if not line.blank), default=0)
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not a.blank and not b.blank]
    if width > _WRAP_WIDTH or len(pairs) < 2:
        return 0
    full = [a for a, b in pairs if _is_full(text, a, b, width)]
    open_ = [a for a in full if not _FINAL.search(text, max(a.start, a.end - 9), a.end)]
    return width if len(full) >= _WRAP_SHARE * len(pairs) and len(open_) >= _WRAP_OPEN * len(full) else 0


def _is_heading(text: str, lines: Sequence[Line], groups: Sequence[list[Line]], i: int, lower: bool) -> bool:
    """A short line of its own, without a final mark, that starts as a title does and has a paragraph after it."""
    if len(groups[i]) != 1 or i + 1 == len(groups):
        return False
    line, after = groups[i][0], groups[i + 1]
    words = _WORD.findall(text, line.start, line.end)
    limit = _HEADING_WORDS if i else _TITLE_WORDS
    if not words or len(words) > limit or not _LETTER.search(text, line.start, line.end):
        return False
    own = text[line.start : line.end]
    if _BULLET.match(own) or _DATE_LINE.search(own) or after[-1].end - after[0].start <= len(own):
        return False
    if _FINAL.search(own):
        return i == 0 and _is_titled(words) and own.rstrip().endswith(".")
    if lower:
        return i == 0 or (_is_set_off(lines, line) and len(words) <= _HEADING_WORDS)
    return not own.lstrip()[0].islower()


def _is_titled(words: Sequence[str]) -> bool:
    """True where each longer word has a capital, as in a title."""
    longer = [word for word in words if len(word) > 3]
    return len(longer) >= 3 and all(word[0].isupper() or word[0].isdigit() for word in longer)


def _is_set_off(lines: Sequence[Line], line: Line) -> bool:
    at = line.number
    return (at == 0 or lines[at - 1].blank) and (at + 1 == len(lines) or lines[at + 1].blank)
