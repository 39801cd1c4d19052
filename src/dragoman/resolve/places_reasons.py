"""How exactly a point stands for a place, and in words why it was chosen."""

from __future__ import annotations

from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.places_index import Kind, Naming, PlaceIndex, Row
from dragoman.resolve.places_rank import WEIGHTS, Candidate, Name
from dragoman.resolve.places_words import Reading

# UCDP GED's where_prec (codebook 19.1): 1 the place itself, 2 near it, 3 a district, 4 a province, 5 a line or an area
# without clear bounds, 6 the country, 7 international waters or air.
PRECISION = {
    Kind.TOWN: 1,
    Kind.CAPITAL: 1,
    Kind.SITE: 1,
    Kind.COUNTY: 3,
    Kind.DIVISION: 4,
    Kind.REGION: 5,
    Kind.ISLAND: 5,
    Kind.LAKE: 5,
    Kind.RIVER: 5,
    Kind.MOUNTAIN: 5,
    Kind.COUNTRY: 6,
    Kind.CONTINENT: 6,
    Kind.SEA: 7,
}
_SORT = {
    Kind.CONTINENT: "a part of the world",
    Kind.COUNTRY: "a country, shown by a point in its middle",
    Kind.DIVISION: "a first-level division, shown by a point in its middle",
    Kind.COUNTY: "a second-level division, shown by the middle of its towns",
    Kind.TOWN: "a town",
    Kind.CAPITAL: "a capital",
    Kind.REGION: "a region, shown by a point in its middle",
    Kind.ISLAND: "an island or group of islands",
    Kind.SEA: "a sea, shown by a point in its middle",
    Kind.LAKE: "a lake",
    Kind.RIVER: "a river, shown by a point on it",
    Kind.MOUNTAIN: "mountains, a desert or a park, shown by one point",
    Kind.SITE: "a site",
}
_SIGNS = {
    "size": "it is the largest or best known",
    "sort": "the words tell its sort",
    "inside": "the words beside it tell where it lies",
    "home": "the publisher is at home in that country",
    "with_country": "the report names other places of that country",
    "against_country": "the report names other places of that country",
    "with_division": "the report names other places of that division",
    "with_near": "the report names other places near it",
    "other": "this is its own name, not a by-name",
}


def tell_precision(best: Candidate, reading: Reading) -> int:
    """The precision code of a place that words of this reading name."""
    code = best.row.precision or PRECISION[best.row.kind]
    if reading.line:
        return max(code, 5)
    district = Kind.COUNTY in reading.sorts and Kind.REGION not in reading.sorts
    if code == 1 and district and best.row.kind not in reading.sorts:
        return PRECISION[Kind.COUNTY]
    beside = bool(reading.sorts) and not reading.sorts & {Kind.TOWN, best.row.kind}
    if code == 1 and (reading.near or not best.whole or beside):
        return 2
    if reading.part and best.row.kind is Kind.COUNTRY:
        return 5
    return code


def tell_why(name: Name, best: Candidate, reading: Reading, index: PlaceIndex, book: Gazetteer) -> str:
    """Why the words are this place: what it is, and what spoke for it among places of the same name."""
    row = best.row
    told = f"“{name.surface}” is {describe(row, index, book)}"
    if best.naming is Naming.PEOPLE:
        told = f"“{name.surface}” is a word for the people of {describe(row, index, book)}"
    elif not best.whole:
        told = f"a piece of “{name.surface}” is {describe(row, index, book)}"
    if row.source:
        return f"{told}{_tell_words(reading, row)}"
    rivals = sorted((each for each in name.candidates if each is not best), key=lambda each: -each.score)
    if rivals:
        told += f"; of {len(name.candidates)} places of that name this one because {_tell_sign(best, rivals[0])}"
    return f"{told}{_tell_words(reading, row)}"


def _tell_words(reading: Reading, row: Row) -> str:
    """What the words about the name say of the point."""
    if reading.line:
        return f"; the word “{reading.line}” means a line near it"
    if reading.near:
        return f"; “{reading.near}” means somewhere about it"
    if reading.sorts and not reading.sorts & {Kind.TOWN, row.kind}:
        return "; the words mean something named after it, the point is that of the place"
    return f"; the word “{reading.part}” means a part of it, the point is that of the whole" if reading.part else ""


def describe(row: Row, index: PlaceIndex, book: Gazetteer) -> str:
    """A place in words: name, sort, division, country."""
    parts = [row.name, f"a place of your table {row.source}" if row.source else _SORT[row.kind]]
    if row.division is not None:
        parts.append(f"in {index.read_row(row.division).name}")
    elif row.admin1:
        parts.append(f"in {row.admin1}")
    state = book.state_of.get(row.country or "")
    if state and row.kind is not Kind.COUNTRY:
        parts.append(state.name)
    return ", ".join(parts)


def _tell_sign(best: Candidate, rival: Candidate) -> str:
    """The sign that put the best candidate before the next one."""
    gains = {sign: WEIGHTS[sign] * (best.features.get(sign, 0.0) - rival.features.get(sign, 0.0)) for sign in _SIGNS}
    gains["against_country"] += gains["with_country"]
    sign = max(gains, key=lambda each: gains[each])
    return _SIGNS[sign] if gains[sign] > 0 else "its sort of place is meant most often"
