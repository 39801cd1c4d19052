"""Same event or not, on ECB+: `python -m bench.ecb FILE.jsonl`.

Given are the gold action mentions of annotated sentences, and which reports are of one topic; merge groups the reports
of a topic into stories, and its pair score for bare mentions (words, names, sentences, reports) and its clustering say
which are one event. Figures are those of
score_coref.py: chains within a topic, singletons count.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bench.coref import round_all, score_conll
from bench.inputs import read_lines
from bench.spans import Json
from dragoman.merge.cluster import cluster
from dragoman.merge.model import Model, open_model
from dragoman.merge.pages import Page
from dragoman.merge.stories import Story, find_stories
from dragoman.merge.tellings import Telling, describe_mention
from dragoman.merge.words import Rarity
from dragoman.records import Report, Sentence, Span


class Mention(Struct, frozen=True):
    """A gold mention: what is told with it, its topic and (for scoring alone) its chain."""

    telling: Telling
    topic: str
    chain: str


def main() -> int:
    """Measure the file named on the command line; exit code 2 where none is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    model = open_model()
    mentions = list(list_mentions(read_lines(Path(sys.argv[1])), model.rarity))
    gold: dict[Hashable, Hashable] = {m.telling.key: (m.topic, m.chain) for m in mentions}
    figures: Json = round_all(score_conll(gold, predict([(m.topic, m.telling) for m in mentions], model)))
    figures |= {"mentions": len(gold), "chains": len(set(gold.values()))}
    for name, value in figures.items():
        print(f"{name:10s} {value}")
    print(json.dumps(figures))
    return 0


def list_mentions(records: Sequence[Json], rarity: Rarity) -> Iterator[Mention]:
    """The gold action mentions of annotated sentences; one without a chain is an event of its own."""
    pages = {record["id"]: _to_page(record, rarity) for record in records}
    stories: dict[str, Story] = {}
    for topic in sorted({str(record["topic"]) for record in records}):
        stories |= find_stories([pages[record["id"]] for record in records if str(record["topic"]) == topic])
    for record in records:
        page, story = pages[record["id"]], stories[record["id"]]
        spans = [(s["start"], s["end"]) for s in record["sentences"] if s.get("annotated")]
        for number, mention in enumerate(record["mentions"]):
            start, end = mention["start"], mention["end"]
            if mention["kind"] == "action" and any(a <= start and end <= b for a, b in spans):
                telling = describe_mention(page, Span(start, end, mention["text"]), (record["id"], f"{start}-{end}"))
                telling = replace(telling, topic=story.topic, story=story.number)
                yield Mention(telling, str(record["topic"]), mention.get("chain") or f"alone {record['id']} {number}")


def _to_page(record: Json, rarity: Rarity) -> Page:
    sentences = tuple(Sentence(s["start"], s["end"], 0, False) for s in record["sentences"])
    return Page(Report(id=record["id"], text=record["text"], sentences=sentences), rarity)


def predict(mentions: Sequence[tuple[str, Telling]], model: Model) -> dict[Hashable, Hashable]:
    """The cluster of each mention by its key: clusters lie within a topic."""
    topics: dict[str, list[Telling]] = defaultdict(list)
    for topic, telling in mentions:
        topics[topic].append(telling)
    found: dict[Hashable, Hashable] = {}
    for topic, told in topics.items():
        groups = _group(told, model)
        found |= {told[at].key: (topic, group) for group, members in groups.items() for at in members}
    return found


def _group(told: Sequence[Telling], model: Model) -> dict[int, list[int]]:
    def score(left: int, right: int) -> float:
        return model.score_mentions(told[left], told[right])

    pairs = list(combinations(range(len(told)), 2))
    return cluster(len(told), pairs, score, threshold=model.table.join_mentions).members


if __name__ == "__main__":
    sys.exit(main())
