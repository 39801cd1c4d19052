"""The part of a situation that is grouped again: what was touched, and the incidents that it may change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dragoman.store import Store, blocks, incidents

Pair = tuple[int, int]


class Region:
    """Touched events with the incidents in which they stand; more incidents are taken in as they turn out to be met.

    It also tells the likely pairs of the store (see `merge.incidents.Likely`).
    """

    def __init__(self, store: Store, touched: Iterable[int], judged: Mapping[Pair, bool]) -> None:
        self._store = store
        self._homes: dict[int, int | None] = {}
        self._members: dict[int, frozenset[int]] = {}
        self._partners: dict[int, dict[int, float]] = {}
        self._touched = set(touched)
        self._touched |= {each for pair, same in judged.items() if same and self._touched & set(pair) for each in pair}
        self.nodes, self.homes = set(self._touched), set[int]()
        self.take_in({home for node in self._touched if (home := self.home(node)) is not None})

    def take_in(self, homes: Iterable[int]) -> None:
        """Let incidents be grouped again too."""
        for home in homes:
            self.homes.add(home)
            self.nodes |= self.members(home)

    def list_known(self) -> list[int]:
        """The incidents taken in of which no event was touched: their trees are as they were."""
        return sorted(home for home in self.homes if not self.members(home) & self._touched)

    def home(self, node: int) -> int | None:
        """The incident in which an event stands; None where it is new."""
        if node not in self._homes:
            self._homes[node] = incidents.list_memberships(self._store, [node])[0].incident
        return self._homes[node]

    def members(self, home: int) -> frozenset[int]:
        """The events of an incident."""
        if home not in self._members:
            self._members[home] = frozenset(incidents.list_members(self._store, home))
        return self._members[home]

    def partners(self, node: int) -> dict[int, float]:
        """The likely partners of an event with their probabilities."""
        if node not in self._partners:
            found = blocks.list_partners_of(self._store, node)
            self._partners[node] = dict(found)
        return self._partners[node]

    def pairs_among(self, nodes: Collection[int]) -> list[Pair]:
        """The likely pairs whose events are both among the nodes."""
        inside = set(nodes)
        return sorted((node, other) for node in inside for other in self.partners(node).keys() & inside if node < other)

    def stands(self, members: Collection[int]) -> bool:
        """Whether a group is an incident as it stands, of which nothing was touched."""
        homes = {self.home(node) for node in members}
        home = next(iter(homes))
        if len(homes) > 1 or home is None or self._touched & set(members):
            return False
        return self.members(home) == set(members)

    def list_beside(self, members: Collection[int]) -> set[int]:
        """The incidents outside in which a likely partner of the members stands."""
        others = {other for node in members for other in self.partners(node)} - self.nodes
        return {home for other in others if (home := self.home(other)) is not None}

    def get(self, pair: Pair, /) -> float | None:
        """The probability of a likely pair (lower node, higher node); None where it is not among them."""
        return self.partners(pair[0]).get(pair[1])
