"""Which place a name means: candidates of the index, scored by what they are and by the rest of the report.

Two rounds. The first scores each candidate alone; the second adds how well it goes with what the other names of
the report may mean (country, first-level division, nearness), each weighed by its chance in the first round.
The weights are fitted by `bench/geo_fit.py` on half of the development corpora (docs/places.md).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.places_index import Kind, Naming, PlaceIndex, Row, fold_place
from dragoman.resolve.places_words import list_forms, list_pieces
from dragoman.resolve.words import has_case, read_words

MOST = 40  # candidates of a name that are weighed; the rest are the smallest
NEAR_KM = 150
LARGE = 300_000  # inhabitants of a town that needs no neighbours to be thought of
PIECE = 15_000  # inhabitants below which a town named by a piece of the words needs a sign
SIGNS = 0.5
MINOR = 1.0  # what a brook, hill or building counts as that only a dump of GeoNames has, in powers of ten
OWN = 50.0  # what a place of a user's table is ahead of all others; the fitted scores lie within about 25
CHIEF = 0.4  # share of a division's inhabitants; Kabul is the city, Quebec and Idlib the province
_CELL = 1.5  # degrees; a place is near what lies in its cell and the eight about it
# What a kind without inhabitants counts as, in powers of ten: a sea is meant more often than a village.
_SIZE = {Kind.CONTINENT: 9.0, Kind.REGION: 6.5, Kind.ISLAND: 5.5, Kind.SEA: 6.5, Kind.LAKE: 5.5, Kind.RIVER: 5.5,
         Kind.MOUNTAIN: 5.5, Kind.SITE: 5.5}  # fmt: skip
_SPOTS = frozenset({Kind.TOWN, Kind.CAPITAL, Kind.COUNTY})
ALONE = ("size", "large", "country", "division", "county", "capital", "feature", "other", "bare", "people", "sort",
         "not_sort", "inside", "outside", "home")  # fmt: skip
TOGETHER = ("with_country", "with_division", "with_near", "against_country")
WEIGHTS: dict[str, float] = {
    "size": 1.13,
    "large": 0.76,
    "country": 0.75,
    "division": 0.48,
    "county": -0.76,
    "capital": -0.22,
    "feature": 0.26,
    "other": -2.15,
    "bare": -4.12,
    "people": 0.04,
    "sort": 2.91,
    "not_sort": -1.91,
    "inside": 5.53,
    "outside": -3.53,
    "home": 1.61,
    "with_country": 0.98,
    "with_division": 2.01,
    "with_near": 1.28,
    "against_country": -1.81,
}


class Candidate:
    """A place that a name may mean: how the name belongs to it, whether the words tell its sort, and its features."""

    __slots__ = ("chance", "features", "naming", "row", "score", "whole")

    def __init__(self, row: Row, naming: Naming, sort: int, whole: bool) -> None:
        """`sort` is 1 where words of the name tell its kind, -1 where they tell another; `whole` unless a piece."""
        self.row, self.naming, self.whole = row, naming, whole
        self.score = self.chance = 0.0
        kind = row.kind
        unknown = MINOR if row.minor and kind in _SIZE else _SIZE.get(kind, 2.0)
        size = math.log10(row.population + 1) if row.population else unknown
        self.features: dict[str, float] = {
            "size": size, "large": row.population >= LARGE and kind in _SPOTS,
            "country": kind is Kind.COUNTRY, "division": kind is Kind.DIVISION,
            "county": kind is Kind.COUNTY, "capital": kind is Kind.CAPITAL, "feature": kind in _SIZE,
            "other": naming is Naming.OTHER, "bare": naming is Naming.BARE, "people": naming is Naming.PEOPLE,
            "sort": sort > 0, "not_sort": sort < 0,
        }  # fmt: skip


@dataclass
class Name:
    """All mentions of one name in a report, with what it may mean. `told` are places named right behind it."""

    key: str
    surface: str
    count: int = 1
    told: list[Row] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def best(self) -> Candidate | None:
        """The candidate with the highest score, of equals the first; None where there are none or none is likely.

        A small town whose name is a piece of the words ("Venice" of the Venice Commission, "Metro") needs some other
        name of the report near it or in its division.
        """
        found = max(self.candidates, key=lambda each: each.score, default=None)
        if found and not found.whole and found.row.kind is Kind.TOWN and found.row.population < PIECE:
            return found if found.features["with_near"] + found.features["with_division"] > SIGNS else None
        ours = found is not None and found.row.kind is Kind.DIVISION and found.row.source is None
        return self._prefer_town(found) if found and ours else found

    def _prefer_town(self, division: Candidate) -> Candidate:
        """The chief town of a division of the same name, where most people of the division live in it."""
        if division.features["sort"]:
            return division
        for each in self.candidates:
            inside = each.row.division == division.row.row and each.row.kind in (Kind.TOWN, Kind.CAPITAL)
            if inside and each.naming is Naming.MAIN and each.row.population >= CHIEF * division.row.population:
                return each
        return division


def list_candidates(words: str, index: PlaceIndex, book: Gazetteer) -> list[Candidate]:
    """What words may mean: places of just that name; else of the name without its sort; else of a piece of it."""
    plain, *bare = list_forms(words)
    found = _collect([(plain, True)], index, book)
    if not any(each.naming is not Naming.BARE for each in found.values()):
        for each in _collect([(form, True) for form in bare], index, book).values():
            if each.row.row not in found or each.features["sort"]:
                found[each.row.row] = each
    if not found:
        for piece in list_pieces(words, index.words["pieces"]):
            found = _collect([((piece, frozenset()), False)], index, book)
            if found:
                break
    return sorted(found.values(), key=lambda each: (each.row.source is None, -each.features["size"]))[:MOST]


def _collect(
    forms: Iterable[tuple[tuple[str, frozenset[Kind]], bool]], index: PlaceIndex, book: Gazetteer
) -> dict[int, Candidate]:
    """The candidates of some forms of a name by row; of a piece no part of a name counts."""
    found: dict[int, Candidate] = {}
    for (form, sorts), whole in forms:
        for row, naming in _look_up(form, index, book):
            sort = 0 if not sorts else 1 if row.kind in sorts else -1
            if whole or naming is not Naming.BARE:
                found.setdefault(row.row, Candidate(row, naming, sort, whole))
    return found


def _look_up(words: str, index: PlaceIndex, book: Gazetteer) -> Iterator[tuple[Row, Naming]]:
    """The places of the index by these very words, those of abbreviations and of country words with them."""
    told = book.find_country(read_words(words), has_case(words))
    if told and told.what in {"name", "also", "people"}:
        for row, _ in index.find_key(f"=iso {told.iso}"):
            yield row, Naming.PEOPLE if told.what == "people" else Naming.MAIN
    yield from ((row, naming) for row, naming in index.find_key(f"={words}") if naming is Naming.SHORT)
    key = fold_place(words)
    if key:
        yield from ((row, naming) for row, naming in index.find_key(key) if naming is not Naming.SHORT)


def weigh_names(names: Sequence[Name], home: Iterable[str]) -> None:
    """Score the candidates of all names of a report in place; `home` are countries that the outlet is at home in."""
    at_home = frozenset(home)
    for name in names:
        for each in name.candidates:
            each.features["inside"] = any(contains(told, each.row) for told in name.told)
            each.features["outside"] = bool(name.told) and not each.features["inside"]
            each.features["home"] = each.row.country in at_home
            each.score = _dot(each.features, ALONE) + OWN * (each.row.source is not None)
        _spread_chances(name)
    for _ in range(2):
        evidence = _Evidence(names)
        for number, name in enumerate(names):
            for each in name.candidates:
                evidence.add_features(number, each)
                alone = _dot(each.features, ALONE) + OWN * (each.row.source is not None)
                each.score = alone + _dot(each.features, TOGETHER)
        for name in names:
            _spread_chances(name)


def _dot(features: Mapping[str, float], which: Sequence[str]) -> float:
    return sum(WEIGHTS[name] * features.get(name, 0.0) for name in which)


def _spread_chances(name: Name) -> None:
    """The chances of the candidates from their scores (softmax)."""
    top = max((each.score for each in name.candidates), default=0.0)
    total = sum(math.exp(each.score - top) for each in name.candidates)
    for each in name.candidates:
        each.chance = math.exp(each.score - top) / total


def contains(outer: Row, inner: Row) -> bool:
    """Whether a place lies in a country or division, or near a county or town."""
    if outer.row == inner.row:
        return False
    if outer.kind is Kind.COUNTRY:
        return inner.country == outer.country and inner.kind is not Kind.COUNTRY
    if outer.kind is Kind.DIVISION:
        return inner.division == outer.row
    if outer.kind is Kind.COUNTY:
        return inner.division == outer.division and measure_km(outer, inner) < NEAR_KM
    return False


def measure_km(one: Row, other: Row) -> float:
    """The great-circle distance of two places in km (haversine; a sphere of 6,371 km)."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    turn = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(turn)))


