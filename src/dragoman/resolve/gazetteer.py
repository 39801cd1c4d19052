"""The gazetteer: states, bodies, armed groups, outlets, forces and public figures, with their spellings.

It is one file, `data/gazetteer.json`, built by `scripts/build_gazetteer.py` from `resources/actors/*.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from dragoman.config import DATA
from dragoman.errors import AssetError
from dragoman.resolve.rows import CountryWord, Entry, Found, Institution, Kinds, State, Title
from dragoman.resolve.words import Word, fold_name, key_of, shape_of
from dragoman.terms import ActorKind

T = TypeVar("T")

FORMAT = 3
_MEND = "Build it with `python scripts/build_gazetteer.py`, or install dragoman again"


class Gazetteer(Struct, frozen=True, dict=True):
    """Look-ups by key (`words.fold_name`); `has_case` tells whether capitals of the text mean anything.

    `home` and `day` are the own country and the day of the report that is read (`at_home`).
    """

    manifest: dict[str, Any]
    states: tuple[State, ...]
    countries: dict[str, CountryWord]
    entries: tuple[Entry, ...]
    spellings: dict[str, tuple[tuple[int, ...], str]]
    kinds: Kinds
    home: str | None = None
    day: str | None = None

    @cached_property
    def state_of(self) -> Mapping[str, State]:
        """The states by code."""
        return {state.iso: state for state in self.states}

    @cached_property
    def holders(self) -> Mapping[tuple[str, str], Entry]:
        """The entries by (role, country): who is the army of which state."""
        return {(role, e.country): e for e in self.entries if e.role and e.country for role in e.role.split("+")}

    @cached_property
    def institution_words(self) -> Mapping[str, Institution]:
        """Each word of an institution with it."""
        return {word: row for row in self.kinds.institutions for word in row.words}

    @cached_property
    def title_words(self) -> Mapping[str, Title]:
        """Each title with its row; of two rows the first has it."""
        return {word: row for row in reversed(self.kinds.titles) for word in row.words}

    @cached_property
    def organisation_words(self) -> Mapping[str, int]:
        """Each word of an organisation's name with the number of its row; of two rows the first has it."""
        rows = self.kinds.organisations
        return {word: n for n in reversed(range(len(rows))) for word in rows[n].words}

    @cached_property
    def longest(self) -> Mapping[str, Mapping[str, int]]:
        """For each table, the first word of its keys with the number of words of the longest such key."""
        tables: dict[str, Collection[str]] = {
            "countries": self.countries,
            "spellings": self.spellings,
            "titles": self.title_words,
            "institutions": self.institution_words,
            "organisations": self.organisation_words,
            "bodies_before": self.kinds.bodies_before,
        }
        return {name: _measure_keys(keys) for name, keys in tables.items()}

    @cached_property
    def entry_of(self) -> Mapping[str, Entry]:
        """The entries by name; of two of the same name the first, ours before those of users' tables."""
        return {entry.name: entry for entry in reversed(self.entries)}

    @cached_property
    def _made(self) -> dict[Callable[[Gazetteer], Any], Any]:
        return {}

    def remember(self, make: Callable[[Gazetteer], T]) -> T:
        """What a function makes of these entries: made at the first call, and kept for every report."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def keys_of(self) -> Mapping[str, Sequence[str]]:
        """The spellings, as keys, of each entry by its name."""
        keys: dict[str, list[str]] = {}
        for key, (numbers, _) in self.spellings.items():
            for number in numbers:
                keys.setdefault(self.entries[number].name, []).append(key)
        return keys

    def find_entry(self, words: Sequence[Word], has_case: bool) -> Entry | None:
        """The entry that has exactly these words as a spelling, or None.

        Of several that share it, the one of the report's own country (`home`); where there is none, None.
        """
        numbers, shape = self.spellings.get(key_of([word.key for word in words]), ((), ""))
        if not numbers or not self._fits(words, shape, has_case):
            return None
        entry = self._choose(numbers)
        if entry is None or entry.own:
            return entry
        everyday = entry.kind is ActorKind.MEDIA and key_of([word.key for word in words]) in self.countries
        return None if everyday else entry  # "the Australian" is rarely the newspaper

    def _fits(self, words: Sequence[Word], shape: str, has_case: bool) -> bool:
        return fits_shape(words, shape) if has_case else key_of([word.key for word in words]) not in self.kinds.everyday

    def _choose(self, numbers: Sequence[int]) -> Entry | None:
        entries = [entry for number in numbers if (entry := self.entries[number]).holds_on(self.day)]
        first = max((entry.own for entry in entries), default=0)
        entries = [entry for entry in entries if entry.own == first]
        if len(entries) > 1:
            entries = [entry for entry in entries if entry.country == self.home and self.home]
        return entries[0] if len(entries) == 1 else None

    def list_sharing(self, key: str) -> tuple[Entry, ...]:
        """All entries that have a spelling, by its key, whatever report is read."""
        return tuple(self.entries[number] for number in self.spellings.get(key, ((), ""))[0])

    def at_home(self, home: str | None, day: str | None = None) -> Gazetteer:
        """The same look-ups for a report of a day whose own country is `home` (alpha-3)."""
        own = msgspec.structs.replace(self, home=home, day=day)
        tables = (self.state_of, self.holders, self.institution_words, self.title_words, self.organisation_words,
                  self.longest, self.entry_of, self.keys_of, self._made)  # fmt: skip
        own.__dict__.update(self.__dict__ if tables else {})  # they are the same; made once
        return own

    def add_rows(self, rows: Iterable[tuple[Entry, Sequence[str]]]) -> Gazetteer:
        """The gazetteer with rows of users' tables, each with all its spellings; they go before those that it has."""
        entries, spellings = list(self.entries), dict(self.spellings)
        for entry, names in rows:
            for name in names:
                numbers, _ = spellings.get(fold_name(name), ((), ""))
                if len(entries) not in numbers:
                    spellings[fold_name(name)] = ((len(entries), *numbers), shape_of(name))
            entries.append(entry)
        return msgspec.structs.replace(self, entries=tuple(entries), spellings=spellings)

    def find_country(self, words: Sequence[Word], has_case: bool) -> CountryWord | None:
        """The country that exactly these words tell, or None."""
        told = self.countries.get(key_of([word.key for word in words]))
        return told if told and self._fits(words, told.shape, has_case) else None

    def list_countries(self, words: Sequence[Word], has_case: bool) -> Iterator[tuple[Found, CountryWord]]:
        """The country words among the words of a text, longest first at each place, left to right."""
        for found in find_keys(words, self.countries, self.longest["countries"]):
            told = self.countries[found.key]
            if self._fits(words[found.first : found.last], told.shape, has_case):
                yield found, told


