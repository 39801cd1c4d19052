"""The programs give the product nothing of the truth, and end on one JSON object."""

from __future__ import annotations

import json
from pathlib import Path

from bench.inputs import read_lines, write_inputs
from bench.spans import Json
from tests.house.tree import run_python


def test_product_gets_the_report_and_nothing_of_the_truth(tmp_path: Path) -> None:
    gold: Json = {
        "id": "r",
        "text": "Rain.",
        "title": None,
        "published": "2020",
        "events": [],
        "actors": [],
        "source": "x",
    }
    write_inputs([gold], tmp_path / "given.jsonl")
    assert read_lines(tmp_path / "given.jsonl") == [{"id": "r", "text": "Rain.", "published": "2020"}]


def test_reports_program_ends_on_one_json_object(tmp_path: Path) -> None:
    text = "Police in Oslo arrested two men on Monday."
    gold: Json = {"id": "r", "text": text, "events": [], "statements": [], "actors": [], "junk": [], "conflicts": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    result = run_python("-m", "bench.reports", str(tmp_path / "gold.jsonl"))
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout.splitlines()[-1])["events.typed"]["gold"] == 0
