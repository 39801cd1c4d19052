"""Fit what merge weighs: `python -m bench.merge_fit CORPORA`, which writes `src/dragoman/data/merge.json`.

CORPORA is the folder with ecbplus/train.jsonl and the other train parts that rare words are counted in. Two sets of
weights, both logistic regressions. `mentions`, on words alone, from pairs of ECB+ train (gold action mentions of
annotated sentences, chains within a topic). `events`, on all clues, from our own made-up reports (`bench/made`: those
written by hand, and those from templates), with the pairs of ECB+ train for the words, pulled towards PRIOR where the
data say little. Shares and the pull were chosen on the made-up reports. The wire is never looked at.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bench.ecb import list_mentions
from bench.inputs import read_lines
from bench.made.stories import read_stories
from bench.made.world import Story, make_stories
from bench.told import code_told, open_told
from dragoman.config import DATA
from dragoman.merge.block import list_pairs
from dragoman.merge.compare import measure_words
from dragoman.merge.model import FORMAT, Model, Table
from dragoman.merge.tellings import Telling, describe_record
from dragoman.merge.words import Rarity, stem_text
from dragoman.pipeline import Tools
from dragoman.read import report_from_text
from dragoman.records import Record

COUNTED = ("ecbplus/train.jsonl", "muc4/train.jsonl", "polnear/train.jsonl")
FEWEST = 4  # texts that a stem of the table stands in; rarer ones weigh as if they stood in three
JOIN, JOIN_MENTIONS = 0.3, 0.2  # mean probability of a join, chosen on the made-up reports and on ECB+ train
SHARES = {"hand": 0.4, "world": 0.3, "ecb": 0.3}  # weight of each source of pairs
POSITIVE, BLOCKED = 0.3, 0.6  # weight of the pairs that are one; of the others, of those that blocking lets through
KEPT_NEGATIVES = 0.12  # of ECB+, each then with the weight of all that it stands for
EASY = 4000  # pairs that blocking does not let through, taken at random
PULL, PULL_MENTIONS = 3e-3, 1e-5
N_INCIDENTS, SEED = 130, 11
PRIOR = {"bias": -4.2, "trigger": 1.0, "trigger_equal": 0.3, "trigger_alike": 0.6, "sentence": 1.5, "around": 1.0,
         "topic": 1.0, "names": 0.5, "near_names": 1.5, "numbers": 0.5, "trigger_topic": 1.0, "one_report": -1.5,
         "type": 0.7, "type_other": -1.0, "modes": 0.6, "modes_other": -0.5, "day": 2.0, "day_next": 0.3,
         "day_within": 0.7, "day_apart": -1.5, "day_other": -2.0, "place": 1.2, "place_words": 1.0, "place_far": -2.0,
         "country_other": -1.5, "actor": 0.5, "actor_other": -0.2, "recipient": 0.6, "recipient_other": -0.1,
         "toll": 1.5, "toll_fits": 0.4, "toll_other": -0.8, "news_together": 0.5, "news_topic": 2.5,
         "news_apart": -1.0, "recalled_one": -0.3}  # fmt: skip
Array = NDArray[np.float64]


class Pairs(Struct, frozen=True):
    """Clues of pairs, whether each is one incident, and how much it weighs."""

    clues: list[dict[str, float]]
    is_one: Array
    weights: Array


class Coded(Struct, frozen=True):
    """Tellings of coded reports and the incident of each, in one order."""

    tellings: list[Telling]
    incidents: list[str]


def main() -> int:
    """Fit and write the table; exit code 2 without the folder."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    corpora, tools = Path(sys.argv[1]), open_told()
    rarity, unknown = count_rarity(text for name in COUNTED for text in read_texts(corpora / name))
    model = Model(Table(FORMAT, "", {}, {}, JOIN, JOIN_MENTIONS, unknown, rarity), Rarity(rarity, unknown))
    ecb = pair_ecb(corpora / COUNTED[0], model.rarity)
    hand = pair_all(describe(code_stories(read_stories(), tools), model), model)
    world = pair_all(describe(code_stories(make_stories(N_INCIDENTS, SEED), tools), model), model)
    table = build_table(model.table, {"hand": hand, "world": world, "ecb": ecb})
    (DATA / "merge.json").write_text(format_table(table), encoding="utf-8")
    print(
        {
            name: (len(pairs.clues), int(pairs.is_one.sum()))
            for name, pairs in (("hand", hand), ("world", world), ("ecb", ecb))
        }
    )
    return 0


def read_texts(path: Path) -> Iterator[str]:
    """The texts of a corpus; those in capitals alone come in small letters."""
    yield from (record.get("text_lower") or record["text"] for record in read_lines(path))


def count_rarity(texts: Iterable[str]) -> tuple[dict[str, float], float]:
    """How rare each stem is (the logarithm of all texts over those that have it), and what an unknown one weighs."""
    found: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        found.update(set(stem_text(text)))
    table = {stem: round(math.log(total / n), 2) for stem, n in sorted(found.items()) if n >= FEWEST}
    return table, round(math.log(total / (FEWEST - 1)), 2)


