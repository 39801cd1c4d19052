"""Events of many reports to incidents, with the reasons of each join."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from dragoman.ids import content_id
from dragoman.incidents import Incident, Join, Judgement, Member
from dragoman.merge.block import list_pairs
from dragoman.merge.cluster import Pair, Union
from dragoman.merge.model import Model, open_model
from dragoman.merge.reasons import tell_why
from dragoman.merge.scores import Scores
from dragoman.merge.tellings import Telling, describe_record
from dragoman.merge.trees import Tree, grow_trees, list_unions
from dragoman.records import Record

_JUST_UNDER = 0.999  # of the threshold: what is not worth comparing joins nothing, and parts nothing


def merge_records(
    records: Iterable[Record], judgements: Sequence[Judgement] = (), model: Model | None = None
) -> tuple[Incident, ...]:
    """The incidents that the events of the records tell of; each event stands in one incident.

    The order of the records changes nothing. A person's judgements hold before all else. Raises AssetError where
    the table of weights cannot be read.
    """
    model = model or open_model()
    tellings = [telling for record in records for telling in describe_record(record, model.rarity)]
    return merge_tellings(tellings, judgements, model)


def merge_tellings(tellings: Iterable[Telling], judgements: Sequence[Judgement], model: Model) -> tuple[Incident, ...]:
    """The same from events made ready to be compared. The latest judgement of a pair holds."""
    ordered = sorted(tellings, key=lambda telling: telling.key)
    where = {telling.key: at for at, telling in enumerate(ordered)}
    judged = {
        (min(pair), max(pair)): j.same
        for j in judgements
        if j.left in where and j.right in where and (pair := (where[j.left], where[j.right]))
    }
    scores, least = Scores(model), model.table.join
    likely = {
        (left, right): p
        for left, right in list_pairs(ordered, model.rarity)
        if (p := scores.score(ordered[left], ordered[right])) >= least
        and not scores.are_apart(ordered[left], ordered[right])
    }
    trees = grow_trees(range(len(ordered)), likely, Links(ordered.__getitem__, scores, likely, judged))
    return tuple(build_incident(tree, ordered.__getitem__, model) for tree in trees)


class Likely(Protocol):
    """The pairs (lower, higher) that are worth comparing and reach the threshold, with their probability."""

    def get(self, pair: Pair, /) -> float | None:
        """The probability of a pair; None where it is not among them."""
        ...


class Links:
    """How likely two events (as numbers) are one incident, and which are kept apart, for clustering.

    A pair that is not among the likely ones counts at most as just under the threshold. `judged` are those that a
    person holds to be one incident, or not.
    """

    def __init__(
        self, telling: Callable[[int], Telling], scores: Scores, likely: Likely, judged: Mapping[Pair, bool]
    ) -> None:
        self.threshold = scores.model.table.join
        self.together = sorted(pair for pair, same in judged.items() if same)
        self._telling, self._scores, self._likely, self._judged = telling, scores, likely, judged

    def score(self, left: int, right: int) -> float:
        """The probability that two events are one incident."""
        pair = _ordered(left, right)
        if (known := self._likely.get(pair)) is not None:
            return known
        p = self._scores.score(*self._both(left, right))
        return p if self._judged.get(pair) else min(p, self.threshold * _JUST_UNDER)

    def most(self, left: int, right: int) -> float:
        """What the probability is at most, told without working it out."""
        pair = _ordered(left, right)
        if (known := self._likely.get(pair)) is not None:
            return known
        return 1.0 if self._judged.get(pair) else self.threshold * _JUST_UNDER

    def are_apart(self, left: int, right: int) -> bool:
        """Whether a person, or what is told of two events, keeps them apart."""
        same = self._judged.get(_ordered(left, right))
        return not same if same is not None else self._scores.are_apart(*self._both(left, right))

    def _both(self, left: int, right: int) -> tuple[Telling, Telling]:
        one, two = self._telling(left), self._telling(right)
        return (one, two) if one.key < two.key else (two, one)


def _ordered(left: int, right: int) -> Pair:
    return (left, right) if left < right else (right, left)


def build_incident(tree: Tree, telling_of: Callable[[int], Telling], model: Model) -> Incident:
    """The incident of a tree of events; its id is that of its first key."""
    members = sorted(map(telling_of, tree.members), key=lambda telling: telling.key)
    return Incident(
        id=content_id("i", *members[0].key),
        members=tuple(Member(report=t.key[0], event=t.key[1], recalled=t.recalled) for t in members),
        joins=tuple(_build_join(union, telling_of, model) for union in list_unions(tree)),
    )


def _build_join(union: Union, telling_of: Callable[[int], Telling], model: Model) -> Join:
    left, right = sorted((telling_of(union.left), telling_of(union.right)), key=lambda telling: telling.key)
    why = tell_why(left, right, model.measure(left, right), model.table.events)
    return Join(left=left.key, right=right.key, p=round(union.p, 3), mean=round(union.mean, 3), why=why)
