"""How the measures compare stretches of a text. Spans are objects with `start` and `end`, in code points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

WORD = re.compile(r"\w+")
LONGEST_TRIGGER = 8  # words; a longer prediction hits nothing, so that a whole text is no trigger

Json = dict[str, Any]


def listed(record: Json, key: str) -> list[Any]:
    """What stands under the key, without empty members; the key may be missing or null."""
    return [each for each in record.get(key) or [] if each]


def overlaps(left: Json, right: Json) -> bool:
    """True where the two share a character."""
    return bool(left["start"] < right["end"] and right["start"] < left["end"])


def words_in(text: str, spans: Iterable[Json | None]) -> set[int]:
    """The places (offsets of the first character) of all words that the spans hold."""
    return {
        span["start"] + word.start()
        for span in spans
        if span
        for word in WORD.finditer(text[span["start"] : span["end"]])
    }


def share_of(left: set[int], right: set[int]) -> float:
    """What both hold, divided by what either holds; 0 where both are empty."""
    union = left | right
    return len(left & right) / len(union) if union else 0.0


def same_span(text: str, left: Json, right: Json) -> bool:
    """True where the two overlap and share half of their words, or end in the same word of the text."""
    if not overlaps(left, right):
        return False
    ours, theirs = words_in(text, [left]), words_in(text, [right])
    if share_of(ours, theirs) >= 0.5:
        return True
    return bool(ours) and bool(theirs) and max(ours) == max(theirs)


def count_hits(text: str, gold: list[Json], predicted: list[Json]) -> int:
    """How many gold triggers are overlapped by a predicted one that is short enough."""
    short = [span for span in predicted if len(WORD.findall(text[span["start"] : span["end"]])) <= LONGEST_TRIGGER]
    return sum(any(overlaps(span, other) for other in short) for span in gold)


def pair_best(scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """One-to-one pairs, best score first (ties: first come); scores of 0 pair nothing."""
    taken: list[tuple[int, int]] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for (left, right), score in sorted(scores.items(), key=lambda entry: (-entry[1], entry[0])):
        if score > 0 and left not in lefts and right not in rights:
            taken.append((left, right))
            lefts.add(left)
            rights.add(right)
    return taken
