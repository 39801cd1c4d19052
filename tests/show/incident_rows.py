"""Rows of incidents made by hand: a bombing in Torvik unless told otherwise."""

from __future__ import annotations

from typing import Any

from dragoman.incidents import Figure, FigureRule
from dragoman.terms import ActorKind, CountKind, EventType, Status
from dragoman.views import ActorRow, IncidentRow


def row(**fields: Any) -> IncidentRow:
    """An incident; what is not given is as of one report."""
    told: dict[str, Any] = {
        "id": "i0123456789ab",
        "type": EventType.ASSAULT,
        "modes": ("explosives",),
        "date_from": "2016-04-12",
        "date_to": fields.get("date_from", "2016-04-12"),
        "actors": ("Red Front",),
        "recipients": (),
        "place": "Torvik",
        "country": "NOR",
        "admin1": None,
        "lat": 62.5,
        "lon": 7.2,
        "precision": 1,
        "status": "actual",
        "recalled": False,
        **{kind.value: None for kind in CountKind},
        "n_reports": 1,
        "n_events": 1,
        "n_origins": 1,
        "n_conflicts": 0,
        "first_published": "2016-04-13",
        "last_published": "2016-04-13",
        "headline": "The Red Front bombed the old mill in Torvik.",
        **fields,
    }
    return IncidentRow(**{**told, "status": Status(told["status"])})


def figure(kind: str, low: int | None, high: int | None) -> Figure:
    """A figure that the only report gives."""
    rule = FigureRule.MOST_ORIGINS
    return Figure(kind=CountKind(kind), low=low, high=high, rule=rule, why="the only origin gives it", by=())


def actor_row(name: str) -> ActorRow:
    """Someone who is known by name."""
    counts = {key: 1 for key in ("n_incidents", "n_events", "n_as_actor", "n_as_recipient")}
    return ActorRow(
        name=name,
        kind=ActorKind.GROUP,
        country=None,
        n_claimed=0,
        n_denied=0,
        first_on=None,
        last_on=None,
        **counts,
    )