def code_stories(stories: Iterable[Story], tools: Tools) -> Iterator[tuple[Record, dict[str, str]]]:
    """The records of made-up reports, and the incident of each event of theirs by its id."""
    for story in stories:
        report = report_from_text(
            story.text, id=story.id, published=story.published, title=story.title, publisher=story.publisher
        )
        record, found = code_told(report, [(m.start, m.end) for m in story.mentions], tools)
        yield record, {found[m.start, m.end]: m.incident for m in story.mentions if (m.start, m.end) in found}


def describe(coded: Iterable[tuple[Record, Mapping[str, str]]], model: Model) -> Coded:
    """The told events as tellings."""
    rows = [
        (t, truth[t.key[1]])
        for record, truth in coded
        for t in describe_record(record, model.rarity)
        if t.key[1] in truth
    ]
    return Coded([telling for telling, _ in rows], [incident for _, incident in rows])


def pair_all(coded: Coded, model: Model) -> Pairs:
    """The pairs that blocking lets through, those of one incident that it does not, and some of the rest."""
    near = list_pairs(coded.tellings, model.rarity)
    known, dice = set(near), random.Random(5)  # noqa: S311 - a sample, no secret
    rest = [pair for pair in combinations(range(len(coded.tellings)), 2) if pair not in known]
    is_one = {pair: coded.incidents[pair[0]] == coded.incidents[pair[1]] for pair in [*near, *rest]}
    far = dice.sample([pair for pair in rest if not is_one[pair]], min(EASY, len(rest) - sum(is_one[p] for p in rest)))
    pairs = [*near, *(pair for pair in rest if is_one[pair]), *far]
    truth = np.array([is_one[pair] for pair in pairs], dtype=float)
    easy = np.array([at >= len(pairs) - len(far) for at in range(len(pairs))])
    hard = ~easy & (truth == 0)
    weights = np.where(truth == 1, POSITIVE / max(truth.sum(), 1), 0.0)
    weights[hard] = (1 - POSITIVE) * BLOCKED / max(hard.sum(), 1)
    weights[easy] = (1 - POSITIVE) * (1 - BLOCKED) / max(easy.sum(), 1)
    return Pairs([model.measure(coded.tellings[a], coded.tellings[b]) for a, b in pairs], truth, weights)


def pair_ecb(path: Path, rarity: Rarity) -> Pairs:
    """Pairs of mentions of one topic of ECB+: all that are one event, and some of the others."""
    topics: dict[str, list[tuple[Telling, str]]] = defaultdict(list)
    for mention in list_mentions(read_lines(path), rarity):
        topics[mention.topic].append((mention.telling, mention.chain))
    dice = random.Random(3)  # noqa: S311 - a sample, no secret
    clues: list[dict[str, float]] = []
    truth: list[float] = []
    weights: list[float] = []
    for mentions in topics.values():
        for (left, chain), (right, other) in combinations(mentions, 2):
            if chain != other and dice.random() > KEPT_NEGATIVES:
                continue
            clues.append(measure_words(left, right, rarity))
            truth.append(float(chain == other))
            weights.append(1.0 if chain == other else 1 / KEPT_NEGATIVES)
    return Pairs(clues, np.array(truth), np.array(weights) / sum(weights))


def build_table(table: Table, sources: Mapping[str, Pairs]) -> Table:
    """The table with both sets of weights; a source's own bias and what it lacks stay out of them."""
    names = sorted({name for pairs in sources.values() for name in pairs.clues[0]})
    own = ("bias", "ecb", "world", *names)
    rows, truth, weights = [], [], []
    for name, pairs in sources.items():
        given = [{**clues, "bias": 1.0, name: 1.0} for clues in pairs.clues]
        rows.append(to_matrix(given, own))
        truth.append(pairs.is_one)
        weights.append(pairs.weights * SHARES[name])
    prior = np.array([PRIOR.get(name, 0.0) for name in own])
    events = fit(np.vstack(rows), np.concatenate(truth), np.concatenate(weights), prior, PULL)
    ecb = sources["ecb"]
    words = ("bias", *ecb.clues[0])
    mentions = fit(
        to_matrix([{**clues, "bias": 1.0} for clues in ecb.clues], words),
        ecb.is_one,
        ecb.weights,
        np.zeros(len(words)),
        PULL_MENTIONS,
    )
    kept = {name: value for name, value in _name(own, events).items() if name not in ("ecb", "world")}
    made = f"bench.merge_fit, {N_INCIDENTS} incidents of seed {SEED}"
    return Table(
        FORMAT, made, _name(words, mentions), kept, table.join, table.join_mentions, table.unknown, table.rarity
    )


def _name(names: Sequence[str], weights: Array) -> dict[str, float]:
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def to_matrix(clues: Sequence[Mapping[str, float]], names: Sequence[str]) -> Array:
    """Clues as rows, in the order of the names."""
    return np.array([[row.get(name, 0.0) for name in names] for row in clues])


def fit(rows: Array, truth: Array, weights: Array, prior: Array, pull: float) -> Array:
    """Weights of a logistic regression (Adam on the weighted mean loss), pulled towards `prior` (L2)."""
    found, share = prior.copy(), weights / weights.sum()
    first = second = np.zeros_like(found)
    for step in range(1, 801):
        p = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ ((p - truth) * share) + pull * (found - prior)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        found = found - 0.03 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return found


def format_table(table: Table) -> str:
    """The table as JSON, one line for each part."""
    parts = {name: getattr(table, name) for name in table.__struct_fields__}
    return "{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(part)}" for name, part in parts.items()) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main())
