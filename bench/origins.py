"""Origins alone, on reports of ours: `python -m bench.origins [FILE]`.

FILE (`bench/made/origins.txt` unless given) marks where each report tells of which incident and on whose information
it rests. The product is told which events are one incident, so that only its origins are measured: over pairs of
reports of one incident, is "same origin" right? Prints each wrong pair with the product's reason and, last, JSON.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from bench.coref import f1
from bench.made.stories import read_stories
from bench.made.world import Story
from bench.spans import Json
from bench.told import code_told, open_told
from dragoman.incidents import Incident, Member, Origin
from dragoman.merge import find_origins
from dragoman.merge.model import open_model
from dragoman.merge.tellings import describe_record
from dragoman.pipeline import Tools
from dragoman.read import report_from_text
from dragoman.records import Record

FILE = Path(__file__).parent / "made" / "origins.txt"


def main() -> int:
    """Measure the file named on the command line, else our own."""
    pairs = list(judge_pairs(read_stories(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE), open_told()))
    for pair in pairs:
        if pair["wanted"] != pair["told"]:
            print(f"{pair['left']} {pair['right']}: {'one' if pair['wanted'] else 'two'}; told: {pair['why'] or 'two'}")
    right = sum(pair["wanted"] and pair["told"] for pair in pairs)
    told, wanted = (sum(pair[name] for pair in pairs) for name in ("told", "wanted"))
    p, r = right / told if told else 0.0, right / wanted if wanted else 0.0
    print(json.dumps({"p": round(p, 4), "r": round(r, 4), "f1": round(f1(p, r), 4), "pairs": len(pairs)}))
    return 0


def judge_pairs(stories: Iterable[Story], tools: Tools) -> Iterator[Json]:
    """Each pair of reports of one incident: whether they should share an origin, whether the product says so, why."""
    rarity = open_model().rarity
    records: dict[str, Record] = {}
    incidents: dict[str, dict[Member, str]] = defaultdict(dict)
    for story in stories:
        report = report_from_text(
            story.text, id=story.id, published=story.published, title=story.title, publisher=story.publisher
        )
        record, found = code_told(report, [(m.start, m.end) for m in story.mentions], tools)
        records[record.id] = record
        recalled = {telling.key[1]: telling.recalled for telling in describe_record(record, rarity)}
        for mention in story.mentions:
            if event := found.get((mention.start, mention.end)):
                name, _, origin = mention.incident.partition("/")
                incidents[name][Member(report=record.id, event=event, recalled=recalled[event])] = origin
    for name, wanted in incidents.items():
        yield from _judge(find_origins(Incident(id=name, members=tuple(wanted)), records), wanted)


def _judge(origins: Sequence[Origin], wanted: Mapping[Member, str]) -> Iterator[Json]:
    origin_of = {key: origin for origin in origins for key in origin.members}
    for left, right in combinations(wanted, 2):
        origin = origin_of[left.report, left.event]
        told = origin is origin_of[right.report, right.event]
        same = wanted[left] == wanted[right]
        why = "; ".join(origin.why) if told else None
        yield {"left": left.report, "right": right.report, "wanted": same, "told": told, "why": why}


if __name__ == "__main__":
    sys.exit(main())
