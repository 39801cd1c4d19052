"""The labels of the heads, in the order of their outputs; the bundle's manifest must agree with them."""

from __future__ import annotations

from msgspec import Struct

from dragoman.terms import EventType, Responsibility, Role, Stance, Status

ROLES = tuple(role.value for role in Role)
ROLE_TAGS = ("O", *(f"{tag}-{role}" for role in ROLES for tag in "BI"))
MENTIONS = ("participant", "place", "time", "weapon")
MENTION_TAGS = ("O", *(f"{tag}-{name}" for name in MENTIONS for tag in "BI"))
PART_TAGS = ("O", "B-source", "I-source", "I-content", "B-medium", "I-medium")


class Labels(Struct, frozen=True, kw_only=True):
    """The closed lists that the heads choose from."""

    types: tuple[str, ...] = tuple(item.value for item in EventType)
    modes: tuple[str, ...]
    statuses: tuple[str, ...] = tuple(item.value for item in Status)
    responsibilities: tuple[str, ...] = ("none", *(item.value for item in Responsibility))
    stances: tuple[str, ...] = tuple(item.value for item in Stance)
