"""Numbers in words and figures, with their hedges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.grammar.numbers import find_numbers, read_number


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("six", (6, 6)),
        ("twenty-one", (21, 21)),
        ("two hundred and six", (206, 206)),
        ("two thousand three hundred and five", (2305, 2305)),
        ("5,200", (5200, 5200)),
        ("1.2 million", (1_200_000, 1_200_000)),
        ("half a dozen", (6, 6)),
        ("a couple", (2, 2)),
        ("at least six", (6, None)),
        ("no fewer than a dozen", (12, None)),
        ("more than 5,200", (5200, None)),
        ("ten or more", (10, None)),
        ("up to ten", (None, 10)),
        ("nearly 330", (None, 330)),
        ("about 40", (40, 40)),
        ("some forty", (40, 40)),
        ("between 5 and 7", (5, 7)),
        ("two or three", (2, 3)),
        ("dozens", (24, None)),
        ("scores", (40, None)),
        ("hundreds", (200, None)),
        ("tens of thousands", (20_000, None)),
        ("several", (3, None)),
        ("no one", (0, 0)),
    ],
)
def test_read_number_gives_the_bounds_the_codebook_asks_for(words: str, bounds: tuple[int | None, int | None]) -> None:
    assert read_number(words) == bounds
    assert read_number(words.upper()) == bounds


@pytest.mark.parametrize(
    "text",
    ["$35,000", "6 percent", "the 82nd brigade", "a 24-year-old", "an 11 - year - old girl", "at 2:15", "0.5", "M16"],
)
def test_find_numbers_passes_over_figures_that_count_nothing(text: str) -> None:
    assert find_numbers(text) == ()


def test_find_numbers_says_where_each_number_stands() -> None:
    text = "Twelve raiders and 1 guard fell; at least 30 fled."
    assert [text[q.start : q.end] for q in find_numbers(text)] == ["Twelve", "1", "at least 30"]


@given(st.integers(min_value=0, max_value=99_999_999))
def test_a_figure_is_read_as_itself_with_or_without_commas(number: int) -> None:
    assert read_number(f"{number}") == (number, number)
    assert read_number(f"{number:,}") == (number, number)


@given(st.text(max_size=80))
def test_find_numbers_keeps_order_and_never_overlaps(text: str) -> None:
    found = find_numbers(text)
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)
