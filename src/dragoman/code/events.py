"""Triggers that tell of one event to the event: its words, its status, its figures and who said so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.assets import Codebook
from dragoman.code.statements import quoting
from dragoman.grammar.function_words import names_something, tells_something
from dragoman.ids import content_id
from dragoman.records import Event, Marks, Report, Span, Statement, TriggerMark
from dragoman.terms import EventType, Responsibility, Role, Status
from dragoman.text import WORD, overlap, within_any

# How many words of a role an event keeps: all but one to five in a hundred events of gold train have no more. On 24
# reports kept apart it raised args|typed from 0.40 to 0.43 and date|typed from 0.56 to 0.60 (docs/log.md).
_MOST = {Role.ACTOR: 3, Role.RECIPIENT: 3, Role.PLACE: 2, Role.TIME: 1, Role.WEAPON: 2}
_STRONGEST_FIRST = tuple(Responsibility)  # the codebook's order


def code_events(report: Report, marks: Marks, statements: Sequence[Statement], codebook: Codebook) -> tuple[Event, ...]:
    """The events of a report in text order, one for each group of triggers, without dates (see `resolve.dates`).

    Slips of the marker are left out: a trigger or role of function words alone ("the", "of it"), a trigger that is
    only a part of the words for a place or a time.
    """
    groups: dict[int, list[TriggerMark]] = {}
    settings = [role.span for mark in marks.triggers for role in mark.roles if role.role in (Role.PLACE, Role.TIME)]
    for trigger in marks.triggers:
        if not tells_something(trigger.span.text) or within_any(settings, trigger.span):
            continue
        groups.setdefault(trigger.event, []).append(trigger)
    return tuple(_code_event(report, group, statements, codebook) for group in groups.values())


def _code_event(report: Report, group: list[TriggerMark], statements: Sequence[Statement], codebook: Codebook) -> Event:
    ordered = _fullest_first(group)
    kind = ordered[0].type
    spans = {role: _role_spans(ordered, role) for role in Role}
    triggers = tuple(mark.span for mark in ordered)
    modes = tuple(mode for mode in codebook.modes_of(kind) if any(mode in mark.modes for mark in ordered))
    status = _vote(ordered)
    return Event(
        id=content_id("e", report.id, report.text, kind.value, *(f"{span.start}-{span.end}" for span in triggers)),
        type=kind,
        modes=modes,
        triggers=triggers,
        actor=spans[Role.ACTOR],
        recipient=spans[Role.RECIPIENT],
        place=spans[Role.PLACE],
        time=spans[Role.TIME],
        weapon=spans[Role.WEAPON],
        date=None,
        status=status,
        responsibility=_responsibility(kind, ordered),
        said_by=_said_by(triggers, statements),
        score=max(mark.score for mark in ordered),
    )


def _fullest_first(group: list[TriggerMark]) -> list[TriggerMark]:
    """The trigger with the most roles first, the others as they stand in the text."""
    fullest = max(group, key=lambda mark: (len({role.role for role in mark.roles}), mark.score))
    return [fullest, *(mark for mark in group if mark is not fullest)]


def _role_spans(group: list[TriggerMark], role: Role) -> tuple[Span, ...]:
    """The words for one role, the surest chosen first; of those that overlap or end in the same word, one."""
    found = sorted(
        (m for trigger in group for m in trigger.roles if m.role == role and names_something(m.span.text)),
        key=lambda mark: -mark.score,
    )
    kept: list[Span] = []
    for mark in found:
        if not any(overlap(mark.span, other) or _head(mark.span) == _head(other) for other in kept):
            kept.append(mark.span)
    return tuple(sorted(kept[: _MOST[role]]))


def _head(span: Span) -> str:
    """The last word of a phrase in small letters: the head of most English noun phrases without relative clauses."""
    words = WORD.findall(span.text)
    return words[-1].lower() if words else span.text


def _vote(group: list[TriggerMark]) -> Status:
    """The status with most weight among the mentions; the fullest mention breaks a tie."""
    weights: Counter[Status] = Counter()
    for mark in group:
        weights[mark.status] += 1
    return max(weights, key=lambda status: (weights[status], status == group[0].status))


def _responsibility(kind: EventType, group: Sequence[TriggerMark]) -> Responsibility | None:
    """For violence, what most mentions give, the strongest of equals; `unknown` where none gives any.

    The strongest that any mention gives, as the codebook has it, was right less often: one wrong mark decides it
    (docs/log.md, 2026-11-22).
    """
    if kind is not EventType.ASSAULT:
        return None
    given = Counter(mark.responsibility for mark in group if mark.responsibility)
    return max(given, key=lambda item: (given[item], -_STRONGEST_FIRST.index(item)), default=Responsibility.UNKNOWN)


def _said_by(triggers: Sequence[Span], statements: Sequence[Statement]) -> tuple[str, ...]:
    """The chain of the fullest mention; empty as soon as the report tells the event in its own voice."""
    chains = [quoting(statements, trigger) for trigger in triggers]
    return chains[0] if all(chains) else ()
