"""Origins: which events of an incident rest on the same information.

Seven reports that relay one agency, or one statement of one ministry, are one source told seven times. Two events of
an incident share an origin where their reports are near-copies, where one relays the other's outlet or both relay a
third in the same days, where the same informant gives the same figures, and where both only recall it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import combinations

from msgspec import Struct

from dragoman.grammar.numbers import find_numbers
from dragoman.ids import content_id
from dragoman.merge.copies import Sketch, are_copies, measure_copy, sketch_report
from dragoman.merge.incidents import EventKey, Incident, Member
from dragoman.merge.pages import Days, read_days
from dragoman.merge.words import stem_text
from dragoman.records import Event, Record, Span, Statement
from dragoman.terms import ActorKind, CountKind
from dragoman.text import overlap

_SAME_NEWS = 2  # days within which two reports relay one and the same dispatch
_SPOKE = frozenset(
    "spokes spokep spokem offici minist chief head source report senior author figure statem office".split()
)
_FEW = 4  # smaller numbers stand in any two reports
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SHORTEST_OUTLET = 4  # letters


class Origin(Struct, frozen=True, kw_only=True):
    """One origin of an incident: its name, the events that rest on it, and why they are one. `recalled`: not news."""

    id: str
    name: str
    members: tuple[EventKey, ...]
    why: tuple[str, ...]
    recalled: bool


class _Voice:
    """Who stands behind one event of one report."""

    def __init__(self, member: Member, event: Event, record: Record) -> None:
        self.key = (member.report, member.event)
        self.recalled = member.recalled
        self.event, self.record = event, record
        self.published: Days | None = read_days(record.published)

    @cached_property
    def statements(self) -> list[Statement]:
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
    def informants(self) -> list[str]:
        """The words of those who say it, outlets left out."""
        return self._sources_of(self.statements)

    def _sources_of(self, statements: Sequence[Statement]) -> list[str]:
        found = [s.source.text for s in statements if s.source]
        return [words for words in found if not any(_is_named(outlet, words) for outlet in self.outlets)]

    @cached_property
    def numbers(self) -> dict[int, list[str]]:
        """The numbers of the text that are more than a handful and no years, and who is quoted with each."""
        told: dict[int, list[str]] = {}
        for number in find_numbers(self.record.text):
            if (number.low or 0) < _FEW or _YEAR.fullmatch(self.record.text[number.start : number.end]):
                continue
            carriers = [s for s in self.record.statements if any(overlap(c, number) for c in s.content)]
            told.setdefault(number.low or 0, []).extend(self._sources_of(carriers))
        return told

    @property
    def tolls(self) -> set[int]:
        """The figures of the event itself."""
        return {count.low for kind in CountKind if (count := getattr(self.event, kind.value)) and count.low}

    @cached_property
    def outlets(self) -> list[str]:
        """The report's outlet, and those that it names as sources or media."""
        media = [a.name for a in self.record.actors if a.kind is ActorKind.MEDIA]
        return list(dict.fromkeys([*([self.record.publisher] if self.record.publisher else []), *media]))

    @cached_property
    def is_first_hand(self) -> bool:
        """True where an informant told it to the report's own outlet ("told the Ledger")."""
        own = set(stem_text(self.record.publisher or ""))
        media = [s.medium for s in self.statements if s.source and s.medium]
        return any(own & set(stem_text(medium.text)) for medium in media)

    def relays(self, outlet: str) -> bool:
        """Whether the report names the outlet as the one that it has its news from."""
        if outlet == self.record.publisher or self.is_first_hand:
            return False
        return _is_named(outlet, self.record.text)


def find_origins(incident: Incident, records: Mapping[str, Record]) -> tuple[Origin, ...]:
    """The origins of an incident, the one with most events first; every event has one.

    `records` are those of the incident's members, by report id. Two origins of one incident are independent as far as
    the reports tell.
    """
    voices = [_Voice(m, _event_of(records[m.report], m.event), records[m.report]) for m in incident.members]
    sketches = {v.record.id: sketch_report(v.record) for v in voices}
    outlets = sorted({outlet for v in voices for outlet in v.outlets})
    groups: dict[int, list[int]] = {at: [at] for at in range(len(voices))}
    group_of = list(range(len(voices)))
    whys: dict[int, list[str]] = {at: [] for at in groups}
    for left, right in combinations(range(len(voices)), 2):
        if group_of[left] == group_of[right]:
            continue
        why = _tell_shared(voices[left], voices[right], outlets, sketches)
        if why:
            _join(groups, group_of, whys, (left, right), why)
    found = [_build_origin(incident, [voices[at] for at in members], whys[group]) for group, members in groups.items()]
    return tuple(sorted(found, key=lambda origin: (origin.recalled, -len(origin.members), origin.members)))


