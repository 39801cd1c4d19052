"""Fit the adapter of `bench.muc4` on MUC-4's train part: `python -m bench.fit_muc4 SHARED` (PyTorch, minutes).

To be run whenever the bundle's encoder has changed. Reads `SHARED/corpora/muc4/train.gtt.jsonl` (no dev part), leaves
out what `exclude.json` names, and writes `bench/heads/muc4.npz`. Prints the figures of three folds by document: each
report's templates come from heads that were fitted without it, the thresholds alone are chosen on all of them.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from itertools import product
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bench.inputs import read_lines
from bench.muc4 import HEADS, print_table, save_heads
from bench.muc4_candidates import Candidates, find_candidates
from bench.muc4_labels import mark_right, mark_types, tag_words
from bench.muc4_score import Row, score_templates
from bench.muc4_sight import Reader, Sight
from bench.muc4_tagger import Tagger, Tags
from bench.muc4_templates import Adapter, Ranker, Thresholds, build_templates
from bench.muc4_torch import fit_ranker, fit_tagger
from bench.spans import Json
from dragoman.assets import open_bundle
from dragoman.config import Settings

Array = NDArray[np.float32]
FOLDS = 3
TEMPLATE = (0.15, 0.2, 0.25, 0.3, 0.35)
FILLER = (0.14, 0.18, 0.22, 0.26)


class Case(Struct, frozen=True):
    """A train report with its templates and its fold."""

    id: str
    sight: Sight
    templates: list[Json]
    fold: int


def main() -> int:
    """Fit, print, save; exit code 2 where no folder is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    cases = read_cases(Path(sys.argv[1], "corpora"))
    adapter, table = fit_adapter(cases)
    print(f"{len(cases)} train reports, three folds; {adapter.thresholds}")
    print_table(table)
    save_heads(adapter, open_bundle(Settings().bundle).manifest.files["encoder.onnx"])
    print(f"{HEADS.name}: {HEADS.stat().st_size} bytes")
    return 0


def read_cases(corpora: Path) -> list[Case]:
    """The train reports as the product sees them, dealt to folds by a hash of their id."""
    left_out = set(json.loads((corpora / "exclude.json").read_text(encoding="utf-8"))["muc4"])
    reader = Reader()
    cases = []
    for row in read_lines(corpora / "muc4" / "train.gtt.jsonl"):
        sight = None if row["docid"] in left_out else reader.read(row["doctext"])
        if sight:
            fold = int(sha256(row["docid"].encode()).hexdigest(), 16) % FOLDS
            cases.append(Case(row["docid"], sight, row["templates"], fold))
    return cases


def fit_adapter(cases: list[Case]) -> tuple[Adapter, dict[str, Row]]:
    """The adapter fitted on all cases, and the table of the folds.

    The ranker learns from candidates that taggers of other folds found: those on which its own tagger was fitted
    look surer than any that it will meet.
    """
    tags = _tag_by_folds(cases)
    found = [find_candidates(case.sight, each) for case, each in zip(cases, tags, strict=True)]
    chances: list[Array | None] = [None] * len(cases)
    for fold in range(FOLDS):
        ranker = _fit_ranker([(c, f) for c, f in zip(cases, found, strict=True) if c.fold != fold])
        for at, (case, candidates) in enumerate(zip(cases, found, strict=True)):
            if case.fold == fold and candidates:
                chances[at] = ranker.rank(candidates)
    tables = {}
    for template, filler in product(TEMPLATE, FILLER):
        thresholds = Thresholds(template, filler)
        made = [
            {"docid": case.id, "templates": build_templates(case.sight, each.types, candidates, shares, thresholds)}
            for case, each, candidates, shares in zip(cases, tags, found, chances, strict=True)
        ]
        tables[thresholds] = score_templates([{"docid": c.id, "templates": c.templates} for c in cases], made)
    best = max(tables, key=lambda each: tables[each]["micro_avg"]["f1"])
    ranker = _fit_ranker(list(zip(cases, found, strict=True)))
    return Adapter(_fit_tagger(cases, FOLDS), ranker, best), tables[best]


def _tag_by_folds(cases: list[Case]) -> list[Tags]:
    """Each report's tags from a tagger that was fitted without its fold."""
    tags: dict[str, Tags] = {}
    for fold in range(FOLDS):
        tagger = _fit_tagger([case for case in cases if case.fold != fold], fold)
        tags |= {case.id: tagger.tag(case.sight) for case in cases if case.fold == fold}
    return [tags[case.id] for case in cases]


def _fit_tagger(cases: list[Case], seed: int) -> Tagger:
    tags = [tag_words(case.sight, case.templates) for case in cases]
    types = [mark_types(case.templates) for case in cases]
    return Tagger(fit_tagger([case.sight for case in cases], tags, types, seed))


def _fit_ranker(pairs: list[tuple[Case, Candidates | None]]) -> Ranker:
    kept = [(candidates, mark_right(candidates, case.templates)) for case, candidates in pairs if candidates]
    return Ranker(fit_ranker([candidates for candidates, _ in kept], [right for _, right in kept], FOLDS))


if __name__ == "__main__":
    sys.exit(main())
