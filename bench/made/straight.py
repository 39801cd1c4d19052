"""Records of made-up reports without a reader: every event, date, place and figure as it is known to be.

Names of persons and groups are other ones in each city, else twelve persons would be everywhere at once. The
records have what a good reader would find, so that what comes after reading can be measured in minutes for ten
thousand reports. A share of dates and places is left out, as readers do not find all.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from bench.made import words
from bench.made.world import Incident, Mention, Story, make_incidents, make_stories
from dragoman.ids import content_id
from dragoman.read import report_from_text
from dragoman.records import Actor, Count, CountWords, Event, Place, Record, Report, Span, Statement
from dragoman.terms import ActorKind, CountKind, EventType, Stance, Status
from dragoman.text import Stretch

_TYPES = {
    "bombing": "ASSAULT", "shooting": "ASSAULT", "airstrike": "ASSAULT", "clash": "ASSAULT", "capture": "ASSAULT",
    "arrest": "COERCE", "protest": "PROTEST", "meeting": "CONSULT", "verdict": "COERCE", "sanctions": "SANCTION",
    "truce": "AGREE", "withdrawal": "RETREAT", "resignation": "RETREAT", "abduction": "COERCE",
}  # fmt: skip
_MODES = {"bombing": ("explosives",), "shooting": ("firearms",), "airstrike": ("aerial",), "arrest": ("arrest",)}
_DATED, _PLACED = 0.75, 0.85  # shares of events whose date and place the reader finds
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_KILLED = re.compile(r"\b(?P<n>\d+|[A-Za-z]+) (?:\w+ )?(?:were killed|dead|died|lives|people|civilians|soldiers)\b")
_LETTERS = ("aeiou", "bcdfghklmnprstvz")
_NAMES = re.compile("|".join(re.escape(name.removeprefix("the ")) for name in (*words.GROUPS, *words.PERSONS)), re.I)
_SAID = re.compile(r"(?P<content>[^.,]{10,}), (?P<source>[a-z][\w ]+) (?P<cue>said)\b")


def make_records(n_incidents: int, seed: int) -> Iterator[tuple[Record, Mapping[str, str]]]:
    """Records in the order of publication, each with the incident of each of its events by id."""
    known = {incident.name: incident for incident in make_incidents(n_incidents, seed)}
    for story in sorted(make_stories(n_incidents, seed), key=lambda each: (each.published, each.id)):
        yield build_record(story, known)


def build_record(story: Story, known: Mapping[str, Incident]) -> tuple[Record, dict[str, str]]:
    """A report with what is known of it, and the incident of each event by the event's id."""
    city = known[story.mentions[0].incident].city[0]
    text, title = (_rename_all(words, city) for words in (story.text, story.title))
    report = report_from_text(text, id=story.id, published=story.published, title=title, publisher=story.publisher)
    dice = random.Random(story.id)  # noqa: S311 - the same report has the same gaps
    statements = _find_statements(report)
    told = {}
    for mention in story.mentions:
        event = _build_event(report, mention, _localise(known[mention.incident], city), dice)
        behind = tuple(s.id for s in statements if any(_holds(c, event.triggers[0]) for c in s.content))
        told[replace(event, said_by=behind)] = mention.incident
    incidents = [_localise(known[name], city) for name in dict.fromkeys(told.values())]
    record = Record(
        **{name: getattr(report, name) for name in Report.__struct_fields__},
        statements=statements,
        events=tuple(told),
        actors=tuple(_find_actors(report, incidents)),
        places=tuple(_find_places(report, incidents)),
        conflicts=(),
        conflict_reasons=(),
        made_by="bench.made",
    )
    return record, {event.id: name for event, name in told.items()}


def _localise(incident: Incident, city: str) -> Incident:
    """An incident whose person and group have the names that they have in reports about a city."""
    return replace(incident, person=_rename_all(incident.person, city), group=_rename_all(incident.group, city))


