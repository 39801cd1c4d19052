"""The heads in numpy: tags that look at their neighbours, and what a link is told of two triggers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mark.heads import REACH, Heads, link_extras


def smoothing(weight: np.ndarray) -> Heads:
    return Heads({"s.weight": weight.astype(np.float32), "s.bias": np.zeros(len(weight), dtype=np.float32)})


@given(st.integers(0, 3 * REACH))
def test_without_couplings_smoothing_changes_nothing(n: int) -> None:
    scores = np.random.default_rng(n).normal(size=(2, n, 3)).astype(np.float32)
    assert np.array_equal(smoothing(np.zeros((3, 3, 2 * REACH + 1))).smooth("s", scores), scores)


@pytest.mark.parametrize("shift", [-REACH, -1, 0, 1, REACH])
def test_a_coupling_reaches_the_word_at_its_distance_and_no_other(shift: int) -> None:
    weight = np.zeros((2, 2, 2 * REACH + 1))
    weight[0, 1, REACH + shift] = 1.0  # tag 0 is likelier where the word at `shift` has tag 1
    scores = np.zeros((1, 4 * REACH, 2), dtype=np.float32)
    at = 2 * REACH
    scores[0, at + shift, 1] = 50.0
    gained = smoothing(weight).smooth("s", scores)[0, :, 0] - scores[0, :, 0]
    assert gained[at] == pytest.approx(1.0)
    undecided = at - shift if shift else at + 1
    assert gained[undecided] < 0.6


def test_two_triggers_of_one_word_are_told_alike_and_their_stops_counted() -> None:
    same, start, _, sentence, stops = link_extras(["Attack"], ["attack"], 12, 2)
    assert (same, start, sentence) == (1.0, 1.0, 0.0)
    assert stops == pytest.approx(0.2)
