"""What more reports give: `python -m train.curve SHARED OUT.json` (some minutes on two cores).

On the frozen vectors of the published encoder, a small tagger for triggers and cues learns from growing parts of the
gold, and from the gold with and without each set of our own annotation. Measured by words on the reports kept apart:
F1 of triggers with their type, and of cues. Frozen vectors stand far below the trained reader; what counts is how the
figures rise, and which set helps.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tomllib
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.mark.labels import Labels
from train.corpora import gold_example, read_lines
from train.examples import Batchable, cut_example, encode_examples
from train.run import (
    CONFIG,
    open_reader,
    open_tokenizer,
    packaged_encoder,
    pad_windows,
    read_own,
    split_gold,
)

SEED = 13
STEPS, ROWS, RATE = 1500, 1024, 2e-3  # Adam; figures stand still after about 1,000 steps
PARTS = (0.125, 0.25, 0.5, 1.0)
Rows = tuple[Tensor, Tensor, Tensor]  # vectors (words, width + features), trigger tags, cue tags


def main() -> None:
    """Read the vectors once, then fit a tagger for each choice of reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    torch.manual_seed(SEED)
    gold, kept = split_gold(list(read_lines(options.shared / "gold/train.jsonl")), config["data"]["held_out"])
    random.Random(SEED).shuffle(gold)
    own = read_own(options.shared / "corpora")
    labels = Labels(
        modes=tuple(sorted({mode for row in gold + own for item in row["events"] for mode in item["modes"]}))
    )
    reader = Frozen(labels, config)
    seen = {row["id"]: reader.read(row) for row in gold + own + kept}
    test = [row["id"] for row in kept]
    figures = []
    for name, ids in choices([row["id"] for row in gold], {row["id"]: row["set"] for row in own}):
        line = {"reports": name, "n": len(ids), **measure(ids, test, seen, len(labels.types) + 1)}
        sys.stdout.write(json.dumps(line) + "\n")
        figures.append(line)
    options.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def choices(gold: list[str], own: dict[str, str]) -> list[tuple[str, list[str]]]:
    """(name, ids of reports): parts of the gold; all; all but one set; the gold with one set."""
    found = [(f"gold {share:g}", gold[: int(len(gold) * share)]) for share in PARTS]
    found.append(("all", gold + list(own)))
    for name in sorted(set(own.values())):
        found.append((f"all but {name}", gold + [key for key, value in own.items() if value != name]))
        found.append((f"gold and {name}", gold + [key for key, value in own.items() if value == name]))
    return found


class Frozen:
    """The published encoder, read from and never trained."""

    def __init__(self, labels: Labels, config: dict[str, Any]) -> None:
        encoder = packaged_encoder()
        self.labels, self.limit = labels, config["model"]["max_pieces"]
        self.tokenizer = open_tokenizer(encoder)
        self.reader = open_reader(encoder, labels, config).eval()

    def read(self, row: dict[str, Any]) -> Rows:
        """The rows of a report's words."""
        [(example, pieces)] = encode_examples([gold_example(row)], self.tokenizer)
        parts = [self._window(item) for item in cut_example(example, pieces, self.limit, self.limit, self.labels)]
        vectors, triggers, cues = (torch.cat(column) for column in zip(*parts, strict=True))
        return vectors, triggers, cues

    def _window(self, window: Batchable) -> Rows:
        ids, mask = pad_windows([window])
        with torch.inference_mode():
            vectors = self.reader.encode(ids, mask)[0, 1:]
        rows = torch.cat([vectors[torch.from_numpy(window.firsts)], torch.from_numpy(window.features)], dim=1)
        return rows, torch.from_numpy(window.trigger_tags), torch.from_numpy(window.cue_tags)


def measure(ids: list[str], test: list[str], seen: dict[str, Rows], types: int) -> dict[str, float]:
    """The figures of a tagger that learnt from the reports `ids`."""
    vectors, triggers, cues = (torch.cat(column) for column in zip(*(seen[key] for key in ids), strict=True))
    tagger = nn.Sequential(nn.Linear(vectors.shape[1], 256), nn.ReLU(), nn.Dropout(0.2), nn.Linear(256, types + 2))
    optimizer = torch.optim.Adam(tagger.parameters(), lr=RATE, weight_decay=1e-5)
    chance = torch.Generator().manual_seed(SEED)
    for _ in range(STEPS):
        at = torch.randint(len(vectors), (ROWS,), generator=chance)
        scores = tagger(vectors[at])
        loss = functional.cross_entropy(scores[:, :types], triggers[at])
        loss = loss + functional.cross_entropy(scores[:, types:], cues[at])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    tagger.eval()
    held, *wanted = (torch.cat(column) for column in zip(*(seen[key] for key in test), strict=True))
    with torch.inference_mode():
        scores = tagger(held)
    found = (scores[:, :types].argmax(dim=1), scores[:, types:].argmax(dim=1))
    return {name: f1(*pair) for name, *pair in zip(("triggers", "cues"), wanted, found, strict=True)}


def f1(wanted: Tensor, found: Tensor) -> float:
    """F1 over the words that have a tag on either side."""
    right = int(((wanted == found) & (wanted > 0)).sum())
    return round(2 * right / max(1, int((wanted > 0).sum()) + int((found > 0).sum())), 4)


if __name__ == "__main__":
    main()
