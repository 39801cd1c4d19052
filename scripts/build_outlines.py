"""Build static/outlines.json of the desk: coasts, borders of countries and of first-level divisions, and their names.

usage: python scripts/build_outlines.py world_map.gpkg | --check
Source: `usr/share/qgis/resources/data/world_map.gpkg` of Debian's package qgis-common 3.22.16+dfsg-1 (`apt-get download
qgis-common`, `dpkg-deb -x`), layer states_provinces: Natural Earth 4.1, Admin 1, 1:10m, already simplified by the QGIS
project. Natural Earth is in the public domain. The check compares the digests of the two scripts that make it.

Coordinates are longitude and latitude in hundredths of a degree: a line is its first point, then steps.
`land` are rings to be filled by the even-odd rule; `borders` and `divisions` are open lines; `countries` and `places`
are names with the point for each and the square root of its area (hundredths of a degree), largest first.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sqlite3
import struct
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from topology import (
    Line,
    Point,
    chain_arcs,
    cut_ring,
    find_junctions,
    find_middle,
    measure_area,
    simplify_line,
    turn_arc,
)

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src" / "dragoman" / "show" / "web" / "static" / "outlines.json"
SOURCE = "Natural Earth 4.1, Admin 1, 1:10m, by way of world_map.gpkg of QGIS 3.22"
LICENCE = "public domain"
DIGEST = "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2"  # of world_map.gpkg
LEAST = {"land": 3.5, "borders": 3.5, "divisions": 6.0}  # hundredths of a degree that a line may be moved by
SMALLEST = 16.0  # square hundredths of a degree: islands below are left out
QUERY = "SELECT admin, name, geom FROM states_provinces WHERE admin <> 'Antarctica' ORDER BY fid"
Ring = list[Point]
Name = tuple[str, int, int, int]  # name, longitude, latitude, size


def read_divisions(path: Path) -> Iterator[tuple[str, str, list[Ring]]]:
    """Country, name and rings of each division."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as source:
        for country, name, blob in source.execute(QUERY):
            yield country, name or "", [ring for ring in read_rings(blob) if len(ring) > 3]


def read_rings(blob: bytes) -> Iterator[Ring]:
    """The rings of a GeoPackage geometry (OGC 12-128r15, 2.1.3): a header, then a multipolygon as little-endian WKB."""
    at = 8 + (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]
    (polygons,) = struct.unpack_from("<I", blob, at + 5)
    at += 9
    for _ in range(polygons):
        (rings,) = struct.unpack_from("<I", blob, at + 5)
        at += 9
        for _ in range(rings):
            (points,) = struct.unpack_from("<I", blob, at)
            numbers = struct.unpack_from(f"<{2 * points}d", blob, at + 4)
            at += 4 + 16 * points
            yield drop_repeats((round(100 * x), round(100 * y)) for x, y in zip(*[iter(numbers)] * 2, strict=True))


def drop_repeats(points: Iterable[Point]) -> Ring:
    """The points without those equal to the one before."""
    ring: Ring = []
    for point in points:
        if not ring or ring[-1] != point:
            ring.append(point)
    return ring


def sort_arcs(divisions: list[tuple[str, str, list[Ring]]]) -> tuple[dict[str, set[Line]], list[Line]]:
    """The arcs by what they part (`land` from sea, countries, divisions), and the directed arcs along coasts."""
    junctions = find_junctions(ring for *_, rings in divisions for ring in rings)
    sides: defaultdict[Line, list[str]] = defaultdict(list)
    directed: dict[Line, Line] = {}
    for country, _, rings in divisions:
        for ring in rings:
            for arc in cut_ring(ring, junctions):
                sides[turn_arc(arc)].append(country)
                directed[turn_arc(arc)] = arc
    kinds: dict[str, set[Line]] = {"land": set(), "borders": set(), "divisions": set()}
    for arc, countries in sides.items():
        kind = "land" if len(countries) == 1 else "borders" if len(set(countries)) > 1 else "divisions"
        kinds[kind].add(arc)
    return kinds, [directed[arc] for arc in sorted(kinds["land"])]