def _rename_all(text: str, city: str) -> str:
    """A text with other names of persons and groups, as long as before: every place stays where it was."""
    step = int.from_bytes(hashlib.blake2b(city.encode(), digest_size=2).digest())
    return _NAMES.sub(lambda match: "".join(_turn(letter, step) for letter in match.group()), text)


def _turn(letter: str, step: int) -> str:
    """Another vowel for a vowel, another consonant for a consonant."""
    row = next((row for row in _LETTERS if letter.lower() in row), "")
    if not row:
        return letter
    other = row[(row.index(letter.lower()) + step % (len(row) - 1) + 1) % len(row)]
    return other.upper() if letter.isupper() else other


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer.start <= inner.start < outer.end


def _build_event(report: Report, mention: Mention, incident: Incident, dice: random.Random) -> Event:
    start, end = _sentence_at(report, mention.start)
    placed = dice.random() < _PLACED
    killed = _read_killed(report.text, start, end) if incident.kind.kills else None
    names = [incident.group, incident.person]
    return Event(
        id=content_id("e", report.id, str(mention.start)),
        type=EventType(_TYPES[incident.kind.name]),
        modes=_MODES.get(incident.kind.name, ()),
        triggers=(_span(report.text, mention.start, mention.end),),
        actor=tuple(s for name in names for s in _spans_of(report.text, name, start, end)),
        recipient=tuple(_spans_of(report.text, incident.people, start, end)),
        place=tuple(_spans_of(report.text, incident.city[0], start, end)) if placed else (),
        time=(),
        weapon=(),
        date=incident.day.isoformat() if dice.random() < _DATED else None,
        status=Status.ACTUAL,
        responsibility=None,
        said_by=(),
        killed=Count(killed[0], killed[0]) if killed else None,
        count_words=(killed[1],) if killed else (),
    )


def _sentence_at(report: Report, at: int) -> tuple[int, int]:
    return next(((s.start, s.end) for s in report.sentences if s.start <= at < s.end), (0, len(report.text)))


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _spans_of(text: str, words: str, start: int, end: int) -> Iterator[Span]:
    for match in re.finditer(re.escape(words), text[start:end], re.IGNORECASE):
        yield _span(text, start + match.start(), start + match.end())


def _read_killed(text: str, start: int, end: int) -> tuple[int, CountWords] | None:
    for match in _KILLED.finditer(text, start, end):
        word = match["n"].lower()
        number = int(word) if word.isdigit() else _NUMBERS.index(word) if word in _NUMBERS else None
        if number:
            words = CountWords(kind=CountKind.KILLED, start=match.start("n"), end=match.end("n"), text=match["n"])
            return number, words
    return None


def _find_statements(report: Report) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            id=f"s{number}",
            source=_span(report.text, *match.span("source")),
            cue=_span(report.text, *match.span("cue")),
            content=(_span(report.text, *match.span("content")),),
            medium=None,
            stance=Stance.ASSERT,
            via=None,
        )
        for number, match in enumerate(_SAID.finditer(report.text))
    )


def _find_actors(report: Report, incidents: list[Incident]) -> Iterator[Actor]:
    for incident in incidents:
        for name, kind in ((incident.group, ActorKind.GROUP), (incident.person, ActorKind.PERSON)):
            found = dict.fromkeys(s.text for s in _spans_of(report.text, name, 0, len(report.text)))
            if found:
                yield Actor(name=name, kind=kind, country=None, sector=(), spellings=tuple(found))


def _find_places(report: Report, incidents: list[Incident]) -> Iterator[Place]:
    for city, country, _ in dict.fromkeys(incident.city for incident in incidents):
        spans = tuple(_spans_of(report.text, city, 0, len(report.text)))
        if spans:
            dice = random.Random(hashlib.blake2b(city.encode()).digest())  # noqa: S311 - a made-up point
            yield Place(
                name=city, country=country[:3].upper(), spellings=tuple(dict.fromkeys(s.text for s in spans)),
                id=f"made:{city}", lat=dice.uniform(-60, 60), lon=dice.uniform(-180, 180), precision=1, spans=spans,
            )  # fmt: skip
