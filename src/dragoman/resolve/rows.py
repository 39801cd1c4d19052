"""The rows of the gazetteer: states, actors, offices and the word patterns of resources/actors/kinds.yaml."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field

from dragoman.grammar.periods import first_day, last_day
from dragoman.terms import ActorKind


class State(Struct, frozen=True):
    """A state or territory: code, name, the name as running text has it ("the Gambia"), first adjective, the ISO
    3166-1 alpha-2 code and its id ("wikidata:Q801"), where known."""

    iso: str
    name: str
    called: str
    adjective: str
    two: str | None = None
    id: str | None = None


class Term(NamedTuple):
    """A time in office: the office, the state (alpha-3) or body of it, and the first day; `end` is the next holder's
    first day, or the day as of which the list was written. Days may be months or years only."""

    office: str
    of: str
    start: str
    end: str


class Entry(Struct, frozen=True, array_like=True):
    """A listed actor: `source` is its list (the file in resources/actors), `role` its institution; persons have the
    `terms` of their offices. `id` is of another authority ("wikidata:Q7184"). A row of a user's table has
    as `source` the file and line, as `own` the rank of the table (a higher one goes first; 0 for our lists), and may
    hold for reports of some time only (`since`, `until`: days, months or years)."""

    name: str
    kind: ActorKind
    country: str | None
    sector: tuple[str, ...]
    source: str
    role: str | None
    terms: tuple[Term, ...] = ()
    id: str | None = None
    own: int = 0
    since: str | None = None
    until: str | None = None

    def holds_on(self, day: str | None) -> bool:
        """Whether the row holds for a report of that day, month or year: with bounds, only where it surely does."""
        if self.since is None and self.until is None:
            return True
        if day is None:
            return False
        begun = self.since is None or first_day(self.since) <= first_day(day)
        return begun and (self.until is None or last_day(day) <= last_day(self.until))


class Office(Struct, frozen=True):
    """How reports call an office; `places` are the states or bodies in which the words mean it, () for all."""

    office: str
    words: tuple[str, ...]
    sector: tuple[str, ...]
    places: tuple[str, ...] = field(default=(), name="in")


class Called(Struct, frozen=True):
    """Whom everyday words ("the rebels") mean in reports of one country and some years (both ends included)."""

    name: str
    country: str
    first: str
    last: str
    words: tuple[str, ...]


class Institution(Struct, frozen=True):
    """A public institution that every state has, and how it is called with a state's name."""

    role: str
    words: tuple[str, ...]
    kind: ActorKind
    sector: tuple[str, ...]
    called: str


class Pattern(Struct, frozen=True):
    """Words of an organisation's name that tell its kind and sector."""

    words: tuple[str, ...]
    kind: ActorKind
    sector: tuple[str, ...]


class Title(Struct, frozen=True):
    """Words that stand with a person's name; `public` where the office alone makes the holder a public figure."""

    words: tuple[str, ...]
    sector: tuple[str, ...]
    public: bool


class Kinds(Struct, frozen=True):
    """The word patterns of kinds.yaml, as keys."""

    institutions: tuple[Institution, ...]
    organisations: tuple[Pattern, ...]
    titles: tuple[Title, ...]
    offices: tuple[Office, ...]
    called: tuple[Called, ...]
    courtesy: frozenset[str]
    modifiers: frozenset[str]
    members: frozenset[str]
    bodies_before: frozenset[str]
    plain: frozenset[str]
    everyday: frozenset[str]


class CountryWord(NamedTuple):
    """A word that tells a country, and what it is: name, people, also, capital, seat or within."""

    iso: str
    what: str
    shape: str


class Found(NamedTuple):
    """A key found in a text: words [first, last), the key."""

    first: int
    last: int
    key: str
