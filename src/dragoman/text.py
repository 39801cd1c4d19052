"""Arithmetic on spans of a text. Offsets count code points; ends are exclusive."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from dragoman.records import Span

WORD = re.compile(r"\w+")


class Stretch(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def span_of(text: str, start: int, end: int) -> Span:
    """The span [start, end) of the text with the white space at its edges left out."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    end = max(start, end)
    return Span(start, end, text[start:end])


def overlap(left: Stretch, right: Stretch) -> bool:
    """True where the two share at least one character."""
    return left.start < right.end and right.start < left.end


def contains(outer: Stretch, inner: Stretch) -> bool:
    """True where `inner` lies wholly inside `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def within_any(outers: Iterable[Stretch], inner: Stretch) -> bool:
    """True where one of the outer stretches holds `inner` whole."""
    return any(contains(outer, inner) for outer in outers)
