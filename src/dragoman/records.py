"""The record: the frozen values that travel between the stages, and nothing else.

All offsets count Unicode code points of the report's `text` exactly as it was given; `start` is the first
character, `end` is one past the last. A span repeats its words, so that whatever points at a text can be
read without it. Words of the types are those of the codebook (`docs/codebook.md`).

The values are msgspec structs: `codec.to_json` and `codec.from_json` move them to JSON and back, and the
published JSON Schema (`schemas/record.schema.json`) is generated from them.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct, field

from dragoman.codec import from_json, to_json
from dragoman.terms import ActorKind, Basis, CountKind, EventType, JunkKind, Responsibility, Role, Stance, Status

Offset = Annotated[int, Meta(ge=0, description="Characters (Unicode code points) from the start of `text`.")]


class Span(Struct, frozen=True, order=True):
    """A stretch of the report's text: [start, end) in code points, with its words."""

    start: Offset
    end: Offset
    text: str


class Junk(Struct, frozen=True, kw_only=True):
    """A line (or part of one) that is not the report, and which kind of junk it is."""

    start: Offset
    end: Offset
    text: str
    kind: JunkKind


class Sentence(Struct, frozen=True, array_like=True):
    """One sentence of the body or one heading, as [start, end, paragraph, heading]; paragraphs count from 0."""

    start: Offset
    end: Offset
    paragraph: int
    heading: bool


class Count(Struct, frozen=True, array_like=True):
    """A number of persons as the text tells it: [low, high]; None where the text leaves an end open."""

    low: int | None
    high: int | None


class Statement(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody's words inside the report. `via` is the id of the statement that relays this one."""

    id: str
    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    medium: Span | None
    stance: Stance
    via: str | None
    score: float | None = None


class CountWords(Struct, frozen=True, kw_only=True):
    """The words that a figure was read from."""

    kind: CountKind
    start: Offset
    end: Offset
    text: str


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What this one report tells of one occurrence. It never changes; its id is a hash of its content."""

    id: str
    type: EventType
    modes: tuple[str, ...]
    triggers: tuple[Span, ...]
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]
    place: tuple[Span, ...]
    time: tuple[Span, ...]
    weapon: tuple[Span, ...]
    date: str | None
    status: Status
    responsibility: Responsibility | None
    said_by: tuple[str, ...]
    killed: Count | None = None
    injured: Count | None = None
    abducted: Count | None = None
    arrested: Count | None = None
    displaced: Count | None = None
    count_words: tuple[CountWords, ...] = ()
    date_why: str | None = None
    score: float | None = None


class Actor(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone who takes part or is a source: the best-known name, and every spelling of this report in `as`.

    `id` is that of another authority: "wikidata:Q7184", or the entity's own of a FollowTheMoney file ("ftm:...").
    """

    name: str
    kind: ActorKind
    country: str | None
    sector: tuple[str, ...]
    spellings: tuple[str, ...] = field(name="as")
    why: str | None = None
    id: str | None = None


class Place(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place where an event happened: its name, its country (ISO 3166-1 alpha-3) and every spelling in `as`.

    `lat` and `lon` (degrees, WGS 84) are a point that stands for it, `precision` how exactly (1 to 7, as UCDP's
    where_prec), `admin1` the name of its first-level division, `id` its GeoNames id or code; None where not known.
    """

    name: str
    country: str | None
    spellings: tuple[str, ...] = field(name="as")
    why: str | None = None
    id: str | None = None
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None = None
    admin1: str | None = None
    precision: Annotated[int, Meta(ge=1, le=7, description="1 exact to 7 international waters or air.")] | None = None
    spans: tuple[Span, ...] = ()


class Report(Struct, frozen=True, kw_only=True):
    """A report as read: the text as given, what is known about it, and its layout. Nothing is cut from it."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: Basis | None = None
    published_why: str | None = None
    url: str | None = None
    language: str | None = None
    sentences: tuple[Sentence, ...] = ()
    junk: tuple[Junk, ...] = ()


class RoleMark(Struct, frozen=True, kw_only=True):
    """Words that play a role for one trigger, with the marker's score (0 to 1, not calibrated)."""

    role: Role
    span: Span
    score: float


class TriggerMark(Struct, frozen=True, kw_only=True):
    """One mention of an event. Triggers with the same `event` number tell of the same event."""

    span: Span
    type: EventType
    modes: tuple[str, ...]
    status: Status
    responsibility: Responsibility | None
    roles: tuple[RoleMark, ...]
    event: int
    score: float


class CueMark(Struct, frozen=True, kw_only=True):
    """One attribution: the cue, whose words they are, what is said, and through what it came."""

    span: Span
    source: Span | None
    content: tuple[Span, ...]
    medium: Span | None
    stance: Stance
    score: float


class Marks(Struct, frozen=True, kw_only=True):
    """What the marker saw in a report, in text order; `junk` beyond what was set aside before, `made_by` the model."""

    triggers: tuple[TriggerMark, ...]
    cues: tuple[CueMark, ...]
    junk: tuple[Span, ...]
    made_by: str


class Failure(Struct, frozen=True, kw_only=True):
    """A report or file that could not be coded: where, at which stage, why, and what mends it."""

    source: str
    stage: str
    error: str
    place: str | None
    mend: str


class Record(Report, frozen=True, kw_only=True):
    """A report with everything that was read in it: the unit of dragoman's output.

    `conflicts` are pairs of statement ids that cannot both be true; `conflict_reasons` says why, pair by pair.
    """

    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    conflicts: tuple[tuple[str, str], ...]
    conflict_reasons: tuple[str, ...]
    made_by: str

    def to_json(self) -> str:
        """The record as one line of JSON in the codebook's form."""
        return to_json(self)

    @classmethod
    def from_json(cls, line: str | bytes) -> Record:
        """The record that a line of JSON holds; raises InputError where it does not fit."""
        return from_json(cls, line)
