"""Incidents and what hangs on them: the frozen values that merge makes, store keeps and show tells."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from dragoman.records import Span
from dragoman.terms import CountKind

EventKey = tuple[str, str]  # (id of the report, id of the event in it)


class Judgement(Struct, frozen=True, kw_only=True):
    """That two events are the same incident (`same`) or are not, by whom (`by`), and why."""

    left: EventKey
    right: EventKey
    same: bool
    by: str
    why: tuple[str, ...]


class Join(Struct, frozen=True, kw_only=True):
    """One join inside an incident: the surest pair, its probability `p`, the mean over all pairs, and why."""

    left: EventKey
    right: EventKey
    p: float
    mean: float
    why: tuple[str, ...]


class Member(Struct, frozen=True, kw_only=True):
    """An event of an incident. `recalled` says why its report only recalls it; None where it is news there."""

    report: str
    event: str
    recalled: str | None = None


class Incident(Struct, frozen=True, kw_only=True):
    """What happened once, as far as the reports can be put together: its events, and the joins that hold them."""

    id: str
    members: tuple[Member, ...]
    joins: tuple[Join, ...] = ()


class Origin(Struct, frozen=True, kw_only=True):
    """One origin of an incident: its name, the events that rest on it, and why they are one. `recalled`: not news."""

    id: str
    name: str
    members: tuple[EventKey, ...]
    why: tuple[str, ...]
    recalled: bool


class Side(Struct, frozen=True, kw_only=True):
    """What one report says: its event, the value, the words that say so, and the statements behind them."""

    report: str
    event: str
    value: str
    words: Span
    said_by: tuple[str, ...]


class Conflict(Struct, frozen=True, kw_only=True):
    """Two reports of one incident that cannot both be right in `field`, and why."""

    incident: str
    field: str
    left: Side
    right: Side
    why: str


class FigureRule(StrEnum):
    """How the incident's figure is chosen among those that reports give."""

    MOST_ORIGINS = "most-origins"
    LATEST = "latest"
    LOWEST = "lowest"
    HIGHEST = "highest"
    MEDIAN = "median"
    OFFICIAL = "official"


class ToldFigure(Struct, frozen=True, kw_only=True):
    """A figure that one report gives of an incident, with its words and what the rules go by."""

    kind: CountKind
    low: int | None
    high: int | None
    report: str
    event: str
    words: Span
    origin: str
    published: str | None
    recalled: bool
    official: bool
    part: bool


class Figure(Struct, frozen=True, kw_only=True):
    """The incident's figure under a rule: the range, why this one, and the events (report, event) that give it."""

    kind: CountKind
    low: int | None
    high: int | None
    rule: FigureRule
    why: str
    by: tuple[EventKey, ...]
