"""What a situation answers with: rows and views, frozen, ready to be shown or written to a table.

Dates are ISO (a day, a month or a year); offsets are code points of the report's text, ends exclusive.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from dragoman.incidents import Conflict, EventKey, Figure, Join, Origin
from dragoman.records import Event, Failure, Span
from dragoman.terms import ActorKind, EventType, Status


class Period(StrEnum):
    """The steps of a timeline; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class IncidentFilter(Struct, frozen=True, kw_only=True):
    """Which incidents are asked for; what is None asks nothing.

    `actor`, `place`, `outlet`, `country` and `admin1` match names without regard to case, the first three also parts
    of them; `since` and `until` bound the incident's days (those without a day by the first publication), both
    included; `text` are words that a report of the incident has, "in quotes" as a phrase; `conflict` True: with one.
    """

    actor: str | None = None
    type: EventType | None = None
    mode: str | None = None
    place: str | None = None
    country: str | None = None
    admin1: str | None = None
    outlet: str | None = None
    status: Status | None = None
    since: str | None = None
    until: str | None = None
    min_origins: int | None = None
    text: str | None = None
    conflict: bool | None = None
    limit: int | None = None
    offset: int = 0


class IncidentRow(Struct, frozen=True, kw_only=True):
    """An incident in one row. Names are the best known; what no report tells is None or ().

    `date_from` and `date_to` are days, `precision` that of the point (UCDP, 1 to 7), `headline` the sentence of the
    report that tells most, in its words. `recalled`: every report only recalls it. `n_origins` counts what is news.
    """

    id: str
    type: EventType
    modes: tuple[str, ...]
    date_from: str | None
    date_to: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    status: Status
    recalled: bool
    killed: Figure | None
    injured: Figure | None
    abducted: Figure | None
    arrested: Figure | None
    displaced: Figure | None
    n_reports: int
    n_events: int
    n_origins: int
    n_conflicts: int
    first_published: str | None
    last_published: str | None
    headline: str


class Told(Struct, frozen=True, kw_only=True):
    """What one report tells of an incident: the event, its sentence, and who says so (`chain`, innermost first).

    `recalled` says why the report only recalls it (None: it is news there); `origin` is the id of its origin.
    """

    report: str
    version: int
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    event: Event
    sentence: Span
    chain: tuple[str, ...]
    recalled: str | None
    origin: str | None


class Ruling(Struct, frozen=True, kw_only=True):
    """An entry of the log of judgements: what a person held to be one incident, or not. Nothing in it is ever erased.

    `pairs` are the pairs of events that it speaks of; `at` and `withdrawn_at` are moments (ISO, UTC).
    """

    id: str
    same: bool
    pairs: tuple[tuple[EventKey, EventKey], ...]
    by: str
    why: str
    at: str
    withdrawn_at: str | None = None
    withdrawn_why: str | None = None


class Edit(Struct, frozen=True, kw_only=True):
    """An entry of the log of corrections: the field of an event that a person put right. The event itself stays."""

    id: str
    report: str
    event: str
    field: str
    was: str | None
    value: str | None
    by: str
    why: str
    at: str
    withdrawn_at: str | None = None
    withdrawn_why: str | None = None


class IncidentView(Struct, frozen=True, kw_only=True):
    """Everything known of one incident, and who says what. `told` stands in the order of publication."""

    row: IncidentRow
    told: tuple[Told, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    joins: tuple[Join, ...]
    judgements: tuple[Ruling, ...]
    edits: tuple[Edit, ...] = ()


class SourceRow(Struct, frozen=True, kw_only=True):
    """An outlet or an informant: how often it tells of incidents, first, alone, and against others.

    `n_first` counts incidents of two reports or more that it told on the first day, `n_alone` those that nobody else
    tells, `n_contradicted` those in which another one says otherwise. What is only recalled counts nothing.
    """

    name: str
    kind: str
    n_reports: int
    n_incidents: int
    n_first: int
    n_alone: int
    n_contradicted: int
    first_on: str | None
    last_on: str | None


class ActorRow(Struct, frozen=True, kw_only=True):
    """Someone who takes part: in how many incidents and events, as doer, as the one it was done to, claimed, denied."""

    name: str
    kind: ActorKind
    country: str | None
    n_incidents: int
    n_events: int
    n_as_actor: int
    n_as_recipient: int
    n_claimed: int
    n_denied: int
    first_on: str | None
    last_on: str | None


class TimelineRow(Struct, frozen=True, kw_only=True):
    """The incidents of one type that began in one period (named by its first day), with the sum of their dead."""

    period: str
    type: EventType
    n_incidents: int
    killed_low: int
    killed_high: int


class ReportRow(Struct, frozen=True, kw_only=True):
    """A report of the situation: its newest version and how many versions it has. `added_at` is a moment (UTC)."""

    id: str
    version: int
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    made_by: str
    added_at: str
    n_events: int


class Change(Struct, frozen=True, kw_only=True):
    """What coding again changed: the report, the event ("" for the report as a whole), and what in words."""

    report: str
    event: str
    what: str


class Recoded(Struct, frozen=True, kw_only=True):
    """What `recode` did: reports looked at, those whose events changed, every change, and rulings left without events.

    `lost` are the ids of rulings of which an event is not there any more.
    """

    reports: int
    changed: int
    changes: tuple[Change, ...]
    lost: tuple[str, ...]


class AddTally(Struct, frozen=True, kw_only=True):
    """What an `add` has met. `reports` counts all inputs, also those `unchanged`, `corrected` and `failed`."""

    reports: int = 0
    unchanged: int = 0
    corrected: int = 0
    incidents_new: int = 0
    events_joined: int = 0
    conflicts_new: int = 0
    failed: tuple[Failure, ...] = ()

    @property
    def failures(self) -> int:
        """How many could not be read."""
        return len(self.failed)

    def tell(self) -> str:
        """`312 reports: 41 new incidents, 96 events joined to known ones, 3 new conflicts, 2 failures`."""
        parts = [
            _count(self.incidents_new, "new incident"),
            f"{_count(self.events_joined, 'event')} joined to known ones",
            _count(self.conflicts_new, "new conflict"),
        ]
        parts += [f"{self.corrected:,} corrected"] if self.corrected else []
        parts += [f"{self.unchanged:,} known already"] if self.unchanged else []
        return f"{_count(self.reports, 'report')}: {', '.join([*parts, _count(self.failures, 'failure')])}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
