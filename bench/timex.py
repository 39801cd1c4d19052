"""Measure the grammar of dates on TimeML's time expressions.

usage: python -m bench.timex RECORDS.jsonl [--misses]

Each record's text is read with its document date; an adapter (bench/timex_values.py) writes what the grammar found as
TIMEX3. The last line is one JSON object: `strict` (same extent), `relaxed` (a shared character) and `value` (that, and
the same value) F1, the numbers of `score_spans.py --field timexes` with `--label none` (exact, partial) and
`--label value` (partial).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.inputs import read_lines
from bench.spans import Json
from bench.tally import Row, Tally
from bench.timex_values import write_timexes

_Span = tuple[int, int]


def pair_spans(predicted: Sequence[_Span], gold: Sequence[_Span]) -> dict[int, int]:
    """One-to-one pairs of spans that share characters, as many as there can be: place in gold to place in predicted."""
    owner: dict[int, int] = {}

    def grow(left: int, seen: set[int]) -> bool:
        start, end = predicted[left]
        shared = [(min(end, g[1]) - max(start, g[0]), right) for right, g in enumerate(gold)]
        for overlap, right in sorted(shared, reverse=True):
            if overlap > 0 and right not in seen:
                seen.add(right)
                if right not in owner or grow(owner[right], seen):
                    owner[right] = left
                    return True
        return False

    for left in range(len(predicted)):
        grow(left, set())
    return owner


def score_timexes(records: Sequence[Json], predicted: Sequence[Sequence[Json]]) -> dict[str, Row]:
    """The rows strict, relaxed and value over all records."""
    tally = Tally()
    for record, found in zip(records, predicted, strict=True):
        gold = record["timexes"]
        ours, theirs = (sorted({(t["start"], t["end"]) for t in side}) for side in (gold, found))
        tally.add("strict", len(set(ours) & set(theirs)), len(theirs), len(ours))
        tally.add("relaxed", len(pair_spans(theirs, ours)), len(theirs), len(ours))
        tally.add("value", 0, 0, 0)
        for value in {str(t["value"]) for t in (*gold, *found)}:
            same = [sorted({(t["start"], t["end"]) for t in side if t["value"] == value}) for side in (gold, found)]
            tally.add("value", len(pair_spans(same[1], same[0])), len(same[1]), len(same[0]))
    return tally.table()


def list_misses(record: Json, found: Sequence[Json]) -> list[str]:
    """What gold has and we lack, what we have and gold lacks, and values that differ: a line each."""
    gold = record["timexes"]
    pairs = pair_spans([(t["start"], t["end"]) for t in found], [(t["start"], t["end"]) for t in gold])
    lines = [f"missing   {t['text']!r} {t['value']}" for i, t in enumerate(gold) if i not in pairs]
    lines += [f"spurious  {t['text']!r} {t['value']}" for i, t in enumerate(found) if i not in pairs.values()]
    for right, left in pairs.items():
        ours, theirs = gold[right], found[left]
        if ours["value"] != theirs["value"]:
            lines.append(f"value     {ours['text']!r} {ours['value']} read {theirs['text']!r} {theirs['value']}")
        elif ours["text"] != theirs["text"]:
            lines.append(f"extent    {ours['text']!r} read {theirs['text']!r}")
    return [f"{record['id']} {record['dct']['value'][:10]} {' '.join(line.split())}" for line in lines]


def main(argv: list[str]) -> None:
    records = read_lines(Path(argv[0]))
    found = [write_timexes(record["text"], record["dct"]["value"][:10]) for record in records]
    if "--misses" in argv:
        for record, timexes in zip(records, found, strict=True):
            for line in list_misses(record, timexes):
                print(line)
    table = score_timexes(records, found)
    for name, row in table.items():
        counts = f"({row['right']}/{row['pred']}/{row['gold']})"
        print(f"{name:8s} P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}   {counts}")
    print(json.dumps({name: row["f1"] for name, row in table.items()} | {"records": len(records)}))


if __name__ == "__main__":
    main(sys.argv[1:])
