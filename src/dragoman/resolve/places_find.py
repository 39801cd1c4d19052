"""Finding place names in a text: runs of capitalised words that the index of places knows and the text lets stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from dragoman.records import Span
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.places_index import Kind, Naming, PlaceIndex, Row, fold_place
from dragoman.resolve.places_words import SORTS
from dragoman.resolve.words import Word, read_words

LONGEST = 5  # words of a name
KNOWN = 100_000  # inhabitants from which a town's name needs no sign beside it
SEEN = 15_000  # inhabitants from which a preposition is sign enough
FAMOUS = 1_000_000  # inhabitants from which a name stands even before another capitalised word
SHORTEST = 3  # letters
_LANDS = frozenset({Kind.COUNTRY, Kind.CONTINENT, Kind.DIVISION})
_TOKEN = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W_]+(?:[’'][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s$")


class _Text(NamedTuple):
    """A text while it is searched: its words, where its lists are looked up, and the words that are surnames in it."""

    text: str
    words: list[Word]
    places: PlaceIndex
    book: Gazetteer
    persons: set[str]

    def has(self, at: int, *lists: str) -> bool:
        """Whether word at stands in one of the lists of resources/places/words.yaml."""
        return any(self.words[at].key in self.places.words[each] for each in lists)

    def gap(self, at: int) -> str:
        """What stands between word at and the next; a line break at the ends of the text."""
        inside = 0 <= at < len(self.words) - 1
        return self.text[self.words[at].end : self.words[at + 1].start] if inside else "\n"


def find_names(text: str, index: PlaceIndex, book: Gazetteer) -> Iterator[Span]:
    """The place names of a text with capitals, left to right, longest first; none where it has no capitals.

    A name that the text once lets stand as a place is one wherever it stands; a surname of the report is none.
    """
    here = _Text(text, [_to_word(m) for m in _TOKEN.finditer(text)], index, book, set())
    here.persons.update(_list_persons(here))
    sure = {fold_place(span.text) for span in _search(here, frozenset())}
    yield from _search(here, sure - here.persons)


def _search(here: _Text, sure: Set[str]) -> Iterator[Span]:
    at = 0
    while at < len(here.words):
        size = _measure_name(here, at, sure) if here.words[at].capital else 0
        if size:
            start, end = here.words[at].start, here.words[at + size - 1].end
            if here.text[end - 1] == "." and not _is_abbreviation(here.text[start:end], here):
                end -= 1
            yield Span(start, end, here.text[start:end])
        at += size or 1


def _is_abbreviation(surface: str, here: _Text) -> bool:
    """Whether the dot at the end belongs to the name ("U.S.", "Ala.") and does not end a sentence."""
    listed = any(naming is Naming.SHORT for _, naming in here.places.find_key(f"={surface}"))
    return listed or surface.count(".") > 1


def _list_persons(here: _Text) -> Iterator[str]:
    """The last words of what looks like a person's name: behind a title, or behind a listed first name."""
    for at in range(1, len(here.words)):
        before, word = here.words[at - 1 : at + 1]
        if word.capital and before.capital and here.gap(at - 1) == " " and not word.surface.isupper():
            if here.has(at - 1, "titles", "everyday", "persons"):
                yield fold_place(word.surface)


def _to_word(found: re.Match[str]) -> Word:
    """A token without possessive; the dot stays with abbreviations alone."""
    surface = found.group()
    if surface.endswith(".") and "." not in surface[:-1] and (len(surface) > 6 or surface[0].islower()):
        surface = surface[:-1]
    surface = _POSSESSIVE.sub("", surface)
    return Word(found.start(), found.start() + len(surface), surface, surface.lower().rstrip("."))


def _measure_name(here: _Text, at: int, sure: Set[str]) -> int:
    """How many words from one on make a place name; 0 where none do."""
    longest = 1
    while longest < LONGEST and here.gap(at + longest - 1) in (" ", "-", "\u00a0"):
        longest += 1
    for size in range(longest, 0, -1):
        if here.words[at + size - 1].capital and _is_name(here, at, size, sure):
            return size
    return 0


def _is_name(here: _Text, at: int, size: int, sure: Set[str]) -> bool:
    surface = here.text[here.words[at].start : here.words[at + size - 1].end]
    if size > 1 and here.words[at].key == "the":
        return False
    if "." in surface and _is_short(surface, here, at):
        return True
    told = here.book.find_country(read_words(surface), True)
    if told and told.what in {"name", "also", "people"}:
        return True
    key = fold_place(surface.rstrip("."))
    if len(key) < SHORTEST or (size == 1 and here.has(at, "little", "everyday", "persons")):
        return False
    if key in sure and not (at and here.has(at - 1, "titles")):
        return True
    rows = {row.row: (row, naming) for row, naming in here.places.find_key(key) if naming is not Naming.BARE}
    rows = {number: found for number, found in rows.items() if not found[0].minor}
    if size == 1 and key in here.persons and not any(row.kind in _LANDS for row, _ in rows.values()):
        return False
    return any(_stands(row, naming, here, (at, size)) for row, naming in rows.values())


def _is_short(surface: str, here: _Text, at: int) -> bool:
    """An abbreviated division ("Ala.") behind a comma, a longer one ("N.J.") anywhere."""
    listed = any(naming is Naming.SHORT for _, naming in here.places.find_key(f"={surface}"))
    return listed and (len(surface) > SHORTEST or here.gap(at - 1) == ", ")


def _stands(row: Row, naming: Naming, here: _Text, run: tuple[int, int]) -> bool:
    """Whether a place may be meant by words [at, at + size), after the words on both sides."""
    at, size = run
    before = here.words[at - 1] if here.gap(at - 1) == " " else None
    after = here.words[at + size] if here.gap(at + size - 1) != "\n" else None
    titled = before is not None and here.has(at - 1, "titles")
    if naming is Naming.PEOPLE:
        return not titled
    named = titled or (before is not None and before.capital and not _frames(here, at - 1))
    if row.source:
        return not named
    if row.kind is Kind.COUNTY:
        return size > 1 and here.words[at + size - 1].key in SORTS
    if row.kind not in (Kind.TOWN, Kind.CAPITAL):
        return not named and (row.kind is not Kind.DIVISION or row.population >= SEEN)
    followed = after is not None and here.gap(at + size - 1) == " " and after.capital and after.key not in SORTS
    if named or followed:
        return not named and (row.kind is Kind.CAPITAL or row.population >= FAMOUS)
    if row.population >= KNOWN and naming is Naming.MAIN:
        return True
    if before is not None and here.has(at - 1, "before"):
        return row.population >= SEEN or naming is Naming.MAIN
    comma = after is not None and here.gap(at + size - 1) == ", " and after.capital
    return comma and naming is Naming.MAIN and row.population >= SEEN


def _frames(here: _Text, at: int) -> bool:
    """Whether a capitalised word may stand before a place without being part of a person's or body's name."""
    return here.words[at].key in SORTS or here.has(at, "before", "little", "everyday", "persons")
