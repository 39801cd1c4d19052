"""The scores of pairs with a bounded memory: a group that grows is scored again only where it is new."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dragoman.incidents import EventKey
from dragoman.merge.model import Model
from dragoman.merge.reasons import tell_apart
from dragoman.merge.tellings import Telling

V = TypeVar("V")

_MOST = 50_000  # pairs that are remembered, some 10 MB; then it begins anew


class Scores:
    """The model's probabilities, and what keeps two events apart, each worked out once while it is remembered."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._likely: dict[tuple[EventKey, EventKey], float] = {}
        self._apart: dict[tuple[EventKey, EventKey], bool] = {}

    def score(self, left: Telling, right: Telling) -> float:
        """The probability that two events are one incident."""
        return _remember(self._likely, left, right, self.model.score)

    def are_apart(self, left: Telling, right: Telling) -> bool:
        """Whether two events cannot be one incident, whatever else they share."""
        return _remember(self._apart, left, right, lambda one, two: tell_apart(one, two) is not None)

    def forget(self) -> None:
        """Forget everything: a report has been told anew."""
        self._likely.clear()
        self._apart.clear()


def _remember(
    known: dict[tuple[EventKey, EventKey], V], left: Telling, right: Telling, work_out: Callable[[Telling, Telling], V]
) -> V:
    pair = (left.key, right.key)
    if pair not in known:
        if len(known) >= _MOST:
            known.clear()
        known[pair] = work_out(left, right)
    return known[pair]
