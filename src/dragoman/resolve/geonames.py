"""All of GeoNames into an index of places: the user's dump (allCountries.zip or .txt, or that of one country).

The form of a dump is told by GeoNames (https://download.geonames.org/export/dump/readme.txt): a line a place, 19
columns parted by tabs. Everything that our own index holds stays as it is, so that a place has the same point with and
without the dump; what it lacks is added, and divisions and counties get their GeoNames ids. Roads and railways,
undersea forms and historical places are left out.
"""

from __future__ import annotations

import io
import zipfile
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np

from dragoman.errors import UsageError
from dragoman.resolve.places_file import Column, pack_names, unpack_names, write_index
from dragoman.resolve.places_index import DEGREE, FLAG_SHIFT, FORMAT, Kind, Naming, PlaceIndex, fold_place, hash_key

COLUMNS = 19
SHORTEST = 3  # letters of another name; shorter ones are codes
STEP = 20_000  # lines between two tellings of how far it is
_GONE = frozenset({"PPLH", "PPLQ", "PPLW", "PPLCH", "ADM1H", "ADM2H", "ADM3H", "ADM4H", "ADM5H", "ADMDH", "PCLH", "ZN"})
_ISLANDS = frozenset({"ISL", "ISLS", "ISLET", "ISLF", "ISLM", "ISLT", "ATOL"})
_SEAS = frozenset({"OCN", "SEA", "GULF", "STRT", "BAY", "BAYS", "CHN", "CHNM", "COVE", "FJD", "SD"})
_LAKES = frozenset({"LK", "LKS", "LKI", "LKC", "LKN", "LKO", "LKOI", "LKSB", "LKSC", "LKSI", "LKSN", "LKSNI", "LKX",
                    "RSV", "RSVI", "RSVT", "LGN", "LGNS", "LGNX", "PND", "PNDS"})  # fmt: skip


class ImportedPlaces(NamedTuple):
    """What came of an import: places in the index, places that the dump added, lines of the dump."""

    places: int
    added: int
    lines: int


def import_dump(
    dump: Path, target: BinaryIO, base: PlaceIndex, two: Mapping[str, str], tell: Callable[[int, int], None]
) -> ImportedPlaces:
    """Write the index of `base` and a dump to `target`.

    `two` gives alpha-3 by alpha-2 codes; `tell` is called now and then with the lines and bytes read so far. Raises
    UsageError, naming file and line, where the dump cannot be read or has another form.
    """
    rows = _Rows(base, two)
    lines = done = 0
    with open_dump(dump) as (stream, _):
        for lines, raw in enumerate(stream, 1):
            done += len(raw)
            rows.add_line(raw, dump, lines)
            if not lines % STEP:
                tell(lines, done)
    if not lines:
        raise UsageError(f"{dump} is empty. Get allCountries.zip from GeoNames again")
    tell(lines, done)
    rows.write(target)
    return ImportedPlaces(len(rows.kind), len(rows.kind) - len(base), lines)


