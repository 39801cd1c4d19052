"""Conflicts across reports: what is said of one incident and cannot all be true, side by side, without a verdict.

Figures that share no number, responsibility claimed by one and denied by the same or given to another, a deed done for
one report and not done for another, days and places that do not fit. Within one report see `code.conflicts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from dragoman.incidents import Conflict, EventKey, Incident, Side
from dragoman.merge.claims import Claim, list_claims
from dragoman.merge.compare import NEAR_KM, measure_km
from dragoman.merge.reasons import tell_count
from dragoman.merge.tellings import Telling
from dragoman.merge.tolls import Toll, find_toll, is_part
from dragoman.records import Count, Event, Record, Span
from dragoman.terms import CountKind, Responsibility, Stance, Status

_HARMS = (CountKind.KILLED, CountKind.INJURED)
_APART_DAYS = 2  # one day may be a time zone, or the night between two days
_DENIED = "denied"
_EXACT = 3  # the coarsest place precision (UCDP) that a difference of places is told from


class _Told(Struct, frozen=True):
    """An event of an incident with what it says."""

    telling: Telling
    event: Event
    record: Record


def find_conflicts(
    incident: Incident, records: Mapping[str, Record], tellings: Mapping[EventKey, Telling]
) -> tuple[Conflict, ...]:
    """The conflicts between the reports of an incident, by field and report.

    `records` and `tellings` are those of its members. Only what is told as having happened counts for figures: what
    is planned, feared or denied has none.
    """
    told = [_find(records[m.report], tellings[m.report, m.event]) for m in incident.members]
    found = [
        *(conflict for kind in _HARMS for conflict in _compare_figures(incident, told, kind)),
        *_compare_claims(incident, told),
        *_compare_pairs(incident, told),
    ]
    return tuple(sorted(found, key=lambda c: (c.field, c.left.report, c.right.report, c.left.words.start)))


def _find(record: Record, telling: Telling) -> _Told:
    return _Told(telling, next(event for event in record.events if event.id == telling.key[1]), record)


def _compare_figures(incident: Incident, told: Sequence[_Told], kind: CountKind) -> Iterator[Conflict]:
    """The toll of each report, the largest where it has several, against that of every other one; parts are none."""
    tolls: dict[str, tuple[_Told, Toll]] = {}
    for one in told:
        toll = find_toll(one.event, one.record, kind)
        known = tolls.get(one.record.id)
        if toll and not is_part(toll, one.record) and (known is None or _size(toll) > _size(known[1])):
            tolls[one.record.id] = one, toll
    for left, right in combinations(sorted(tolls), 2):
        (one, a), (two, b) = tolls[left], tolls[right]
        if _are_disjoint(a.count, b.count):
            sides = (_side(one, tell_count(a.count), a.words), _side(two, tell_count(b.count), b.words))
            why = f"{tell_count(a.count)} and {tell_count(b.count)} {kind.value} share no number"
            yield Conflict(incident=incident.id, field=kind.value, left=sides[0], right=sides[1], why=why)


def _size(toll: Toll) -> int:
    return toll.count.low or toll.count.high or 0


def _are_disjoint(left: Count, right: Count) -> bool:
    above = left.high is not None and (right.low or 0) > left.high
    return above or (right.high is not None and (left.low or 0) > right.high)


def _side(one: _Told, value: str, words: Span, said_by: tuple[str, ...] | None = None) -> Side:
    behind = one.event.said_by if said_by is None else said_by
    return Side(report=one.record.id, event=one.event.id, value=value, words=words, said_by=behind)


def _compare_claims(incident: Incident, told: Sequence[_Told]) -> Iterator[Conflict]:
    """Who did it, report by report: each pair of reports once, by its plainest contradiction."""
    claims = [(one, claim) for one in told for claim in list_claims(one.event, one.record)]
    seen: set[tuple[str, str]] = set()
    for (one, left), (two, right) in combinations(claims, 2):
        pair = (one.record.id, two.record.id)
        if one.record.id == two.record.id or pair in seen:
            continue
        if why := _tell_claims(left, right):
            seen.add(pair)
            sides = tuple(_side(t, f"{c.kind}: {c.who}", c.words, c.said_by) for t, c in ((one, left), (two, right)))
            yield Conflict(incident=incident.id, field="responsibility", left=sides[0], right=sides[1], why=why)


def _tell_claims(left: Claim, right: Claim) -> str | None:
    """Why two claims about the doer cannot both hold; None where they can."""
    denied = Responsibility.DENIED
    if (left.kind is denied) != (right.kind is denied):
        one, other = (left, right) if left.kind is denied else (right, left)
        return f"{one.who} denies what another report gives to it ({other.kind})" if one.names(other) else None
    if left.kind is denied or left.names(right):
        return None
    return f"{left.who} ({left.kind}) and {right.who} ({right.kind}) for one deed"


def _compare_pairs(incident: Incident, told: Sequence[_Told]) -> Iterator[Conflict]:
    """Status, days and places that do not fit, between the events that are news in their reports."""
    seen: set[tuple[str, str, str]] = set()
    for one, two in combinations([each for each in told if each.telling.recalled is None], 2):
        if one.record.id == two.record.id:
            continue
        for field, sides, why in _differences(one, two):
            key = (field, one.record.id, two.record.id)
            if key not in seen:
                seen.add(key)
                yield Conflict(incident=incident.id, field=field, left=sides[0], right=sides[1], why=why)


def _differences(one: _Told, two: _Told) -> Iterator[tuple[str, tuple[Side, Side], str]]:
    left, right = one.telling, two.telling
    if why := _tell_done(one, two):
        yield "status", (_side_of_status(one), _side_of_status(two)), why
    if left.days and right.days and left.days.width == right.days.width == 1:
        gap = left.days.gap(right.days)
        if gap >= _APART_DAYS:
            sides = tuple(_side(each, each.telling.date or "", _first(each.event.time, each)) for each in (one, two))
            yield "date", (sides[0], sides[1]), f"{gap} days apart"
    if far := _measure_apart(left, right):
        sides = tuple(_side(each, each.telling.spots[0].name, _first(each.event.place, each)) for each in (one, two))
        yield "place", (sides[0], sides[1]), f"{far:.0f} km apart"


def _tell_done(one: _Told, two: _Told) -> str | None:
    """Why a deed that is done in one report and not, or denied, in the other is a conflict; None where it is none."""
    if one.event.type is not two.event.type and not one.telling.trigger & two.telling.trigger:
        return None
    values = {_read_status(one)[0], _read_status(two)[0]}
    if values == {Status.ACTUAL.value, Status.NEGATED.value} and one.telling.trigger & two.telling.trigger:
        return "told as done and as not done"
    return "told as done, and denied" if values == {Status.ACTUAL.value, _DENIED} else None


def _read_status(one: _Told) -> tuple[str, Span]:
    """The status of an event with its words; "denied" where who tells of it denies it, and not only its own part."""
    first = next((s for s in one.record.statements if one.event.said_by[:1] == (s.id,)), None)
    own_part = one.event.responsibility is Responsibility.DENIED
    if first and first.stance is Stance.DENY and one.event.status is Status.ACTUAL and not own_part:
        return _DENIED, first.cue
    return one.event.status.value, one.event.triggers[0]


def _side_of_status(one: _Told) -> Side:
    return _side(one, *_read_status(one))


def _measure_apart(left: Telling, right: Telling) -> float | None:
    """Kilometres between two exact places of one country, where no word of theirs is the same."""
    exact = [[s for s in t.spots if s.precision <= _EXACT and not s.alone] for t in (left, right)]
    gaps = [measure_km(a, b) for a in exact[0] for b in exact[1] if a.country == b.country and not a.stems & b.stems]
    told = [gap for gap in gaps if gap is not None]
    all_told = bool(told) and len(told) == len(left.spots) * len(right.spots)
    return min(told) if all_told and min(told) > NEAR_KM else None


def _first(spans: Iterable[Span], one: _Told) -> Span:
    return next(iter(spans), one.event.triggers[0])
