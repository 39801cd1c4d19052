"""The measure of time expressions: its numbers, its adapter, its last line."""

from __future__ import annotations

import importlib.util
import json
import random
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bench.spans import Json
from bench.timex import list_misses, score_timexes
from bench.timex_values import write_timexes
from tests.house.tree import run_python

TEXT = "Guards met on Friday at 10 p.m. and left two days later. It rained last week for three days."


def draw(dice: random.Random) -> tuple[int, int, str]:
    return dice.randint(0, 30), dice.randint(1, 8), dice.choice(["2019", "P1D", "2019-05"])


def timexes(spans: list[tuple[int, int, str]]) -> list[Json]:
    return [{"start": at, "end": at + length, "text": "", "value": value} for at, length, value in spans]


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("on 3 May 2019 they", "DATE", "2019-05-03"),
        ("in May 2019 they", "DATE", "2019-05"),
        ("last week they", "DATE", "2019-W51"),
        ("last weekend they", "DATE", "2019-W51-WE"),
        ("in the third quarter they", "DATE", "2019-Q3"),
        ("in the first half of 2018 they", "DATE", "2018-H1"),
        ("last summer they", "DATE", "2019-SU"),
        ("in the 1990s they", "DATE", "199"),
        ("in the 19th century they", "DATE", "18"),
        ("at the end of 2018 they", "DATE", "2018"),
        ("on Friday night they", "TIME", "2019-12-27TNI"),
        ("at 10 p.m. on Friday they", "TIME", "2019-12-27T22:00"),
        ("for three days they", "DURATION", "P3D"),
        ("every week they", "SET", "P1W"),
        ("they are now there", "DATE", "PRESENT_REF"),
        ("they recently came", "DATE", "PAST_REF"),
        ("the next day they", "DATE", "XXXX-XX-XX"),
    ],
)
def test_adapter_writes_what_the_grammar_told_as_timeml_does(words: str, kind: str, value: str) -> None:
    (found,) = write_timexes(words, "2019-12-29")
    assert (found["type"], found["value"]) == (kind, value)


def test_reading_gold_itself_is_perfect() -> None:
    found = write_timexes(TEXT, "2019-12-29")
    table = score_timexes([{"timexes": found}], [found])
    assert [row["f1"] for row in table.values()] == [1.0, 1.0, 1.0]


def test_strict_asks_for_the_extent_and_value_for_the_value() -> None:
    gold = timexes([(0, 5, "2019"), (10, 5, "P1D"), (20, 5, "2018")])
    found = timexes([(0, 5, "2018"), (12, 5, "P1D")])
    table = score_timexes([{"timexes": gold}], [found])
    assert {name: (row["right"], row["pred"], row["gold"]) for name, row in table.items()} == {
        "strict": (1, 2, 3),
        "relaxed": (2, 2, 3),
        "value": (1, 2, 3),
    }


def test_misses_name_what_differs() -> None:
    gold = [{"start": 14, "end": 20, "text": "Friday", "value": "2019-12-27"}]
    record = {"id": "r", "dct": {"value": "2019-12-29T08:00"}, "timexes": gold}
    lines = list_misses(record, [{"start": 14, "end": 20, "text": "Friday", "value": "2020-01-03"}])
    assert lines == ["r 2019-12-29 value 'Friday' 2019-12-27 read 'Friday' 2020-01-03"]


def test_program_ends_on_one_json_object(tmp_path: Path) -> None:
    record = {"id": "r", "dct": {"value": "2019-12-29"}, "text": TEXT, "timexes": write_timexes(TEXT, "2019-12-29")}
    (tmp_path / "gold.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    result = run_python("-m", "bench.timex", str(tmp_path / "gold.jsonl"))
    assert result.returncode == 0, result.stderr
    last = json.loads(result.stdout.splitlines()[-1])
    assert {name: last[name] for name in ("strict", "relaxed", "value")} == dict.fromkeys(
        ("strict", "relaxed", "value"), 1.0
    )


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_spans", shared / "bench" / "score_spans.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_numbers_are_those_of_the_projects_scorer(shared: Path) -> None:
    module, limit, dice = scorer(shared), sys.getrecursionlimit(), random.Random(7)
    for _ in range(200):
        gold, found = (timexes([draw(dice) for _ in range(dice.randint(0, 6))]) for _ in range(2))
        ours = score_timexes([{"timexes": gold}], [found])
        rows = [{"id": "r", "timexes": gold}], [{"id": "r", "timexes": found}]
        plain, valued = (module.run(*rows, field="timexes", label_key=label)[0] for label in ("none", "value"))
        theirs = {"strict": plain["exact"], "relaxed": plain["partial"], "value": valued["partial"]}
        assert {name: row["f1"] for name, row in ours.items()} == {
            name: pytest.approx(scores["micro_avg"][2], abs=1e-4) for name, scores in theirs.items()
        }
    sys.setrecursionlimit(limit)  # the scorer raises it


def test_values_of_the_corpus_have_the_shapes_that_the_adapter_writes(shared: Path) -> None:
    lines = (shared / "corpora" / "timex" / "train.jsonl").read_text("utf-8").splitlines()[:40]
    shape = re.compile(r"[\dX]{2,4}(-.+)?|PT?[\dX.]+[A-Z].*|(PAST|PRESENT|FUTURE)_REF")
    for record in map(json.loads, lines):
        for found in write_timexes(record["text"], record["dct"]["value"][:10]):
            assert shape.fullmatch(found["value"]), found
            assert record["text"][found["start"] : found["end"]] == found["text"]