@contextmanager
def open_dump(dump: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The lines of a dump, packed or not, and their size in bytes. Raises UsageError where it cannot be read."""
    try:
        if dump.suffix.lower() != ".zip":
            with dump.open("rb") as plain:
                yield plain, dump.stat().st_size
            return
        with zipfile.ZipFile(dump) as packed:
            inside = [each for each in packed.infolist() if each.filename.lower() == f"{dump.stem.lower()}.txt"]
            if not inside:
                names = ", ".join(packed.namelist()[:5])
                raise UsageError(f"{dump} holds {names}, no {dump.stem}.txt. Unpack it and name the text file")
            with packed.open(inside[0]) as member:
                yield io.BufferedReader(member, 1 << 20), inside[0].file_size  # type: ignore[type-var] # reads alone
    except (OSError, zipfile.BadZipFile) as error:
        raise UsageError(
            f"{dump} cannot be read: {error}. Name allCountries.zip or .txt as GeoNames gives it"
        ) from error


class _Rows:
    """The columns while they grow, those of the base first."""

    def __init__(self, base: PlaceIndex, two: Mapping[str, str]) -> None:
        self._base, self._two = base, two
        held = base.read_columns()
        self.kind = array("B", held["kind"].tobytes())
        self._lat, self._lon = array("i", held["lat"].tobytes()), array("i", held["lon"].tobytes())
        self._population = array("I", held["population"].tobytes())
        self._number = array("I", held["number"].tobytes())
        self._country = array("H", held["country"].tobytes())
        self._division = array("I", held["division"])
        self._name_at = array("I", held["name_at"].tobytes())
        self._names = bytearray(held["names"].tobytes())
        self._hashes = array("Q", unpack_names(np.asarray(held["bucket"]), np.asarray(held["key"])).tobytes())
        self._values = array("I", held["value"].tobytes())
        self._countries: list[str] = list(base.countries)
        self._code = {code: n for n, code in enumerate(self._countries, 1)}
        self._known = {number: row for row, number in enumerate(self._number) if number}
        divisions: Mapping[str, str] = base.manifest["divisions"]
        self._divisions = {code: int(row) for row, code in divisions.items()}
        self._counties = {
            (row.division, fold_place(row.name)): row.row
            for row in map(base.read_row, range(len(base)))
            if row.kind is Kind.COUNTY
        }

    def add_line(self, raw: bytes, dump: Path, line: int) -> None:
        """Take in one line. Raises UsageError where it is none of GeoNames'."""
        try:
            cells = raw.decode("utf-8").rstrip("\r\n").split("\t")
            if len(cells) != COLUMNS:
                raise ValueError(f"{len(cells)} columns, GeoNames' dumps have {COLUMNS}")
            number, lat, lon, people = int(cells[0]), float(cells[4]), float(cells[5]), int(cells[14] or 0)
            if abs(lat) > 90 or abs(lon) > 180:
                raise ValueError(f"a point at {lat}, {lon}")
        except ValueError as error:
            mend = "Give allCountries.zip, or the file of a country, as GeoNames has it"
            raise UsageError(f"{dump}, line {line}: {error}. {mend}") from error
        kind = tell_kind(cells[6], cells[7])
        if kind is None or number in self._known:
            return
        row = self._find_known(kind, cells)
        if row is None:
            row = self._add(cells[1], kind, (lat, lon), cells, min(people, 0xFFFFFFFF))
        self._number[row] = number
        if kind is Kind.DIVISION:
            self._divisions.setdefault(f"{cells[8]}.{cells[10]}", row)
        self._call(row, [cells[1], cells[2], *cells[3].split(",")])

    def _find_known(self, kind: Kind, cells: list[str]) -> int | None:
        """The row of the base that a division or county of the dump is."""
        division = self._divisions.get(f"{cells[8]}.{cells[10]}")
        if kind is Kind.DIVISION:
            return division
        return self._counties.get((division, fold_place(cells[1]))) if kind is Kind.COUNTY else None

    def _add(self, name: str, kind: Kind, at: tuple[float, float], cells: list[str], people: int) -> int:
        code = self._two.get(cells[8])
        if code and code not in self._code:
            self._countries.append(code)
            self._code[code] = len(self._countries)
        division = None if kind is Kind.DIVISION else self._divisions.get(f"{cells[8]}.{cells[10]}")
        self._names += name.encode()
        self._name_at.append(len(self._names))
        self.kind.append(kind)
        self._lat.append(round(at[0] * DEGREE))
        self._lon.append(round(at[1] * DEGREE))
        self._population.append(people)
        self._number.append(0)
        self._country.append(self._code[code] if code else 0)
        self._division.append(0 if division is None else division + 1)
        return len(self.kind) - 1

    def _call(self, row: int, names: list[str]) -> None:
        """Give a row its own name and the others in Latin letters, each once."""
        known = set()
        for at, name in enumerate(names):
            key = fold_place(name)
            short = at and (len(key) < SHORTEST or not key.isascii() or (name.isupper() and len(name) <= SHORTEST + 1))
            if key and key not in known and not short:
                known.add(key)
                naming = Naming.OTHER if at or row < len(self._base) else Naming.MAIN
                self._hashes.append(hash_key(key))
                self._values.append(row | naming << FLAG_SHIFT)

    def write(self, target: BinaryIO) -> None:
        """Write the whole index."""
        named = {row for row, number in enumerate(self._number) if number}
        divisions = {str(row): code for code, row in self._divisions.items() if row not in named}
        manifest: dict[str, Any] = {**self._base.manifest, "format": FORMAT, "divisions": divisions,
                                    "listed": len(self._base)}  # fmt: skip
        words = {name: sorted(each) for name, each in self._base.words.items()}
        told = {"manifest": manifest, "countries": self._countries, "words": words}
        hashes, values = np.frombuffer(self._hashes, np.uint64), np.frombuffer(self._values, np.uint32)
        columns: dict[str, Column] = {
            **pack_names(hashes, values),
            "lat": np.frombuffer(self._lat, np.int32),
            "lon": np.frombuffer(self._lon, np.int32),
            "population": np.frombuffer(self._population, np.uint32),
            "number": np.frombuffer(self._number, np.uint32),
            "name_at": np.frombuffer(self._name_at, np.uint32),
            "country": np.frombuffer(self._country, np.uint16),
            "division": np.frombuffer(self._division, np.uint32),
            "kind": np.frombuffer(self.kind, np.uint8),
            "names": np.frombuffer(self._names, np.uint8),
        }
        write_index(target, told, columns)


def tell_kind(feature_class: str, code: str) -> Kind | None:
    """What sort of place a feature of GeoNames is for us; None for those that are left out."""
    if code in _GONE or feature_class in "RU" or code.startswith(("PCL", "LTER")):
        return None
    if feature_class == "P":
        return Kind.CAPITAL if code == "PPLC" else Kind.TOWN
    if feature_class == "A":
        return {"ADM1": Kind.DIVISION}.get(code, Kind.COUNTY)
    if feature_class == "H":
        return Kind.SEA if code in _SEAS else Kind.LAKE if code in _LAKES else Kind.RIVER
    if feature_class == "T":
        return Kind.ISLAND if code in _ISLANDS else Kind.MOUNTAIN
    if feature_class in "LV":
        return {"CONT": Kind.CONTINENT, "MILB": Kind.SITE, "OILF": Kind.SITE, "INDS": Kind.SITE}.get(code, Kind.REGION)
    return Kind.SITE if feature_class == "S" else None
