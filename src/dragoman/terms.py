"""The controlled words of the record: every closed list of the codebook, as enumerations.

The value of each member is the word that stands in the data.
"""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """The sixteen event types of PLOVER (manual draft 0.8, 2021)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether the event happened: the codebook's five answers."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    UNCLEAR = "unclear"


class Responsibility(StrEnum):
    """How a violent event's doer is named, strongest first."""

    CLAIMED = "claimed"
    STATED = "stated"
    ACCUSED = "accused"
    SUSPECTED = "suspected"
    UNKNOWN = "unknown"
    DENIED = "denied"


class Stance(StrEnum):
    """What the source does with the content of a statement."""

    ASSERT = "assert"
    DENY = "deny"
    DOUBT = "doubt"
    PREDICT = "predict"


class Basis(StrEnum):
    """Where the publication date comes from."""

    GIVEN = "given"
    TEXT = "text"
    INFERRED = "inferred"


class ActorKind(StrEnum):
    """What sort of body or person an actor is."""

    PERSON = "person"
    GROUP = "group"
    GOVERNMENT = "government"
    MILITARY = "military"
    IGO = "igo"
    MEDIA = "media"
    PARTY = "party"
    CROWD = "crowd"
    PLACE_AS_ACTOR = "place-as-actor"
    OTHER = "other"


class JunkKind(StrEnum):
    """Why a line is not part of the report."""

    EMBED = "embed"
    MEDIA = "media"
    SHARE = "share"
    SUBSCRIBE = "subscribe"
    CAPTION = "caption"
    LINK = "link"
    NOTE = "note"
    DATELINE = "dateline"
    OTHER = "other"


class CountKind(StrEnum):
    """What befell the persons that a figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    DISPLACED = "displaced"


class Role(StrEnum):
    """The part that a stretch of words plays in an event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    TIME = "time"
    WEAPON = "weapon"
