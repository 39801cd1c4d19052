"""Pairs to groups: average linkage under constraints.

Two groups are joined while the mean probability over all pairs between them is high enough; so one likely pair does not
chain two bombings of one city. A pair that must not be joined keeps its groups apart for good. The order in which
tellings are given changes nothing: ties are broken by their positions after sorting.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

Pair = tuple[int, int]
Score = Callable[[int, int], float]
Apart = Callable[[int, int], bool]


class Union(Struct, frozen=True):
    """One join of two groups: the surest pair between them, its probability, and the mean over all pairs."""

    left: int
    right: int
    p: float
    mean: float


class Clusters:
    """Groups of positions while they grow; a group has the number of its first member."""

    def __init__(self, size: int, score: Score, apart: Apart) -> None:
        self.members = {at: [at] for at in range(size)}
        self.unions: list[Union] = []
        self.forced = 0  # of the unions: the first ones, which were not asked for their score
        self._score = score
        self._apart = apart
        self._known: dict[Pair, float] = {}
        self._sums: list[dict[int, float]] = [{} for _ in range(size)]

    def link(self, left: int, right: int) -> float:
        """The mean probability between two groups."""
        return self._sums[left][right] / (len(self.members[left]) * len(self.members[right]))

    def compare(self, pairs: Iterable[Pair], least: float) -> None:
        """Score the pairs; those under `least` are not pursued: the mean of two groups is never above their best."""
        for left, right in pairs:
            if (p := self._pair(left, right)) >= least and not self._apart(left, right):
                self._sums[left][right] = self._sums[right][left] = p

    def join_all(self, threshold: float) -> None:
        """Join the likeliest groups first, while the mean is at least the threshold."""
        heap = [
            (-p, left, right)
            for left, row in enumerate(self._sums)
            for right, p in row.items()
            if left < right and p >= threshold
        ]
        heapq.heapify(heap)
        while heap:
            told, left, right = heapq.heappop(heap)
            if left not in self.members or right not in self.members or right not in self._sums[left]:
                continue
            if self.link(left, right) != -told:
                continue  # said of groups that have grown since
            self.join(left, right)
            for other in self._sums[left]:
                if (mean := self.link(left, other)) >= threshold:
                    heapq.heappush(heap, (-mean, min(left, other), max(left, other)))

    def force(self, left: int, right: int) -> None:
        """Join the groups of two positions whatever their score."""
        one, two = sorted(self._group_of(at) for at in (left, right))
        if one != two:
            self.join(one, two)

    def _group_of(self, at: int) -> int:
        return next(group for group, members in self.members.items() if at in members)

    def join(self, left: int, right: int) -> None:
        """Make two groups one; it keeps the lower number `left`."""
        pairs = [(self._pair(a, b), -a, -b) for a in self.members[left] for b in self.members[right]]
        p, a, b = max(pairs)
        self.unions.append(Union(-a, -b, p, sum(each[0] for each in pairs) / len(pairs)))
        self._merge_sums(left, right)
        self.members[left] = sorted(self.members[left] + self.members.pop(right))

    def _merge_sums(self, left: int, right: int) -> None:
        rows = ((left, self._sums[left]), (right, self._sums[right]))
        merged: dict[int, float] = {}
        for other in sorted((rows[0][1].keys() | rows[1][1].keys()) - {left, right}):
            self._sums[other].pop(right, None)
            if any(other not in row and self._are_apart(group, other) for group, row in rows):
                self._sums[other].pop(left, None)
                continue
            total = sum(row[other] if other in row else self._sum_of(group, other) for group, row in rows)
            merged[other] = self._sums[other][left] = total
        self._sums[left], self._sums[right] = merged, {}

    def _are_apart(self, left: int, right: int) -> bool:
        """Whether a pair between two groups must not be joined."""
        return any(self._apart(min(a, b), max(a, b)) for a in self.members[left] for b in self.members[right])

    def _sum_of(self, left: int, right: int) -> float:
        return sum(self._pair(a, b) for a in self.members[left] for b in self.members[right])

    def _pair(self, left: int, right: int) -> float:
        pair = (left, right) if left < right else (right, left)
        if pair not in self._known:
            self._known[pair] = self._score(*pair)
        return self._known[pair]


def _never(_left: int, _right: int) -> bool:
    return False


def cluster(  # noqa: PLR0913 - the last two are rarely given
    size: int,
    pairs: Sequence[Pair],
    score: Score,
    *,
    threshold: float,
    apart: Apart = _never,
    together: Iterable[Pair] = (),
) -> Clusters:
    """Groups of the positions 0 to size - 1. `apart` tells pairs never to be joined; `together` are joined first.

    Groups that no pair of at least the threshold connects do not touch each other: each can be made alone.
    """
    groups = Clusters(size, score, apart)
    groups.compare(pairs, threshold)
    for left, right in together:
        groups.force(left, right)
    groups.forced = len(groups.unions)
    groups.join_all(threshold)
    return groups
