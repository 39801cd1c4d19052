"""Listed persons under another spelling of their name: typos, transliterations, second surnames, middle names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz.distance import OSA

from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.persons import PersonWords
from dragoman.resolve.rows import Entry
from dragoman.resolve.words import Word, fold_name
from dragoman.terms import ActorKind

# Letters of a word of a name that may differ, by its length; a shorter word must be the same.
_RANKS = frozenset({"MIL", "COP", "JUD", "LEG"})
_MAY_DIFFER = ((9, 2), (5, 1))


def _index_persons(book: Gazetteer) -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    """Persons by each word of their name of four letters or more: the blocks in which a likeness is looked for."""
    index: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for entry in book.entries:
        if entry.kind is ActorKind.PERSON:
            keys = tuple(fold_name(entry.name).split())
            for key in set(keys):
                if len(key) >= 4 and len(keys) > 1:
                    index.setdefault(key, []).append((keys, entry))
    return index


def find_like(name: Sequence[Word], countries: Collection[str], book: Gazetteer) -> tuple[Entry, str] | None:
    """The one listed person of these countries whose name the words are in another spelling, and why; else None.

    One word at least must be the same; each other word of the listed name must have its like, in the same order.
    """
    keys = [word.key for word in name if len(word.key) > 1]
    if len(keys) < 2:
        return None
    index = book.remember(_index_persons)
    found = [(own, entry) for key in keys for own, entry in index.get(key, ()) if entry.country in countries]
    rows = {entry.name: (own, entry) for own, entry in found if entry.holds_on(book.day)}  # users' rows come last
    fits = [entry for own, entry in rows.values() if _is_like(keys, own)]
    if len(fits) != 1:
        return None
    written = " ".join(word.surface for word in name)
    return fits[0], f"“{written}” is a spelling of {fits[0].name} (a word the same, the others alike, same country)"


def _is_like(keys: Sequence[str], own: Sequence[str]) -> bool:
    """True where every word of the listed name stands among the words, in order, the first one first."""
    own = [key for key in own if len(key) > 1]
    if not own or not _same(keys[0], own[0]) and not _same(keys[1], own[0]):
        return False
    at = 0
    for key in own:
        at = next((n + 1 for n in range(at, len(keys)) if _same(keys[n], key)), 0)
        if not at:
            return False
    return len(keys) - len(own) <= 2


def _same(left: str, right: str) -> bool:
    if left == right:
        return True
    allowed = next((n for size, n in _MAY_DIFFER if min(len(left), len(right)) >= size), 0)
    return left[0] == right[0] and OSA.distance(left, right, score_cutoff=allowed) <= allowed


def _index_ranks(book: Gazetteer) -> dict[tuple[str, str, str], list[Entry]]:
    """Soldiers, policemen, judges and legislators by surname, country and first sector."""
    index: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in book.entries:
        if entry.kind is ActorKind.PERSON and entry.country and _RANKS & {*entry.sector[:1]}:
            index.setdefault((fold_name(entry.name).split()[-1], entry.country, entry.sector[0]), []).append(entry)
    return index


def find_ranked(person: PersonWords, countries: Collection[str], book: Gazetteer) -> tuple[Entry, str] | None:
    """The one listed soldier, policeman, judge or legislator of this surname in these countries, and why."""
    sectors = {book.title_words[title].sector[0] for title in person.titles} & _RANKS
    if len(person.name) != 1 or len(sectors) != 1:
        return None
    (sector,) = sectors
    index = book.remember(_index_ranks)
    found = [e for country in countries for e in index.get((person.name[0].key, country, sector), ())]
    fits = list({e.name: e for e in found if e.holds_on(book.day)}.values())
    if len(fits) != 1:
        return None
    written = person.name[0].surface
    why = f"the only listed person of sector {sector} with the surname “{written}” of a country that the report names"
    return fits[0], why
