"""Offsets for scripts: a record counts code points, JavaScript UTF-16 code units. Converted here and nowhere else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct

from dragoman.show.web.segments import Lit

_LAST_OF_ONE_UNIT = "\uffff"  # characters beyond take two code units: The Unicode Standard, 3.9, D91


class Utf16Span(Struct, frozen=True):
    """A span by its id with its ends in UTF-16 code units: `text.slice(start, end)` in JavaScript."""

    id: str
    start: int
    end: int


def to_utf16(text: str, spans: Iterable[Lit]) -> tuple[Utf16Span, ...]:
    """The spans with their ends in UTF-16 code units of the text."""
    wide = [at for at, character in enumerate(text) if character > _LAST_OF_ONE_UNIT]
    return tuple(
        Utf16Span(each.id, each.start + bisect_left(wide, each.start), each.end + bisect_left(wide, each.end))
        for each in spans
    )
