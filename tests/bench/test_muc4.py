"""The yardstick MUC-4: its scorer counts as GTT does, and the adapter makes templates of what the product sees."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from bench.muc4 import HEADS, open_heads, save_heads
from bench.muc4_candidates import Candidates, find_candidates, list_runs, trim
from bench.muc4_labels import mark_right, mark_types, tag_words
from bench.muc4_score import ROLES, normalise, score_templates
from bench.muc4_sight import N_MARKS, Reader, Sight, hash_words
from bench.muc4_tagger import N_TAGS, TYPES, Tags, shift_rows
from bench.muc4_templates import Thresholds, build_templates
from bench.spans import Json
from tests.house.tree import run_python

TEXT = "Rebels of the Green Dawn shot mayor Ana Silva with rifles near the old bridge."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def make_template(kind: str = "attack", **roles: list[list[str]]) -> Json:
    return {"incident_type": kind, **{role: roles.get(role, []) for role in ROLES}}


def score_one(predicted: list[Json], gold: list[Json]) -> dict[str, dict[str, float]]:
    return score_templates([{"docid": "a", "templates": gold}], [{"docid": "a", "templates": predicted}])


def make_sight(text: str = TEXT) -> Sight:
    words = text.lower().replace(".", " .").split()
    starts, at = [], 0
    for word in words:
        at = text.lower().index(word, at)
        starts.append(at)
        at += len(word)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return Sight(text, words, starts, ends, np.zeros((len(words), 4), dtype=np.float32))


def make_tags(sight: Sight, spans: list[tuple[int, int, int]]) -> Tags:
    """Tags sure of the spans (role, start, end) and of nothing else."""
    scores = np.full((len(sight.words), N_TAGS), 0.001, dtype=np.float32)
    scores[:, 0] = 0.99
    for role, start, end in spans:
        scores[start:end] = 0.001
        scores[start, 1 + 2 * role] = scores[start + 1 : end, 2 + 2 * role] = 0.99
    return Tags(np.log(scores), np.full(len(TYPES), 0.5, dtype=np.float32))


def find(sight: Sight, spans: list[tuple[int, int, int]]) -> Candidates:
    found = find_candidates(sight, make_tags(sight, spans))
    assert found
    return found


def test_mention_is_compared_without_articles_marks_and_capitals() -> None:
    assert normalise('The "Green Dawn",  a front') == "green dawn front"


def test_entity_is_right_when_each_mention_belongs_to_one_gold_entity() -> None:
    gold = [make_template(Victim=[["ana silva", "mayor ana silva"], ["a guard"]])]
    assert score_one([make_template(Victim=[["the mayor Ana Silva"]])], gold)["Victim"] == {
        "p": 1.0,
        "r": 0.5,
        "f1": 0.6667,
    }
    assert score_one([make_template(Victim=[["ana silva", "guard"]])], gold)["Victim"]["f1"] == 0


def test_template_of_another_type_hits_nothing() -> None:
    gold = [make_template("bombing", Victim=[["ana silva"]])]
    assert score_one([make_template("attack", Victim=[["ana silva"]])], gold)["micro_avg"]["f1"] == 0


def test_either_type_fits_where_the_key_names_two() -> None:
    assert score_one([make_template("bombing")], [make_template("attack / bombing")])["incident_type"]["f1"] == 1


def test_templates_are_mapped_so_that_most_is_right() -> None:
    one, two = make_template(Victim=[["a nurse"]]), make_template(Victim=[["a judge"]], Weapon=[["rifle"]])
    assert score_one([two, one], [one, two])["micro_avg"]["f1"] == 1


def test_template_in_a_report_without_any_costs_precision() -> None:
    assert score_one([make_template()], [])["micro_avg"] == {"p": 0.0, "r": 0.0, "f1": 0.0}


def test_report_without_prediction_costs_recall() -> None:
    gold = [{"docid": "a", "templates": [make_template()]}, {"docid": "b", "templates": [make_template()]}]
    assert score_templates(gold, gold[:1])["incident_type"] == {"p": 1.0, "r": 0.5, "f1": 0.6667}


def test_numbers_are_those_of_the_scorer_of_the_corpus(shared: Path) -> None:
    path = shared / "corpora" / "muc4" / "train.gtt.jsonl"
    if not path.exists():
        pytest.skip("the corpus MUC-4 is not in ../shared")
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:400]]
    chance = random.Random(7)
    predicted = [{"docid": row["docid"], "templates": spoil(row["templates"], chance)} for row in gold]
    ours = score_templates(gold, predicted)
    theirs = load_scorer(shared / "bench" / "score_muc4_roles.py").run(gold, predicted)[0]
    assert 0.3 < ours["micro_avg"]["f1"] < 0.9
    assert ours == {
        name: dict(zip(("p", "r", "f1"), (round(x, 4) for x in row), strict=True)) for name, row in theirs.items()
    }


def spoil(templates: list[Json], chance: random.Random) -> list[Json]:
    """Some templates lost, of another type or in another order, some entities lost or put into another role."""
    kept = [json.loads(json.dumps(each)) for each in templates if chance.random() < 0.8][:5]
    for template in kept:
        if chance.random() < 0.1:
            template["incident_type"] = "bombing"
        for role in ROLES:
            template[role] = [entity[:1] for entity in template[role] if chance.random() < 0.7]
        template["Weapon"] += template["Target"][:1]
    chance.shuffle(kept)
    return kept


def load_scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score_muc4_roles", path)
    assert spec and spec.loader
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_string_loses_articles_and_marks_at_its_ends() -> None:
    assert trim(["the", '"', "green", "-", "dawn", '"']) == ("green", "-", "dawn")
    assert trim(["the", "."]) == ()


def test_begin_tag_opens_a_new_run_inside_another() -> None:
    assert list(list_runs(np.array([1, 2, 1, 0, 3, 6]))) == [(0, 0, 2), (0, 2, 3), (1, 4, 5), (2, 5, 6)]


def test_candidate_has_the_words_of_its_tags_and_the_place_in_the_text() -> None:
    sight = make_sight()
    found = find(sight, [(1, 2, 5), (3, 7, 9)])
    assert (1, ("green", "dawn")) in zip(found.roles, found.words, strict=True)
    at = found.words.index(("ana", "silva"))
    assert sight.quote(found.places[at], found.places[at] + 2) == "Ana Silva"
    assert len(found.facts) == len(found.vectors) == len(found.known) == len(found.words)


def test_no_candidates_where_nothing_is_tagged() -> None:
    sight = make_sight()
    assert find_candidates(sight, make_tags(sight, [])) is None


def test_template_holds_what_is_likely_and_of_nested_strings_the_likelier() -> None:
    sight = make_sight()
    names = [(3, ("ana", "silva")), (3, ("mayor", "ana", "silva")), (4, ("rifles",)), (2, ("old", "bridge"))]
    found = Candidates(
        roles=[role for role, _ in names],
        words=[words for _, words in names],
        places=[sight.find(words)[0] for _, words in names],
        facts=np.zeros((4, 1), dtype=np.float32),
        vectors=np.zeros((4, 1), dtype=np.float32),
        known=np.zeros((4, 3), dtype=np.int64),
    )
    chances = np.zeros((4, len(TYPES)), dtype=np.float32)
    chances[:, 0] = [0.8, 0.6, 0.5, 0.1]
    types = np.array([0.9, 0.1, 0.1, 0.1, 0.1, 0.1], dtype=np.float32)
    made = build_templates(sight, types, found, chances, Thresholds(0.3, 0.2))
    assert made == [make_template(Victim=[["Ana Silva"]], Weapon=[["rifles"]])]


def test_no_template_where_no_type_is_likely() -> None:
    assert build_templates(make_sight(), np.zeros(len(TYPES), dtype=np.float32), None, None, Thresholds(0.3, 0.2)) == []


def test_words_are_tagged_by_the_longest_string_that_stands_there() -> None:
    template = make_template(PerpOrg=[[["the green dawn", 10]], [["dawn", 20]]])  # type: ignore[list-item]
    tags = tag_words(make_sight(), [template])
    assert tags[:6].tolist() == [0, 0, 0, 3, 4, 0]


def test_labels_name_types_and_the_strings_that_fill_their_role() -> None:
    template = make_template("bombing", Victim=[[["ana silva", 36]]])  # type: ignore[list-item]
    assert mark_types([template]).tolist() == [0, 1, 0, 0, 0, 0]
    found = find(make_sight(), [(1, 3, 5), (3, 7, 9)])
    right = mark_right(found, [template])
    assert right.sum() == right[found.words.index(("ana", "silva")), 1] == 1


def test_neighbours_beyond_the_ends_are_zeros() -> None:
    shifted = shift_rows(np.array([[1.0], [2.0]], dtype=np.float32))
    assert shifted.tolist() == [[0, 0, 1, 2, 0], [0, 1, 2, 0, 0]]


def test_bucket_of_unknown_words_is_never_given_to_known_ones() -> None:
    assert all(0 < hash_words(word, 8) < 8 for word in TEXT.split())


def test_reader_gives_each_word_a_row_in_which_marks_show(reader: Reader) -> None:
    sight = reader.read(TEXT)
    assert sight
    assert sight.words[:2] == ["rebels", "of"] and len(sight.rows) == len(sight.words)
    assert sight.rows[sight.words.index("shot"), -N_MARKS:].max() > 0


def test_reader_gives_nothing_where_the_product_refuses_the_text(reader: Reader) -> None:
    assert reader.read("") is None


def test_saved_adapter_says_nearly_the_same_when_opened(tmp_path: Path, reader: Reader) -> None:
    adapter, encoder = open_heads()
    sight = reader.read(TEXT)
    assert sight
    save_heads(adapter, encoder, tmp_path / "again.npz")
    again, same = open_heads(tmp_path / "again.npz")
    assert same == encoder and again.thresholds == adapter.thresholds
    np.testing.assert_allclose(again.tagger.tag(sight).types, adapter.tagger.tag(sight).types, atol=0.02)


def test_heads_are_small() -> None:
    assert HEADS.stat().st_size < 300_000


def test_program_ends_on_one_json_object(tmp_path: Path) -> None:
    rows = [
        {"docid": "a", "doctext": TEXT.lower(), "templates": [make_template(Victim=[["ana silva"]])], "extracts": {}}
    ]
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = run_python("-m", "bench.muc4", str(tmp_path / "gold.jsonl"))
    assert result.returncode == 0, result.stderr
    last = json.loads(result.stdout.splitlines()[-1])
    assert 0 <= last["micro_f1"] <= 1
    assert set(last["roles"]) == {"incident_type", *ROLES}