def fits_shape(words: Sequence[Word], shape: str) -> bool:
    """True where words are written as the spelling asks: "WHO" in capitals, "Dawn" with one."""
    if shape == "U":
        return words[0].surface.isupper() or not words[0].surface.islower() and not words[0].surface.isalpha()
    if len(words) > 1:
        return any(word.capital or not word.surface[0].isalpha() for word in words)
    return shape != "C" or words[0].capital


def find_keys(words: Sequence[Word], keys: Collection[str], longest: Mapping[str, int]) -> list[Found]:
    """Where keys of a table stand among words: the longest at each place, left to right, none overlapping."""
    found: list[Found] = []
    free = 0  # the first word behind the last key found
    for at, word in enumerate(words):
        size = longest.get(word.key, 0)
        if at < free or not size:
            continue
        for last in range(min(at + size, len(words)), at, -1):
            key = key_of([each.key for each in words[at:last]])
            if key in keys:
                found.append(Found(at, last, key))
                free = last
                break
    return found


def _measure_keys(keys: Collection[str]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for key in keys:
        parts = key.split()
        sizes[parts[0]] = max(sizes.get(parts[0], 0), len(parts))
    return sizes


@cache
def open_gazetteer() -> Gazetteer:
    """The gazetteer, read once. Raises AssetError where the file is missing, damaged or of another format."""
    path = DATA / "gazetteer.json"
    try:
        gazetteer = msgspec.json.decode(path.read_bytes(), type=Gazetteer)
    except (OSError, msgspec.DecodeError) as error:
        raise AssetError(f"the gazetteer {path} cannot be read: {error}. {_MEND}") from error
    if gazetteer.manifest.get("format") != FORMAT:
        raise AssetError(f"the gazetteer {path} has format {gazetteer.manifest.get('format')}, not {FORMAT}. {_MEND}")
    return gazetteer
