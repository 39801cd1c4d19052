"""The two heads in PyTorch, for fitting alone: same names and same computation as `Tagger` and `Ranker` in numpy."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.muc4_candidates import BUCKETS as STRINGS
from bench.muc4_candidates import Candidates
from bench.muc4_sight import Sight
from bench.muc4_tagger import BUCKETS, N_TAGS, REACH, TYPES, hash_all

torch: Any = importlib.import_module("torch")  # by name: what measures has no torch, and its types are not checked
Array = NDArray[np.float32]
Weights = dict[str, Any]
HIDDEN, POOL, KNOWN = 96, 64, 16  # widths; wider ones gained nothing in cross-validation
SECOND, VECTORS, STRING = 64, 32, 8
TAG_WEIGHT = 5.0  # of the tags' loss beside the types'
NOTHING = 0.7  # weight of a word without a tag: most words have none
DROPOUT = 0.3


def fit_tagger(sights: list[Sight], tags: list[NDArray[np.int64]], types: list[Array], seed: int) -> dict[str, Array]:
    """The tagger's weights, after 16 rounds over reports with the right tags of their words and their types."""
    torch.manual_seed(seed)
    shuffler = np.random.default_rng(seed)
    weights = _start_tagger(sights[0].rows.shape[1])
    rounds, size = 16, 16
    step = _stepper(weights, 5e-3, 0.01, rounds * -(-len(sights) // size))
    for _ in range(rounds):
        for batch in _list_batches([len(each) for each in tags], size, shuffler):
            rows, known, right = _pad([sights[at] for at in batch], [tags[at] for at in batch])
            scores, chances = _tag(weights, rows, known, right >= 0)
            loss = TAG_WEIGHT * torch.nn.functional.cross_entropy(
                scores.flatten(0, 1),
                right.flatten(),
                weight=torch.tensor([NOTHING] + [1.0] * (N_TAGS - 1)),
                ignore_index=-1,
            )
            told = torch.tensor(np.stack([types[at] for at in batch]))
            step(loss + torch.nn.functional.binary_cross_entropy_with_logits(chances, told))
    return _to_numpy(weights)


def fit_ranker(found: list[Candidates], right: list[Array], seed: int) -> dict[str, Array]:
    """The ranker's weights, after 8 rounds over all reports' candidates and what they fill."""
    torch.manual_seed(seed)
    facts = torch.tensor(np.concatenate([each.facts for each in found]))
    vectors = torch.tensor(np.concatenate([each.vectors for each in found]))
    known = torch.tensor(np.concatenate([each.known for each in found]))
    truth = torch.tensor(np.concatenate(right))
    mean, spread = facts.mean(0), facts.std(0) + 1e-3
    weights = _start_ranker(facts.shape[1], vectors.shape[1])
    rounds, size = 8, 128
    step = _stepper(weights, 3e-3, 0.02, rounds * -(-len(facts) // size))
    for _ in range(rounds):
        for batch in torch.randperm(len(facts)).split(size):
            scores = _rank(weights, (facts[batch] - mean) / spread, vectors[batch], known[batch])
            losses = torch.nn.functional.binary_cross_entropy_with_logits(scores, truth[batch], reduction="none")
            step(losses.sum(1).mean())
    return _to_numpy(weights | {"facts_mean": mean, "facts_spread": spread})


def _start_tagger(width: int) -> Weights:
    return {
        "known": torch.randn(BUCKETS, KNOWN) * 0.1,
        **_linear("first", width + KNOWN, POOL + HIDDEN),
        **_linear("mix", POOL, HIDDEN),
        **_linear("around", (2 * REACH + 1) * HIDDEN, HIDDEN),
        **_linear("tag", 2 * HIDDEN, N_TAGS),
        "pool_types": _linear("types", POOL, len(TYPES))["types"],
        "types_bias": torch.zeros(len(TYPES)),
    }


def _start_ranker(n_facts: int, width: int) -> Weights:
    return {
        "strings": torch.randn(STRINGS, STRING) * 0.05,
        **_linear("vectors", width, VECTORS),
        **_linear("second", n_facts + VECTORS + 3 * STRING, SECOND),
        **_linear("fill", SECOND, len(TYPES)),
    }


def _linear(name: str, n_in: int, n_out: int) -> Weights:
    bound = n_in**-0.5
    return {name: (torch.rand(n_in, n_out) * 2 - 1) * bound, f"{name}_bias": (torch.rand(n_out) * 2 - 1) * bound}


def _tag(w: Weights, rows: Any, known: Any, real: Any) -> tuple[Any, Any]:
    """Scores of the tags (reports, words, N_TAGS) and of the types (reports, TYPES)."""
    known = known.masked_fill(torch.rand(known.shape) < 0.1, 0)
    state = torch.cat([_drop(rows, 0.1), _drop(w["known"][known])], -1) @ w["first"] + w["first_bias"]
    pool = _drop(torch.relu(state[..., :POOL]).masked_fill(~real[..., None], 0).amax(1))
    hidden = torch.relu(state[..., POOL:] + (pool @ w["mix"] + w["mix_bias"])[:, None]) * real[..., None]
    padded = torch.nn.functional.pad(hidden, (0, 0, REACH, REACH))
    shifted = torch.cat([padded[:, at : at + hidden.shape[1]] for at in range(2 * REACH + 1)], -1)
    around = torch.relu(shifted @ w["around"] + w["around_bias"])
    scores = _drop(torch.cat([hidden, around], -1)) @ w["tag"] + w["tag_bias"]
    return scores, pool @ w["pool_types"] + w["types_bias"]


def _rank(w: Weights, facts: Any, vectors: Any, known: Any) -> Any:
    known = known.masked_fill(torch.rand(known.shape) < 0.2, 0)
    vectors = torch.relu(_drop(vectors) @ w["vectors"] + w["vectors_bias"])
    strings = _drop(w["strings"][known]).flatten(1)
    hidden = torch.relu(torch.cat([facts, vectors, strings], 1) @ w["second"] + w["second_bias"])
    return _drop(hidden) @ w["fill"] + w["fill_bias"]


def _drop(values: Any, share: float = DROPOUT) -> Any:
    return torch.nn.functional.dropout(values, share)


def _stepper(weights: Weights, rate: float, decay: float, steps: int) -> Any:
    """A function that takes a loss and moves the weights once (AdamW, one cycle of the rate)."""
    tensors = [tensor.requires_grad_() for tensor in weights.values()]
    optimizer = torch.optim.AdamW(tensors, lr=rate, weight_decay=decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.1)

    def step(loss: Any) -> None:
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()

    return step


def _list_batches(lengths: list[int], size: int, shuffler: np.random.Generator) -> Iterator[list[int]]:
    """Reports of about one length together, in another order and mixture each time."""
    order = np.argsort(np.array(lengths) + shuffler.random(len(lengths)) * 60)
    batches = [order[first : first + size].tolist() for first in range(0, len(order), size)]
    for at in shuffler.permutation(len(batches)):
        yield batches[at]


def _pad(sights: list[Sight], tags: list[NDArray[np.int64]]) -> tuple[Any, Any, Any]:
    longest = max(map(len, tags))
    rows = np.zeros((len(sights), longest, sights[0].rows.shape[1]), dtype=np.float32)
    known = np.zeros((len(sights), longest), dtype=np.int64)
    right = np.full((len(sights), longest), -1)
    for at, (sight, each) in enumerate(zip(sights, tags, strict=True)):
        rows[at, : len(each)], known[at, : len(each)], right[at, : len(each)] = sight.rows, hash_all(sight.words), each
    return torch.tensor(rows), torch.tensor(known), torch.tensor(right)


def _to_numpy(weights: Weights) -> dict[str, Array]:
    return {name: tensor.detach().numpy() for name, tensor in weights.items()}
