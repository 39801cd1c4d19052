"""The first look: a tag for each word (does a filler of a role begin here, or go on) and the types of incident."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bench.muc4_score import ROLES
from bench.muc4_sight import Sight, hash_words

Array = NDArray[np.float32]
TYPES = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
N_TAGS = 1 + 2 * len(ROLES)  # 0 for nothing, then begin and inside for each role
BUCKETS = 2048
REACH = 2  # words to either side that the convolution sees


class Tags(Struct, frozen=True):
    """Log probabilities (words, N_TAGS), and for each of TYPES the probability that the report tells of one."""

    words: Array
    types: Array


class Tagger(Struct, frozen=True):
    """The weights by name, fitted in `bench.fit_muc4`, where the same computation stands in PyTorch."""

    weights: dict[str, Array]

    def tag(self, sight: Sight) -> Tags:
        """One report's tags. What the whole report tells of (`pool`) is added to every word."""
        w = self.weights
        known = w["known"][hash_all(sight.words)]
        state = np.concatenate([sight.rows, known], axis=1) @ w["first"] + w["first_bias"]
        width = len(w["pool_types"])
        pool = np.maximum(state[:, :width], 0).max(axis=0)
        hidden = np.maximum(state[:, width:] + pool @ w["mix"] + w["mix_bias"], 0)
        around = np.maximum(shift_rows(hidden) @ w["around"] + w["around_bias"], 0)
        scores = np.concatenate([hidden, around], axis=1) @ w["tag"] + w["tag_bias"]
        chances = 1 / (1 + np.exp(-(pool @ w["pool_types"] + w["types_bias"])))
        return Tags(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True), chances)


def hash_all(words: list[str]) -> NDArray[np.int64]:
    """The bucket of each word."""
    return np.array([hash_words(word, BUCKETS) for word in words], dtype=np.int64)


def shift_rows(rows: Array) -> Array:
    """Each row beside its neighbours up to REACH away; beyond the ends stand zeros."""
    padded = np.pad(rows, ((REACH, REACH), (0, 0)))
    return np.concatenate([padded[at : at + len(rows)] for at in range(2 * REACH + 1)], axis=1)
