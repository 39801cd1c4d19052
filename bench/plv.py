"""Which relation a sentence tells of between a source and a target: `python -m bench.plv FILE.jsonl [--crossval]`.

The product's encoder reads the sentence; a light head (ridge regression) on what it sees of sentence, source and
target picks PLV's root and quad. `--crossval` fits the head in five folds by sentence on the file itself; without
it the head is `bench/heads/plv.npz`, which `--fit` makes from PLV's train part. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.guided import HEADS, load_arrays
from bench.inputs import read_lines
from bench.plv_features import Reader
from bench.regression import Regression, fit_regression

FOLDS = 5
PENALTY = 0.1  # of 0.05, 0.1, 0.2, 0.3 in --crossval on PLV train; figures move by less than a point
_MARK = re.compile(r"</?[st]>")


def main() -> int:
    """Measure, or fit the head that is shipped for measuring."""
    options = _options()
    rows = read_lines(options.file)
    rows_in = Reader().read([(row["text"], *find_dyad(row["marked"])) for row in rows])
    roots, quads = [row["root"] for row in rows], [str(row["quad"]) for row in rows]
    if options.fit:
        save_heads(fit_regression(rows_in, roots, PENALTY), fit_regression(rows_in, quads, PENALTY))
        return 0
    if options.crossval:
        sentences = [row["sentence_id"] for row in rows]
        found = [cross_validate(rows_in, labels, sentences) for labels in (roots, quads)]
    else:
        found = [head.predict(rows_in) for head in open_heads()]
    report = {
        "root_macro_f1": macro_f1(roots, found[0]),
        "quad_macro_f1": macro_f1(quads, found[1]),
        "accuracy": round(sum(a == b for a, b in zip(roots, found[0], strict=True)) / len(rows), 4),
    }
    for name, value in report.items():
        print(f"{name:14s} {value:.4f}")
    print(json.dumps(report))
    return 0


def find_dyad(marked: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """The characters [start, end) of source and target in the sentence without its marks; [0, 0) for one unmarked."""
    ends = dict.fromkeys(("<s>", "</s>", "<t>", "</t>"), 0)
    taken = 0
    for match in _MARK.finditer(marked):
        ends[match.group()] = match.start() - taken
        taken += len(match.group())
    return (ends["<s>"], ends["</s>"]), (ends["<t>"], ends["</t>"])


def cross_validate(rows: NDArray[np.float32], labels: list[str], groups: list[str]) -> list[str]:
    """Each row's label from a head that was fitted without its group: groups are dealt to folds in turn."""
    folds = {group: number % FOLDS for number, group in enumerate(dict.fromkeys(groups))}
    fold = np.array([folds[group] for group in groups])
    found = np.empty(len(labels), dtype=object)
    for number in range(FOLDS):
        taught = [label for label, held in zip(labels, fold == number, strict=True) if not held]
        head = fit_regression(rows[fold != number], taught, PENALTY)
        found[fold == number] = head.predict(rows[fold == number])
    return list(found)


def macro_f1(gold: list[str], found: list[str]) -> float:
    """The mean F1 over the classes that the gold has."""
    scores = []
    for name in sorted(set(gold)):
        right = sum(g == f == name for g, f in zip(gold, found, strict=True))
        total = gold.count(name) + found.count(name)
        scores.append(2 * right / total if total else 0.0)
    return round(sum(scores) / len(scores), 4)


def save_heads(root: Regression, quad: Regression) -> None:
    """Keep the two heads for later measurements."""
    named = {"root": root, "quad": quad}
    arrays = {f"{name}.{key}": value for name, head in named.items() for key, value in head.arrays().items()}
    np.savez(HEADS / "plv.npz", allow_pickle=False, **arrays)


def open_heads() -> tuple[Regression, Regression]:
    """The heads for root and quad that were fitted on PLV's train part."""
    arrays = load_arrays(HEADS / "plv.npz")
    root, quad = (
        Regression(**{key.split(".")[1]: value for key, value in arrays.items() if key.startswith(name)})
        for name in ("root", "quad")
    )
    return root, quad


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--crossval", action="store_true", help="fit and measure in five folds by sentence")
    chosen.add_argument("--fit", action="store_true", help="fit the head on the file and keep it")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
