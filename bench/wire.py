"""Incidents, origins and conflicts over a wire of reports: `python -m bench.wire DIR`.

DIR has reports.jsonl, mentions.jsonl and contradictions.jsonl. Two rows: `gold_events`, where the product is told
report, start and end of each mention and that the mentions of one report are different events (as the set is made:
one mention for each event of a report), and nothing else of the truth; `end_to_end`, from the texts alone. Prints both
and, last, one JSON object. Incidents and origins on top are those of `gold_events`. Conflicts are found from the texts
alone in both rows: they lie between what reports say, wherever the mentions stand.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from bench.coref import place_mentions
from bench.inputs import GIVEN, read_lines
from bench.spans import Json
from bench.told import code_told, open_told
from bench.wire_score import score_wire
from dragoman.incidents import Incident, Judgement
from dragoman.merge import find_conflicts, find_origins, merge_records
from dragoman.merge.model import open_model
from dragoman.merge.tellings import describe_record
from dragoman.pipeline import Tools, code_report
from dragoman.read import report_from_text
from dragoman.records import Record, Report

Places = dict[tuple[str, int, int], str]


def main() -> int:
    """Measure the folder named on the command line; exit code 2 where none is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    reports = read_lines(folder / "reports.jsonl")
    gold = place_mentions({r["id"]: r["text"] for r in reports}, read_lines(folder / "mentions.jsonl"))
    contradictions = read_lines(folder / "contradictions.jsonl")
    tools = open_told()
    from_texts = predict_whole(reports, tools)
    whole = score_wire(gold, contradictions, from_texts, end_to_end=True)
    told = score_wire(
        gold, contradictions, {**predict_told(reports, gold, tools), "conflicts": from_texts["conflicts"]}
    )
    figures: Json = {"conll_f1_gold_events": told["conll_f1"], "conll_f1_end_to_end": whole["conll_f1"]}
    figures |= {name: told[name] for name in told if name.startswith(("origin", "conflict", "other"))}
    for name in ("muc", "b3", "ceafe", "conll_f1", *(n for n in told if n.startswith(("origin", "conflict", "other")))):
        print(f"{name:16s} gold_events {told[name]:.4f}   end_to_end {whole[name]:.4f}")
    print(f"mentions: {told['mentions']} told, {whole['mentions']} end to end")
    print(json.dumps(figures | {"gold_events": told, "end_to_end": whole}))
    return 0


def to_report(given: Json) -> Report:
    """A report of the wire without the truth about it."""
    known = {key: given[key] for key in GIVEN if given.get(key) and key != "text"}
    return report_from_text(given["text"], **known)


def predict_told(reports: Sequence[Json], gold: Sequence[Json], tools: Tools) -> Json:
    """The product's incidents, origins and conflicts where it is told report, start and end of each mention."""
    told: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for mention in gold:
        told[mention["report"]].append((mention["start"], mention["end"]))
    records, places, judgements = [], Places(), []
    for given in reports:
        record, found = code_told(to_report(given), told[given["id"]], tools)
        records.append(record)
        places |= {(record.id, *place): event for place, event in found.items()}
        judgements += [_tell_apart(record.id, pair) for pair in combinations(sorted(set(found.values())), 2)]
    return predict(records, judgements, places)


def _tell_apart(report: str, events: tuple[str, str]) -> Judgement:
    left, right = ((report, event) for event in events)
    return Judgement(left=left, right=right, same=False, by="given", why=("one report tells them as two",))


def predict_whole(reports: Sequence[Json], tools: Tools) -> Json:
    """The same from the texts alone."""
    records = [code_report(to_report(given), tools) for given in reports]
    return predict(records, [], {(r.id, t.start, t.end): e.id for r in records for e in r.events for t in e.triggers})


def predict(records: Sequence[Record], judgements: Sequence[Judgement], places: Places) -> Json:
    """Mentions with incident and origin, and conflicts, as the scorer wants them."""
    by_id = {record.id: record for record in records}
    model = open_model()
    tellings = {t.key: t for record in records for t in describe_record(record, model.rarity)}
    incidents = merge_records(records, judgements)
    where = {(m.report, m.event): incident.id for incident in incidents for m in incident.members}
    origins = {key: origin.id for each in incidents for origin in find_origins(each, by_id) for key in origin.members}
    mentions = [
        {
            "report": place[0],
            "start": place[1],
            "end": place[2],
            "incident": where[place[0], event],
            "origin": origins[place[0], event],
        }
        for place, event in places.items()
    ]
    conflicts = [
        conflict for each in incidents if _is_shared(each) for conflict in find_conflicts(each, by_id, tellings)
    ]
    told = [{"field": c.field, "reports": [c.left.report, c.right.report], "incident": c.incident} for c in conflicts]
    return {"mentions": mentions, "conflicts": told}


def _is_shared(incident: Incident) -> bool:
    return len({member.report for member in incident.members}) > 1


if __name__ == "__main__":
    sys.exit(main())
