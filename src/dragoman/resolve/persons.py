"""Persons in the words of a span: the title or office, the name without it, what both tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.resolve.gazetteer import Gazetteer, find_keys
from dragoman.resolve.rows import Found
from dragoman.resolve.words import Word
from dragoman.terms import ActorKind

# Small words that stand inside names of persons.
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "van", "von", "der", "den",
                        "bin", "ibn", "al", "el", "ul", "abu", "le", "y", "e", "ben", "dela", "ter", "st"})  # fmt: skip
# Behind these words stands what an office is for, not who holds it.
_LINKS = frozenset({"of", "for", "from", "in", "the", "at", "to", "with", "on", "by"})
_LONGEST_NAME = 5  # words; longer runs are names of bodies or whole sentences in a text without capitals
# Titles whose sector is that of the body they serve, where the words name one.
_BORROWING = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "director", "chief", "head", "chair",
                        "chairman", "commander", "leader", "member", "secretary general", "adviser", "commissioner",
                        "general secretary", "coordinator", "chairwoman", "deputy chief", "inspector general",
                        "officer", "agent"})  # fmt: skip
_FORCE_WORDS = {"police": "COP", "constabulary": "COP", "sheriff": "COP", "army": "MIL", "military": "MIL",
                "navy": "MIL", "marine": "MIL", "rebel": "REB", "guerrilla": "REB", "union": "LAB",
                "party": "PTY", "court": "JUD"}  # fmt: skip


class PersonWords(NamedTuple):
    """A person's name words with the titles (keys) around them; `courtesy` where only "Mr" or the like stood there."""

    name: tuple[Word, ...]
    titles: tuple[str, ...]
    courtesy: bool


def read_person(segments: Sequence[Sequence[Word]], book: Gazetteer, has_case: bool) -> PersonWords | None:
    """The person that a span tells of, or None; `segments` are its words between commas.

    A title must stand in the words ("Colonel Ana Ruiz", "Ana Ruiz, a colonel"), or a courtesy word ("Ms Ruiz").
    """
    titles = [find_titles(segment, book) for segment in segments]
    keys = tuple(found.key for row in titles for found in row)
    for segment, row in zip(segments, titles, strict=True):
        start = row[-1].last if row else 0
        name = name_run(segment[start:], book, has_case)
        if name and keys and _stands_free(segment, start, len(name), bool(row)):
            return PersonWords(name, keys, False)
    first = segments[0]
    if first and first[0].key in book.kinds.courtesy:
        name = name_run(first[1:], book, has_case)
        if name and len(name) == len(first) - 1:
            return PersonWords(name, (), True)
    return None


def _stands_free(segment: Sequence[Word], start: int, size: int, titled: bool) -> bool:
    """False where the run is no person's name: "the member for North Hill", words between that no title explains."""
    before = segment[len(segment) - size - 1] if len(segment) > size else None
    if not titled:
        return before is None
    return before is None or len(segment) - size == start or before.key not in _LINKS


def find_titles(words: Sequence[Word], book: Gazetteer) -> list[Found]:
    """The titles among words, in order."""
    return find_keys(words, book.title_words, book.longest["titles"])


def name_run(words: Sequence[Word], book: Gazetteer, has_case: bool) -> tuple[Word, ...]:
    """The words of a person's name that end these words; empty where they do not end in one."""
    at = len(words)
    while at and _can_be_name(words[at - 1], book, has_case):
        at -= 1
    while at < len(words) and words[at].key in _PARTICLES and words[at].surface.islower() and has_case:
        at += 1
    run = tuple(words[at:])
    if book.find_entry(run, has_case) and not is_listed_person(run, book, has_case):
        return ()
    if len(run) == 1 and run[0].key in book.countries:
        return ()
    fits = 1 <= len(run) <= _LONGEST_NAME and any(len(word.key) > 1 for word in run)
    return run if fits and run[-1].key not in _PARTICLES else ()


def is_listed_person(words: Sequence[Word], book: Gazetteer, has_case: bool) -> bool:
    """True where the gazetteer has a person of exactly this name."""
    entry = book.find_entry(words, has_case)
    return entry is not None and entry.kind is ActorKind.PERSON


def _can_be_name(word: Word, book: Gazetteer, has_case: bool) -> bool:
    kinds = book.kinds
    if word.key in _LINKS:
        return False
    if word.key in _PARTICLES:
        return True
    if word.key in kinds.modifiers or word.key in kinds.plain or word.key in kinds.courtesy:
        return False
    if word.key in book.title_words or word.key in book.organisation_words or word.key in kinds.members:
        return False
    told = book.countries.get(word.key)
    if told and told.what in {"people", "name", "seat"}:
        return False
    return not word.key.isdigit() and (word.capital or not has_case)


def is_public(person: PersonWords, book: Gazetteer, as_source: bool) -> bool:
    """True where the titles make the person a public figure: an office or rank; a role only for a source."""
    return any(book.title_words[title].public or as_source for title in person.titles)


def sectors_of(person: PersonWords, words: Sequence[Word], body: tuple[str, ...], book: Gazetteer) -> tuple[str, ...]:
    """The PLOVER sectors that the titles tell; a spokesman or chief has that of the body (`body`) or force named."""
    force = [_FORCE_WORDS[word.key] for word in words if word.key in _FORCE_WORDS]
    own: list[str] = []
    for title in person.titles:
        if title in _BORROWING and (force or body):
            own += force[:1] or body[:1]
        elif book.title_words[title].sector == ("MIL",) and "COP" in force:
            own.append("COP")
        else:
            own += book.title_words[title].sector
    own.sort(key=lambda sector: sector != "GOV" or "MIL" not in own)
    return tuple(dict.fromkeys(own))
