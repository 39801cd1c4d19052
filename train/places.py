"""Where mentions stand from triggers: what the second teacher of roles is told besides their vectors."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dragoman.mark.heads import Indices, bucket_distances, bucket_stops

_FARTHEST_RANK = 4
N_RANKS = 2 * _FARTHEST_RANK + 1


class Places(Struct, frozen=True):
    """Where mentions stand from anchors, each (anchors, mentions): classes of distance, full stops, and rank."""

    distances: Indices
    stops: Indices
    ranks: Indices


def place_mentions(
    anchors: list[tuple[int, int]], mentions: list[tuple[int, int]], kinds: Indices, stops: NDArray[np.int32]
) -> Places:
    """How far each mention is from each anchor, and the how-manieth of its kind before or after it."""
    n = len(stops)
    starts = np.array([start for start, _ in mentions])
    distances = bucket_distances(anchors, n)[:, starts]
    return Places(distances, bucket_stops(anchors, stops)[:, starts], _rank(anchors, starts, kinds))


def _rank(anchors: list[tuple[int, int]], starts: Indices, kinds: Indices) -> Indices:
    """Signed rank classes (anchors, mentions): 1 the nearest of its kind after the anchor, -1 before, at most four."""
    ranks = np.zeros((len(anchors), len(starts)), dtype=np.int64)
    for row, (begin, _) in enumerate(anchors):
        for kind in np.unique(kinds):
            own = np.flatnonzero(kinds == kind)
            after = own[starts[own] >= begin]
            before = own[starts[own] < begin]
            ranks[row, after[np.argsort(starts[after], kind="stable")]] = np.arange(1, len(after) + 1)
            ranks[row, before[np.argsort(-starts[before], kind="stable")]] = -np.arange(1, len(before) + 1)
    result: Indices = np.clip(ranks, -_FARTHEST_RANK, _FARTHEST_RANK) + _FARTHEST_RANK
    return result