class _Share:
    """Chances added up over the names of a report, from which a name can take its own away."""

    __slots__ = ("own", "total")

    def __init__(self) -> None:
        self.total = 0.0
        self.own: defaultdict[int, float] = defaultdict(float)

    def add(self, name: int, share: float) -> None:
        """Add the share of a name."""
        self.total += share
        self.own[name] += share

    def others(self, name: int) -> float:
        """What all names but this one add up to."""
        return max(0.0, self.total - self.own.get(name, 0.0))


class _Evidence:
    """What the names of a report may mean, added up by country, division and cell of the map."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.all = _Share()
        self.country: defaultdict[str | None, _Share] = defaultdict(_Share)
        self.division: defaultdict[int | None, _Share] = defaultdict(_Share)
        self.cell: defaultdict[tuple[int, int], _Share] = defaultdict(_Share)
        for number, name in enumerate(names):
            weight = 1 + math.log(name.count)
            for each in name.candidates:
                share, row = weight * each.chance, each.row
                if row.country:
                    self.country[row.country].add(number, share)
                    self.all.add(number, share)
                division = row.row if row.kind is Kind.DIVISION else row.division
                if division is not None:
                    self.division[division].add(number, share)
                if row.kind in _SPOTS:
                    self.cell[_cell_of(row)].add(number, share)

    def add_features(self, number: int, each: Candidate) -> None:
        """The features of a candidate that the other names give."""
        row, nobody = each.row, _Share()
        others = self.all.others(number)
        same = self.country.get(row.country, nobody).others(number)
        each.features["with_country"] = math.log1p(same)
        each.features["against_country"] = (1 - same / others) if others and row.country else 0.0
        division = row.row if row.kind is Kind.DIVISION else row.division
        each.features["with_division"] = math.log1p(self.division.get(division, nobody).others(number))
        near = 0.0
        if row.kind in _SPOTS:
            lat, lon = _cell_of(row)
            for cell in ((lat + i, lon + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
                near += self.cell.get(cell, nobody).others(number)
        each.features["with_near"] = math.log1p(near)


def _cell_of(row: Row) -> tuple[int, int]:
    return math.floor(row.lat / _CELL), math.floor(row.lon / _CELL)
