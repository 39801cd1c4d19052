"""What the words about a place name say of it."""

from __future__ import annotations

import pytest

from dragoman.resolve.places_index import Kind
from dragoman.resolve.places_words import list_forms, list_pieces, read_place


@pytest.mark.parametrize(
    ("words", "name", "part", "near", "line"),
    [
        ("Kisumu", "Kisumu", None, None, None),
        ("the town of Kisumu", "Kisumu", None, None, None),
        ("northern Kenya", "Kenya", "northern", None, None),
        ("near the city of Kisumu", "Kisumu", None, "near", None),
        ("the road to Kisumu", "road to Kisumu", None, None, "road"),
    ],
)
def test_words_are_parted_from_the_name(words, name, part, near, line):
    found = read_place(words)
    assert words[found.start : found.end] == name
    assert (found.part, found.near, found.line) == (part, near, line)


def test_sort_beside_a_name_is_left_out_and_told():
    assert ("Herat", frozenset({Kind.DIVISION, Kind.REGION})) in list_forms("Herat province")


def test_pieces_leave_out_what_names_no_place():
    assert list_pieces("Nakuru University", frozenset({"university"})) == ["Nakuru"]
