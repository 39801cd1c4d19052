"""Fit PolNeAR's layers on the finished encoder: `python -m train.adapt SHARED RUN`.

In the training of the reader PolNeAR is one teacher among many; for `bench.polnear` its layers (cues, and the joint
scorer with the parts) learn on from there on PolNeAR's train part alone. The encoder is not touched.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tomllib
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from bench.guided import HEADS
from dragoman.mark.labels import Labels
from train.corpora import read_polnear
from train.examples import Batchable, cut_example, encode_examples
from train.export import load_reader
from train.losses import WEIGHTS, window_losses
from train.model import Reader
from train.run import CONFIG, open_tokenizer, packaged_encoder, pad_windows

ROUNDS, BATCH, RATE = 4, 4, 1e-3
OWN = {"polnear_cue": "cue", "polnear_part": "part", "polnear_smooth": "part_smooth"}  # names in the bundle
TAUGHT = (*OWN, "pair_", "type_vectors")


def main() -> None:
    """Read the windows once, then train the layers on their vectors and write them for `bench.polnear`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("run", type=Path)
    options = parser.parse_args()
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    torch.manual_seed(config["run"]["seed"])
    named = json.loads((options.run / "labels.json").read_text(encoding="utf-8"))
    reader, labels = load_reader(options.run, named, config), Labels(modes=tuple(named["modes"]))
    excluded = json.loads((options.shared / "corpora/exclude.json").read_text(encoding="utf-8"))["polnear"]
    examples = read_polnear(options.shared / "corpora/polnear/train.jsonl", set(excluded))
    limit = config["model"]["max_pieces"]
    tokenizer = open_tokenizer(packaged_encoder())
    windows = [w for item in encode_examples(examples, tokenizer) for w in cut_example(*item, limit, limit, labels)]
    seen = [(window, read_window(reader, window)) for window in windows]
    fit_layers(reader, labels, seen, random.Random(config["run"]["seed"]))
    export_layers(reader, HEADS / "polnear.npz")


def read_window(reader: Reader, window: Batchable) -> Tensor:
    """The vectors (pieces, width) of a window, in half precision: there are some hundred thousand."""
    ids, mask = pad_windows([window])
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        return reader.encode(ids, mask)[0, 1:].half().clone()


def fit_layers(reader: Reader, labels: Labels, seen: list[tuple[Batchable, Tensor]], chance: random.Random) -> None:
    """Train PolNeAR's layers; the rate falls linearly to nothing."""
    taught = [value for name, value in reader.heads.named_parameters() if name.startswith(TAUGHT)]
    optimizer = torch.optim.AdamW(taught, lr=RATE)
    steps = ROUNDS * (len(seen) // BATCH)
    reader.heads.train()
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = RATE * (1 - step / steps)
        terms = [window_losses(reader.heads, vectors.float().clone(), window, labels)
                 for window, vectors in chance.sample(seen, BATCH)]  # fmt: skip
        loss = torch.stack([WEIGHTS[name] * value for found in terms for name, value in found.items()]).sum() / BATCH
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 100 == 0:
            sys.stdout.write(f"{step} of {steps}: loss {float(loss.detach()):.3f}\n")
            sys.stdout.flush()


def export_layers(reader: Reader, path: Path) -> None:
    """The layers under the names that the bundle has for ours, in half precision."""
    weights = {}
    for name, value in reader.heads.state_dict().items():
        if name.startswith(TAUGHT):
            layer, _, kind = name.partition(".")
            weights[f"{OWN.get(layer, layer)}.{kind}"] = value.detach().numpy().astype(np.float16)
    np.savez_compressed(path, **weights)


if __name__ == "__main__":
    main()
