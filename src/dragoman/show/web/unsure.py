"""Joins that deserve a look: the least sure first, without those that a person has judged."""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from dragoman.incidents import EventKey, Join
from dragoman.show.web.answers import Answers
from dragoman.views import IncidentRow

_LOOKED_INTO = 60  # incidents of several events, the newest: their joins are read one incident at a time


class UnsureJoin(Struct, frozen=True):
    """A join with its incident, and the sentences of the two events that it holds together."""

    incident: IncidentRow
    join: Join
    left: str
    right: str


def list_unsure(answers: Answers) -> list[UnsureJoin]:
    """The joins of the newest incidents, the least sure first."""
    return answers.keep("unsure", lambda: _look(answers))


def _look(answers: Answers) -> list[UnsureJoin]:
    several = [row for row in answers.rows() if row.n_events > 1][:_LOOKED_INTO]
    rulings = answers.situation.judgements()
    judged = {frozenset(pair) for ruling in rulings if not ruling.withdrawn_at for pair in ruling.pairs}
    found = [each for row in several for each in answers.keep_of(row, partial(_list_joins, answers, row))]
    waiting = [each for each in found if frozenset((each.join.left, each.join.right)) not in judged]
    return sorted(waiting, key=lambda each: (each.join.p, each.incident.id))


def _list_joins(answers: Answers, row: IncidentRow) -> list[UnsureJoin]:
    view = answers.situation.incident(row.id)
    said = {(told.report, told.event.id): told.sentence.text for told in view.told}
    joins = (join for join in view.joins if join.left in said and join.right in said)
    return [UnsureJoin(row, join, said[join.left], said[join.right]) for join in joins]


def far_side(joins: tuple[Join, ...], left: EventKey, right: EventKey) -> set[EventKey]:
    """The events that hang on `right` where its join with `left` is cut: those that go when the join is rejected.

    The joins of an incident are those of a clustering: cut one, and the events fall into two sides.
    """
    reached, waiting = {right}, [right]
    while waiting:
        here = waiting.pop()
        for join in joins:
            if {join.left, join.right} == {left, right} or here not in (join.left, join.right):
                continue
            there = join.right if here == join.left else join.left
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    return reached
