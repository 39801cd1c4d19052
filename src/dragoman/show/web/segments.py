"""Spans over one another made readable: a text cut at every border into segments, each with the spans that cover it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dragoman.text import Stretch


class Lit(Struct, frozen=True):
    """A span that is lit up: [start, end) in code points of the report's text.

    `id` is its own, `owner` that of the record whose words these are (an event, a statement, an actor), `label` the
    part that they play: "what", "who", "to whom", "where", "when", "with", a kind of figure, "source", "says",
    "through", "content", "name" or "junk".
    """

    id: str
    owner: str
    label: str
    start: int
    end: int


class Segment(Struct, frozen=True):
    """A stretch of text with the spans that cover all of it, the longest first; `opens` are those that begin here."""

    start: int
    end: int
    text: str
    over: tuple[Lit, ...]
    opens: tuple[Lit, ...]

    @property
    def top(self) -> Lit | None:
        """The innermost span, whose record a click shows."""
        return self.over[-1] if self.over else None

    @property
    def labels(self) -> tuple[str, ...]:
        """The parts that the words play here, each once, the innermost last."""
        return tuple(dict.fromkeys(lit.label for lit in self.over))


def cut_text(text: str, start: int, end: int, lit: Iterable[Lit]) -> list[Segment]:
    """The stretch [start, end) of a text as segments. Together they are the stretch, whatever the spans are.

    A span that reaches out of the stretch counts inside it; one that covers nothing of it is left out. Of two spans
    over the same words the one that is given later is the inner one.
    """
    inside = sorted(
        (each for each in lit if max(each.start, start) < min(each.end, end)),
        key=lambda each: (each.start - each.end, each.start),
    )
    borders = sorted({start, end, *(at for each in inside for at in (each.start, each.end) if start < at < end)})
    begin: dict[int, list[int]] = {}
    for rank, each in enumerate(inside):
        begin.setdefault(max(each.start, start), []).append(rank)
    parts: list[Segment] = []
    over: list[int] = []  # ranks of the spans that cover what comes next, the longest first
    for left, right in zip(borders, borders[1:], strict=False):
        opened = begin.get(left, [])
        over = sorted([rank for rank in over if inside[rank].end > left] + opened)
        covering, opening = ([inside[rank] for rank in ranks] for ranks in (over, opened))
        parts.append(Segment(left, right, text[left:right], tuple(covering), tuple(opening)))
    return parts


def share_out(stretches: Sequence[Stretch], lit: Iterable[Lit]) -> Iterator[list[Lit]]:
    """For each of the stretches, which are in the order of the text and apart, the spans that reach into it."""
    waiting = deque(sorted(lit, key=lambda each: each.start))
    open_: list[Lit] = []
    for stretch in stretches:
        while waiting and waiting[0].start < stretch.end:
            open_.append(waiting.popleft())
        open_ = [each for each in open_ if each.end > stretch.start]
        yield list(open_)
