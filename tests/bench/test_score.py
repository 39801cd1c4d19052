"""Our scorer gives the numbers of the project's scorer of reports, and refuses what cannot be compared."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.inputs import read_lines
from bench.score import score_records

Json = dict[str, Any]
TEXT = "Officials said raiders wounded three miners at Oruro. The union doubts it."


def mark(words: str) -> Json:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def make_gold() -> Json:
    return {
        "id": "r1",
        "text": TEXT,
        "statements": [
            {"id": "S1", "source": mark("Officials"), "cue": mark("said"), "via": None, "medium": None,
             "content": [mark("raiders wounded three miners at Oruro")], "stance": "assert"},
        ],
        "events": [
            {"id": "E1", "type": "ASSAULT", "modes": [], "triggers": [mark("wounded")], "actor": [mark("raiders")],
             "recipient": [mark("three miners")], "place": [mark("Oruro")], "date": "2019-04", "injured": [3, 3],
             "status": "actual", "responsibility": "stated", "said_by": ["S1"]},
        ],
        "actors": [{"name": "Miners' Union", "as": ["The union"], "country": "BOL", "sector": ["LAB"]}],
        "conflicts": [],
        "junk": [],
    }  # fmt: skip


def change(records: list[Json], seed: int) -> list[Json]:
    """Predictions made from gold by dropping, doubling, shifting and relabelling parts of it."""
    chance = random.Random(seed)
    changed = copy.deepcopy(records)
    for record in changed:
        for event in record["events"]:
            event["type"] = chance.choice([event["type"]] * 4 + ["ASSAULT", "COERCE"])
            event["status"] = chance.choice([event["status"]] * 3 + ["future"])
            event["said_by"] = chance.choice([event["said_by"]] * 3 + [[]])
            event["date"] = chance.choice([event["date"]] * 3 + [None, "2001"])
            event["killed"] = chance.choice([event.get("killed"), None, [1, 1]])
            for role in ("triggers", "actor", "recipient", "place"):
                kept = [span for span in event[role] if chance.random() < 0.9]
                event[role] = [shift(span, chance, len(record["text"])) for span in kept]
        for statement in record["statements"]:
            statement["stance"] = chance.choice([statement["stance"]] * 3 + ["deny"])
            statement["via"] = chance.choice([statement["via"]] * 3 + [None])
            statement["source"] = chance.choice([statement["source"]] * 4 + [None])
        for part in ("events", "statements", "actors", "junk", "conflicts"):
            record[part] = [each for each in record[part] if chance.random() < 0.8]
        record["conflicts"] += [["S1", "S2"]] if chance.random() < 0.2 else []
    return changed[: -len(changed) // 10 or None]


def shift(span: Json, chance: random.Random, end: int) -> Json:
    start = max(0, span["start"] + chance.choice([0, 0, 0, -9, 4]))
    return {"start": start, "end": max(start, min(end, span["end"] + chance.choice([0, 0, 0, 7, 60])))}


def test_gold_against_itself_is_all_right() -> None:
    table = score_records([make_gold()], [make_gold()])
    assert {name: row.get("f1", row.get("acc")) for name, row in table.items() if row.get("gold", row.get("n"))} == {
        name: 1.0 for name, row in table.items() if row.get("gold", row.get("n"))
    }


def test_missing_prediction_counts_as_missed() -> None:
    row = score_records([make_gold()], [])["events.typed"]
    assert (row["gold"], row["right"]) == (1, 0)


def test_whole_text_is_no_trigger() -> None:
    other = make_gold()
    other["events"][0]["triggers"] = [{"start": 0, "end": len(TEXT)}]
    assert score_records([make_gold()], [other])["events.found"]["right"] == 0


def test_last_word_is_enough_for_a_role() -> None:
    other = make_gold()
    other["events"][0]["recipient"] = [mark("miners")]
    assert score_records([make_gold()], [other])["recipient"]["f1"] == 1.0


@pytest.mark.parametrize("field, value", [("id", "strange"), ("text", "Another text.")])
def test_prediction_of_another_report_is_refused(field: str, value: str) -> None:
    with pytest.raises(ValueError, match="id|text"):
        score_records([make_gold()], [make_gold() | {field: value}])


@pytest.mark.parametrize("seed", [1, 2])
def test_numbers_equal_those_of_the_projects_scorer(shared: Path, tmp_path: Path, seed: int) -> None:
    gold = read_lines(shared / "gold" / "dev.jsonl")[:40] + read_lines(shared / "gold" / "relay-dev.jsonl")
    predicted = change(gold, seed)
    for name, records in (("gold", gold), ("predicted", predicted)):
        (tmp_path / name).write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    scorer = shared / "bench" / "score_reports.py"
    command = [sys.executable, str(scorer), str(tmp_path / "gold"), str(tmp_path / "predicted"), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = score_records(gold, predicted)
    assert list(ours) == list(theirs)
    assert ours == theirs
