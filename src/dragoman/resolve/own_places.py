"""Users' own places, which go before ours: CSV and YAML tables with a point for each name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.own_actors import read_country
from dragoman.resolve.places_index import Kind, PlaceIndex, Row, fold_place
from dragoman.resolve.tables import Line, read_table

COLUMNS = ("name", "aliases", "lat", "lon", "country", "admin1", "precision")
# What sort of place a row is taken for, by its precision: words beside a name ("province") are held against it.
_KINDS = {1: Kind.SITE, 2: Kind.SITE, 3: Kind.COUNTY, 4: Kind.DIVISION, 5: Kind.REGION, 6: Kind.REGION, 7: Kind.SEA}


def add_places(index: PlaceIndex, book: Gazetteer, paths: Sequence[Path]) -> PlaceIndex:
    """The index with the places of users' tables.

    Raises UsageError, naming file and line and what mends it, where a table is not in order or holds no place.
    """
    rows: list[tuple[Row, tuple[str, ...]]] = []
    for path in paths:
        found = list(_read_places(path, index, book, len(index) + len(rows)))
        if not found:
            raise UsageError(f"{path} holds no place. Leave it out, or see docs/places.md for the form")
        rows += found
    return index.add_rows(rows) if rows else index


def _read_places(path: Path, index: PlaceIndex, book: Gazetteer, first: int) -> Iterator[tuple[Row, tuple[str, ...]]]:
    lines = read_table(path, COLUMNS, ("aliases",), ("name", "lat", "lon"))
    for number, line in enumerate(lines, first):
        names = (line.need("name"), *line.cells.get("aliases", ()))
        for name in names:
            if not fold_place(name):
                raise line.refuse(f"{name!r} has no letter", "Write a name, or take it out")
        country, admin1, precision = read_country(line, book), line.one("admin1"), _read_precision(line)
        division = _find_division(admin1, country, index) if admin1 and country else None
        yield (
            Row(
                row=number,
                name=names[0],
                kind=_KINDS[precision],
                lat=line.number_in("lat", -90, 90),
                lon=line.number_in("lon", -180, 180),
                country=country,
                division=division.row if division else None,
                population=0,
                number=None,
                admin1=admin1,
                precision=precision,
                source=line.place,
            ),
            names,
        )


def _read_precision(line: Line) -> int:
    value = line.one("precision")
    if value is not None and value not in map(str, _KINDS):
        raise line.refuse(f"'precision' is {value!r}", "Write 1 (the place itself) to 7 (docs/places.md)")
    return int(value or 1)


def _find_division(name: str, country: str, index: PlaceIndex) -> Row | None:
    """The first-level division of the index that has this name in the country, or None."""
    found = (row for row, _ in index.find_key(fold_place(name)) if row.kind is Kind.DIVISION)
    return next((row for row in found if row.country == country), None)