def _join(
    groups: dict[int, list[int]], group_of: list[int], whys: dict[int, list[str]], pair: tuple[int, int], why: str
) -> None:
    keep, gone = sorted(group_of[at] for at in pair)
    groups[keep] += groups.pop(gone)
    whys[keep] += [*whys.pop(gone), why]
    for at in groups[keep]:
        group_of[at] = keep


def _tell_shared(left: _Voice, right: _Voice, outlets: Sequence[str], sketches: Mapping[str, Sketch]) -> str | None:
    """Why two events rest on the same information; None where nothing tells that they do."""
    one, two = left.record, right.record
    if one.id == two.id:
        apart = left.informants and right.informants and not _match_informant(left.informants, right.informants)
        return None if apart else "one report tells both"
    if left.recalled and right.recalled:
        return "both only recall it"
    if left.recalled or right.recalled:
        return None
    if are_copies(sketches[one.id], sketches[two.id]):
        share = measure_copy(sketches[one.id], sketches[two.id])
        return f"{one.id} and {two.id} are near-copies ({share:.0%} of the shorter one's words in order)"
    if _figures_clash(left, right):
        return None
    return _tell_relay(left, right, outlets) or _tell_informant(left, right)


def _tell_relay(left: _Voice, right: _Voice, outlets: Sequence[str]) -> str | None:
    if left.published and right.published and left.published.gap(right.published) > _SAME_NEWS:
        return None
    named = left.informants and right.informants
    if named and not left.tolls & right.tolls and not _match_informant(left.informants, right.informants):
        return None
    for one, two in ((left, right), (right, left)):
        source = one.record.publisher
        if source and two.relays(source):
            return f"{two.record.publisher or two.record.id} relays {source}"
    both = next((outlet for outlet in outlets if left.relays(outlet) and right.relays(outlet)), None)
    return f"both relay {both}" if both else None


def _tell_informant(left: _Voice, right: _Voice) -> str | None:
    """The informant whom both have a number from, or who stands behind both events while they share a number."""
    shared = left.numbers.keys() & right.numbers.keys()
    tolls = left.tolls | right.tolls
    shared = shared & tolls if tolls else shared
    for number in sorted(shared):
        if words := _match_informant(left.numbers[number], right.numbers[number]):
            return f"both have the number {number} from {words}"
    words = _match_informant(left.informants, right.informants) if shared else None
    return f"both have it from {words}, with the same figures" if words else None


def _match_informant(left: Sequence[str], right: Sequence[str]) -> str | None:
    """The words of an informant whom both name: they share half their words, one more than a function."""
    for words in left:
        for other in right:
            one, two = set(stem_text(words)), set(stem_text(other))
            if one == two or (one & two - _SPOKE and 2 * len(one & two) >= min(len(one), len(two))):
                return words
    return None


def _figures_clash(left: _Voice, right: _Voice) -> bool:
    """Whether the tolls of the two events differ, and no number at all stands in both reports."""
    pairs = [(getattr(left.event, kind), getattr(right.event, kind)) for kind in ("killed", "injured")]
    differ = any(a and b and a != b for a, b in pairs)
    return differ and not left.numbers.keys() & right.numbers.keys()


def _build_origin(incident: Incident, voices: Sequence[_Voice], why: Sequence[str]) -> Origin:
    keys = tuple(sorted(voice.key for voice in voices))
    return Origin(
        id=content_id("o", incident.id, *keys[0]),
        name=_name_origin(voices),
        members=keys,
        why=tuple(dict.fromkeys(why)),
        recalled=all(voice.recalled for voice in voices),
    )


def _name_origin(voices: Sequence[_Voice]) -> str:
    """The informant that most name, with the outlet that the others relay; else the outlet."""
    earliest = min(voices, key=lambda v: (v.published.first if v.published else 10**7, v.key))
    informants = [words for voice in (earliest, *voices) for words in voice.informants]
    outlet = next(
        (
            v.record.publisher
            for v in voices
            if v.record.publisher and any(w.relays(v.record.publisher) for w in voices)
        ),
        None,
    )
    parts = [_ARTICLE.sub("", informants[0]) if informants else None, outlet or earliest.record.publisher]
    return ", by ".join(part for part in parts if part) or earliest.record.id


def _event_of(record: Record, id: str) -> Event:
    return next(event for event in record.events if event.id == id)


def _is_named(outlet: str, text: str) -> bool:
    """Whether a text has the name of an outlet, with or without its article, as whole words."""
    name = _ARTICLE.sub("", outlet)
    return len(name) >= _SHORTEST_OUTLET and re.search(rf"\b{re.escape(name)}\b", text) is not None
