"""The floors: `python -m bench.gate [--pin [--lower]]`; exit code 1 where a figure has fallen below its floor.

Measures the hand-made cases on our samples and, where ../shared is beside the clone, its dev part, and compares with
`bench/baseline.json`. `--pin` writes new floors, MARGIN below what is measured now. It lowers none and takes no new
evaluation set unless `--lower` is given too; that needs a line in CHANGELOG.md.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.cases import read_cases
from bench.inputs import read_lines
from bench.reports import read_reports
from bench.score import score_records
from bench.spans import Json

ROOT = Path(__file__).resolve().parent.parent
BASELINE = Path(__file__).parent / "baseline.json"
DEV = ROOT.parent / "shared" / "gold" / "dev.jsonl"
ROWS = ("events.typed", "args|typed", "statements", "counts|typed", "date|typed", "status", "said_by|typed", "junk")
MARGIN = 0.02  # room for another processor's rounding in the quantised model


def main() -> int:
    """Measure, compare, and with --pin write; the last line is the measured figures as one JSON object."""
    options = set(sys.argv[1:])
    if options - {"--pin", "--lower"}:
        print(__doc__, file=sys.stderr)
        return 2
    baseline: Json = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    measured = {name: measure_set(gold) for name, gold in list_sets()}
    falls = [line for name, found in measured.items() for line in compare_floors(name, found, baseline.get(name))]
    for line in falls:
        print(line)
    if "--pin" in options and (not falls or "--lower" in options):
        floors = {name: pin_floors(found, baseline.get(name), "--lower" in options) for name, found in measured.items()}
        BASELINE.write_text(json.dumps(baseline | floors, indent=1) + "\n", encoding="utf-8")
        falls = []
    print(json.dumps(measured))
    return 1 if falls else 0


def list_sets() -> Iterator[tuple[str, list[Json]]]:
    """The evaluation sets that are there."""
    yield "samples", read_cases()
    if DEV.exists():
        yield "dev", read_lines(DEV)
    else:
        print("skipped: gold dev, because the developers' material (../shared) is not beside this clone")


def measure_set(gold: list[Json]) -> Json:
    """The figures of one set, with the digest that tells which set it was."""
    table = score_records(gold, read_reports(gold))
    digest = hashlib.sha256(json.dumps(gold, sort_keys=True).encode()).hexdigest()[:16]
    return {"digest": digest, **{row: table[row].get("f1", table[row].get("acc")) for row in ROWS if row in table}}


def compare_floors(name: str, found: Json, floors: Json | None) -> list[str]:
    """Print the figures of one set beside their floors; give a line for each that does not hold."""
    if floors is None:
        return [f"{name}: no floors are pinned yet; python -m bench.gate --pin --lower"]
    if floors["digest"] != found["digest"]:
        return [f"{name}: the evaluation set has changed; floors mean nothing until they are pinned anew"]
    falls = []
    for row in sorted(floors.keys() - {"digest"}):
        value = found.get(row, 0.0)
        print(f"{name:8s} {row:14s} {value:.4f}  floor {floors[row]:.4f}")
        if value < floors[row]:
            falls.append(f"FELL: {name} {row} is {value:.4f}, its floor is {floors[row]:.4f}")
    return falls


def pin_floors(found: Json, floors: Json | None, lower: bool) -> Json:
    """New floors: MARGIN below the figures; an old floor that is higher stays unless `lower`."""
    new = {row: round(max(0.0, value - MARGIN), 4) for row, value in found.items() if row != "digest"}
    if floors and not lower:
        new = {row: max(value, floors.get(row, 0.0)) for row, value in new.items()}
    return {"digest": found["digest"], **new}


if __name__ == "__main__":
    sys.exit(main())
