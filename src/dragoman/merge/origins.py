"""Origins: which events of an incident rest on the same information.

Seven reports that relay one agency, or one statement of one ministry, are one source told seven times. Two events of
an incident share an origin where their reports are near-copies, where one relays the other's outlet or both relay a
third in the same days, where the same person, or the same body with the same figures, channel or words, is behind both,
where both go by the same papers, and where both only recall it. Another informant, or own eyes, keep apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from dragoman.ids import content_id
from dragoman.incidents import Incident, Origin
from dragoman.merge.copies import Sketch, are_copies, measure_copy, sketch_report
from dragoman.merge.informants import Informant
from dragoman.merge.outlets import ARTICLE, is_named
from dragoman.merge.voices import Voice
from dragoman.records import Record

_ZONES = 1  # days by which a source may seem to be later than those who relay it
_SAME_NEWS = 2  # days within which two reports have it from one and the same statement or speaker
_SAME_RELAY = 7  # days within which a report that names an outlet has it from what that told: weeklies do so too
Pair = tuple[int, int]
# Share of what is said, apart from the event itself, that two reports of one statement have in common: a person may
# give two interviews in two days, a body has more voices.
_SAME_WORDS, _SAME_WORDS_OF_BODY = 0.25, 0.4
_FEWEST_WORDS = 2  # stems; less is chance


def find_origins(incident: Incident, records: Mapping[str, Record]) -> tuple[Origin, ...]:
    """The origins of an incident, the one with most events first; every event has one.

    `records` are those of the incident's members, by report id. Two origins of one incident are independent as far as
    the reports tell.
    """
    members = sorted(incident.members, key=lambda member: (member.report, member.event))
    voices = [Voice(member, records[member.report]) for member in members]
    sketches = {v.record.id: sketch_report(v.record) for v in voices}
    outlets = sorted({outlet for v in voices for outlet in v.outlets})
    whys: dict[Pair, str] = {}
    apart: set[Pair] = set()
    for left, right in combinations(range(len(voices)), 2):
        if why := _tell_shared(voices[left], voices[right], outlets, sketches):
            whys[left, right] = why
        elif _are_told_apart(voices[left], voices[right], outlets):
            apart.add((left, right))
    found = []
    for group in _group(len(voices), whys, apart):
        inside = [why for pair, why in whys.items() if set(pair) <= group]
        found.append(_build_origin(incident, [voices[at] for at in sorted(group)], inside))
    return tuple(sorted(found, key=lambda origin: (origin.recalled, -len(origin.members), origin.members)))


def _group(size: int, shared: Iterable[Pair], apart: Collection[Pair]) -> list[set[int]]:
    """Groups of the positions that are joined by pairs, but never across a pair that is told apart."""
    group_of = [{at} for at in range(size)]
    for left, right in shared:
        one, two = group_of[left], group_of[right]
        if one is two or any((min(a, b), max(a, b)) in apart for a in one for b in two):
            continue
        one |= two
        for at in two:
            group_of[at] = one
    return [group for at, group in enumerate(group_of) if at == min(group)]


def _tell_shared(left: Voice, right: Voice, outlets: Sequence[str], sketches: Mapping[str, Sketch]) -> str | None:
    """Why two events rest on the same information; None where nothing tells that they do."""
    one, two = left.record, right.record
    if one.id == two.id:
        apart = left.informants and right.informants and not _match_any(left.informants, right.informants)
        return None if apart else "one report tells both"
    if left.recalled and right.recalled:
        return "both only recall it"
    if left.recalled or right.recalled:
        return None
    if are_copies(sketches[one.id], sketches[two.id]):
        share = measure_copy(sketches[one.id], sketches[two.id])
        return f"{one.id} and {two.id} are near-copies ({share:.0%} of the shorter one's words in order)"
    days = left.published.gap(right.published) if left.published and right.published else 0
    relay = _tell_relay(left, right, outlets) if days <= _SAME_RELAY else None
    if relay or days > _SAME_NEWS or _figures_clash(left, right):
        return relay
    return _tell_informant(left, right) or _tell_papers(left, right)


def _tell_relay(left: Voice, right: Voice, outlets: Sequence[str]) -> str | None:
    apart = _are_told_apart(left, right, outlets)
    if apart and not left.tolls & right.tolls:
        return None
    for one, two in ((left, right), (right, left)):
        source, own = one.publisher, two.publisher or two.record.id
        if source is None or (one.published and two.published and one.published.first > two.published.last + _ZONES):
            continue
        if _has_its_own(two, one, outlets):
            continue
        told = _leave_out(outlets, two.carried_by)
        others = [each for each in told if not _match_any([each], one.informants)]
        if two.relays(source) or (two.names(source) and not others):
            return f"{own} relays {source}"
        if two.credits_agencies and one.is_agency and not apart:
            return f"{own} credits agencies, and {source} is one"
    if apart or _has_its_own(left, right, outlets) or _has_its_own(right, left, outlets):
        return None
    both = next((outlet for outlet in outlets if left.relays(outlet) and right.relays(outlet)), None)
    return f"both relay {both}" if both else None


def _has_its_own(relaying: Voice, source: Voice, outlets: Sequence[str]) -> bool:
    """Whether a report that relays another one also quotes somebody on the event whom that one does not know."""
    others = [one for one in _leave_out(outlets, relaying.quoted_beside) if one.is_told_from_others]
    return any(not _match_any([one], source.quoted) for one in others)


def _are_told_apart(left: Voice, right: Voice, outlets: Sequence[str]) -> bool:
    """Whether both name who tells the event itself, apart from outlets, and these are not the same."""
    named = [_leave_out(outlets, voice.carried_by) for voice in (left, right)]
    return all(named) and not _match_any(left.quoted, right.quoted)


def _leave_out(outlets: Sequence[str], informants: Sequence[Informant]) -> list[Informant]:
    """Those who are known and no outlets."""
    known = [one for one in informants if one.stems and not one.is_outlet]
    return [one for one in known if not any(is_named(outlet, one.words) for outlet in outlets)]


def _tell_informant(left: Voice, right: Voice) -> str | None:
    """Who is behind both, where it says the same: a figure, through one channel, or in the same words."""
    if left.saw_itself or right.saw_itself:
        return None
    shared = left.numbers.keys() & right.numbers.keys()
    tolls = left.tolls | right.tolls
    shared = shared & tolls if tolls else shared
    for number in sorted(shared):
        if one := _match_any(left.numbers[number], right.numbers[number]):
            return f"both have the number {number} from {one.words}"
    for one, two in _list_shared(left, right):
        if one.is_outlet and two.is_outlet:
            return f"both relay {one.words}"
        if shared or left.tolls & right.tolls:
            return f"both have it from {one.words}, with the same figures"
        if channels := one.channels & two.channels:
            return f"both have it from {one.words}, {min(channels)}"
        both = left.content & right.content
        least = _SAME_WORDS if one.is_person_of(two) else _SAME_WORDS_OF_BODY
        if len(both) >= _FEWEST_WORDS and len(both) >= least * min(len(left.content), len(right.content)):
            return f"both have it from {one.words}, in the same words ({', '.join(sorted(both)[:4])})"
    return None


def _list_shared(left: Voice, right: Voice) -> Iterator[tuple[Informant, Informant]]:
    """Those whom both have it from, as each report names them, with all channels in which it quotes them.

    A person may stand beside the event in one of the two reports; a body that only one report names may be "a group"
    of the other.
    """
    for one in left.informants:
        yield from ((_gather(one, left), _gather(two, right)) for two in right.informants if one.is_one_with(two))
        if unnamed := right.find_unnamed(one):
            yield _gather(one, left), _gather(unnamed, right)
    for two in right.informants:
        if unnamed := left.find_unnamed(two):
            yield _gather(unnamed, left), _gather(two, right)
    for mine, others in ((left.informants, right.quoted), (left.quoted, right.informants)):
        for one in mine:
            yield from ((_gather(one, left), _gather(two, right)) for two in others if one.is_person_of(two))


def _gather(informant: Informant, voice: Voice) -> Informant:
    named = [one.channels for one in voice.quoted if one.is_one_with(informant) or not informant.channels]
    return replace(informant, channels=informant.channels.union(*named))


def _tell_papers(left: Voice, right: Voice) -> str | None:
    papers = left.papers & right.papers
    return f"both go by the same {min(papers)} documents or pictures" if papers else None


def _match_any(left: Sequence[Informant], right: Sequence[Informant]) -> Informant | None:
    """An informant whom both name."""
    return next((one for one in left for two in right if one.is_one_with(two)), None)


def _figures_clash(left: Voice, right: Voice) -> bool:
    """Whether the tolls of the two events differ, and no number at all stands in both reports."""
    pairs = [(getattr(left.event, kind), getattr(right.event, kind)) for kind in ("killed", "injured")]
    differ = any(a and b and a != b for a, b in pairs)
    return differ and not left.numbers.keys() & right.numbers.keys()


def _build_origin(incident: Incident, voices: Sequence[Voice], why: Sequence[str]) -> Origin:
    keys = tuple(sorted(voice.key for voice in voices))
    return Origin(
        id=content_id("o", incident.id, *keys[0]),
        name=_name_origin(voices),
        members=keys,
        why=tuple(dict.fromkeys(why)),
        recalled=all(voice.recalled for voice in voices),
    )


def _name_origin(voices: Sequence[Voice]) -> str:
    """The informant of the earliest report, with the outlet that the others relay; else its outlet."""
    earliest = min(voices, key=lambda v: (v.published.first if v.published else 10**7, v.key))
    informants = [one.words for voice in (earliest, *voices) for one in voice.informants]
    known = [voice.publisher for voice in voices if voice.publisher]
    outlet = next((name for name in known if any(voice.relays(name) for voice in voices)), None)
    parts = [ARTICLE.sub("", informants[0]) if informants else None, outlet or earliest.publisher]
    return ", by ".join(part for part in parts if part) or earliest.record.id
