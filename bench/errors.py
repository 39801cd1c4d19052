"""What goes wrong, by kind: `python -m bench.errors GOLD.jsonl [--worst N]`.

Runs the product as `bench.reports` does, takes the N reports (50) with the lowest mean F1 of events.typed and
statements, and gives every event, role and statement that was missed or made up there one kind of error. Texts are not
shown. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.inputs import read_lines
from bench.reports import read_reports
from bench.score import score_records
from bench.score_events import ROLES, SAME_TYPE
from bench.spans import Json, count_hits, listed, overlaps, pair_best, same_span, share_of, words_in

Pairs = list[tuple[Json, Json]]


def main() -> int:
    """Count the errors of the worst reports and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--worst", type=int, default=50, help="how many reports (50)")
    options = parser.parse_args()
    gold = read_lines(options.gold)
    by_id = {record["id"]: record for record in read_reports(gold)}
    cases = [(record, by_id.get(record["id"], {"id": record["id"], "text": record["text"]})) for record in gold]
    worst = sorted(cases, key=lambda case: rate_report(*case))[: options.worst]
    kinds = Counter(kind for ours, theirs in worst for kind in list_errors(ours, theirs))
    for (part, kind), n in sorted(kinds.items(), key=lambda entry: (entry[0][0], -entry[1])):
        print(f"{part:22s} {kind:58s} {n:5d}")
    print(json.dumps({f"{part}: {kind}": n for (part, kind), n in kinds.items()}))
    return 0


def rate_report(gold: Json, predicted: Json) -> float:
    """The mean F1 of events with their type and of statements: the lower, the worse."""
    table = score_records([gold], [predicted])
    return (table["events.typed"]["f1"] + table["statements"]["f1"]) / 2


def list_errors(gold: Json, predicted: Json) -> Iterator[tuple[str, str]]:
    """(part of the record, kind of error), one for each thing that is missing or wrong."""
    text, ours, theirs = gold["text"], listed(gold, "events"), listed(predicted, "events")
    pairs = pair_events(text, ours, theirs)
    yield from _missed_events(text, ours, theirs, pairs)
    yield from _made_up_events(text, ours, theirs, pairs)
    for g, p in pairs:
        for role in ROLES:
            yield from _role_errors(text, role, (g, p), theirs)
    yield from _statement_errors(text, listed(gold, "statements"), listed(predicted, "statements"))


def pair_events(text: str, ours: list[Json], theirs: list[Json]) -> Pairs:
    """Events of one type that share a trigger, as `bench.score` pairs them."""
    likeness: dict[tuple[int, int], float] = {}
    for i, g in enumerate(ours):
        for j, p in enumerate(theirs):
            if hits := count_hits(text, g["triggers"], listed(p, "triggers")):
                likeness[i, j] = hits + (SAME_TYPE if g["type"] == p["type"] else 0)
    return [(ours[i], theirs[j]) for i, j in pair_best(likeness) if ours[i]["type"] == theirs[j]["type"]]


def _missed_events(text: str, ours: list[Json], theirs: list[Json], pairs: Pairs) -> Iterator[tuple[str, str]]:
    right = [id(g) for g, _ in pairs]
    for event in ours:
        if id(event) in right:
            continue
        near = [other for other in theirs if count_hits(text, event["triggers"], listed(other, "triggers"))]
        if not near:
            kind = "no word of it was seen"
        elif all(other["type"] != event["type"] for other in near):
            kind = "seen as another type"
        else:
            kind = "joined to another event of its type"
        yield "events missed", kind


def _made_up_events(text: str, ours: list[Json], theirs: list[Json], pairs: Pairs) -> Iterator[tuple[str, str]]:
    right = [id(p) for _, p in pairs]
    for event in theirs:
        if id(event) in right:
            continue
        near = [other for other in ours if count_hits(text, other["triggers"], listed(event, "triggers"))]
        if not near:
            kind = "its words tell of no event in the gold"
        elif all(other["type"] != event["type"] for other in near):
            kind = "another type in the gold"
        else:
            kind = "split off from an event that was found"
        yield "events too many", kind


def _role_errors(text: str, role: str, pair: tuple[Json, Json], theirs: list[Json]) -> Iterator[tuple[str, str]]:
    gold, found = pair
    for span in listed(gold, role):
        if any(same_span(text, span, other) for other in listed(found, role)):
            continue
        here = [other for name in ROLES for other in listed(found, name) if overlaps(span, other)]
        away = [other for event in theirs for name in ROLES for other in listed(event, name) if overlaps(span, other)]
        if any(overlaps(span, other) for other in listed(found, role)):
            kind = "found, with other borders"
        elif here:
            kind = "found in another role"
        else:
            kind = "known from another event only" if away else "its words were not seen as a part"
        yield "roles missed", kind
    for span in listed(found, role):
        if not any(overlaps(span, other) for name in ROLES for other in listed(gold, name)):
            yield "roles too many", "its words play no role in this event"


def _statement_errors(text: str, ours: list[Json], theirs: list[Json]) -> Iterator[tuple[str, str]]:
    used: set[int] = set()
    for statement in ours:
        cue = statement["cue"]
        near = [other for other in theirs if cue and other.get("cue") and overlaps(cue, other["cue"])]
        used.update(id(other) for other in near)
        if not near:
            yield "statements missed", "its cue was not seen"
        elif kinds := [kind for kind in (_statement_fault(text, statement, other) for other in near)]:
            if all(kinds):
                yield "statements missed", str(kinds[0])
    for other in theirs:
        if id(other) not in used:
            yield "statements too many", "its cue is none in the gold"


def _statement_fault(text: str, gold: Json, found: Json) -> str | None:
    """What keeps a statement with the right cue from being right, None where nothing does."""
    ours, theirs = gold.get("source"), found.get("source")
    shared = share_of(words_in(text, gold["content"]), words_in(text, listed(found, "content")))
    if shared < 0.5:
        return "content too short, too long or elsewhere"
    if bool(ours) != bool(theirs):
        return "source missing" if ours else "source where the gold has none"
    return "another source" if ours and not same_span(text, ours, theirs or {}) else None


if __name__ == "__main__":
    sys.exit(main())
