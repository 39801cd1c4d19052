"""Measure names: actors and conflicts, with the gold spans of events and statements given.

usage: python -m bench.names GOLD.jsonl [--misses N]

Prints the rows `actors`, `actors.country`, `actors.sector` as score_reports.py counts them, the same by kind, the
share of gold actors whose name the gazetteer holds (by kind and by region), the conflicting pairs, and the time of the
two stages; the last line is one JSON object. Places have a bench of their own, `bench.geo`.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import yaml

from dragoman.code.conflicts import find_conflicts
from dragoman.records import Event, Report, Statement
from dragoman.resolve.actors import name_actors
from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.words import fold_name

# The regions of the tables of office holders: each of their files has the states of one.
REGIONS = {
    state: region
    for region in ("europe", "americas", "asia", "africa")
    for state in yaml.safe_load(Path(f"resources/actors/offices_{region}.yaml").read_text(encoding="utf-8"))["offices"]
}
COUNTS = ("killed", "injured", "abducted", "arrested", "displaced")


def fold(name: str) -> str:
    """A name as score_reports.py compares it."""
    name = unicodedata.normalize("NFKD", name or "")
    name = "".join(c for c in name if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"^the\s+", "", re.sub(r"[^\w\s]", " ", name)).split())


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The gold records of a file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def to_stage(gold: dict[str, Any]) -> tuple[Report, tuple[Event, ...], tuple[Statement, ...]]:
    """A gold record as the stages get it: the report, its events and its statements; keys of ours only."""
    report = msgspec.convert({k: gold.get(k) for k in ("id", "text", "title", "publisher", "published")}, Report)
    keys = set(Event.__struct_fields__)
    events = [
        msgspec.convert({k: v for k, v in e.items() if k in keys and not (k in COUNTS and v is None)}, Event)
        for e in gold["events"]
    ]
    statements = [msgspec.convert({**s, "cue": s["cue"] or no_cue(s)}, Statement) for s in gold["statements"]]
    return report, tuple(events), tuple(statements)


def no_cue(statement: dict[str, Any]) -> dict[str, Any]:
    """An empty cue before the content, for the few gold statements that have none."""
    start = statement["content"][0]["start"]
    return {"start": start, "end": start, "text": ""}


class Tally:
    """Counts of right, given and wanted answers by row."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.missed: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()

    def add(self, row: str, right: int, given: int, wanted: int) -> None:
        """Add to a row."""
        for what, n in (("right", right), ("given", given), ("wanted", wanted)):
            self.counts[row, what] += n

    def table(self) -> dict[str, dict[str, float]]:
        """Precision, recall and F1 of each row."""
        table = {}
        for row in dict.fromkeys(row for row, _ in self.counts):
            right, given, wanted = (self.counts[row, what] for what in ("right", "given", "wanted"))
            p, r = right / given if given else 0.0, right / wanted if wanted else 0.0
            f1 = 2 * p * r / (p + r) if p + r else 0.0
            table[row] = {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4), "right": right, "given": given,
                          "wanted": wanted}  # fmt: skip
        return table


def score_actors(tally: Tally, gold: dict[str, Any], report: Report, actors: tuple[Any, ...]) -> None:
    """The rows about actors, as score_reports.py has them, and the same links by kind of the gold actor."""
    wanted = {fold(form): actor for actor in gold["actors"] for form in actor["as"]}
    given = {fold(form): actor for actor in actors for form in actor.spellings}
    right = [f for f in wanted if f in given and fold(given[f].name) == fold(wanted[f]["name"])]
    tally.add("actors", len(right), len(given), len(wanted))
    for form in right:
        for key in ("country", "sector"):
            if wanted[form][key]:
                got = getattr(given[form], key)
                ok = got == wanted[form][key] if key == "country" else (got or (None,))[0] in wanted[form][key]
                tally.add(f"actors.{key}", ok, 1, 1)
    for form, actor in wanted.items():
        tally.add(f"links of {actor['kind']}", form in right, form in given, 1)
        if form not in right:
            tally.missed[f"{form} -> {actor['name']} [{given[form].name if form in given else '-'}]"] += 1
    for form, actor in given.items():
        if form not in wanted:
            tally.wrong[f"{form} -> {actor.name} ({actor.kind}; {actor.why})"] += 1


def score_share(tally: Tally, gold: dict[str, Any]) -> None:
    """How many gold actors the gazetteer holds by name, by kind."""
    book = open_gazetteer()
    states = {fold_name(state.name) for state in book.states}
    for actor in gold["actors"]:
        key = fold_name(actor["name"])
        held = key in book.spellings or key in states
        region = REGIONS.get(actor["country"] or "", "no country or other")
        for row in ("in gazetteer", f"in gazetteer: {actor['kind']}", f"in gazetteer, {region}"):
            tally.add(row, held, 1, 1)


def score_record(tally: Tally, gold: dict[str, Any]) -> float:
    """Measure one record; returns the processor seconds that the two stages took."""
    report, events, statements = to_stage(gold)
    began = time.process_time()
    actors = name_actors(report, events, statements)
    conflicts = find_conflicts(report, statements, events)
    seconds = time.process_time() - began
    score_actors(tally, gold, report, actors)
    score_share(tally, gold)
    right = {frozenset(pair) for pair in gold["conflicts"]}
    got = {frozenset(pair[:2]) for pair in conflicts}
    tally.add("conflicts", len(right & got), len(got), len(right))
    return seconds


def main() -> None:
    """Print the table and the JSON line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--misses", type=int, default=0, help="show the N most frequent wrong and missed links")
    chosen = options.parse_args()
    tally, seconds, words = Tally(), 0.0, 0
    open_gazetteer()
    for gold in read_gold(chosen.gold):
        seconds += score_record(tally, gold)
        words += len(gold["text"].split())
    table = tally.table()
    for row, figures in table.items():
        print(f"{row:32s} P {figures['p']:.3f}  R {figures['r']:.3f}  F1 {figures['f1']:.3f}   "
              f"({figures['right']}/{figures['given']}/{figures['wanted']})")  # fmt: skip
    speed = 1000 * seconds / max(words, 1) * 800
    print(f"{speed:.1f} ms of processor time for 800 words")
    for title, links in (("missed", tally.missed), ("not in gold", tally.wrong)):
        for link, n in links.most_common(chosen.misses):
            print(f"  {title:12s} {n:3d} {link}")
    print(json.dumps({**table, "ms_per_800_words": round(speed, 2)}))


if __name__ == "__main__":
    main()
