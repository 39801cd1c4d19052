"""Events of many reports to incidents, with the reasons of each join."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dragoman.ids import content_id
from dragoman.merge.block import list_pairs
from dragoman.merge.cluster import Clusters, cluster
from dragoman.merge.model import Model, open_model
from dragoman.merge.reasons import tell_apart, tell_why
from dragoman.merge.tellings import Telling, describe_record
from dragoman.records import Record

EventKey = tuple[str, str]


class Judgement(Struct, frozen=True, kw_only=True):
    """That two events are the same incident (`same`) or are not, by whom (`by`), and why."""

    left: EventKey
    right: EventKey
    same: bool
    by: str
    why: tuple[str, ...]


class Join(Struct, frozen=True, kw_only=True):
    """One join inside an incident: the surest pair, its probability `p`, the mean over all pairs, and why."""

    left: EventKey
    right: EventKey
    p: float
    mean: float
    why: tuple[str, ...]


class Member(Struct, frozen=True, kw_only=True):
    """An event of an incident. `recalled` says why its report only recalls it; None where it is news there."""

    report: str
    event: str
    recalled: str | None = None


class Incident(Struct, frozen=True, kw_only=True):
    """What happened once, as far as the reports can be put together: its events, and the joins that hold them."""

    id: str
    members: tuple[Member, ...]
    joins: tuple[Join, ...] = ()


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
    """The same from events made ready to be compared."""
    ordered = sorted(tellings, key=lambda telling: telling.key)
    where = {telling.key: at for at, telling in enumerate(ordered)}
    told = [
        (j.same, *sorted((where[j.left], where[j.right]))) for j in judgements if j.left in where and j.right in where
    ]
    pairs = list_pairs(ordered, model.rarity)
    apart = [pair for pair in pairs if tell_apart(ordered[pair[0]], ordered[pair[1]])]
    together = [(left, right) for same, left, right in told if same]
    groups = cluster(
        len(ordered),
        pairs,
        lambda left, right: model.score(ordered[left], ordered[right]),
        threshold=model.table.join,
        apart=[pair for pair in [*apart, *((a, b) for same, a, b in told if not same)] if pair not in together],
        together=together,
    )
    return _build_incidents(ordered, groups, model)


def _build_incidents(tellings: Sequence[Telling], groups: Clusters, model: Model) -> tuple[Incident, ...]:
    joins: dict[int, list[Join]] = {}
    group_of = {at: group for group, members in groups.members.items() for at in members}
    for union in groups.unions:
        left, right = tellings[union.left], tellings[union.right]
        why = tell_why(left, right, model.measure(left, right), model.table.events)
        join = Join(left=left.key, right=right.key, p=round(union.p, 3), mean=round(union.mean, 3), why=why)
        joins.setdefault(group_of[union.left], []).append(join)
    return tuple(
        Incident(
            id=content_id("i", *tellings[members[0]].key),
            members=tuple(
                Member(report=t.key[0], event=t.key[1], recalled=t.recalled) for t in map(tellings.__getitem__, members)
            ),
            joins=tuple(joins.get(group, ())),
        )
        for group, members in sorted(groups.members.items())
    )
