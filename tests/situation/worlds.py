"""Made-up worlds for tests of situations: records with known gaps, and what a situation holds in comparable form."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from bench.made.straight import make_records
from dragoman.incidents import Join
from dragoman.records import Record
from dragoman.situation import Situation

Groups = dict[tuple[tuple[str, str], ...], tuple[Join, ...]]


@cache
def records_of(n_incidents: int, seed: int) -> tuple[Record, ...]:
    """The records of a small world in the order of publication."""
    return tuple(record for record, _ in make_records(n_incidents, seed))


def groups_of(situation: Situation) -> Groups:
    """The events of each incident, and its joins."""
    views = [situation.incident(row.id) for row in situation.incidents()]
    return {tuple(sorted((t.report, t.event.id) for t in view.told)): view.joins for view in views}


def picture_of(path: Path) -> dict[str, Any]:
    """Everything that a situation tells, but for moments and the numbers of visits."""
    with Situation.open(path) as situation:
        rows = situation.incidents()
        return {
            "views": [situation.incident(row.id) for row in rows],
            "conflicts": situation.conflicts(),
            "sources": situation.sources(),
            "actors": situation.actors(),
            "timeline": situation.timeline(),
            "reports": [(r.id, r.version, r.n_events) for r in situation.reports()],
        }
