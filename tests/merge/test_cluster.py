"""Average linkage under constraints."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.cluster import cluster


def run(scores: dict[tuple[int, int], float], size: int, **fields: object) -> set[frozenset[int]]:
    groups = cluster(size, sorted(scores), lambda a, b: scores.get((a, b), 0.0), threshold=0.5, **fields)  # type: ignore[arg-type]
    return {frozenset(members) for members in groups.members.values()}


def test_one_likely_pair_does_not_chain_two_groups() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.7}
    assert run(scores, 4) == {frozenset({0, 1}), frozenset({2, 3})}


def test_groups_join_where_the_mean_is_high_enough() -> None:
    scores = dict.fromkeys(combinations(range(3), 2), 0.6)
    assert run(scores, 3) == {frozenset({0, 1, 2})}


def test_pairs_kept_apart_stay_apart_through_others() -> None:
    scores = dict.fromkeys(combinations(range(3), 2), 0.9)
    assert all(not {0, 2} <= group for group in run(scores, 3, apart=lambda a, b: (a, b) == (0, 2)))


def test_pairs_put_together_join_whatever_their_score() -> None:
    assert run({}, 3, together=[(0, 2)]) == {frozenset({0, 2}), frozenset({1})}


@given(st.integers(2, 9), st.randoms(use_true_random=False))
def test_groups_are_a_partition_and_respect_what_is_apart(size: int, dice: object) -> None:
    pairs = list(combinations(range(size), 2))
    scores = {pair: dice.random() for pair in pairs}  # type: ignore[attr-defined]
    apart = pairs[::3]
    groups = run(scores, size, apart=lambda a, b: (a, b) in apart)
    assert sorted(at for group in groups for at in group) == list(range(size))
    assert not [pair for pair in apart for group in groups if set(pair) <= group]


def test_unions_tell_the_surest_pair_between_two_groups() -> None:
    scores = {(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.8}
    groups = cluster(3, sorted(scores), lambda a, b: scores[a, b], threshold=0.5)
    assert [(union.left, union.right, union.p) for union in groups.unions] == [(0, 1, 0.9), (1, 2, 0.8)]
    assert groups.unions[1].mean == 0.7
