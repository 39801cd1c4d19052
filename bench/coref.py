"""Scores of clusters of mentions: MUC, B-cubed, CEAF-e and their mean, the CoNLL F1 (Pradhan et al. 2014).

Gold and prediction are {mention: cluster}; a mention that the prediction leaves out stands alone there for MUC and
counts as missed for the others. Singletons count. Gives the same numbers as score_wire.py and score_coref.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Clusters = list[set[Hashable]]


def score_conll(gold: Mapping[Any, Hashable], predicted: Mapping[Any, Hashable]) -> dict[str, float]:
    """`muc`, `b3`, `ceafe` and `conll_f1`, not rounded."""
    keys, found = list_clusters(gold), list_clusters(predicted)
    scores = {
        "muc": f1(_muc(found, keys), _muc(keys, found)),
        "b3": f1(_b_cubed(found, keys), _b_cubed(keys, found)),
        "ceafe": _ceaf_e(keys, found),
    }
    return scores | {"conll_f1": sum(scores.values()) / 3}


def list_clusters(assigned: Mapping[Any, Hashable]) -> Clusters:
    """The clusters of an assignment."""
    out: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in assigned.items():
        out[cluster].add(mention)
    return list(out.values())


def f1(precision: float, recall: float) -> float:
    """The harmonic mean, 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(keys: Clusters, found: Clusters) -> float:
    """The share of the links of `keys` that `found` has."""
    where: dict[Hashable, Hashable] = {mention: at for at, cluster in enumerate(found) for mention in cluster}
    wanted = sum(len(key) - 1 for key in keys)
    got = sum(len(key) - len({where.get(mention, ("alone", mention)) for mention in key}) for key in keys)
    return got / wanted if wanted else 0.0


def _b_cubed(keys: Clusters, found: Clusters) -> float:
    where = {mention: cluster for cluster in found for mention in cluster}
    total = sum(len(key) for key in keys)
    got = sum(len(key & where[m]) / len(key) for key in keys for m in key if m in where)
    return got / total if total else 0.0


def _ceaf_e(keys: Clusters, found: Clusters) -> float:
    alike = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in keys])
    best = find_best_total(alike) if alike.size else 0.0
    return f1(best / len(found), best / len(keys)) if keys and found else 0.0


def find_best_total(scores: NDArray[np.float64]) -> float:
    """The largest total of a one-to-one assignment of rows to columns (shortest augmenting paths)."""
    if scores.shape[0] > scores.shape[1]:
        scores = scores.T
    rows, columns = scores.shape
    u, v = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        row_of[0] = row
        _augment(-scores, row_of, u, v)
    return float(sum(scores[row_of[j] - 1, j - 1] for j in range(1, columns + 1) if row_of[j]))


def _augment(
    cost: NDArray[np.float64], row_of: NDArray[np.int_], u: NDArray[np.float64], v: NDArray[np.float64]
) -> None:
    """Assign one more row (it stands in `row_of[0]`) along the cheapest path, and keep the prices u and v true."""
    columns = cost.shape[1]
    least, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=bool)
    way = np.zeros(columns + 1, dtype=int)
    at = 0
    while True:
        used[at] = True
        row = row_of[at]
        reduced = cost[row - 1] - u[row] - v[1:]
        free = ~used[1:]
        better = free & (reduced < least[1:])
        least[1:][better], way[1:][better] = reduced[better], at
        step_to = int(np.argmin(np.where(free, least[1:], np.inf))) + 1
        step = least[step_to]
        u[row_of[used]] += step
        v[used] -= step
        least[~used] -= step
        at = step_to
        if row_of[at] == 0:
            break
    while at:
        row_of[at] = row_of[way[at]]
        at = way[at]


def round_all(scores: Mapping[str, float], digits: int = 4) -> dict[str, float]:
    """The scores rounded."""
    return {name: round(value, digits) for name, value in scores.items()}


def place_mentions(texts: Mapping[str, str], mentions: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The mentions with start and end: the n-th use of the same trigger words in a report takes their n-th place."""
    placed, seen = [], dict[tuple[str, str], int]()
    for mention in mentions:
        report, words = str(mention["report"]), str(mention.get("trigger", ""))
        start, end = mention.get("start"), mention.get("end")
        if start is None:
            at = texts[report].find(words, seen.get((report, words), 0))
            start = at if at >= 0 else texts[report].find(words)
            end = start + len(words)
        seen[report, words] = int(str(end))
        placed.append({**mention, "start": start, "end": end})
    return placed
