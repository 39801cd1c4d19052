"""Near-copies: reports whose running words are largely the same, as when two papers print one agency's text.

Each report is a sketch: the smallest hashes of its runs of words (Broder 1997, "On the resemblance and containment of
documents"). Two sketches tell how much of the shorter text the other one has.
"""

from __future__ import annotations

import hashlib

from msgspec import Struct

from dragoman.merge.words import list_words
from dragoman.records import Report

_RUN = 5  # words; shorter runs are shared by texts that never saw each other
_KEPT = 256  # hashes of a sketch: a share of 0.3 is told to within 0.06 (two standard errors)
_FEWEST = 12  # runs of the shorter text; in a line or two one phrase makes the share
_COPY = 0.3  # of the shorter text; papers that print one agency's text cut and add, but keep whole sentences


class Sketch(Struct, frozen=True):
    """The smallest hashes of a report's runs of words, and how many runs it has."""

    hashes: frozenset[int]
    size: int


def sketch_report(report: Report) -> Sketch:
    """The sketch of a report without its junk."""
    junk = [(j.start, j.end) for j in report.junk]
    words = [w.casefold() for at, w in list_words(report.text) if not any(a <= at < b for a, b in junk)]
    runs = {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    hashes = sorted(
        int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()) for run in runs
    )
    return Sketch(frozenset(hashes[:_KEPT]), len(runs))


def measure_copy(left: Sketch, right: Sketch) -> float:
    """The share of the shorter text's runs that the longer one has, 0 to 1."""
    if not left.hashes & right.hashes:
        return 0.0
    union = sorted(left.hashes | right.hashes)[:_KEPT]
    alike = sum(h in left.hashes and h in right.hashes for h in union) / len(union)
    shared = alike / (1 + alike) * (left.size + right.size)
    return min(shared / min(left.size, right.size), 1.0)


def are_copies(left: Sketch, right: Sketch) -> bool:
    """True where one report is largely a copy of the other, or both of a third."""
    return min(left.size, right.size) >= _FEWEST and measure_copy(left, right) >= _COPY
