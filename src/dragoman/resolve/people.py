"""The persons whom a report names anywhere, also outside the words that play a part: they stand ready for a later
"Mr Blair" or "Peston", and are actors only when such a mention takes part."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from dragoman.records import Span
from dragoman.resolve import bodies
from dragoman.resolve.gazetteer import Gazetteer, find_keys
from dragoman.resolve.groups import Group
from dragoman.resolve.mentions import Pages, find_named
from dragoman.resolve.persons import PersonWords, find_titles, is_public
from dragoman.resolve.words import Word, key_of, read_words
from dragoman.terms import ActorKind

_LONGEST = 4  # words of a name behind a title


def list_people(pages: Pages, sources: Iterable[Span], book: Gazetteer) -> dict[str, Group]:
    """The public persons of the whole text by the key of their body: listed ones, and full names behind a title.

    A role ("journalist") makes a person public only where the surname is among the words of a source.
    """
    quoted = {word.key for span in sources for word in pages.words_in(span.start, span.end)}
    people: dict[str, Group] = {}
    for first, words in _listed(pages, book):
        entry = book.find_entry(words, pages.has_case)
        if entry and entry.kind is ActorKind.PERSON:
            _add(people, bodies.from_entry(entry, " ".join(word.surface for word in words)), first)
    if pages.has_case:
        for person, first in _titled(pages, quoted, book):
            found = find_named(person, (), pages, book)
            if found:
                _add(people, found, first)
    return people


def _add(people: dict[str, Group], body: bodies.Body, first: int) -> None:
    if body.key not in people:
        people[body.key] = Group(body, first, tuple(word.key for word in read_words(body.name)))


def _listed(pages: Pages, book: Gazetteer) -> Iterator[tuple[int, list[Word]]]:
    for found in find_keys(pages.words, book.spellings, book.longest["spellings"]):
        words = pages.words[found.first : found.last]
        yield words[0].start, words


def _titled(pages: Pages, quoted: Collection[str], book: Gazetteer) -> Iterator[tuple[PersonWords, int]]:
    """A title and the full name behind it, "journalist Robert Peston", wherever the text has them."""
    for found in find_titles(pages.words, book):
        name: list[Word] = []
        for word in pages.words[found.last : found.last + _LONGEST]:
            before = name[-1].end if name else pages.words[found.last - 1].end
            between = pages.text[before : word.start].strip()
            initial = between == "." and name and len(name[-1].key) == 1
            if not word.capital or (between and not initial) or word.key in book.kinds.plain:
                break
            name.append(word)
        person = PersonWords(tuple(name), (found.key,), False)
        if (
            len(name) > 1
            and key_of([w.key for w in name]) not in book.spellings
            and is_public(person, book, name[-1].key in quoted)
        ):
            yield person, pages.words[found.first].start
