"""Choose the marker's thresholds: `python -m train.thresholds SHARED BUNDLE`.

On the reports of gold train that training left out (never on a dev part), each threshold in turn is set to the
value with the best figure of `bench.score`; the chosen values and the figures are written to `bundle.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from bench.score import score_records
from dragoman.assets import open_bundle, open_codebook
from dragoman.codec import to_json
from dragoman.mark import open_marker
from dragoman.pipeline import Tools, code_report
from dragoman.read import report_from_text
from train.corpora import read_lines
from train.run import CONFIG, split_gold

GRID = {
    "trigger": ("events.typed", (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)),
    "link": ("events.typed", (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)),
    "role": ("args", (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)),
    "cue": ("statements", (0.3, 0.4, 0.5, 0.6, 0.7)),
    "status": ("status.other", (0.5, 0.6, 0.7, 0.8, 0.9)),
    "mode": ("modes|typed", (0.3, 0.4, 0.5, 0.6)),
}


def main() -> None:
    """Choose, report, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("bundle", type=Path)
    options = parser.parse_args()
    rows = held_out_rows(options.shared)
    path = options.bundle / "bundle.json"
    for name, (figure, values) in GRID.items():
        manifest = json.loads(path.read_text(encoding="utf-8"))
        scores = {}
        for value in values:
            manifest["thresholds"][name] = value
            path.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
            scores[value] = score_bundle(options.bundle, rows)[figure]["f1"]
        best = max(scores, key=lambda value: scores[value])
        manifest["thresholds"][name] = best
        manifest["scores"][f"held out: {figure}"] = scores[best]
        path.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
        sys.stdout.write(f"{name}: {scores} -> {best}\n")


def held_out_rows(shared: Path) -> list[dict[str, Any]]:
    """The annotated reports that training left out."""
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    return split_gold(list(read_lines(shared / "gold/train.jsonl")), config["data"]["held_out"])[1]


def score_bundle(folder: Path, rows: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """The table of `bench.score` for the records that a bundle gives."""
    tools = Tools(open_marker(open_bundle(folder)), open_codebook())
    found = []
    for row in rows:
        report = report_from_text(row["text"], id=row["id"], published=row["published"])
        found.append(json.loads(to_json(code_report(report, tools))))
    return score_records(rows, found)


if __name__ == "__main__":
    main()