def list_names(divisions: list[tuple[str, str, list[Ring]]]) -> tuple[list[Name], list[Name]]:
    """Names of countries and of divisions, largest first."""
    places: list[Name] = []
    parts: defaultdict[str, list[Name]] = defaultdict(list)
    for country, name, rings in divisions:
        ring = max(rings, key=lambda ring: abs(measure_area(ring)), default=None)
        if ring and (area := abs(measure_area(ring))):
            places.append((name, *find_middle(ring), round(area**0.5)))
            parts[country].append(places[-1])
    countries = [name_country(country, its) for country, its in parts.items()]
    return sorted(countries, key=size_of), sorted((place for place in places if place[0]), key=size_of)


def name_country(name: str, parts: list[Name]) -> Name:
    """A country's name stands in the middle of that division which is nearest to the middle of them all."""
    area = sum(size**2 for *_, size in parts)
    x = sum(each[1] * each[3] ** 2 for each in parts) / area
    y = sum(each[2] * each[3] ** 2 for each in parts) / area
    nearest = min(parts, key=lambda part: (part[1] - x) ** 2 + (part[2] - y) ** 2)
    return name, nearest[1], nearest[2], round(area**0.5)


def size_of(name: Name) -> tuple[int, str]:
    """The order of names: by size, then by name."""
    return -name[3], name[0]


def list_steps(line: Iterable[Point]) -> list[int]:
    """The line's first point, then steps."""
    points = list(line)
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    return [number for pair in (points[0], *steps) for number in pair]


def simplify_ring(arc: Line, least: float) -> Line:
    """A line, simplified; a closed one is cut at the point farthest from its start, or nothing would hold it open."""
    if arc[0] != arc[-1]:
        return simplify_line(arc, least)
    middle = max(range(len(arc)), key=lambda at: (arc[at][0] - arc[0][0]) ** 2 + (arc[at][1] - arc[0][1]) ** 2)
    return simplify_line(arc[: middle + 1], least)[:-1] + simplify_line(arc[middle:], least)


def build_outlines(path: Path) -> dict[str, Any]:
    """The content of the file."""
    divisions = list(read_divisions(path))
    kinds, coasts = sort_arcs(divisions)
    rings = chain_arcs(simplify_ring(arc, LEAST["land"]) for arc in coasts)
    land = [list_steps(ring) for ring in rings if abs(measure_area(ring)) >= SMALLEST]
    lines = {
        kind: [list_steps(simplify_line(arc, LEAST[kind])) for arc in sorted(kinds[kind])]
        for kind in ("borders", "divisions")
    }
    countries, places = list_names(divisions)
    manifest = {"source": SOURCE, "licence": LICENCE, "sha256": DIGEST, "made_by": digest_makers()}
    return {"manifest": manifest, "land": land, **lines, "countries": countries, "places": places}


def digest_of(path: Path) -> str:
    """The sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digest_makers() -> str:
    """The digests of this script and of the arcs that it builds on."""
    return " ".join(digest_of(Path(__file__).with_name(name)) for name in ("build_outlines.py", "topology.py"))


def is_fresh() -> bool:
    """Whether the file was made by these very scripts."""
    return bool(json.loads(TARGET.read_bytes())["manifest"]["made_by"] == digest_makers())


def main() -> int:
    """Write the file, or with --check look whether it is fresh; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("source", nargs="?", type=Path, help="world_map.gpkg of qgis-common 3.22.16+dfsg-1")
    options.add_argument("--check", action="store_true", help="change nothing; fail where the file is stale")
    given = options.parse_args()
    if given.check:
        if is_fresh():
            return 0
        sys.stderr.write(f"{TARGET.relative_to(ROOT)} is stale; run python scripts/build_outlines.py\n")
        return 1
    if given.source is None or digest_of(given.source) != DIGEST:
        sys.stderr.write(f"give world_map.gpkg of qgis-common 3.22.16+dfsg-1 (sha256 {DIGEST})\n")
        return 1
    outlines = build_outlines(given.source)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(outlines, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
