"""FollowTheMoney entity files as actors: JSON lines of {"id", "schema", "properties"}, as OpenSanctions publishes them.

Taken are persons and organisations (https://followthemoney.tech/explorer/schemata); addresses, sanctions, ships and
what else a file holds are passed over. So are persons who are listed as relatives or associates of others alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from dragoman.errors import UsageError
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.rows import Entry
from dragoman.resolve.tables import Line
from dragoman.resolve.words import fold_name
from dragoman.terms import ActorKind

FORMS = (".json", ".jsonl", ".ijson", ".ftm")
# Schema: kind and PLOVER sectors, unless the topics tell something more exact.
_SCHEMATA: Mapping[str, tuple[ActorKind, tuple[str, ...]]] = {
    "Person": (ActorKind.PERSON, ()),
    "PublicBody": (ActorKind.GOVERNMENT, ("GOV",)),
    "Organization": (ActorKind.OTHER, ()),
    "Company": (ActorKind.OTHER, ("BUS",)),
    "LegalEntity": (ActorKind.OTHER, ()),
}
# Topics of bodies, the most telling first: kind and sectors.
_BODIES: Mapping[str, tuple[ActorKind, tuple[str, ...]]] = {
    "crime.terror": (ActorKind.GROUP, ("UAF",)),
    "crime": (ActorKind.GROUP, ("CRM",)),
    "gov.igo": (ActorKind.IGO, ("IGO",)),
    "mil": (ActorKind.MILITARY, ("MIL",)),
    "gov.security": (ActorKind.GOVERNMENT, ("COP",)),
    "gov.judicial": (ActorKind.GOVERNMENT, ("JUD",)),
    "gov.legislative": (ActorKind.GOVERNMENT, ("LEG",)),
    "gov": (ActorKind.GOVERNMENT, ("GOV",)),
    "pol.party": (ActorKind.PARTY, ("PTY",)),
    "pol.union": (ActorKind.OTHER, ("LAB",)),
    "rel": (ActorKind.OTHER, ("REL",)),
}
# Topics of persons, the most telling first: sectors.
_PERSONS: Mapping[str, tuple[str, ...]] = {
    "role.judge": ("JUD",),
    "gov.judicial": ("JUD",),
    "gov.legislative": ("LEG",),
    "mil": ("MIL",),
    "gov.security": ("COP",),
    "role.pep": ("GOV",),
    "role.diplo": ("GOV",),
    "role.spy": ("SPY",),
    "crime.terror": ("UAF",),
    "role.journo": ("JRN",),
    "role.act": ("SOC",),
    "role.lobby": ("SOC",),
    "role.oligarch": ("BUS",),
}
_PRIVATE = "role.rca"  # a relative or close associate of somebody
_COUNTRIES = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry")
_ITEM = re.compile(r"Q[1-9]\d*")
_LATIN = re.compile(r"[A-Za-z]")


class Entity(Struct, frozen=True):
    """One line of the file; `caption` is the name that its publisher shows."""

    id: str
    schema: str
    properties: dict[str, list[Any]] = field(default_factory=dict)
    caption: str | None = None

    def all_of(self, name: str) -> tuple[str, ...]:
        """The values of a property."""
        return tuple(value for value in self.properties.get(name, ()) if isinstance(value, str) and value.strip())


def read_entities(path: Path, book: Gazetteer) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """The persons and organisations of a file, each with its names in Latin letters.

    Weak aliases are left out, and of persons names of one word. An unknown country (a former state) is none. Raises
    UsageError, naming file and line, where the file cannot be read or a line is no entity.
    """
    two = {state.two.lower(): state.iso for state in book.states if state.two}
    try:
        with path.open("rb") as lines:
            for number, raw in enumerate(lines, 1):
                if raw.strip():
                    yield from _read_entity(Line(path, number, {}), raw, two)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}. Name a file that is there") from error


def _read_entity(line: Line, raw: bytes, two: Mapping[str, str]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    try:
        entity = msgspec.json.decode(raw, type=Entity)
    except msgspec.DecodeError as error:
        mend = "Give one entity a line, with id, schema and properties"
        raise line.refuse(f"no FollowTheMoney entity: {error}", mend) from error
    topics = set(entity.all_of("topics"))
    names = _list_names(entity)
    if entity.schema not in _SCHEMATA or not names or topics == {_PRIVATE}:
        return
    kind, sector = _tell_kind(entity.schema, topics)
    countries = [two[code.lower()] for name in _COUNTRIES for code in entity.all_of(name) if code.lower() in two]
    item = next((each for each in (*entity.all_of("wikidataId"), entity.id) if _ITEM.fullmatch(each)), None)
    entry = Entry(
        name=names[0],
        kind=kind,
        country=countries[0] if countries else None,
        sector=sector,
        source=f"{line.place} ({entity.id})",
        role=None,
        id=f"wikidata:{item}" if item else f"ftm:{entity.id}",
    )
    yield entry, names


def _list_names(entity: Entity) -> tuple[str, ...]:
    """The caption, the names and the aliases, each once."""
    told = (entity.caption or "", *entity.all_of("name"), *entity.all_of("alias"), *entity.all_of("abbreviation"))
    least = 2 if entity.schema == "Person" else 1
    fits = [name.strip() for name in told if _LATIN.search(name) and len(fold_name(name).split()) >= least]
    return tuple(dict.fromkeys(fits))


def _tell_kind(schema: str, topics: Collection[str]) -> tuple[ActorKind, tuple[str, ...]]:
    kind, sector = _SCHEMATA[schema]
    if kind is ActorKind.PERSON:
        return kind, next((_PERSONS[topic] for topic in _PERSONS if topic in topics), ())
    return next((_BODIES[topic] for topic in _BODIES if topic in topics), (kind, sector))
