"""Short factories for tests: records made by hand, with every span taken from its text.

TEXT = "Rebels bombed the depot."
e = event(TEXT, "bombed", actor="Rebels", recipient="the depot")
r = record(TEXT, events=[e])
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from dragoman.ids import content_id
from dragoman.records import Actor, Count, CountWords, Event, Junk, Place, Record, Report, Sentence, Span, Statement
from dragoman.terms import ActorKind, CountKind, EventType, JunkKind, Responsibility, Stance, Status

MADE_BY = "dragoman test; bundle none; codebook test"
_SENTENCE = re.compile(r"[^\s][^\n]*?(?:[.!?][\"”»]?(?=\s|$)|(?=\n)|$)")
_ROLES = ("actor", "recipient", "place", "time", "weapon")


def span(text: str, words: str, nth: int = 0) -> Span:
    """The span of the nth (from 0) place where the words stand in the text; ValueError where they do not."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


def spans(text: str, words: str | Span | Iterable[str | Span]) -> tuple[Span, ...]:
    """One or several stretches of the text, given by their words or as spans."""
    if isinstance(words, str | Span):
        words = [words]
    return tuple(each if isinstance(each, Span) else span(text, each) for each in words)


def sentences(text: str) -> tuple[Sentence, ...]:
    """A rough layout: sentences end at . ! ? or the end of a line; every line is a paragraph; no headings."""
    return tuple(Sentence(m.start(), m.end(), text.count("\n", 0, m.start()), False) for m in _SENTENCE.finditer(text))


def report(text: str, **fields: Any) -> Report:
    """A report with its sentences; id "report" unless given."""
    return Report(**{"id": "report", "text": text, "sentences": sentences(text), **fields})


def event(text: str, triggers: str | Span | Iterable[str | Span], type: str = "ASSAULT", **fields: Any) -> Event:
    """An event; roles are given by their words, counts as (low, high), all else as in the record."""
    found = spans(text, triggers)
    given: dict[str, Any] = {
        "id": content_id("E", type, *(str(each.start) for each in found)),
        "modes": (),
        "date": None,
        "status": "actual",
        "responsibility": None,
        "said_by": (),
        **fields,
    }
    for role in _ROLES:
        given[role] = spans(text, given.get(role, ()))
    for kind in CountKind:
        if kind in given:
            given[kind.value] = Count(*given[kind.value])
    given["status"] = Status(given["status"])
    given["responsibility"] = given["responsibility"] and Responsibility(given["responsibility"])
    given["count_words"] = tuple(
        CountWords(kind=CountKind(kind), start=s.start, end=s.end, text=s.text)
        for kind, words in given.get("count_words", {}).items()
        for s in spans(text, words)
    )
    return Event(type=EventType(type), triggers=found, **given)


def statement(
    text: str, id: str, cue: str | Span, content: str | Span | Iterable[str | Span], **fields: Any
) -> Statement:
    """A statement; source and medium by their words (None where hidden), stance "assert" unless given."""
    source, medium = fields.pop("source", None), fields.pop("medium", None)
    return Statement(
        id=id,
        source=spans(text, source)[0] if source else None,
        cue=spans(text, cue)[0],
        content=spans(text, content),
        medium=spans(text, medium)[0] if medium else None,
        stance=Stance(fields.pop("stance", "assert")),
        via=fields.pop("via", None),
        **fields,
    )


def junk(text: str, words: str | Span, kind: str = "embed") -> Junk:
    """A line set aside, by its words."""
    found = spans(text, words)[0]
    return Junk(start=found.start, end=found.end, text=found.text, kind=JunkKind(kind))


def actor(
    name: str, *spellings: str, kind: str = "group", country: str | None = None, sector: Sequence[str] = ()
) -> Actor:
    """An actor whose spellings are its name unless others are given."""
    return Actor(name=name, kind=ActorKind(kind), country=country, sector=tuple(sector), spellings=spellings or (name,))


def place(name: str, *spellings: str, country: str | None = None) -> Place:
    """A place whose spellings are its name unless others are given."""
    return Place(name=name, country=country, spellings=spellings or (name,))


def record(text: str, **fields: Any) -> Record:
    """A record; what is not given is empty, and each conflict has a reason."""
    conflicts = tuple(tuple(pair) for pair in fields.pop("conflicts", ()))
    given: dict[str, Any] = {
        "id": "report",
        "sentences": sentences(text),
        "conflict_reasons": tuple("the two cannot both be true" for _ in conflicts),
        "made_by": MADE_BY,
        **{name: () for name in ("statements", "events", "actors", "places", "junk")},
        **fields,
    }
    lists = ("statements", "events", "actors", "places", "junk", "conflict_reasons")
    fixed: dict[str, Any] = {k: tuple(v) if k in lists else v for k, v in given.items()}
    fixed |= {"text": text, "conflicts": conflicts}
    return Record(**fixed)
