"""Groups as trees of the joins that made them, and whether two trees could have been made without each other.

Average linkage has a property on which adding rests (Bruynooghe 1978, "reducibility"): a group that two others become
is never nearer to a third than the nearer of the two was. So the same groups come out whichever pairs of nearest
neighbours are joined first, and trees grown apart are those that grow together, unless somewhere a group of one and a
group of the other are nearer to each other than to what they were joined with (`touch`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from dragoman.merge.cluster import Pair, Union, cluster

Measure = Callable[[int, int], float]


class Tree(Struct, frozen=True):
    """A group: its members (sorted), and the two groups and the union that it was made by; none for a single event."""

    members: tuple[int, ...]
    height: float = math.inf
    parts: tuple[Tree, ...] = ()
    union: Union | None = None


class Linkage(Protocol):
    """What clustering asks of pairs; see `merge.incidents.Links`."""

    @property
    def threshold(self) -> float: ...
    @property
    def together(self) -> Sequence[Pair]: ...
    def score(self, left: int, right: int) -> float: ...
    def most(self, left: int, right: int) -> float: ...
    def are_apart(self, left: int, right: int) -> bool: ...


def grow_trees(nodes: Sequence[int], pairs: Iterable[Pair], links: Linkage) -> list[Tree]:
    """The groups of the nodes by average linkage. `pairs` are the likely ones among them; ties go by their order."""
    where = {node: at for at, node in enumerate(nodes)}
    placed = [(where[a], where[b]) for a, b in pairs]
    groups = cluster(
        len(nodes),
        sorted((a, b) if a < b else (b, a) for a, b in placed),
        lambda left, right: links.score(nodes[left], nodes[right]),
        threshold=links.threshold,
        apart=lambda left, right: links.are_apart(nodes[left], nodes[right]),
        together=[(where[a], where[b]) for a, b in links.together if a in where and b in where],
    )
    tree_of = {node: Tree((node,)) for node in nodes}
    for number, union in enumerate(groups.unions):
        height = math.inf if number < groups.forced else union.mean
        parts = (tree_of[nodes[union.left]], tree_of[nodes[union.right]])
        told = Union(nodes[union.left], nodes[union.right], union.p, union.mean)
        made = Tree(tuple(sorted(parts[0].members + parts[1].members)), height, parts, told)
        tree_of.update(dict.fromkeys(made.members, made))
    return list({id(tree): tree for tree in tree_of.values()}.values())


def list_unions(tree: Tree) -> list[Union]:
    """The joins of a tree, those of its parts before its own."""
    return [each.union for each, _ in _flatten(tree) if each.union is not None]


def touch(one: Tree, two: Tree, links: Linkage, known: Mapping[tuple[int, ...], float] | None = None) -> bool:
    """Whether the trees would have grown otherwise together: two of their groups are nearer than what each joined.

    `known` are groups that stood beside the second tree before (see `list_heights`). They were farther from its groups
    than from what they joined; so where a group is made of such ones and of new events, it is near only if the new are.
    """
    known = known or {}
    # A mean reaches the threshold only where one of its pairs does: groups without such a pair are passed over.
    strong = [(a, b) for a in one.members for b in two.members if links.most(a, b) >= links.threshold]
    lefts, rights = {a for a, _ in strong}, {b for _, b in strong}
    bounds, sums = dict[Pair, float](), dict[Pair, float]()
    groups = [group for group in _flatten(two) if not rights.isdisjoint(group[0].members)]
    for left, left_joined in _flatten(one):
        if lefts.isdisjoint(left.members) or known.get(left.members, math.inf) <= left_joined:
            continue
        new = _list_new(left, max(links.threshold, left_joined), known)
        for right, right_joined in groups if new else ():
            least = max(links.threshold, left_joined, right_joined)
            if (
                _mean(new, right, links.most, bounds) >= least
                and not _are_apart(new, right, links)
                and _mean(new, right, links.score, sums) >= least
                and not _are_apart([left], right, links)
                and _mean([left], right, links.score, sums) >= least
            ):
                return True
    return False


def _are_apart(parts: Sequence[Tree], two: Tree, links: Linkage) -> bool:
    return any(links.are_apart(a, b) for part in parts for a in part.members for b in two.members)


def list_heights(tree: Tree) -> dict[tuple[int, ...], float]:
    """The groups of a tree by their members, each with the height at which it was joined."""
    return {each.members: joined for each, joined in _flatten(tree)}


def _list_new(tree: Tree, least: float, known: Mapping[tuple[int, ...], float]) -> list[Tree]:
    """The events of a tree that do not stand in a known group which was joined no higher than `least`."""
    new, waiting = list[Tree](), [tree]
    while waiting:
        each = waiting.pop()
        if known.get(each.members, math.inf) > least:
            waiting += each.parts
            new += [each] if not each.parts else []
    return new


def _mean(parts: Sequence[Tree], two: Tree, measure: Measure, sums: dict[Pair, float]) -> float:
    """The mean over all pairs between several groups and one."""
    total = sum(_add_up(part, two, measure, sums) for part in parts)
    return total / (sum(len(part.members) for part in parts) * len(two.members))


def _flatten(tree: Tree) -> list[tuple[Tree, float]]:
    """A tree and all its parts, the parts first, each with the height at which it was joined (none: the whole)."""
    found, waiting = list[tuple[Tree, float]](), [(tree, -math.inf)]
    while waiting:
        found.append(waiting.pop())
        waiting += [(part, found[-1][0].height) for part in found[-1][0].parts]
    return found[::-1]


def _add_up(one: Tree, two: Tree, measure: Measure, sums: dict[Pair, float]) -> float:
    """The sum over all pairs of two groups; those of the parts are known."""
    pair = (id(one), id(two))
    if pair not in sums:
        if one.parts:
            sums[pair] = sum(_add_up(part, two, measure, sums) for part in one.parts)
        elif two.parts:
            sums[pair] = sum(_add_up(one, part, measure, sums) for part in two.parts)
        else:
            sums[pair] = measure(one.members[0], two.members[0])
    return sums[pair]
