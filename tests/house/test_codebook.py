"""The codebook's sources agree with the code that must know the same words, and with themselves."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
import yaml

from dragoman import terms
from dragoman.assets import TypeEntry, open_codebook
from dragoman.export.quads import QUAD_OF
from dragoman.grammar.numbers import read_number
from tests.conftest import ROOT

SOURCE = ROOT / "resources" / "codebook"
LISTS: dict[str, Any] = yaml.safe_load((SOURCE / "lists.yaml").read_text(encoding="utf-8"))
TYPES: list[dict[str, Any]] = [yaml.safe_load(p.read_text(encoding="utf-8")) for p in (SOURCE / "types").glob("*.yaml")]
ENUMERATIONS = {
    "statuses": terms.Status,
    "responsibilities": terms.Responsibility,
    "stances": terms.Stance,
    "bases": terms.Basis,
    "actor_kinds": terms.ActorKind,
    "junk_kinds": terms.JunkKind,
    "count_kinds": terms.CountKind,
    "roles": terms.Role,
}


@pytest.mark.parametrize("name", ENUMERATIONS)
def test_list_has_the_words_of_its_enumeration_in_order(name: str) -> None:
    members: type[StrEnum] = ENUMERATIONS[name]
    assert list(LISTS[name]) == [member.value for member in members]


def test_types_stand_in_the_order_of_their_enumeration() -> None:
    assert [entry.code for entry in open_codebook().types] == list(terms.EventType)


@pytest.mark.parametrize("entry", open_codebook().types, ids=lambda entry: entry.code)
def test_quad_of_a_type_is_the_same_everywhere(entry: TypeEntry) -> None:
    assert entry.quad in LISTS["quads"]
    assert str(QUAD_OF[entry.code]).lower() == entry.quad


@pytest.mark.parametrize("words, value", list(LISTS["count_words"].items()))
def test_figure_in_words_is_read_as_the_codebook_says(words: str, value: list[int | None]) -> None:
    assert read_number(words) == tuple(value)


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: entry["code"])
def test_examples_hold_their_trigger_and_known_labels(entry: dict[str, Any]) -> None:
    assert entry["examples"]
    for example in entry["examples"]:
        assert example["text"].count(example["trigger"]) == 1
        assert set(example.get("modes", [])) <= set(entry["modes"])
        assert example.get("status", "actual") in LISTS["statuses"]
