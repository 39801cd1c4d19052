"""Place names of a corpus to points.

usage: python -m bench.geo FILE.jsonl [--end-to-end] [--rest]

The product gets text, title, publisher, date and address, and the spans of the gold names (with `--end-to-end` also
finds names itself). Figures are those of score_geo.py: `acc161_all` is the share of all gold names with a point that
are placed within 161 km, `acc161_found` the same over those that got a point, `f1` of names found and placed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import statistics
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.inputs import read_lines
from dragoman.records import Report, Span
from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.places_find import find_names
from dragoman.resolve.places_index import open_places
from dragoman.resolve.places_report import weigh_report

NEAR_KM = 161.0
FARTHEST_KM = 20039.0
EARTH_KM = 6371.0088

Json = dict[str, Any]


def is_fitted_on(record: Json) -> bool:
    """Whether a record is of the half that `bench.geo_fit` may use."""
    return hashlib.sha256(str(record["id"]).encode()).digest()[0] % 2 == 0


def to_report(gold: Json) -> Report:
    """The report of a gold record, without the truth about it."""
    return Report(id=str(gold["id"]), text=gold["text"], title=gold.get("title"), publisher=gold.get("publisher"),
                  published=gold.get("date"), url=gold.get("url"))  # fmt: skip


def place_names(report: Report, spans: list[Span]) -> list[Json]:
    """Each span with the point that the product gives it; without one where it gives none."""
    found = weigh_report(report, spans, open_places(), open_gazetteer())
    placed = []
    for span in spans:
        best = found[span].best
        lat, lon = (best.row.lat, best.row.lon) if best else (None, None)
        placed.append({"start": span.start, "end": span.end, "text": span.text, "lat": lat, "lon": lon, "best": best})
    return placed


def distance_km(one: Json, other: Json) -> float:
    """Great-circle distance (haversine)."""
    a, b = math.radians(one["lat"]), math.radians(other["lat"])
    turn = math.sin((b - a) / 2) ** 2
    turn += math.cos(a) * math.cos(b) * math.sin(math.radians(other["lon"] - one["lon"]) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(turn)))


def match(predicted: list[Json], gold: list[Json]) -> dict[int, int]:
    """One-to-one pairs {gold: predicted} that share characters; equal spans first, then the largest overlaps."""
    overlaps = []
    for i, one in enumerate(predicted):
        for j, two in enumerate(gold):
            shared = min(one["end"], two["end"]) - max(one["start"], two["start"])
            if shared > 0:
                equal = (one["start"], one["end"]) == (two["start"], two["end"])
                overlaps.append((not equal, -shared, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(overlaps):
        if i not in taken and j not in pairs:
            pairs[j] = i
            taken.add(i)
    return pairs


def score(gold: list[Json], predicted: list[Json], errors: list[tuple[float, bool]], tally: Counter[str]) -> None:
    """Add the errors (km, whether it got a point) and the counts of one record."""
    pairs = match(predicted, gold)
    counted = {j for j, name in enumerate(gold) if name["lat"] is not None}
    paired = {i for j, i in pairs.items() if j in counted}
    idle = [name for j, name in enumerate(gold) if j not in counted]
    for i, one in enumerate(predicted):
        off = any(one["start"] < name["end"] and name["start"] < one["end"] for name in idle)
        tally["given"] += i in paired or not off
    for j in counted:
        guess = predicted[pairs[j]] if j in pairs else None
        placed = guess is not None and guess["lat"] is not None
        error = distance_km(gold[j], guess) if guess is not None and placed else FARTHEST_KM
        errors.append((error, placed))
        tally["right"] += error <= NEAR_KM
        tally["wanted"] += 1


def measure(records: list[Json], end_to_end: bool) -> tuple[list[tuple[float, bool]], Counter[str], float]:
    """Errors, counts and processor seconds over all records."""
    errors: list[tuple[float, bool]] = []
    tally: Counter[str] = Counter()
    index, book, seconds = open_places(), open_gazetteer(), 0.0
    for record in records:
        report, began = to_report(record), time.process_time()
        if end_to_end:
            spans = list(find_names(report.text, index, book))
        else:
            spans = [Span(t["start"], t["end"], t["text"]) for t in record["toponyms"] if t["lat"] is not None]
        predicted = place_names(report, spans)
        seconds += time.process_time() - began
        score(record["toponyms"], predicted, errors, tally)
    return errors, tally, seconds


def summarise(errors: list[tuple[float, bool]]) -> Json:
    """The figures of resolution."""
    found = [error for error, placed in errors if placed]
    return {
        "n": len(errors),
        "acc161_all": round(sum(error <= NEAR_KM for error, _ in errors) / max(len(errors), 1), 4),
        "acc161_found": round(sum(error <= NEAR_KM for error in found) / max(len(found), 1), 4),
        "median_km": round(statistics.median(found), 2) if found else None,
    }


def main() -> None:
    """Print the figures and the JSON line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path)
    options.add_argument("--end-to-end", action="store_true", help="find the names, too, and tell F1")
    options.add_argument("--rest", action="store_true", help="only the half that no weight was fitted on")
    chosen = options.parse_args()
    records = [r for r in read_lines(chosen.file) if not (chosen.rest and is_fitted_on(r))]
    errors, tally, seconds = measure(records, False)
    figures = summarise(errors)
    words = sum(len(record["text"].split()) for record in records)
    figures["ms_per_800_words"] = round(1000 * seconds / max(words, 1) * 800, 2)
    if chosen.end_to_end:
        _, tally, _ = measure(records, True)
        p, r = tally["right"] / max(tally["given"], 1), tally["right"] / max(tally["wanted"], 1)
        figures |= {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}
    for name, value in figures.items():
        print(f"{name:18s} {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
