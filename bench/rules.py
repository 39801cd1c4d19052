"""Measure the rules for figures and dates on gold events, apart from the marker.

usage: python -m bench.rules GOLD.jsonl [--misses]

Each gold event gives its triggers, recipients, type, modes, status and time words; its figures and its date are
taken away and read again. The last line is one JSON object.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec
from msgspec.structs import replace

from dragoman.code.counts import count_events
from dragoman.read import report_from_text
from dragoman.records import Event, Report
from dragoman.resolve.dates import date_events
from dragoman.terms import CountKind

Table = dict[str, dict[str, float]]


def read_gold(path: Path) -> list[tuple[Report, tuple[Event, ...]]]:
    rows = []
    for line in path.read_text("utf-8").splitlines():
        record: dict[str, Any] = json.loads(line)
        report = report_from_text(record["text"], id=record["id"], published=record["published"])
        events = msgspec.convert(record["events"], tuple[Event, ...])
        rows.append((replace(report, published=record["published"]), events))
    return rows


def score(tally: Counter[tuple[str, str]], name: str, gold: object, pred: object) -> None:
    tally[name, "gold"] += gold is not None
    tally[name, "pred"] += pred is not None
    tally[name, "right"] += gold is not None and gold == pred


def table_of(tally: Counter[tuple[str, str]]) -> Table:
    table = {}
    for name in dict.fromkeys(name for name, _ in tally):
        right, pred, gold = (tally[name, column] for column in ("right", "pred", "gold"))
        f1 = 2 * right / (pred + gold) if pred + gold else 0.0
        table[name] = {
            "p": right / pred if pred else 0.0,
            "r": right / gold if gold else 0.0,
            "f1": f1,
            "right": right,
            "pred": pred,
            "gold": gold,
        }
    return table


def score_report(report: Report, events: tuple[Event, ...], tally: Counter[tuple[str, str]]) -> list[str]:
    """Add the report to the tally; the lines of what was read otherwise than in gold."""
    bare = tuple(replace(e, date=None, **dict.fromkeys((k.value for k in CountKind), None)) for e in events)
    missed = []
    for gold, counted, dated in zip(events, count_events(report, bare), date_events(report, bare), strict=True):
        for kind in CountKind:
            told, read = getattr(gold, kind.value), getattr(counted, kind.value)
            score(tally, kind.value, told, read)
            score(tally, "counts", told, read)
            if told != read:
                shown = [t.text for t in gold.triggers[:5]], [r.text for r in gold.recipient]
                words = [w.text for w in counted.count_words]
                missed.append(f"{report.id} {gold.type} {gold.status} {kind} gold {told} read {read} {shown} {words}")
        score(tally, "date", gold.date, dated.date)
        if gold.time:
            score(tally, "date|time", gold.date, dated.date)
        if gold.date != dated.date:
            words = [t.text for t in gold.time]
            missed.append(
                f"{report.id} date {report.published} {gold.status} {words} gold {gold.date} read {dated.date} "
                f"{dated.date_why}"
            )
    return missed


def main(argv: list[str]) -> None:
    rows = read_gold(Path(argv[0]))
    tally: Counter[tuple[str, str]] = Counter()
    started = perf_counter()
    missed = [line for report, events in rows for line in score_report(report, events, tally)]
    seconds = perf_counter() - started
    if "--misses" in argv:
        sys.stdout.writelines(f"{line}\n" for line in missed)
    table = table_of(tally)
    for name, row in table.items():
        sys.stdout.write(
            f"{name:10s} P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}  "
            f"({row['right']}/{row['pred']}/{row['gold']})\n"
        )
    sys.stdout.write(json.dumps({"rules": table, "seconds": round(seconds, 3), "reports": len(rows)}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
