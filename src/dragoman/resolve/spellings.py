"""Other spellings of a named actor in the report, beyond the words that play a part in events and statements."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from dragoman.resolve.gazetteer import Gazetteer, find_keys
from dragoman.resolve.groups import Group
from dragoman.resolve.mentions import Pages
from dragoman.resolve.words import fold_name, key_of, read_words
from dragoman.terms import ActorKind

_POSSESSIVE = re.compile(r"['’]s?$")
_BRACKET = re.compile(r"\s?[(\[]([^)\]]{2,12})[)\]]")
_OPENERS = frozenset({"but", "when", "while", "after", "if", "as", "that", "because", "although", "since", "with"})
_BEFORE_TITLE = frozenset({"prime", "vice", "deputy", "chief", "foreign", "former", "defense", "defence", "interior",
                           "lieutenant", "major", "brigadier", "lt", "maj", "police", "general", "acting"})  # fmt: skip
_SHORTEST_SURNAME = 4  # letters; shorter ones are everyday words too often


def add_spellings(groups: Iterable[Group], pages: Pages, book: Gazetteer) -> None:
    """Add to each group the spellings of its entry, its acronyms and its persons' names that the text has."""
    listed = {group.body.name: group for group in groups if group.body.key.startswith("entry ")}
    for found in find_keys(pages.words, book.spellings, book.longest["spellings"]):
        entry = book.find_entry(pages.words[found.first : found.last], pages.has_case)
        group = listed.get(entry.name) if entry else None
        if group:
            _add(group, found.first, found.last, pages, book)
    own = {key: group for group in groups for key in _own_keys(group)}
    sizes: dict[str, int] = {}
    for key in own:
        first, *others = key.split()
        sizes[first] = max(sizes.get(first, 0), 1 + len(others))
    for found in find_keys(pages.words, own, sizes):
        words = pages.words[found.first : found.last]
        if not pages.has_case or all(word.capital for word in (words[0], words[-1])):
            _add(own[found.key], found.first, found.last, pages, book)


def _own_keys(group: Group) -> set[str]:
    """The names and acronyms of an actor that no list has, for a search in the text."""
    keys = set(group.acronyms)
    person = group.body.kind is ActorKind.PERSON
    if person or group.body.key.startswith("body "):
        keys.add(key_of([word.key for word in read_words(group.body.name)]))
    if person and len(group.name_keys[-1]) >= _SHORTEST_SURNAME:
        keys.add(group.name_keys[-1])
    return keys - {""}


def _add(group: Group, first: int, last: int, pages: Pages, book: Gazetteer) -> None:
    """Add the words [first, last) as a spelling, with the titles before a person and the acronym behind a body.

    Left out where another name stands before a surname, and where a mention that is known already holds the words.
    """
    if group.body.kind is ActorKind.PERSON:
        first = _reach_left(group, first, pages, book)
        if first < 0:
            return
    start, end = pages.words[first].start, pages.words[last - 1].end
    bracket = _BRACKET.match(pages.text, end)
    if bracket and fold_name(bracket.group(1)) in _names_of(group, book):
        end = bracket.end()
    if not any(span.start < end and start < span.end for span in group.spans):
        group.spellings.setdefault(_POSSESSIVE.sub("", pages.text[start:end]), None)


def _reach_left(group: Group, first: int, pages: Pages, book: Gazetteer) -> int:
    """Where a person's mention begins, courtesy words and titles taken in; -1 where a stranger's name is before."""
    kinds = book.kinds
    while first > 0 and pages.text[pages.words[first - 1].end : pages.words[first].start].strip(".") in {" ", ""}:
        before = pages.words[first - 1]
        part = before.key in kinds.courtesy or before.key in book.title_words or before.key in group.name_keys
        titled = pages.words[first].key not in group.name_keys
        if part or (titled and (before.key in _BEFORE_TITLE or before.key in book.countries)):
            first -= 1
            continue
        known = before.key in kinds.modifiers or before.key in kinds.plain or before.key in book.countries
        stranger = pages.has_case and before.capital and not known and before.key not in _OPENERS
        return -1 if stranger and pages.words[first].key == group.name_keys[-1] else first
    return first


def _names_of(group: Group, book: Gazetteer) -> set[str]:
    """The acronyms of a body: those of the report and those of its entry."""
    return group.acronyms | {group.body.name} | set(_entry_keys(group, book))


def _entry_keys(group: Group, book: Gazetteer) -> Collection[str]:
    return book.keys_of.get(group.body.name, ()) if group.body.key.startswith("entry ") else ()
