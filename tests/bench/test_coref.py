"""bench.ecb and bench.wire: their figures are those of the scorers in ../shared, and worked by hand."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from bench.coref import find_best_total, place_mentions, score_conll
from bench.ecb import list_mentions
from bench.ecb import predict as predict_ecb
from bench.inputs import read_lines
from bench.spans import Json
from bench.told import code_told, open_told
from bench.wire_score import list_disagreeing, score_wire
from dragoman.merge.model import open_model
from dragoman.read import report_from_text
from tests.house.tree import run_python


def load(shared: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A scorer of ../shared as a module."""
    monkeypatch.syspath_prepend(str(shared / "bench"))
    spec = importlib.util.spec_from_file_location(name, shared / "bench" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, module)
    spec.loader.exec_module(module)
    return module


def test_clusters_worked_by_hand() -> None:
    gold = {1: "a", 2: "a", 3: "b"}
    assert score_conll(gold, gold)["conll_f1"] == 1.0
    apart = score_conll(gold, {1: "x", 2: "y", 3: "z"})
    assert apart["muc"] == 0.0
    assert apart["b3"] == pytest.approx(0.8)  # precision 1, recall (1/2 + 1/2 + 1) / 3
    assert apart["ceafe"] == pytest.approx(2 * (5 / 9) * (5 / 6) / (5 / 9 + 5 / 6))  # best total 2/3 + 1


def test_best_assignment_is_not_the_greedy_one() -> None:
    assert find_best_total(np.array([[9.0, 8.0], [8.0, 1.0]])) == 16.0
    assert find_best_total(np.array([[1.0], [5.0]])) == 5.0


def test_clusters_score_as_the_shared_scorer_has_it(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs, dice = load(shared, "score_wire", monkeypatch), random.Random(1)
    for _ in range(30):
        size = dice.randint(1, 25)
        gold = {i: dice.randint(0, 7) for i in range(size)}
        guess = {i: dice.randint(0, 7) for i in range(size) if dice.random() < 0.9}
        assert score_conll(gold, guess) == pytest.approx(theirs.conll(gold, guess))


def make_wire(folder: Path, dice: random.Random) -> tuple[list[Json], list[Json], Json]:
    """A small made-up wire with a prediction that is partly wrong."""
    reports = [{"id": f"r{i}", "text": "A bomb fell. Then a strike began, and one more bomb fell."} for i in range(6)]
    mentions = [
        {"report": r["id"], "trigger": words, "event": f"e{dice.randint(0, 2)}", "origin": f"o{dice.randint(0, 2)}"}
        for r in reports
        for words in ("bomb", "strike", "bomb")
    ]
    values = [{"report": r["id"], "value": [dice.randint(1, 3), None]} for r in reports]
    contradictions = [{"event": "e0", "field": field, "values": values[:4]} for field in ("killed", "status")]
    placed: list[Json] = place_mentions({r["id"]: r["text"] for r in reports}, mentions)
    told = [{**m, "incident": dice.randint(0, 2), "origin": dice.randint(0, 2)} for m in placed]
    pairs = [[f"r{dice.randint(0, 5)}", f"r{dice.randint(0, 5)}"] for _ in range(8)]
    conflicts = [{"field": "killed", "reports": pair} for pair in pairs] + [
        {"field": "status", "reports": ["r0", "r1"]}
    ]
    for name, rows in (("reports", reports), ("mentions", mentions), ("contradictions", contradictions)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return placed, contradictions, {"mentions": told, "conflicts": conflicts}


@pytest.mark.parametrize("end_to_end", [False, True])
def test_wire_scores_as_the_shared_scorer_has_it(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end_to_end: bool
) -> None:
    theirs, dice = load(shared, "score_wire", monkeypatch), random.Random(2)
    monkeypatch.setattr(theirs, "rows", read_lines)  # theirs leaves its files open
    for _ in range(5):
        gold, contradictions, predicted = make_wire(tmp_path, dice)
        mine = score_wire(gold, contradictions, predicted, end_to_end=end_to_end)
        assert mine == theirs.score(tmp_path, predicted, end_to_end)


def test_report_that_gives_two_values_disagrees_with_itself() -> None:
    values = [{"report": "a", "value": 1}, {"report": "a", "value": 2}, {"report": "b", "value": 2}]
    assert list_disagreeing({"values": values}) == {("a", "a"), ("a", "b")}


def ecb_record(id: str, text: str, *words: str) -> Json:
    mentions = [
        {"start": text.index(w), "end": text.index(w) + len(w), "text": w, "kind": "action", "chain": w[:4]}
        for w in words
    ]
    sentences = [{"n": 0, "start": 0, "end": len(text), "annotated": True}]
    return {"id": id, "topic": 1, "text": text, "sentences": sentences, "mentions": mentions}


def test_mentions_of_one_deed_in_like_reports_are_one_event() -> None:
    model = open_model()
    one = ecb_record("a", "Divers found the bell of the lost ship Aurelia off Gozo and raised it.", "found", "raised")
    two = ecb_record("b", "The bell of the ship Aurelia, lost off Gozo, was found by divers.", "found")
    mentions = list(list_mentions([one, two], model.rarity))
    clusters = predict_ecb([(m.topic, m.telling) for m in mentions], model)
    keys = [m.telling.key for m in mentions]
    assert clusters[keys[0]] == clusters[keys[2]] != clusters[keys[1]]


def test_told_mentions_are_events_of_their_own_with_a_type() -> None:
    text = "Police in Oslo arrested two men on Monday. A day later a bomb went off in Bergen."
    told = [(text.index(w), text.index(w) + len(w)) for w in ("arrested", "went off")]
    record, found = code_told(report_from_text(text, published="2020-05-07"), told, open_told())
    assert len(set(found.values())) == 2
    assert {event.id for event in record.events} == set(found.values())


@pytest.mark.parametrize("name", ["ecb", "wire"])
def test_program_without_a_file_says_how_it_is_called(name: str) -> None:
    result = run_python("-m", f"bench.{name}")
    assert result.returncode == 2
    assert f"python -m bench.{name}" in result.stderr


def test_wire_program_ends_on_one_json_object(tmp_path: Path) -> None:
    make_wire(tmp_path, random.Random(3))
    result = run_python("-m", "bench.wire", str(tmp_path))
    assert result.returncode == 0, result.stderr
    last = json.loads(result.stdout.splitlines()[-1])
    assert {"conll_f1_gold_events", "conll_f1_end_to_end", "origin_pair_f1", "conflict_p", "conflict_r"} <= set(last)
