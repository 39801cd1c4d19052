"""Dates that hang on another event: "two days after the raid", "since the attack"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman.grammar.periods import first_day, grain, last_day, shift_days, span
from dragoman.records import Event

_WORD = re.compile(r"[a-z]{4,}")


class Dated(Struct, frozen=True):
    """A date and the reason for it in words."""

    value: str
    why: str


class Wait(Struct, frozen=True):
    """A date that hangs on another event: its words, the days to add, and whether it goes on to the publication."""

    words: str
    event: str
    shift: int
    lasting: bool


def read_wait(
    wait: Wait, at: int, events: Sequence[Event], known: Sequence[Dated | None], published: str | None
) -> Dated | None:
    """The date of the event that the words name, moved by the days they tell; None where none of them is dated.

    `at` is the place of the event that waits. Of several that the words may name the one with most words in common
    is taken, then the first.
    """
    named = set(_WORD.findall(wait.event.lower()))
    best: tuple[int, int] | None = None
    for other, (event, dated) in enumerate(zip(events, known, strict=True)):
        if other == at or dated is None or grain(dated.value) != "day":
            continue
        shared = max((_share(named, trigger.text) for trigger in event.triggers), default=0)
        if shared and (best is None or (shared, -other) > best):
            best = (shared, -other)
    dated = known[-best[1]] if best else None
    if best is None or dated is None:
        return None
    value = shift_days(first_day(dated.value), wait.shift)
    if wait.lasting and published and first_day(value) <= last_day(published):
        value = span(value, published)
    name = events[-best[1]].triggers[0].text
    return Dated(value, f'the words "{wait.words}" read against {dated.value}, the date of "{name}" ({dated.why})')


def _share(named: set[str], trigger: str) -> int:
    """How many words of the trigger the time words name, whatever their endings ("the raid" names "raided")."""
    return sum(any(_alike(word, name) for name in named) for word in _WORD.findall(trigger.lower()))


def _alike(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left) or left[:5] == right[:5]
