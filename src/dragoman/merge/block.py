"""Which tellings are worth comparing: those that share a name near in time, or two rare words.

Each telling gets a bounded number of keys and each key a bounded number of comparisons, so that the number of pairs
grows with the number of tellings and not with its square. A block is a row of tellings in the order of `stand_at`;
each is compared with so many that stand next to it. So whether two are compared depends on what stands between them,
never on the order in which they were added.
"""

from __future__ import annotations

import hashlib
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
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
REACH = 8  # tellings of a block on each side that one is compared with; 24 cost half as much again (docs/store.md)

# Words alone: what is demanded, blamed or threatened is not the deed. Other types are told apart by the score, for a
# reader's type is often another one of the same occurrence's.
_SPEECH = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})
Key = tuple[str | int, ...]


def list_pairs(tellings: Sequence[Telling], rarity: Rarity) -> list[tuple[int, int]]:
    """Pairs of positions (lower, higher) to compare, sorted: events of one field that share a key, or one report."""
    blocks: dict[Key, list[tuple[int, int, int]]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        stand = stand_at(telling)
        for key in list_keys(telling, rarity):
            insort(blocks[key], (*stand, at))
    found = {
        (min(at, other), max(at, other))
        for row in blocks.values()
        for place, (_, _, at) in enumerate(row)
        for _, _, other in row[place + 1 : place + 1 + REACH]
        if share_field(tellings[at], tellings[other])
    }
    return sorted(found)


def stand_at(telling: Telling) -> tuple[int, int]:
    """Where a telling stands in the row of a block: by its day (else its report's), then by a hash of its key."""
    days = telling.days or telling.published
    return days.first if days else 0, _hash("\x1f".join(telling.key))


def number_key(key: Key) -> int:
    """A key as a number of 63 bits, for an index."""
    return _hash("\x1f".join(map(str, key)))


def _hash(words: str) -> int:
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


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
