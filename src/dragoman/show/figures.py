"""Counts of persons in words."""

from __future__ import annotations

from dragoman.records import Count, Event
from dragoman.terms import CountKind


def casualties_line(event: Event) -> str:
    """What befell how many: `at least 6 killed, 5 injured`; empty when the event tells no figure."""
    counts = ((kind, getattr(event, kind)) for kind in CountKind)
    return ", ".join(f"{count_words(count)} {kind}" for kind, count in counts if count is not None)


def count_words(count: Count) -> str:
    """`[6,6]` is "6", `[6,null]` "at least 6", `[null,10]` "up to 10", `[3,5]` "3 to 5", `[0,0]` "no one"."""
    match count:
        case Count(low=None, high=None):
            return "an unknown number"
        case Count(low=0, high=0):
            return "no one"
        case Count(low=None, high=high):
            return f"up to {high:,}"
        case Count(low=low, high=None):
            return f"at least {low:,}"
        case Count(low=low, high=high) if low == high:
            return f"{low:,}"
    return f"{count.low:,} to {count.high:,}"


def number_of(count: int, noun: str) -> str:
    """`1 report`, `1,204 events`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
