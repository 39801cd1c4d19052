"""The index of places: one file, `data/places.bin`, mapped into memory and never read whole.

It holds the places (name, kind, point, country, first-level division, inhabitants, GeoNames id) as columns, and
a table from the hash of each name to the places that bear it. `scripts/build_places.py` writes it; `resources/places`
and GeoNames (CC BY 4.0) are its sources. The first line is JSON: the manifest and where each column stands.
"""

from __future__ import annotations

import mmap
import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from enum import IntEnum
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from dragoman.config import DATA
from dragoman.errors import AssetError

FORMAT = 1
DEGREE = 100_000  # points are whole numbers of this part of a degree: about a metre
FLAG_SHIFT = 28  # a value of the name table is a row number and above it the sort of name
KEPT = 20_000  # look-ups that are remembered
_MEND = "Build it with `python scripts/build_places.py`, or install dragoman again"
_TOKEN = re.compile(r"[^\W_]+")
_INSIDE = re.compile(r"(?<=\w)['’‘`ʼʻ.](?=\w)|[‘’'ʻʼ`]")
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th",
                          "ə": "a"})  # fmt: skip
_SAME = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


class Kind(IntEnum):
    """What sort of place a row is; the numbers stand in the file."""

    CONTINENT = 0
    COUNTRY = 1
    DIVISION = 2
    COUNTY = 3
    TOWN = 4
    CAPITAL = 5
    REGION = 6
    ISLAND = 7
    SEA = 8
    LAKE = 9
    RIVER = 10
    MOUNTAIN = 11
    SITE = 12


class Naming(IntEnum):
    """How a name belongs to its place: its own, another one, its people, an abbreviation, a part of its name."""

    MAIN = 0
    OTHER = 1
    PEOPLE = 2
    SHORT = 3
    BARE = 4


class Row(NamedTuple):
    """A place of the index. `division` is the row of its first-level division, `number` its GeoNames id, if any.

    A place of a user's table has its file and line as `source`, its own `precision`, and the `admin1` told there.
    `minor` is one that only a dump of GeoNames has: a hamlet, a brook, a building.
    """

    row: int
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str | None
    division: int | None
    population: int
    number: int | None
    admin1: str | None = None
    precision: int | None = None
    source: str | None = None
    minor: bool = False


def fold_place(name: str) -> str:
    """The key of a place name: no case, accents, apostrophes or article "the"; saint, mount and fort shortened."""
    text = _INSIDE.sub("", name.replace(".", ". ") if "." in name and " " not in name else name)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = unicodedata.normalize("NFKD", text.lower()).translate(_LETTERS)
    words = [_SAME.get(word, word) for word in _TOKEN.findall(text.lower())]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def hash_key(key: str) -> int:
    """48 bits of a key: with a million names a wrong hit comes once in 280 million look-ups."""
    return int.from_bytes(blake2b(key.encode(), digest_size=6).digest(), "big")


class PlaceIndex:
    """Look-ups in one index file."""

    def __init__(self, path: Path) -> None:
        """Map the file. Raises AssetError where it is missing, damaged, of another format or another byte order."""
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            head: dict[str, Any] = msgspec.json.decode(self._map[: self._map.find(b"\n")])
        except (OSError, ValueError, msgspec.DecodeError) as error:
            raise AssetError(f"the index of places {path} cannot be read: {error}. {_MEND}") from error
        self.manifest: dict[str, Any] = head.get("manifest", {})
        if self.manifest.get("format") != FORMAT or sys.byteorder != "little":
            found = f"format {self.manifest.get('format')} on a {sys.byteorder}-endian machine"
            raise AssetError(f"the index of places {path} has {found}, not {FORMAT} on a little-endian one. {_MEND}")
        self.countries: tuple[str, ...] = tuple(head["countries"])
        self.words: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in head["words"].items()}
        view = memoryview(self._map)
        if max(start + size for start, size, _ in head["columns"].values()) > len(view):
            raise AssetError(f"the index of places {path} is cut short. {_MEND}")
        self._column = {name: view[at : at + n].cast(code) for name, (at, n, code) in head["columns"].items()}
        self._rows: dict[int, Row] = {}
        self._found: dict[str, tuple[tuple[Row, Naming], ...]] = {}
        self._listed: int = self.manifest.get("listed", len(self._column["kind"]))
        self._own: list[Row] = []
        self._own_names: dict[str, tuple[tuple[Row, Naming], ...]] = {}

    def __len__(self) -> int:
        """The number of places."""
        return len(self._column["kind"]) + len(self._own)

    def add_rows(self, rows: Iterable[tuple[Row, Sequence[str]]]) -> PlaceIndex:
        """The index with places of users' tables, numbered from its length on, each with all its names."""
        added = copy(self)
        added._found, added._own, added._own_names = {}, list(self._own), dict(self._own_names)
        for row, names in rows:
            added._own.append(row)
            for at, key in enumerate(dict.fromkeys(map(fold_place, names))):
                naming = Naming.OTHER if at else Naming.MAIN
                added._own_names[key] = (*added._own_names.get(key, ()), (row, naming))
        return added

    def read_row(self, row: int) -> Row:
        """One place. Raises IndexError for a number that there is not."""
        if row >= len(self._column["kind"]):
            return self._own[row - len(self._column["kind"])]
        found = self._rows.get(row)
        if found is None:
            column = self._column
            start, end = column["name_at"][row], column["name_at"][row + 1]
            division, country = column["division"][row], column["country"][row]
            found = Row(
                row,
                bytes(column["names"][start:end]).decode(),
                Kind(column["kind"][row]),
                column["lat"][row] / DEGREE,
                column["lon"][row] / DEGREE,
                self.countries[country - 1] if country else None,
                division - 1 if division else None,
                column["population"][row],
                column["number"][row] or None,
                minor=row >= self._listed,
            )
            self._rows[row] = found
        return found

    def read_columns(self) -> Mapping[str, memoryview[int]]:
        """The columns of the file, in place."""
        return self._column

    def find_key(self, key: str) -> tuple[tuple[Row, Naming], ...]:
        """The places that bear a name, by its key; abbreviations have "=" and their very letters as key."""
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= KEPT:
                self._found.clear()
                self._rows.clear()
            found = self._found[key] = (*self._own_names.get(key, ()), *self._search(key))
        return found

    def _search(self, key: str) -> Iterator[tuple[Row, Naming]]:
        hashed = hash_key(key)
        bucket, low = hashed >> 32, hashed & 0xFFFFFFFF
        first, last = self._column["bucket"][bucket], self._column["bucket"][bucket + 1]
        keys, values = self._column["key"], self._column["value"]
        at = bisect_left(keys, low, first, last)
        while at < last and keys[at] == low:
            yield self.read_row(values[at] & ((1 << FLAG_SHIFT) - 1)), Naming(values[at] >> FLAG_SHIFT)
            at += 1

    def has_key(self, key: str) -> bool:
        """Whether any place bears a name."""
        return bool(self.find_key(key))

    def describe_id(self, row: Row) -> str | None:
        """The GeoNames id ("geonames:98182"), or the division's code ("geonames:IQ.10"), or None."""
        if row.number:
            return f"geonames:{row.number}"
        code = self.manifest["divisions"].get(str(row.row))
        return f"geonames:{code}" if code else None


@cache
def open_places(path: Path = DATA / "places.bin") -> PlaceIndex:
    """An index, by default the one that the package brings, opened once. Raises AssetError as PlaceIndex does."""
    return PlaceIndex(path)
