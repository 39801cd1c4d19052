"""The heads in numpy: what the encoder's vectors say about triggers, cues, their parts and their links.

A word is the vector of its first piece with its features; an anchor (a trigger or a cue) is the mean of its
words with the vector of its type. One joint scorer reads each anchor with each word of its window, so that
roles and contents cost no further pass of the encoder. Trained in `train/model.py`, same names.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Array = NDArray[np.float32]
Indices = NDArray[np.int64]

_EDGES = np.array([1, 2, 3, 4, 5, 7, 10, 15, 23, 36, 61, 101])  # words: widths grow as roles thin out
N_DISTANCES = 2 * len(_EDGES) + 1
_FARTHEST_STOPS = 3
N_STOPS = 2 * _FARTHEST_STOPS + 1
REACH = 4  # words on either side that a word's tag is smoothed over


class Heads(Struct, frozen=True):
    """The weights by name, and the computations on them."""

    weights: dict[str, Array]

    def linear(self, name: str, rows: Array) -> Array:
        """`rows` through the linear layer of that name."""
        product: Array = rows @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return product

    def anchors(self, rows: Array, spans: list[tuple[int, int]], types: Indices) -> Array:
        """Vectors of word spans, with the vector of each anchor's type."""
        means = np.stack([rows[start:end].mean(axis=0) for start, end in spans])
        return np.concatenate([means, self.weights["type_vectors.weight"][types]], axis=1)

    def pairs(self, anchors: Array, rows: Array, distances: Indices, stops: Indices) -> Array:
        """Hidden states (anchors, words, hidden) of each anchor with each word."""
        added = self.linear("pair_anchor", anchors)[:, None] + self.linear("pair_word", rows)[None]
        product = self.linear("pair_left", anchors)[:, None] * self.linear("pair_right", rows)[None]
        where = self.weights["pair_distance.weight"][distances] + self.weights["pair_stops.weight"][stops]
        return relu(added + product + where)

    def smooth(self, name: str, scores: Array) -> Array:
        """Scores (..., words, tags) with what the likely tags of up to `REACH` neighbours say of each word's own.

        One step of mean-field inference in a chain whose couplings are learnt, as in CRF-RNN (Zheng et al. 2015).
        """
        weights = self.weights[f"{name}.weight"]  # (tags, tags of the neighbour, places)
        likely = softmax(scores)
        n = scores.shape[-2]
        result = scores + self.weights[f"{name}.bias"]
        for place in range(2 * REACH + 1):
            shift = place - REACH
            first, last = max(0, -shift), min(n, n - shift)
            if first < last:
                result[..., first:last, :] += likely[..., first + shift : last + shift, :] @ weights[:, :, place].T
        return result

    def attributes(self, anchors: Array) -> Array:
        """Hidden states for modes, status, responsibility and stance."""
        return relu(self.linear("attribute", anchors))

    def links(self, anchors: Array, left: Indices, right: Indices, extras: Array) -> Array:
        """Probabilities that pairs of triggers tell of the same event."""
        vectors = self.linear("link_anchor", anchors)
        a, b = vectors[left], vectors[right]
        hidden = relu(self.linear("link_hidden", np.concatenate([a * b, np.abs(a - b), extras], axis=1)))
        return sigmoid(self.linear("link", hidden)[:, 0])


def bucket_distances(spans: list[tuple[int, int]], n_words: int) -> Indices:
    """Signed distance classes (anchors, words): 0 inside the anchor, then by `_EDGES` before and after it."""
    at = np.arange(n_words)
    starts = np.array([start for start, _ in spans])[:, None]
    ends = np.array([end for _, end in spans])[:, None]
    before, after = starts - at, at - ends + 1
    signed = np.where(before > 0, -before, np.maximum(after, 0))
    classes = np.searchsorted(_EDGES, np.abs(signed), side="right")
    result: Indices = (len(_EDGES) + np.sign(signed) * classes).astype(np.int64)
    return result


def bucket_stops(spans: list[tuple[int, int]], stops: NDArray[np.int32]) -> Indices:
    """Signed number of full stops between anchor and word (anchors, words), at most three either way."""
    own = np.array([stops[start] for start, _ in spans])[:, None]
    signed = np.clip(stops[None] - own, -_FARTHEST_STOPS, _FARTHEST_STOPS)
    result: Indices = (signed + _FARTHEST_STOPS).astype(np.int64)
    return result


def link_extras(words: list[str], other: list[str], distance: int, stops: int) -> list[float]:
    """What the vectors may not show of two triggers: same words, same beginning, words and full stops between."""
    left, right = " ".join(words).lower(), " ".join(other).lower()
    same = [float(left == right), float(left[:4] == right[:4])]
    return [*same, float(np.log1p(distance)) / 6.0, float(stops == 0), min(stops, 10) / 10.0]


def relu(values: Array) -> Array:
    """Rectified linear unit: the heads' only non-linearity, chosen for its cost in numpy."""
    result: Array = np.maximum(values, 0.0)
    return result


def sigmoid(values: Array) -> Array:
    """Logistic function."""
    result: Array = (1.0 / (1.0 + np.exp(-values))).astype(np.float32)
    return result


def softmax(values: Array) -> Array:
    """Probabilities along the last axis."""
    raised = np.exp(values - values.max(axis=-1, keepdims=True))
    result: Array = raised / raised.sum(axis=-1, keepdims=True)
    return result
