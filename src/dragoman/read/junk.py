"""Junk lines, known by their shape: marked with their kind, never cut from the text.

The shapes stand in `junk_lines.py`, the words they are made of in `junk_words.py`. Rules err to the side of the
report: a junk line left in costs the marker little, a sentence marked as junk is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from dragoman.read import junk_lines, junk_sentences
from dragoman.records import Junk
from dragoman.terms import JunkKind
from dragoman.text import overlap, span_of

_LONGEST_LINE = 2_000  # characters: junk lines are short; of a longer line only the end is looked at
_LONGEST_WHOLE = 700  # characters: no line longer than this is junk as a whole
_TEASER_WORDS = 20
_SENTENCE_WORDS = 8  # a line with so many words and a final mark shows that the report has begun
_LINE_ENDS = ("", *'.!?:;"”’)')  # of a line that a wrapped sentence does not run on from
_STARTS = re.compile(r"(?:^|(?<=[.!?”\"’)\]])(?=[\s\[(*#/–—-]))\s*(?=\S)")  # where a line or a sentence begins
_AFTER = r"(?=\s|$)"  # what is marked ends with a word

_Rules = tuple[tuple[JunkKind, re.Pattern[str]], ...]
_Find = tuple[int, int, JunkKind]


class _Table(NamedTuple):
    lines: _Rules
    sentences: _Rules
    anywhere: _Rules
    clocks: _Rules
    stamps: _Rules


@cache
def _compile_rules() -> _Table:
    """Compiled at the first report, so that the import of the package stays quick."""
    return _Table(
        lines=_compile(junk_lines.LINES, r"\s*(?:{})\s*$"),
        sentences=_compile(junk_sentences.SENTENCES, "(?:{})" + _AFTER),
        anywhere=_compile(junk_sentences.ANYWHERE, "{}"),
        clocks=_compile(junk_lines.CLOCKS, r"\s*(?:{})"),
        stamps=_compile(junk_lines.STAMPS, r"\s*(?:{})"),
    )


def _compile(rows: Iterable[tuple[JunkKind, str]], frame: str) -> _Rules:
    return tuple((kind, re.compile(frame.replace("{}", pattern), re.IGNORECASE)) for kind, pattern in rows)


def find_junk(text: str) -> tuple[Junk, ...]:
    """The junk of a text in order, none overlapping another; each within one line."""
    found: list[Junk] = []
    seen: set[str] = set()
    before = ""
    begun = False
    at = 0
    for raw in text.splitlines(keepends=True):
        line = raw.rstrip()
        skipped = max(0, len(line) - _LONGEST_LINE)
        if line in seen and _is_teaser(line) and before[-1:] in _LINE_ENDS:
            found.append(_junk_at(text, at, at + len(line), JunkKind.LINK))
        elif line:
            found += _keep_longest(text, at + skipped, _find_in_line(line[skipped:], begun))
        begun = begun or (line.endswith((".", '"', "”")) and len(line.split()) >= _SENTENCE_WORDS)
        seen.add(line)
        before = line
        at += len(raw)
    return tuple(found)


def _is_teaser(line: str) -> bool:
    """True for a line that, told twice, is a headline that also stood as a link: some words and no final mark."""
    return 3 <= len(line.split()) <= _TEASER_WORDS and line[-1].isalnum()


def _find_in_line(line: str, begun: bool) -> Iterator[_Find]:
    """What the shapes match in a line; `begun` tells that sentences of the report stand above it."""
    rules = _compile_rules()
    whole = rules.lines if len(line) <= _LONGEST_WHOLE else ()
    for kind, pattern in (*whole, *rules.clocks, *(rules.stamps if begun else ())):
        if match := pattern.match(line):
            yield match.start(), match.end(), kind
    for start in [match.end() for match in _STARTS.finditer(line)]:
        for kind, pattern in rules.sentences:
            if match := pattern.match(line, start):
                yield match.start(), match.end(), kind
    for kind, pattern in rules.anywhere:
        for match in pattern.finditer(line):
            yield match.start(), match.end(), kind


def _keep_longest(text: str, at: int, finds: Iterable[_Find]) -> list[Junk]:
    """Junk of one line that starts at `at`; of overlapping finds the longer wins, then the earlier rule."""
    kept: list[Junk] = []
    for start, end, kind in sorted(finds, key=lambda find: find[0] - find[1]):
        junk = _junk_at(text, at + start, at + end, kind)
        if junk.start < junk.end and not any(overlap(junk, other) for other in kept):
            kept.append(junk)
    return sorted(kept, key=lambda junk: junk.start)


def _junk_at(text: str, start: int, end: int, kind: JunkKind) -> Junk:
    span = span_of(text, start, end)
    return Junk(start=span.start, end=span.end, text=span.text, kind=kind)
