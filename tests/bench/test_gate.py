"""The gate sees a fall, keeps floors from sinking, and refuses to compare different evaluation sets."""

from __future__ import annotations

import pytest

from bench.cases import find_words, read_cases
from bench.gate import MARGIN, compare_floors, pin_floors

FLOORS = {"digest": "a", "statements": 0.5, "junk": 0.7}


def test_figures_at_their_floors_pass() -> None:
    assert compare_floors("set", dict(FLOORS), FLOORS) == []


@pytest.mark.parametrize(
    "found, told",
    [
        pytest.param(FLOORS | {"junk": 0.69}, "FELL: set junk is 0.6900", id="a figure fell"),
        pytest.param({"digest": "a", "statements": 0.5}, "FELL: set junk is 0.0000", id="a row is gone"),
        pytest.param(FLOORS | {"digest": "b"}, "has changed", id="another evaluation set"),
    ],
)
def test_what_does_not_hold_is_told(found: dict[str, object], told: str) -> None:
    [line] = compare_floors("set", found, FLOORS)
    assert told in line


def test_pinning_raises_floors_and_lowers_none() -> None:
    floors = pin_floors({"digest": "a", "statements": 0.9, "junk": 0.1}, FLOORS, lower=False)
    assert floors == {"digest": "a", "statements": round(0.9 - MARGIN, 4), "junk": 0.7}


def test_floors_sink_when_told_to() -> None:
    assert pin_floors({"digest": "a", "junk": 0.1}, FLOORS, lower=True)["junk"] == round(0.1 - MARGIN, 4)


def test_words_of_a_case_are_whole_words_at_their_nth_place() -> None:
    assert find_words("he heard the hen; he left", "he ~2")["start"] == 18
    assert find_words("he heard the hen; he left", "heard ... hen")["text"] == "heard the hen"


def test_words_that_do_not_stand_there_are_refused() -> None:
    with pytest.raises(ValueError, match="does not stand 2 times"):
        find_words("one hen", "hen ~2")


def test_cases_link_only_to_statements_that_they_have() -> None:
    for case in read_cases():
        known = {statement["id"] for statement in case["statements"]}
        links = [id for event in case["events"] for id in event["said_by"]]
        links += [statement["via"] for statement in case["statements"] if statement["via"]]
        links += [id for pair in case["conflicts"] for id in pair]
        assert set(links) <= known
