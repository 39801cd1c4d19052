"""Templates of MUC-4 from what the product sees: `python -m bench.muc4 FILE.gtt.jsonl`.

A yardstick from outside: the product reads each `doctext`; an adapter on its encoder's vectors and its marks, fitted
on MUC-4's train part (`bench.fit_muc4`), makes templates of them. Prints precision, recall and F1 by role as GTT
counts them (template mode, exact) and, last, one JSON object.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.inputs import read_lines
from bench.muc4_score import Row, score_templates
from bench.muc4_sight import Reader
from bench.muc4_tagger import Tagger
from bench.muc4_templates import Adapter, Ranker, Thresholds
from bench.spans import Json
from dragoman.assets import open_bundle
from dragoman.config import Settings

Array = NDArray[np.float32]
HEADS = Path(__file__).parent / "heads" / "muc4.npz"
_SMALL = 2000  # numbers: arrays up to there are kept as they are


def main() -> int:
    """Measure the file named on the command line; exit code 2 where none is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    adapter, encoder = open_heads()
    if encoder != open_bundle(Settings().bundle).manifest.files["encoder.onnx"]:
        print("the adapter was fitted on another encoder: fit it again (python -m bench.fit_muc4 SHARED)")
    gold = read_lines(Path(sys.argv[1]))
    table = score_templates(gold, fill_templates(gold, adapter))
    print_table(table)
    micro = table.pop("micro_avg")
    print(json.dumps({"micro_f1": micro["f1"], "micro_p": micro["p"], "micro_r": micro["r"], "roles": table}))
    return 0


def fill_templates(rows: list[Json], adapter: Adapter) -> list[Json]:
    """What the product and the adapter make of each `doctext`; nothing else of a row is looked at but its id."""
    reader = Reader()
    seen = ((row["docid"], reader.read(row["doctext"])) for row in rows)
    return [{"docid": name, "templates": adapter.fill(sight) if sight else []} for name, sight in seen]


def print_table(table: dict[str, Row]) -> None:
    """Print the table for people, in per cent."""
    for name, row in table.items():
        print(f"{name:14s} P {100 * row['p']:5.1f}  R {100 * row['r']:5.1f}  F1 {100 * row['f1']:5.1f}")


def save_heads(adapter: Adapter, encoder: str, path: Path = HEADS) -> None:
    """Keep the adapter and the sha256 of the encoder that it was fitted on; large arrays in eight bits a number."""
    arrays: dict[str, NDArray[np.generic]] = {
        "encoder": np.array(encoder),
        "thresholds": np.array([adapter.thresholds.template, adapter.thresholds.filler]),
    }
    for name, values in {**adapter.tagger.weights, **adapter.ranker.weights}.items():
        if values.size <= _SMALL:
            arrays[name] = values
        else:
            scale = np.abs(values).max(axis=0) / 127 + 1e-12
            arrays[name] = np.round(values / scale).astype(np.int8)
            arrays[f"{name}.scale"] = scale.astype(np.float32)
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def open_heads(path: Path = HEADS) -> tuple[Adapter, str]:
    """The opposite of `save_heads`: the adapter and its encoder's sha256."""
    with np.load(path, allow_pickle=False) as archive:
        arrays = {name: archive[name] for name in archive.files}
    template, filler = arrays.pop("thresholds").tolist()
    encoder = str(arrays.pop("encoder"))
    weights = {
        name: values.astype(np.float32) * arrays.get(f"{name}.scale", np.float32(1))
        for name, values in arrays.items()
        if not name.endswith(".scale")
    }
    return Adapter(Tagger(weights), Ranker(weights), Thresholds(template, filler)), encoder


if __name__ == "__main__":
    sys.exit(main())
