"""The strings of a report that may fill a role, and what is known of each: one row for a role and a string."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bench.muc4_score import ROLES
from bench.muc4_sight import Sight, hash_words
from bench.muc4_tagger import Tags

Array = NDArray[np.float32]
ARTICLES = frozenset(("a", "an", "the"))
BUCKETS = 2048
_LENIENCE = (0.0, 1.0, 2.5, 4.0)  # taken from the log probability of "nothing": higher finds more strings, and longer
_LONGEST = 12  # words: all but a few fillers of the train part
_LOWEST = -9.0  # log probabilities below say no more
_NO_RIVAL = -3.0


class Candidates(Struct, frozen=True):
    """Roles (as places in ROLES) with words, their first places in the report, and three kinds of rows about them."""

    roles: list[int]
    words: list[tuple[str, ...]]
    places: list[int]
    facts: Array
    vectors: Array
    known: NDArray[np.int64]


def find_candidates(sight: Sight, tags: Tags) -> Candidates | None:
    """What the tags make likely, and, more leniently, possible; None where that is nothing."""
    found = list(dict.fromkeys(_list_strings(sight, tags.words)))
    if not found:
        return None
    places = [sight.find(words) for _, words in found]
    scores = [_score_places(tags.words, role, len(words), at) for (role, words), at in zip(found, places, strict=True)]
    best = [at[int(rows[:, 1].argmax())] for at, rows in zip(places, scores, strict=True)]
    facts = [
        _describe(rows, at, chosen, each, len(sight.words))
        for rows, at, chosen, each in zip(scores, places, best, found, strict=True)
    ]
    inside = np.array([rows[:, 1].max() for rows in scores])
    odds = np.log(tags.types + 1e-4) - np.log(1 - tags.types + 1e-4)
    about = np.tile(np.append(odds, odds.max()) / 3, (len(found), 1))
    return Candidates(
        roles=[role for role, _ in found],
        words=[words for _, words in found],
        places=[at[0] for at in places],
        facts=np.concatenate([facts, about, _compare(found, inside)], axis=1).astype(np.float32),
        vectors=np.stack([_average(sight.rows[at : at + len(w)]) for at, (_, w) in zip(best, found, strict=True)]),
        known=np.array([_hash(role, words) for role, words in found], dtype=np.int64),
    )


def _list_strings(sight: Sight, tags: Array) -> Iterator[tuple[int, tuple[str, ...]]]:
    for leniency in _LENIENCE:
        eased = tags.copy()
        eased[:, 0] -= leniency
        for role, start, end in list_runs(eased.argmax(axis=1)):
            words = trim(sight.words[start:end])
            if 0 < len(words) <= _LONGEST:
                yield role, words


def list_runs(tags: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """Role and words [start, end) of each run of tags; a begin tag opens a new run."""
    start, role = 0, -1
    for at, tag in enumerate([*tags.tolist(), 0]):
        if role >= 0 and tag != 2 + 2 * role:
            yield role, start, at
            role = -1
        if role < 0 and tag:
            start, role = at, (tag - 1) // 2


def trim(words: list[str]) -> tuple[str, ...]:
    """The words without articles and marks at the beginning, and marks at the end."""
    start, end = 0, len(words)
    while start < end and (words[start] in ARTICLES or not words[start][0].isalnum()):
        start += 1
    while end > start and not words[end - 1][0].isalnum():
        end -= 1
    return tuple(words[start:end])


def _score_places(tags: Array, role: int, n: int, places: list[int]) -> Array:
    """For each place of a string what its words' tags and those around it say of the role."""
    begin, inside = 1 + 2 * role, 2 + 2 * role
    mine = np.logaddexp(tags[:, begin], tags[:, inside])
    others = np.delete(tags, [0, begin, inside], axis=1).max(axis=1)
    rows = []
    for at in places:
        end = at + n
        after = tags[end, inside] if end < len(tags) else _LOWEST
        before = mine[at - 1] if at else _LOWEST
        own = mine[at:end]
        rows.append([tags[at, begin], own.mean(), own.min(), tags[at:end, 0].mean(), after, before,
                     others[at:end].mean(), own[-1]])  # fmt: skip
    return (np.maximum(np.array(rows), _LOWEST) / 3).astype(np.float32)


def _describe(rows: Array, places: list[int], best: int, found: tuple[int, tuple[str, ...]], n: int) -> Array:
    role, words = found
    roles, length = np.zeros(len(ROLES)), np.zeros(6)
    roles[role] = 1
    length[min(len(words), 6) - 1] = 1
    first = places[0]
    where = [np.log(len(places)), first / n, np.log1p(first) / 6, best / n, np.log(n) / 6]
    return np.concatenate(
        [rows[places.index(best)], rows.max(axis=0), rows.mean(axis=0), rows[0], where, roles, length]
    )


def _compare(found: list[tuple[int, tuple[str, ...]]], scores: Array) -> Array:
    """How a candidate stands beside the others: of its role, longer and shorter ones, and of other roles."""
    texts = [f" {' '.join(words)} " for _, words in found]
    rows = []
    for i, (role, words) in enumerate(found):
        same = [j for j, (other, _) in enumerate(found) if other == role]
        longer = [scores[j] for j in same if j != i and texts[i] in texts[j]]
        shorter = [scores[j] for j in same if j != i and texts[j] in texts[i]]
        elsewhere = [scores[j] for j, (other, theirs) in enumerate(found) if other != role and theirs == words]
        better = sum(scores[j] > scores[i] for j in same)
        rivals = [scores[i] - max(each, default=_NO_RIVAL) for each in (longer, shorter, elsewhere)]
        rows.append([np.log1p(better), np.log1p(len(same)), *map(bool, (longer, shorter, elsewhere)), *rivals])
    return np.array(rows, dtype=np.float32)


def _average(rows: Array) -> Array:
    """A mean of the words' rows."""
    mean: Array = rows.mean(axis=0)
    return mean


def _hash(role: int, words: tuple[str, ...]) -> list[int]:
    return [hash_words(f"{role} {kind} {text}", BUCKETS)
            for kind, text in (("last", words[-1]), ("all", " ".join(words)), ("first", words[0]))]  # fmt: skip
