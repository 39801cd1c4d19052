"""What the export loses: `python -m train.parity SHARED RUN BUNDLE`.

Marks the reports that training left out twice, with the trained model in PyTorch (single precision) and with the
bundle (int8), and prints the figures of both. Exit code 1 where int8 loses more
than half a point on a figure that the reader is judged by.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from bench.guided import build_marker
from bench.score import score_records
from dragoman.assets import open_bundle, open_codebook
from dragoman.codec import to_json
from dragoman.mark.encoder import Encoder
from dragoman.pipeline import Tools, code_report
from dragoman.read import report_from_text
from train.export import load_reader
from train.run import CONFIG
from train.thresholds import held_out_rows

FIGURES = ("triggers", "events.typed", "args", "statements", "modes|typed")
MOST = 0.005


class WholeEncoder(Encoder):
    """The trained encoder in single precision, in place of the exported one."""

    def __init__(self, run: Path) -> None:
        config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
        named = json.loads((run / "labels.json").read_text(encoding="utf-8"))
        self.max_pieces = config["model"]["max_pieces"] - 2
        self._reader = load_reader(run, named, config)

    def encode(self, windows: Sequence[NDArray[np.int64]]) -> list[NDArray[np.float32]]:
        """Vectors (pieces, width) for the piece ids of each window."""
        found = []
        for pieces in windows:
            ids = torch.tensor([[101, *pieces.tolist(), 102]])
            with torch.inference_mode():
                found.append(self._reader.encode(ids, torch.ones_like(ids))[0, 1:-1].numpy())
        return found


def main() -> int:
    """Measure both and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("shared", "run", "bundle"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    rows = held_out_rows(options.shared)
    bundle = open_bundle(options.bundle)
    tables = []
    for encoder in (WholeEncoder(options.run), None):
        marker = build_marker(bundle, encoder=encoder)
        tools = Tools(marker, open_codebook())
        reports = [report_from_text(row["text"], id=row["id"], published=row["published"]) for row in rows]
        tables.append(score_records(rows, [json.loads(to_json(code_report(report, tools))) for report in reports]))
    losses = {name: tables[0][name]["f1"] - tables[1][name]["f1"] for name in FIGURES}
    for name, loss in losses.items():
        sys.stdout.write(
            f"{name:14s} whole {tables[0][name]['f1']:.4f}  int8 {tables[1][name]['f1']:.4f}  {-loss:+.4f}\n"
        )
    return int(max(losses.values()) > MOST)


if __name__ == "__main__":
    sys.exit(main())
