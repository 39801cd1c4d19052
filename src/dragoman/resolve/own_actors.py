"""Users' own actors, which go before ours: CSV and YAML tables, and FollowTheMoney entity files.

Only public figures and organisations are to be listed: whoever is in a table gets an identity in every record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from dragoman.assets import open_codebook
from dragoman.errors import UsageError
from dragoman.grammar.periods import first_day, last_day
from dragoman.resolve.entities import FORMS, read_entities
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.rows import Entry
from dragoman.resolve.tables import Line, read_table
from dragoman.resolve.words import fold_name
from dragoman.terms import ActorKind

COLUMNS = ("name", "aliases", "kind", "country", "sector", "from", "until", "wikidata")
_MANY = ("aliases", "sector")
_ITEM = re.compile(r"Q[1-9]\d*")
Row = tuple[Entry, tuple[str, ...]]


def add_actors(book: Gazetteer, paths: Sequence[Path]) -> Gazetteer:
    """The gazetteer with the actors of users' tables, the first table's before the next one's.

    Raises UsageError, naming file and line and what mends it, where a table is not in order or holds no actor.
    """
    for rank, path in enumerate(reversed(paths), 1):
        found = read_entities(path, book) if path.suffix.lower() in FORMS else _read_actors(path, book)
        rows = [(replace(entry, own=rank), names) for entry, names in found]
        if not rows:
            raise UsageError(f"{path} holds no actor. Leave it out, or see docs/actors.md for the forms")
        book = book.add_rows(rows)
    return book


def _read_actors(path: Path, book: Gazetteer) -> Iterator[Row]:
    for line in read_table(path, COLUMNS, _MANY, ("name", "kind")):
        names = (line.need("name"), *line.cells.get("aliases", ()))
        for name in names:
            if not fold_name(name):
                raise line.refuse(f"{name!r} has no letter", "Write a name, or take it out")
        since, until = line.date("from"), line.date("until")
        if since and until and first_day(since) > last_day(until):
            raise line.refuse(f"'from' is {since}, after 'until', {until}", "Change the two")
        item = line.one("wikidata")
        if item and not _ITEM.fullmatch(item):
            raise line.refuse(f"'wikidata' is {item!r}, which is no item", "Write a Q and a number, such as Q7184")
        entry = Entry(
            name=names[0],
            kind=_read_kind(line),
            country=read_country(line, book),
            sector=_read_sectors(line),
            source=line.place,
            role=None,
            id=item and f"wikidata:{item}",
            since=since,
            until=until,
        )
        yield entry, names


def _read_kind(line: Line) -> ActorKind:
    value = line.need("kind").lower()
    if value not in tuple(ActorKind):
        raise line.refuse(f"no kind {value!r} is known", f"Kinds are {', '.join(ActorKind)}")
    return ActorKind(value)


def _read_sectors(line: Line) -> tuple[str, ...]:
    codes = tuple(code.upper() for code in line.cells.get("sector", ()))
    known = open_codebook().sectors
    for code in codes:
        if code not in known:
            raise line.refuse(f"no sector {code!r} is known", f"Sectors are {', '.join(known)}")
    return codes


def read_country(line: Line, book: Gazetteer) -> str | None:
    """The alpha-3 code in the column `country`, or None. Raises UsageError, with the code that may be meant."""
    value = line.one("country")
    if value is None or value in book.state_of:
        return value
    told = book.countries.get(fold_name(value))
    meant = next((state.iso for state in book.states if state.two == value.upper()), told.iso if told else None)
    mend = f"Write {meant}" if meant else "Write three capitals, such as KEN, or leave it empty"
    raise line.refuse(f"'country' is {value!r}, which is no ISO 3166-1 alpha-3 code", mend)
