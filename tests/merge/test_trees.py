"""Trees grown apart are those that grow together, unless they touch."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.merge.trees import Tree, grow_trees, list_unions, touch

Pair = tuple[int, int]


class Table:
    """Pairs with given scores; none of them is kept apart but those named."""

    threshold = 0.5
    together: Sequence[Pair] = ()

    def __init__(self, scores: dict[Pair, float], apart: frozenset[Pair] = frozenset()) -> None:
        self._scores, self._apart = scores, apart

    def score(self, left: int, right: int) -> float:
        return self._scores.get((min(left, right), max(left, right)), 0.0)

    def most(self, left: int, right: int) -> float:
        return self.score(left, right)

    def are_apart(self, left: int, right: int) -> bool:
        return (min(left, right), max(left, right)) in self._apart

    def grow(self, nodes: Sequence[int]) -> list[Tree]:
        likely = [pair for pair in combinations(nodes, 2) if self.score(*pair) >= self.threshold]
        return grow_trees(nodes, likely, self)


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, Table]:
    size = draw(st.integers(2, 9))
    pairs = list(combinations(range(size), 2))
    # No two means are equal: where they are, `touch` errs on the safe side.
    dice = random.Random(draw(st.integers(0, 10**6)))
    apart = draw(st.frozensets(st.sampled_from(pairs), max_size=4))
    return size, Table({pair: dice.random() for pair in pairs}, apart)


@given(tables(), st.integers(1, 8))
def test_trees_that_do_not_touch_grow_the_same_apart_and_together(made: tuple[int, Table], cut: int) -> None:
    size, table = made
    left, right = table.grow(range(min(cut, size))), table.grow(range(min(cut, size), size))
    if not any(touch(one, two, table) for one in left for two in right):
        together = {tree.members for tree in table.grow(range(size))}
        assert together == {tree.members for tree in [*left, *right]}


@given(tables())
def test_trees_that_come_out_never_touch(made: tuple[int, Table]) -> None:
    size, table = made
    trees = table.grow(range(size))
    assert sorted(node for tree in trees for node in tree.members) == list(range(size))
    assert not [pair for pair in combinations(trees, 2) if touch(*pair, table)]


def test_unions_stand_in_the_order_of_their_making() -> None:
    table = Table({(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.8})
    tree = table.grow([0, 1, 2])[0]
    assert [(union.left, union.right) for union in list_unions(tree)] == [(0, 1), (1, 2)]
    assert tree.members == (0, 1, 2)


def test_event_that_is_nearer_than_what_was_joined_touches() -> None:
    table = Table({(0, 1): 0.6, (1, 2): 0.9})
    assert touch(table.grow([0, 1])[0], table.grow([2])[0], table)
    assert not touch(table.grow([0])[0], table.grow([2])[0], table)
