"""Mentions of the same actor put together: same entry, same name, surname of a full name, acronym in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.records import Span
from dragoman.resolve.bodies import Body
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.mentions import Pages, Reading
from dragoman.resolve.persons import name_run
from dragoman.resolve.words import fold_word, read_words
from dragoman.terms import ActorKind

_POSSESSIVE = re.compile(r"['’]s$")


@dataclass
class Group:
    """One actor while it is being put together: its body, its spellings in text order, what it may be called."""

    body: Body
    first: int
    name_keys: tuple[str, ...] = ()
    spellings: dict[str, None] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    acronyms: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    written: set[tuple[str, ...]] = field(default_factory=set)  # a person's name as this report writes it

    @property
    def is_local(self) -> bool:
        """True for persons and public bodies that no list has: the report's own country is most likely theirs."""
        return self.body.key.startswith(("person ", "body ")) and self.body.kind is not ActorKind.IGO

    def take(self, reading: Reading) -> None:
        """Add a mention: its spelling, the short words it may be called by, its acronym, what it tells anew."""
        self.spellings[_POSSESSIVE.sub("", reading.span.text)] = None
        self.spans.append(reading.span)
        if reading.person:
            self.written.add(tuple(word.key for word in reading.person.name))
        for head in reading.heads:
            self.heads.setdefault(head, reading.span.start)
        if reading.acronym:
            self.acronyms.add(fold_word(reading.acronym))
        body = reading.body
        if body and self.body.country is None and body.country:
            self.body = self.body._replace(country=body.country, why=f"{self.body.why}; {body.why}")
        if body and not self.body.sector and body.sector:
            self.body = self.body._replace(sector=body.sector)


def group_readings(
    readings: Sequence[Reading], people: Mapping[str, Group], pages: Pages, book: Gazetteer
) -> tuple[list[Group], list[Reading]]:
    """The named actors of the readings, and the readings that name nobody by themselves; `people` are the persons
    of the whole text, who become actors when a bare name or "Mr" with it means them."""
    groups: dict[str, Group] = {}
    named, rest = [], []
    for reading in readings:
        if reading.person and not (reading.body and reading.body.key.startswith("entry ")):
            named.append(reading)
        elif reading.body:
            _add(groups, reading, reading.body)
        else:
            rest.append(reading)
    _add_people(groups, named, people)
    unnamed = [reading for reading in rest if not _join_by_name(groups, reading, people, pages, book)]
    return _merge_shortened(list(groups.values())), unnamed


def _add(groups: dict[str, Group], reading: Reading, body: Body) -> Group:
    group = groups.get(body.key)
    if group is None:
        keys = tuple(word.key for word in read_words(body.name))
        group = groups[body.key] = Group(body, reading.span.start, keys)
    group.take(reading)
    group.first = min(group.first, reading.span.start)
    return group


def _add_people(groups: dict[str, Group], readings: Iterable[Reading], people: Mapping[str, Group]) -> None:
    """Persons by name, longest names first, so that "Captain Ruiz" finds "Ana Ruiz"; private ones join or drop."""
    ordered = sorted(readings, key=lambda r: (-len(r.person.name if r.person else ()), not r.public, r.span.start))
    for wanted in (True, False):
        for reading in ordered:
            if reading.public is not wanted or reading.person is None or reading.body is None:
                continue
            keys = tuple(word.key for word in reading.person.name)
            known = find_person(groups.values(), keys) or _wake(groups, people, keys)
            if known:
                known.take(reading)
                known.first = min(known.first, reading.span.start)
            elif reading.public:
                _add(groups, reading, reading.body)


def _wake(groups: dict[str, Group], people: Mapping[str, Group], keys: Sequence[str]) -> Group | None:
    """The one person of the text of this name, who from now on is an actor."""
    known = find_person(people.values(), keys)
    if known:
        known = groups.setdefault(known.body.key, known)
    return known


def find_person(groups: Iterable[Group], keys: Sequence[str]) -> Group | None:
    """The one person among the groups whose name has all these words, its surname or first name among them."""
    fits = [
        g for g in groups
        if g.body.kind is ActorKind.PERSON and any(set(keys) <= set(name) for name in (g.name_keys, *g.written))
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _join_by_name(
    groups: dict[str, Group], reading: Reading, people: Mapping[str, Group], pages: Pages, book: Gazetteer
) -> bool:
    """Put a bare name ("Ruiz") or an acronym ("the PF") to the actor that has it. True where one has."""
    words = pages.words_in(reading.span.start, reading.span.end)
    bare = words[1:] if words and words[0].key == "the" else words
    group = None
    if len(bare) == 1:
        group = next((g for g in groups.values() if bare[0].key in g.acronyms), None)
    if group is None and words:
        name = name_run(words, book, pages.has_case)
        if len(name) == len(words):
            keys = [word.key for word in name]
            group = find_person(groups.values(), keys) or _wake(groups, people, keys)
    if group:
        group.take(reading)
        group.first = min(group.first, reading.span.start)
    return group is not None


def _merge_shortened(groups: list[Group]) -> list[Group]:
    """Organisations whose name is the beginning of one longer name of the same kind are that one."""
    kept: list[Group] = []
    for group in sorted(groups, key=lambda g: -len(g.name_keys)):
        fits = [
            g for g in kept
            if group.body.key.startswith("body ") and g.body.key.startswith("body ") and g.body.kind is group.body.kind
            and g.name_keys[: len(group.name_keys)] == group.name_keys
        ]  # fmt: skip
        if len(fits) != 1:
            kept.append(group)
            continue
        fits[0].spellings.update(group.spellings)
        fits[0].spans += group.spans
        fits[0].heads = group.heads | fits[0].heads
        fits[0].acronyms |= group.acronyms
        fits[0].first = min(fits[0].first, group.first)
    return kept
