"""Build src/dragoman/data/world.json, outlines of countries for the dossier's map; `--check` fails where stale.

usage: python scripts/build_world.py countries-110m.json | --check
Source: countries-110m.json of the npm package world-atlas 2.0.2 (`npm pack world-atlas@2.0.2`), which is Natural Earth
4.1, Admin 0, 1:110m, as TopoJSON. Natural Earth is in the public domain (naturalearthdata.com/about/terms-of-use), the
package is ISC. The check compares the digest of this script, so that it needs no package.

A country is its name, the point for that name, and its rings: first longitude and latitude, then steps from point to
point, all in hundredths of a degree; the largest country stands first. A ring over the 180th meridian goes on beyond
it, and is there once for each side of the world. Antarctica is left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src" / "dragoman" / "data" / "world.json"
SOURCE = "Natural Earth 4.1, Admin 0, 1:110m, by way of the npm package world-atlas 2.0.2"
LICENCE = "public domain"
DIGEST = "2516c915867c7baf18ddec727aec46c315541a07cfb3d79a6559b05d5e94eee8"  # of countries-110m.json
FULL = 36_000  # hundredths of a degree once round the world
Point = tuple[int, int]


def read_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in hundredths of a degree (TopoJSON: whole steps, scaled and moved)."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        xs = [round(100 * (at * wide + left)) for at in accumulate(x for x, _ in arc)]
        ys = [round(100 * (at * high + low)) for at in accumulate(y for _, y in arc)]
        found.append(list(zip(xs, ys, strict=True)))
    return found


def join_ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """One ring from its arcs; ~n is arc n backwards. Points that fall on one another are one."""
    ring: list[Point] = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(points[1:] if ring else points)
    return [ring[0], *(b for a, b in pairwise(ring) if a != b)]


def unroll(ring: list[Point]) -> list[list[Point]]:
    """The ring without jumps at the 180th meridian: once, or twice where it lies over that."""
    turned, turns = [ring[0]], 0
    for (before, _), (x, y) in pairwise(ring):
        turns += FULL if before - x > FULL // 2 else -FULL if x - before > FULL // 2 else 0
        turned.append((x + turns, y))
    if all(-FULL // 2 <= x <= FULL // 2 for x, _ in turned):
        return [turned]
    shift = -FULL if max(x for x, _ in turned) > FULL // 2 else FULL
    return [turned, [(x + shift, y) for x, y in turned]]


def measure_area(ring: list[Point]) -> int:
    """Twice the signed area of a ring."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def find_middle(ring: list[Point]) -> Point:
    """The centre of gravity of a ring's area."""
    area = measure_area(ring)
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring))
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring))
    return round(x / (3 * area)), round(y / (3 * area))


def list_steps(ring: list[Point]) -> list[int]:
    """The ring's first point, then steps."""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring)]
    return [number for pair in (ring[0], *steps) for number in pair]


def build_world(topology: dict[str, Any]) -> dict[str, Any]:
    """The content of the file."""
    arcs = read_arcs(topology)
    countries: list[tuple[int, dict[str, Any]]] = []
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if name == "Antarctica":
            continue
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        joined = [ring for part in parts for numbers in part if len(ring := join_ring(numbers, arcs)) > 3]
        rings = [turned for ring in joined for turned in unroll(ring)]
        largest = max(rings, key=lambda ring: abs(measure_area(ring)))
        country = {"name": name, "at": find_middle(largest), "rings": [list_steps(ring) for ring in rings]}
        countries.append((-abs(measure_area(largest)), country))
    manifest = {"source": SOURCE, "licence": LICENCE, "sha256": DIGEST, "made_by": digest_of(Path(__file__))}
    ordered = [country for _, country in sorted(countries, key=lambda each: (each[0], each[1]["name"]))]
    return {"manifest": manifest, "countries": ordered}


def digest_of(path: Path) -> str:
    """The sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_fresh() -> bool:
    """Whether the file was made by this very script."""
    return bool(json.loads(TARGET.read_bytes())["manifest"]["made_by"] == digest_of(Path(__file__)))


def main() -> int:
    """Write the file, or with --check look whether it is fresh; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("topology", nargs="?", type=Path, help="countries-110m.json of world-atlas 2.0.2")
    options.add_argument("--check", action="store_true", help="change nothing; fail where the file is stale")
    given = options.parse_args()
    if given.check:
        if is_fresh():
            return 0
        sys.stderr.write(f"{TARGET.relative_to(ROOT)} is stale; run python scripts/build_world.py\n")
        return 1
    if given.topology is None or digest_of(given.topology) != DIGEST:
        sys.stderr.write(f"give countries-110m.json of world-atlas 2.0.2 (sha256 {DIGEST})\n")
        return 1
    world = build_world(json.loads(given.topology.read_bytes()))
    TARGET.write_text(json.dumps(world, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
