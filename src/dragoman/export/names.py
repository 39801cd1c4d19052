"""From the words of a span to the name by which an actor or place of the record is best known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from dragoman.records import Actor, Place, Span

Named = TypeVar("Named", Actor, Place)


def named(words: Span | None, candidates: Iterable[Named]) -> Named | None:
    """The one actor or place that lists the words among its spellings; None where none or several do."""
    if words is None:
        return None
    found = [each for each in candidates if words.text in each.spellings]
    return found[0] if len(found) == 1 else None


def all_named(spans: Iterable[Span], candidates: tuple[Named, ...]) -> tuple[Named, ...]:
    """Those that the spans name, each once, in the order of the spans."""
    found = (named(words, candidates) for words in spans)
    return tuple(dict.fromkeys(each for each in found if each is not None))
