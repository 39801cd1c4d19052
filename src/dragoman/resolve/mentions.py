"""One mention of an actor: what the words of its span tell by themselves, before mentions are grouped."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.records import Event, Report, Span, Statement
from dragoman.resolve import bodies
from dragoman.resolve.bodies import Body
from dragoman.resolve.gazetteer import Gazetteer, find_keys
from dragoman.resolve.likenames import find_like, find_ranked
from dragoman.resolve.offices import find_by_surname, find_office_words
from dragoman.resolve.persons import PersonWords, find_titles, is_public, name_run, read_person, sectors_of
from dragoman.resolve.words import Word, has_case, key_of, read_words
from dragoman.terms import ActorKind, EventType
from dragoman.text import span_of

_ACRONYM = re.compile(r"[(\[]\s*([^\W\d_][\w.\-]{1,11})\s*[)\]]")
_TAIL = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_SENTENCE_EDGE = re.compile(r"(?:^|[.!?:\n\"“”])\s*$")
_CLAUSE_END = re.compile(r"[.,;:\n]")
_POSSESSIVE = re.compile(r"['’]s?$")
_APPOSITION = 12  # words after "Name, " in which a title may stand


class Reading(NamedTuple):
    """What a mention tells. `body` or `person` is set where it names one; `heads` are the short words it may be
    called by later ("general", "ministry"); `acronym` stands in brackets behind the name."""

    span: Span
    body: Body | None
    person: PersonWords | None
    public: bool
    heads: tuple[str, ...]
    acronym: str | None


class Pages:
    """A report's words, and where a span's words are among them."""

    def __init__(self, report: Report) -> None:
        self.text = report.text
        self.words = read_words(report.text)
        self.starts = [word.start for word in self.words]
        self.has_case = has_case(report.text)
        self.published = report.published
        self._bodies: list[Body] | None = None
        self._countries: frozenset[str] | None = None

    def countries(self, book: Gazetteer) -> frozenset[str]:
        """The countries (alpha-3) that words of the text tell."""
        if self._countries is None:
            told = book.list_countries(self.words, self.has_case)
            self._countries = frozenset(row.iso for _, row in told)
        return self._countries

    def bodies(self, book: Gazetteer) -> list[Body]:
        """The listed bodies that words of the whole text name."""
        if self._bodies is None:
            self._bodies = [body for _, body in bodies.find_inside(self.words, book, self.has_case)]
        return self._bodies

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words that begin in [start, end)."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


class Mention(NamedTuple):
    """A span that may name an actor, and whether it is a source of words or only the victim of violence."""

    span: Span
    as_source: bool
    as_victim: bool


def list_mentions(events: Iterable[Event], statements: Iterable[Statement]) -> list[Mention]:
    """The distinct actor, recipient and source spans in text order."""
    sources = {s.source for s in statements if s.source}
    doers = {span for event in events for span in event.actor}
    victims: set[Span] = set()
    others: set[Span] = set()
    for event in events:
        (victims if event.type is EventType.ASSAULT else others).update(event.recipient)
    spans = sorted(sources | doers | victims | others)
    return [Mention(s, s in sources, s in victims and s not in sources | doers | others) for s in spans]


def read_medium(medium: Span, pages: Pages, book: Gazetteer) -> list[Reading]:
    """The listed outlets in the words that tell through what a statement came: "told Reuters"."""
    words = pages.words_in(medium.start, medium.end)
    return [
        Reading(span_of(pages.text, found[0].start, found[-1].end), body, None, False, (), None)
        for found, body in bodies.find_inside(words, book, pages.has_case)
        if body.kind is ActorKind.MEDIA
    ]


def read_mention(mention: Mention, pages: Pages, book: Gazetteer) -> list[Reading]:
    """What the words of a mention tell by themselves: the one that it names, or both of "A and B", and the listed
    bodies inside longer words."""
    parts = _split_pair(mention, pages, book)
    readings = [_read_one(part, pages, book) for part in parts]
    if len(readings) > 1 and not all(reading.body for reading in readings):
        readings = [_read_one(mention, pages, book)]
    named = {reading.body.key for reading in readings if reading.body}
    if any(key.startswith(("entry ", "state ")) for key in named if readings[0].person is None):
        return readings
    for words, body in bodies.find_inside(pages.words_in(mention.span.start, mention.span.end), book, pages.has_case):
        span = span_of(pages.text, words[0].start, words[-1].end)
        if body.key not in named:
            readings.append(Reading(span, body, None, False, _heads_of(words, book), None))
    return readings


def _split_pair(mention: Mention, pages: Pages, book: Gazetteer) -> list[Mention]:
    """The two mentions of "A and B", or the mention itself where no "and" stands in it or a list has it whole."""
    words = pages.words_in(mention.span.start, mention.span.end)
    at = next((n for n, word in enumerate(words) if word.key == "and" and 0 < n < len(words) - 1), 0)
    if not at or find_body(words, pages, book, None):
        return [mention]
    left = span_of(pages.text, words[0].start, words[at - 1].end)
    right = span_of(pages.text, words[at + 1].start, mention.span.end)
    return [mention._replace(span=left), mention._replace(span=right)]


def _read_one(mention: Mention, pages: Pages, book: Gazetteer) -> Reading:
    span = mention.span
    bracket = _ACRONYM.search(span.text)
    tail = _TAIL.search(span.text) if bracket else None
    end = span.start + tail.start() if tail else span.end
    words = pages.words_in(span.start, end)
    acronym = bracket.group(1) if bracket else None
    longer = _TAIL.search(span.text)
    if longer and not bracket:  # "the ELN (Army of National Liberation)"
        before = pages.words_in(span.start, span.start + longer.start())
        words = before if before and find_body(before, pages, book, None) else words
    if not words:
        return Reading(span, None, None, False, (), None)
    body = find_body(words, pages, book, acronym)
    if body and body.kind is ActorKind.PERSON:
        return Reading(span, body, PersonWords(tuple(words), (), False), True, (), None)
    person = None if body else read_person(_split_segments(words, pages.text), book, pages.has_case)
    if body is None and person is None:
        person = _find_title_nearby(words, pages, book)
    if person and (len(person.name) > 1 or not bodies.is_counted(span.text)):
        return _read_titled(mention, words, person, pages, book)
    if body is None:
        body = _find_bare_name(words, pages, book)
        if body:
            return Reading(span, body, PersonWords(tuple(words), (), False), True, (), None)
    if body is None and any(True for _ in book.list_countries(words, pages.has_case)):
        body = bodies.find_called(bodies.strip_frame(words, book), pages.published, book, pages.has_case)
    if body is None and not bodies.is_counted(span.text) and not find_titles(words, book):
        body = bodies.find_organisation(words, book, pages.has_case, _opens_sentence(pages.text, span.start))
    return Reading(span, body, None, False, _heads_of(words, book), acronym)


def find_body(words: Sequence[Word], pages: Pages, book: Gazetteer, acronym: str | None) -> Body | None:
    """The listed body, state or institution that the words name, by themselves or by the acronym in brackets."""
    text = pages.text[words[0].start : words[-1].end]
    found = bodies.find_listed(words, text, book, pages.has_case)
    if found is None and acronym:
        found = bodies.find_listed(read_words(acronym), acronym, book, pages.has_case)
    if found or bodies.is_counted(text):
        return found
    ruled = bodies.find_ruled(words, pages.published, book)
    if ruled:
        return ruled
    state = bodies.find_state(words, book, pages.has_case)
    return state or bodies.find_institution(words, book, pages.has_case)


def _read_titled(
    mention: Mention, words: Sequence[Word], person: PersonWords, pages: Pages, book: Gazetteer
) -> Reading:
    """The reading of a person with a title: a public figure of the gazetteer, or one by the words."""
    around = [word for word in words if word not in person.name]
    known = find_named(person, around, pages, book)
    if known and known.key.startswith("entry "):
        return Reading(mention.span, known, person, True, person.titles, None)
    public = is_public(person, book, mention.as_source) and not (
        mention.as_victim and not any(book.title_words[t].sector != ("COP",) for t in person.titles)
    )
    inside = bodies.find_inside(around, book, pages.has_case)
    served = inside[0][1] if inside else None
    country = _country_in(around, pages, book) or (served.country if served else None)
    sector = sectors_of(person, around, served.sector if served else (), book)
    name = _POSSESSIVE.sub("", pages.text[person.name[0].start : person.name[-1].end])
    titles = ", ".join(person.titles)
    why = f"the title “{titles}” stands with the name" if titles else "a name with a courtesy title"
    if country:
        why += f"; country {country} from the words of the title"
    body = bodies.Body(f"person {key_of([w.key for w in person.name])}", name, ActorKind.PERSON, country, sector, why)
    return Reading(mention.span, body, person, public, person.titles, None)


def find_named(person: PersonWords, around: Sequence[Word], pages: Pages, book: Gazetteer) -> Body | None:
    """The listed person whom a name with titles means: by a spelling of the list, by the office on the day of the
    report, or by a likeness; else, for a full name, the person that the words tell of."""
    listed = book.find_entry(person.name, pages.has_case)
    if listed and listed.kind is ActorKind.PERSON:
        return bodies.from_entry(listed, " ".join(word.surface for word in person.name))
    told = {row.iso for _, row in book.list_countries(around, pages.has_case)}
    places = told or ({book.home} if book.home else pages.countries(book))
    office = find_office_words([word for word in around if word.key not in book.kinds.courtesy], book)
    titles = (office[0],) if office else person.titles
    held = None if person.courtesy else find_by_surname(titles, person.name, places, pages.published, book)
    held = held or find_ranked(person, places | pages.countries(book), book)
    like = held or find_like(person.name, told | pages.countries(book), book)
    if like:
        entry, why = like
        return bodies.from_entry(entry, " ".join(word.surface for word in person.name), why)
    if len(person.name) < 2:
        return None
    name = _POSSESSIVE.sub("", pages.text[person.name[0].start : person.name[-1].end])
    why = f"the title “{', '.join(person.titles)}” stands with the name"
    sector = sectors_of(person, around, (), book)
    return Body(f"person {key_of([w.key for w in person.name])}", name, ActorKind.PERSON, None, sector, why)


def _country_in(words: Sequence[Word], pages: Pages, book: Gazetteer) -> str | None:
    told = {row.iso for _, row in book.list_countries(words, pages.has_case)}
    return told.pop() if len(told) == 1 else None


def _split_segments(words: Sequence[Word], text: str) -> list[list[Word]]:
    """Words cut where a comma or dash stands between them."""
    segments = [[words[0]]]
    for left, right in zip(words, words[1:], strict=False):
        if "," in text[left.end : right.start] or "--" in text[left.end : right.start]:
            segments.append([])
        segments[-1].append(right)
    return segments


def _find_bare_name(words: Sequence[Word], pages: Pages, book: Gazetteer) -> Body | None:
    """The listed person whose full name ends the words, whatever stands before it ("Libyan dictator ..."), or has
    the likeness of it where nothing else does."""
    name = name_run(words, book, pages.has_case)
    for at in range(max(0, len(words) - 5), len(words) - 1):
        listed = book.find_entry(words[at:], pages.has_case)
        if listed and listed.kind is ActorKind.PERSON:
            return bodies.from_entry(listed, " ".join(word.surface for word in words[at:]))
    like = find_like(name, pages.countries(book), book) if len(name) == len(words) else None
    return bodies.from_entry(like[0], "", like[1]) if like else None


def _find_title_nearby(words: Sequence[Word], pages: Pages, book: Gazetteer) -> PersonWords | None:
    """A title beside a bare name of two words or more, wherever the report has it: "Inspector Ana Ruiz",
    "Ana Ruiz, a judge"."""
    name = name_run(words, book, pages.has_case)
    if len(name) < 2 or len(name) != len(words) or not pages.has_case:
        return None
    written = pages.text[words[0].start : words[-1].end]
    at = pages.text.find(written)
    while at >= 0:
        keys = _titles_at(at, at + len(written), pages, book)
        if keys:
            return PersonWords(name, keys, False)
        at = pages.text.find(written, at + 1)
    return None


def _titles_at(start: int, end: int, pages: Pages, book: Gazetteer) -> tuple[str, ...]:
    """Titles right before [start, end), or after it behind a comma in the same sentence."""
    n = bisect_left(pages.starts, start)
    before = pages.words[max(0, n - 3) : n]
    found = find_titles(before, book)
    if found and found[-1].last == len(before) and pages.text[before[-1].end : start].strip(". ") == "":
        return tuple(row.key for row in found)
    if pages.text[end : end + 1] != ",":
        return ()
    stop = _CLAUSE_END.search(pages.text, end + 1)
    behind = pages.words_in(end, stop.start() if stop else len(pages.text))[:_APPOSITION]
    return tuple(row.key for row in find_titles(behind, book))


def _heads_of(words: Sequence[Word], book: Gazetteer) -> tuple[str, ...]:
    """The words that a later short form may take up: institution words, kinds of organisation, titles."""
    tables = ("institutions", "organisations", "titles")
    keys = (book.institution_words, book.organisation_words, book.title_words)
    heads = [found.key for name, table in zip(tables, keys, strict=True)
             for found in find_keys(words, table, book.longest[name])]  # fmt: skip
    return tuple(dict.fromkeys(heads))


def _opens_sentence(text: str, start: int) -> bool:
    return bool(_SENTENCE_EDGE.search(text[max(0, start - 3) : start]))
