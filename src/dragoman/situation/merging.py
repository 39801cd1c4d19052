"""Merging as reports come in: only what is new is compared, and only the groups that it touches are made again.

The incidents are those that `merge.merge_records` makes of all records at once, in whatever portions they came: a block
is a row in a fixed order, and after each event that is put in or taken out, the pairs that are kept are exactly those
that stand near each other in some block and are likely enough (tests/situation/test_merging.py holds it to that).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from dragoman.incidents import Incident
from dragoman.merge.block import REACH, list_keys, number_key, share_field, stand_at
from dragoman.merge.incidents import Links, build_incident
from dragoman.merge.model import Model
from dragoman.merge.scores import Scores
from dragoman.merge.tellings import Telling
from dragoman.merge.trees import Tree, grow_trees, list_heights, touch
from dragoman.situation.describe import unpack_tellings
from dragoman.situation.region import Pair, Region
from dragoman.store import Store, blocks, incidents
from dragoman.store.blocks import Stand
from dragoman.store.reports import place_of, read_tellings, serial_of

_TREES = 3_000  # of incidents that are held in memory, some 2 KB each
_REPORTS = 1_000  # whose tellings are held in memory, some 20 KB each


class Group(Struct, frozen=True):
    """An incident as merging makes it, and the nodes of its members in the same order."""

    incident: Incident
    nodes: tuple[int, ...]


class Merger:
    """Puts events in and takes them out. All its methods want to be called inside one transaction of the store."""

    def __init__(self, store: Store, model: Model) -> None:
        self._store, self._scores = store, Scores(model)
        self._rarity, self._least = model.rarity, model.table.join
        self._trees: dict[int, tuple[frozenset[int], list[Tree]]] = {}
        self._unpack = lru_cache(_REPORTS)(lambda serial: unpack_tellings(read_tellings(store, serial)))

    def forget(self) -> None:
        """Forget what was read: another process, or an edit, has changed it."""
        self._trees.clear()
        self._scores.forget()
        self._unpack.cache_clear()

    def telling(self, node: int) -> Telling:
        """What an event is compared by."""
        return self._unpack(serial_of(node))[place_of(node)]

    def put_in(self, node: int) -> set[int]:
        """Put an event into its blocks, and compare it with those beside it; the nodes whose pairs have changed."""
        stand, telling = self._stand(node), self.telling(node)
        keys = self._keys(node)
        beside: set[int] = set()
        parted: set[Pair] = set()
        for key in keys:
            before, after = self._around(key, stand)
            beside.update(before, after)
            parted.update(_at_the_edge(before, after))
        blocks.put_in_blocks(self._store, keys, stand)
        likely = [(*_ordered(node, other), p) for other in beside if (p := self._measure(telling, self.telling(other)))]
        blocks.put_pairs(self._store, likely)
        gone = [pair for pair in self._known(parted) if not self._are_near(*pair)]
        blocks.drop_pairs(self._store, gone)
        return {node}.union(*filter(self._stand_together, gone))

    def _stand_together(self, pair: Pair) -> bool:
        """Whether two events are in one incident: only then does it matter that they are less near than they were."""
        left, right = incidents.list_memberships(self._store, pair)
        return left.incident == right.incident

    def take_out(self, node: int) -> set[int]:
        """Take an event out of its blocks; the nodes whose pairs have changed, without itself."""
        stand, keys = self._stand(node), self._keys(node)
        blocks.take_from_blocks(self._store, keys, stand)
        closer: set[Pair] = set()
        for key in keys:
            closer.update(_at_the_edge(*self._around(key, stand)))
        found = [(*pair, p) for pair in closer if (p := self._measure(*map(self.telling, pair)))]
        blocks.put_pairs(self._store, found)
        gone = blocks.list_partners(self._store, [node])
        blocks.drop_pairs(self._store, gone)
        return {each for left, right, _ in found for each in (left, right)}.union(*gone) - {node}

    def regroup(self, touched: Iterable[int], judged: Mapping[Pair, bool]) -> list[Group]:
        """The groups that come out otherwise than they stand, of the nodes and of all whom they touch."""
        region = Region(self._store, touched, judged)
        links = Links(self.telling, self._scores, region, judged)
        for home in region.homes:
            self._trees.pop(home, None)  # one of its events was touched
        asked: dict[tuple[tuple[int, ...], int], bool] = {}
        while True:
            trees = self._grow(region.nodes, region, links)
            moved = [tree for tree in trees if not region.stands(tree.members)]
            known = {
                key: height
                for home in region.list_known()
                for t in self._trees_of(home, region, links)
                for key, height in list_heights(t).items()
            }
            for tree in moved:
                for home in region.list_beside(tree.members):
                    if (tree.members, home) not in asked:
                        near = any(touch(tree, other, links, known) for other in self._trees_of(home, region, links))
                        asked[tree.members, home] = near
            added = {home for (_, home), near in asked.items() if near} - region.homes
            if not added:
                return [self._build_group(tree) for tree in moved]
            region.take_in(added)

    def _trees_of(self, home: int, region: Region, links: Links) -> list[Tree]:
        """The tree of an incident of which nothing was touched."""
        members, known = region.members(home), self._trees.get(home)
        if known is None or known[0] != members:
            if len(self._trees) >= _TREES:
                self._trees.clear()
            known = self._trees[home] = members, self._grow(members, region, links)
        return known[1]

    def _grow(self, nodes: Collection[int], region: Region, links: Links) -> list[Tree]:
        ordered = sorted(nodes, key=lambda node: self.telling(node).key)
        return grow_trees(ordered, region.pairs_among(nodes), links)

    def _build_group(self, tree: Tree) -> Group:
        node_of = {self.telling(node).key: node for node in tree.members}
        incident = build_incident(tree, self.telling, self._scores.model)
        return Group(incident, tuple(node_of[m.report, m.event] for m in incident.members))

    def _measure(self, left: Telling, right: Telling) -> float:
        """The probability of a pair that may be one incident; 0 where it is not likely enough."""
        if not share_field(left, right):
            return 0.0
        one, two = sorted((left, right), key=lambda telling: telling.key)
        p = self._scores.score(one, two)
        return p if p >= self._least and not self._scores.are_apart(one, two) else 0.0

    def _keys(self, node: int) -> list[int]:
        return sorted(map(number_key, list_keys(self.telling(node), self._rarity)))

    def _stand(self, node: int) -> Stand:
        return Stand(*stand_at(self.telling(node)), node)

    def _around(self, key: int, stand: Stand) -> tuple[list[int], list[int]]:
        before = blocks.list_before(self._store, key, stand, REACH)
        return before, blocks.list_after(self._store, key, stand, REACH)

    def _known(self, pairs: Collection[Pair]) -> list[Pair]:
        """Those of the pairs that are kept as likely."""
        if not pairs:
            return []
        return [p for p in blocks.list_partners(self._store, sorted({left for left, _ in pairs})) if p in pairs]

    def _are_near(self, left: int, right: int) -> bool:
        """Whether two stand near each other in a block."""
        one, two = self._stand(left), self._stand(right)
        both = set(self._keys(left)) & set(self._keys(right))
        return any(blocks.count_between(self._store, key, one, two, REACH) < REACH for key in both)


def _ordered(left: int, right: int) -> Pair:
    return (left, right) if left < right else (right, left)


def _at_the_edge(before: Sequence[int], after: Sequence[int]) -> Iterable[Pair]:
    """Pairs that one more between them puts out of reach, and one less within it; nearest first on both sides."""
    return (_ordered(before[at], after[REACH - 1 - at]) for at in range(len(before)) if REACH - 1 - at < len(after))
