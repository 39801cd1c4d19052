"""The pair score: clues times weights, as a calibrated probability that two events are one incident, with reasons.

Weights and the table of rare words are `data/merge.json`, written by `python -m bench.merge_fit` (see docs/merge.md for
what they were fitted on and how well the probabilities hold).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from dragoman.config import DATA
from dragoman.errors import AssetError
from dragoman.merge.compare import measure_events, measure_words
from dragoman.merge.tellings import Telling
from dragoman.merge.words import Rarity

FORMAT = 1
_MEND = "Fit it with `python -m bench.merge_fit`, or install dragoman again"


class Table(Struct, frozen=True):
    """`data/merge.json`: weights by clue for bare mentions and for events, thresholds, and how rare each stem is."""

    format: int
    made_by: str
    mentions: dict[str, float]
    events: dict[str, float]
    join: float
    join_mentions: float
    unknown: float
    rarity: dict[str, float]


class Model(Struct, frozen=True):
    """The opened table: what scores pairs."""

    table: Table
    rarity: Rarity

    def measure(self, left: Telling, right: Telling) -> dict[str, float]:
        """All clues of two events."""
        words = measure_words(left, right, self.rarity)
        return {**words, **measure_events(left, right, self.rarity, words["topic"])}

    def score(self, left: Telling, right: Telling) -> float:
        """The probability that two events are one incident."""
        return to_probability(self.measure(left, right), self.table.events)

    def score_mentions(self, left: Telling, right: Telling) -> float:
        """The probability that two bare mentions tell of one event, by their words alone."""
        return to_probability(measure_words(left, right, self.rarity), self.table.mentions)


def to_probability(clues: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic function of the weighted sum; clues without a weight count nothing."""
    total = weights.get("bias", 0.0) + sum(weights.get(name, 0.0) * value for name, value in clues.items() if value)
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


@cache
def open_model(path: Path = DATA / "merge.json") -> Model:
    """The model of the installed package, or of another table; raises AssetError where it is missing or damaged."""
    try:
        table = msgspec.json.decode(path.read_bytes(), type=Table)
    except (OSError, msgspec.DecodeError) as error:
        raise AssetError(f"The table of merging {path} cannot be read: {error}. {_MEND}") from error
    if table.format != FORMAT:
        raise AssetError(f"The table of merging {path} has format {table.format}, not {FORMAT}. {_MEND}")
    return Model(table, Rarity(table.rarity, table.unknown))
