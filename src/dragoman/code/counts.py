"""Casualty figures: how many persons an event killed, injured, abducted, arrested or displaced.

A figure is the number of the noun phrase that is subject or object of a word of harm ("killing two people and
wounding five others", "six were killed", "left 12 dead", "the arrest of four men"), in a sentence that tells of
the event. Nothing is guessed: no figure without a word of harm that belongs to the event. Measured by
`python -m bench.rules`; see docs/counts.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dragoman.grammar.harms import HARM, NONE, PERIOD, kinds_of
from dragoman.grammar.patients import find_patient
from dragoman.grammar.persons import Persons, add_persons, count_words, find_persons, is_marked
from dragoman.records import Count, CountWords, Event, Report, Span
from dragoman.terms import CountKind, EventType, Status
from dragoman.text import overlap, span_of

# "two of the wounded have died" counts the dead among those hurt before, and nobody newly hurt.
_POOL = re.compile(r"\bof\s+(?:the|those|these)\s+\Z", re.IGNORECASE)


class Figure(Struct, frozen=True):
    """One figure of an event: what befell how many, and the words it was read from."""

    kind: CountKind
    count: Count
    words: Span


class _Reading(Struct, frozen=True):
    kind: CountKind
    persons: Persons
    base: int
    rank: tuple[int, ...]  # compared left to right: plain grammar, own trigger, a number told, how many, how early


def count_events(report: Report, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with their figures filled in; a future or hypothetical one has none, a negated one zeros alone."""
    filled = []
    for event in events:
        others = [t for other in events if other is not event for t in other.triggers]
        harmed = [r for r in event.recipient if not any(overlap(r, doer) for doer in event.actor)]
        figures = count_persons(report, event.triggers, harmed, event.type, event.modes, others)
        if event.status in (Status.FUTURE, Status.HYPOTHETICAL):
            figures = ()
        if event.status is Status.NEGATED:
            figures = tuple(figure for figure in figures if figure.count == Count(0, 0))
        words = tuple(CountWords(kind=f.kind, start=f.words.start, end=f.words.end, text=f.words.text) for f in figures)
        filled.append(replace(event, **{f.kind.value: f.count for f in figures}, count_words=words))
    return tuple(filled)


def count_persons(
    report: Report,
    triggers: Sequence[Span],
    recipients: Sequence[Span],
    type: EventType,
    modes: Sequence[str],
    others: Sequence[Span] = (),
) -> tuple[Figure, ...]:
    """The figures of one event, at most one of each kind, in the order of the codebook.

    `triggers`, `recipients`, `type` and `modes` are the event's own; `others` are the triggers of the report's
    other events, whose words of harm are not counted here. No figure where the text tells none.
    """
    kinds = kinds_of(type, modes, [trigger.text for trigger in triggers])
    readings: list[_Reading] = []
    for order, (start, end) in enumerate(_sentences_of(report, triggers)):
        scene = _Scene(report.text[start:end], start, triggers, recipients, others)
        for kind in kinds:
            readings.extend(_read_kind(scene, kind, order))
        if scene.triggers or not scene.others:
            readings.extend(_read_none(scene, kinds, order))
    readings.extend(_read_recipients(report, triggers, recipients, kinds, readings))
    best = {kind: max(own, key=lambda r: r.rank) for kind in kinds if (own := [r for r in readings if r.kind is kind])}
    return tuple(
        Figure(
            kind,
            Count(r.persons.low, r.persons.high),
            span_of(report.text, r.base + r.persons.start, r.base + r.persons.end),
        )
        for kind, r in best.items()
    )


def _read_recipients(
    report: Report,
    triggers: Sequence[Span],
    recipients: Sequence[Span],
    kinds: Sequence[CountKind],
    known: Sequence[_Reading],
) -> Iterator[_Reading]:
    """The recipients told elsewhere, for a trigger of harm whose own sentence names no one ("he was killed")."""
    harmed = [kind for kind in kinds if any(HARM[kind].search(trigger.text) for trigger in triggers)]
    if len(harmed) != 1 or any(r.kind is harmed[0] for r in known):
        return
    groups = [
        (replace(p, start=r.start, end=r.end), r.text) for r in recipients if (p := count_words(r.text)) is not None
    ]
    told = [p for p, _ in groups if p.told]
    persons = max(told, key=lambda p: p.low or 0) if told else _count_named(groups)
    if persons is not None:
        yield _Reading(harmed[0], persons, 0, (0, 0, 0, 0, 0))


