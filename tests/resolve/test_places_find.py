"""Place names in running text: found with signs of a place, left out as persons and everyday words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.places_find import find_names
from dragoman.resolve.places_index import open_places


def find(text: str) -> list[str]:
    return [span.text for span in find_names(text, open_places(), open_gazetteer())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops left Mosul for the Syrian border.", ["Mosul", "Syrian"]),
        ("He moved from Baton Rouge, La., to New York City.", ["Baton Rouge", "La.", "New York City"]),
        ("The U.S. and the U.K. signed.", ["U.S.", "U.K."]),
        ("Ships crossed the Strait of Hormuz in May.", ["Strait of Hormuz"]),
        ("Mayor Paris Miller spoke on Monday.", []),
        ("Mr. Houston said no. Houston left.", []),
        ("the rebels shelled a town", []),
    ],
)
def test_names_of_places_are_found_and_persons_are_not(text, names):
    assert find(text) == names


def test_name_that_once_stands_as_a_place_is_one_everywhere():
    text = "Fire hit a mill in Winnipeg. The Winnipeg Fire Service sent ten crews."
    assert find(text).count("Winnipeg") == 2


@given(st.text(max_size=80))
def test_names_are_stretches_of_the_text_in_order_and_apart(text):
    found = list(find_names(text, open_places(), open_gazetteer()))
    assert all(text[span.start : span.end] == span.text for span in found)
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))
