"""Which tellings are worth comparing: those that share a name near in time, or two rare words.

Each telling gets a bounded number of keys and each key a bounded number of comparisons, so that the number of pairs
grows with the number of tellings and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.merge.tellings import Telling
from dragoman.merge.words import Rarity
from dragoman.terms import EventType

_WINDOW = 14  # days of one block of time; each day lies in two blocks, so that near days always share one
_WIDE = 62  # days from which a date is too wide to block on
_NAMES = 8  # names of a telling that make keys, the rarest first
_MAIN = 3  # names that a report is about which make keys of their own, whenever the event was
_PAIRED = 7  # names whose pairs make keys
_RARE = 5  # stems of a telling whose pairs make keys
_LARGEST = 40  # tellings of one key: in larger blocks each is compared with so many that follow it in time

# Words alone: what is demanded, blamed or threatened is not the deed. Other types are told apart by the score, for a
# reader's type is often another one of the same occurrence's.
_SPEECH = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})
Key = tuple[str | int, ...]


def list_pairs(tellings: Sequence[Telling], rarity: Rarity) -> list[tuple[int, int]]:
    """Pairs of positions (lower, higher) to compare, sorted: events of one field that share a key, or one report."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        for key in list_keys(telling, rarity):
            blocks[key].append(at)
    found = {
        pair
        for members in blocks.values()
        for pair in _pairs_of(members, tellings)
        if share_field(tellings[pair[0]], tellings[pair[1]])
    }
    return sorted(found)


def list_keys(telling: Telling, rarity: Rarity) -> set[Key]:
    """The blocks that a telling stands in."""
    beside = telling.near_names | frozenset(stem for spot in telling.spots for stem in spot.stems)
    names = list(dict.fromkeys([*_rarest(beside, _NAMES, rarity), *telling.about]))
    keys: set[Key] = {("report", telling.key[0])}
    keys |= {(block, name) for block in _blocks_of(telling) for name in (*names, *telling.lands)}
    keys |= {("about", name) for name in telling.about[:_MAIN]}
    keys |= {("names", *pair) for pair in combinations(sorted(names[:_PAIRED]), 2)}
    keys |= {("rare", *pair) for pair in combinations(sorted(_rarest(telling.sentence, _RARE, rarity)), 2)}
    return keys


def share_field(left: Telling, right: Telling) -> bool:
    """Whether two types can be one occurrence at all; a telling without a type can be any."""
    if left.type is None or right.type is None:
        return True
    return (left.type in _SPEECH) == (right.type in _SPEECH)


def _blocks_of(telling: Telling) -> list[int]:
    """The blocks of time: of the event's days, else of the report's where the event is its news."""
    days = telling.days if telling.days and telling.days.width <= _WIDE else None
    if days is None and telling.recalled is None:
        days = telling.published
    if days is None:
        return []
    first, last = days.first // _WINDOW, days.last // _WINDOW
    return list(range(first, last + 2))


def _rarest(stems: Iterable[str], most: int, rarity: Rarity) -> list[str]:
    found = sorted(stems, key=lambda stem: (-rarity.of(stem), stem))
    return found[:most]


def _pairs_of(members: list[int], tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """All pairs of a block, or of each member of a large one with those that follow it in time."""
    if len(members) > _LARGEST:
        members = sorted(members, key=lambda at: (_day_of(tellings[at]), tellings[at].key))
    for place, at in enumerate(members):
        for other in members[place + 1 : place + 1 + _LARGEST]:
            yield (at, other) if at < other else (other, at)


def _day_of(telling: Telling) -> int:
    days = telling.days or telling.published
    return days.first if days else 0