class _Scene:
    """One sentence with the persons it counts and what the event is known to be about; offsets within it."""

    def __init__(
        self, text: str, base: int, triggers: Sequence[Span], recipients: Sequence[Span], others: Sequence[Span]
    ) -> None:
        end = base + len(text)
        found = find_persons(text)
        inside = [r for r in recipients if base <= r.start and r.end <= end and _is_confirmed(found, r, base)]
        self.text = text
        self.base = base
        self.triggers = [t for t in triggers if base <= t.start < end]
        self.others = [t for t in others if base <= t.start < end]
        self.persons = _merge(found, [(r.start - base, r.end - base, count_words(r.text)) for r in inside])
        self.recipients = [
            Persons(r.start - base, r.end - base, p.low, p.high, p.told)
            for r in inside
            if (p := count_words(r.text)) is not None
        ]


def _is_confirmed(found: Sequence[Persons], recipient: Span, base: int) -> bool:
    """False where a recipient's number counts no persons once it is read in its sentence (an age, a channel)."""
    persons = count_words(recipient.text)
    if persons is None or not persons.told:
        return True
    return any(g.told and g.start + base < recipient.end and recipient.start < g.end + base for g in found)


def _merge(found: Sequence[Persons], known: list[tuple[int, int, Persons | None]]) -> list[Persons]:
    """Groups found by the grammar, with a recipient's own words in place of a part of them."""
    kept = [g for g in found if not any(p is not None and a <= g.start and g.end <= b for a, b, p in known)]
    for start, end, persons in known:
        if persons is not None and not any(g.start < end and start < g.end for g in kept):
            kept.append(Persons(start, end, persons.low, persons.high, persons.told))
    return sorted(kept, key=lambda group: group.start)


def _sentences_of(report: Report, triggers: Sequence[Span]) -> list[tuple[int, int]]:
    found: dict[tuple[int, int], None] = {}
    for trigger in triggers:
        for at, sentence in enumerate(report.sentences):
            if sentence.start <= trigger.start < sentence.end:
                found[sentence.start, sentence.end] = None
                following = report.sentences[at + 1 : at + 2]
                if following and not following[0].heading:
                    found.setdefault((following[0].start, following[0].end), None)
    return list(found)


def _read_kind(scene: _Scene, kind: CountKind, order: int) -> Iterator[_Reading]:
    # The first two sentences are that of the fullest trigger and the next; later ones often hold a toll of many events.
    if order > 1 and PERIOD.search(scene.text):
        return
    for match in HARM[kind].finditer(scene.text):
        if _POOL.search(scene.text, 0, match.start()):
            continue
        here = Span(scene.base + match.start(), scene.base + match.end(), match.group())
        own = any(overlap(t, here) for t in scene.triggers)
        if not own and (any(overlap(t, here) for t in scene.others) or (not scene.triggers and scene.others)):
            continue
        if not own and scene.triggers and not _belongs(scene, here):
            continue
        persons = find_patient(scene.text, scene.persons, match)
        plain = persons is not None
        if persons is None and own:
            persons = _recipient_near(scene, match)
        if persons is not None and (scene.triggers or persons.told):
            rank = (plain, own, persons.told, persons.low or persons.high or 0, -order)
            yield _Reading(kind, persons, scene.base, rank)


def _belongs(scene: _Scene, word: Span) -> bool:
    """A word of harm that is no trigger goes with the trigger nearest to it."""

    def far(trigger: Span) -> int:
        return min(abs(trigger.start - word.end), abs(word.start - trigger.end))

    nearest = min(scene.triggers, key=far)
    return all(far(other) >= far(nearest) for other in scene.others)


def _recipient_near(scene: _Scene, match: re.Match[str]) -> Persons | None:
    """The event's own recipients in the sentence, where the word of harm is a trigger but its grammar is not plain."""
    told = [p for p in scene.recipients if p.told]
    if told:
        return min(told, key=lambda p: abs(p.start - match.start()))
    return _count_named([(p, scene.text[p.start : p.end]) for p in scene.recipients])


def _count_named(groups: Sequence[tuple[Persons, str]]) -> Persons | None:
    """Single persons taken together: names, or nouns with an article, whichever are more, for one is told as both."""
    if not groups:
        return None
    named = [group for group, words in groups if not is_marked(words)]
    marked = [group for group, words in groups if is_marked(words)]
    return add_persons(max(named, marked, key=len))


def _read_none(scene: _Scene, kinds: Sequence[CountKind], order: int) -> Iterator[_Reading]:
    """ "no casualties", "nobody was hurt": none at all, where nothing else of that kind is told."""
    for match in NONE.finditer(scene.text):
        for word in (w.lower() for w in match.groups() if w):
            for kind in kinds:
                both = kind in (CountKind.KILLED, CountKind.INJURED) and word.startswith(("casualt", "victim"))
                alike = (kind is CountKind.INJURED and word == "harmed") or (
                    kind is CountKind.ARRESTED and word[:5] == "taken"
                )
                if both or alike or HARM[kind].match(word) is not None:
                    yield _Reading(kind, Persons(*match.span(), 0, 0, told=True), scene.base, (0, 0, 1, 0, -order))
