"""Who stands behind what a report tells of an event: statements, informants, outlets, papers, own eyes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from dragoman.grammar.numbers import find_numbers
from dragoman.incidents import Member
from dragoman.merge.informants import Informant, describe_informant
from dragoman.merge.outlets import credits_agencies, is_agency, is_credited, is_named, is_own, saw_itself
from dragoman.merge.pages import Days, read_days
from dragoman.merge.words import CALENDAR, stem_text
from dragoman.records import Record, Sentence, Span, Statement
from dragoman.terms import ActorKind, CountKind
from dragoman.text import overlap

_FEW = 4  # smaller numbers stand in any two reports
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAYS_AND_MONTHS = frozenset(stem for word in CALENDAR for stem in stem_text(word))
_PAPER = re.compile(
    r"\b(court|legal|police|hospital|satellite|aerial|prosecution|internal|leaked|company|drone)\s+"
    r"(?:papers?|documents?|filings?|records?|images?|imagery|pictures?|photo(?:graph)?s?|footage|memos?|emails?|files?)"
    r"\b|\b(indictment|autopsy|flight data|surveillance footage)\b|\bpictures? from (?:a |the )?(satellite|space)\b",
    re.IGNORECASE,
)


class Voice:
    """Who stands behind one event of one report."""

    def __init__(self, member: Member, record: Record) -> None:
        self.key = (member.report, member.event)
        self.recalled = member.recalled
        self.event = next(event for event in record.events if event.id == member.event)
        self.record = record
        self.publisher = record.publisher
        self.published: Days | None = read_days(record.published)

    @cached_property
    def carriers(self) -> list[Statement]:
        """The statements that carry the event, innermost first, then those that carry its figures or its sentence."""
        by_id = {each.id: each for each in self.record.statements}
        chain = [by_id[id] for id in self.event.said_by if id in by_id]
        for statement in chain:
            if statement.via in by_id and by_id[statement.via] not in chain:
                chain.append(by_id[statement.via])
        spans = [*self.event.triggers, *(Span(w.start, w.end, w.text) for w in self.event.count_words)]
        told = [s for s in self.record.statements if any(overlap(c, span) for c in s.content for span in spans)]
        return chain + [statement for statement in told if statement not in chain]

    @cached_property
    def beside(self) -> list[Statement]:
        """The carriers, then the statements of the event's sentences and those beside them."""
        within = self._sentences_near
        found = [s for s in self.record.statements if any(e.start <= s.cue.start < e.end for e in within)]
        return self.carriers + [statement for statement in found if statement not in self.carriers]

    @cached_property
    def near(self) -> list[Statement]:
        """Those, then the statements that no other event of the report is nearer to."""
        found = [s for s in self.record.statements if self._is_nearest(s.cue.start)]
        return self.beside + [statement for statement in found if statement not in self.beside]

    def _is_nearest(self, at: int) -> bool:
        ways = {event.id: min(abs(at - t.start) for t in event.triggers) for event in self.record.events}
        return ways[self.event.id] == min(ways.values())

    @cached_property
    def _sentences(self) -> set[int]:
        """The numbers of the event's own sentences."""
        starts = [trigger.start for trigger in self.event.triggers]
        return {n for n, s in enumerate(self.record.sentences) if any(s.start <= at < s.end for at in starts)}

    @cached_property
    def _sentences_near(self) -> list[Sentence]:
        """The event's sentences and those beside them."""
        numbers = {number + step for number in self._sentences for step in (-1, 0, 1)}
        return [s for number, s in enumerate(self.record.sentences) if number in numbers]

    @cached_property
    def carried_by(self) -> list[Informant]:
        """The sources of the carriers alone; known outlets are left out here and below."""
        return self._list_informants(self.carriers)

    @cached_property
    def informants(self) -> list[Informant]:
        """Those who say it: the sources of its carriers, else those who are quoted near it."""
        return self.carried_by or self.quoted

    @cached_property
    def quoted_beside(self) -> list[Informant]:
        """The sources of its carriers and of the sentences beside it."""
        return self._list_informants(self.beside)

    @cached_property
    def quoted(self) -> list[Informant]:
        """These, and the sources that are quoted nearer to it than to any other event."""
        return self._list_informants(self.near)

    def _list_informants(self, statements: Sequence[Statement]) -> list[Informant]:
        found = [describe_informant(s, self.record, self._places) for s in statements if s.source is not None]
        return [one for one in found if not any(is_named(outlet, one.words) for outlet in self.outlets)]

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(stem for p in self.record.places for words in p.spellings for stem in stem_text(words))

    @cached_property
    def numbers(self) -> dict[int, list[Informant]]:
        """The numbers of the text that are more than a handful and no years, and who is quoted with each."""
        told: dict[int, list[Informant]] = {}
        for number in find_numbers(self.record.text):
            if (number.low or 0) < _FEW or _YEAR.fullmatch(self.record.text[number.start : number.end]):
                continue
            quoted = [s for s in self.record.statements if any(overlap(c, number) for c in s.content)]
            told.setdefault(number.low or 0, []).extend(self._list_informants(quoted))
        return told

    @property
    def tolls(self) -> set[int]:
        """The figures of the event itself."""
        return {count.low for kind in CountKind if (count := getattr(self.event, kind.value)) and count.low}

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of what is said, without those of the event, of its sources, of places and of days."""
        said = [content.text for statement in self.near for content in statement.content]
        known = [*(trigger.text for trigger in self.event.triggers), *(one.words for one in self.quoted)]
        stems = frozenset(stem for words in said for stem in stem_text(words))
        return stems - set(stem_text(" ".join(known))) - self._places - _DAYS_AND_MONTHS

    @cached_property
    def papers(self) -> frozenset[str]:
        """The kinds of papers and pictures that the event's sentences go by ("court", "satellite")."""
        own = [self.record.sentences[number] for number in sorted(self._sentences)]
        found = [match for s in own for match in _PAPER.finditer(self.record.text, s.start, s.end)]
        kinds = [next(kind for kind in match.groups() if kind).casefold() for match in found]
        return frozenset("satellite" if kind == "space" else kind for kind in kinds)

    @cached_property
    def outlets(self) -> list[str]:
        """The report's outlet, and those that it names as sources or media."""
        media = [a.name for a in self.record.actors if a.kind is ActorKind.MEDIA]
        return list(dict.fromkeys([*([self.publisher] if self.publisher else []), *media]))

    @cached_property
    def saw_itself(self) -> bool:
        """True where the outlet's own people were there."""
        return saw_itself(self.publisher, self.record.text)

    @cached_property
    def is_first_hand(self) -> bool:
        """True where the outlet's own people were there, or an informant told it to them ("told the Ledger")."""
        media = [statement.medium.text for statement in self.carriers if statement.medium]
        return self.saw_itself or any(is_own(self.publisher, medium) for medium in media if self.publisher)

    def relays(self, outlet: str) -> bool:
        """Whether the report says that it has its news from the outlet."""
        if outlet == self.publisher or self.is_first_hand:
            return False
        if is_named(outlet, self.record.author or "") or is_credited(outlet, self.record.text):
            return True
        quoted = [part for s in self.record.statements for part in (s.source, s.medium) if part]
        return any(is_named(outlet, part.text) for part in quoted)

    def names(self, outlet: str) -> bool:
        """Whether the report names the outlet in some other way, but not as one that took part in an event."""
        if outlet == self.publisher or self.is_first_hand or not is_named(outlet, self.record.text):
            return False
        parts = [span for e in self.record.events for span in (*e.actor, *e.recipient, *e.place)]
        return not any(is_named(outlet, span.text) for span in parts)

    @cached_property
    def credits_agencies(self) -> bool:
        """True where it says that it has its news from agencies, without a name."""
        where = (self.record.author, self.record.title, self.record.text)
        return not self.is_first_hand and any(credits_agencies(text) for text in where if text)

    @property
    def is_agency(self) -> bool:
        """True where its outlet's name is that of an agency."""
        return is_agency(self.publisher or "")

    def find_unnamed(self, informant: Informant) -> Informant | None:
        """The informant that may be one whom another report names: "a group", where that name stands beside it."""
        if not informant.names or any(one.names for one in self.informants):
            return None
        beside = {stem for s in self._sentences_near for stem in stem_text(self.record.text[s.start : s.end])}
        known = informant.names <= beside
        return next((one for one in self.informants if known and one.is_some_body), None)
