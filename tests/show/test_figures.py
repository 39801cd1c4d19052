from __future__ import annotations

import pytest

from dragoman.records import Count
from dragoman.show.figures import casualties_line, count_words, number_of
from tests.make import event


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (6, 6, "6"),
        (6, None, "at least 6"),
        (None, 10, "up to 10"),
        (3, 5, "3 to 5"),
        (0, 0, "no one"),
        (None, None, "an unknown number"),
        (5200, 5200, "5,200"),
        (0, None, "at least 0"),
    ],
)
def test_count_is_told_in_words(low: int | None, high: int | None, words: str) -> None:
    assert count_words(Count(low, high)) == words


def test_casualties_are_told_in_one_line_in_the_order_of_harm() -> None:
    told = event("A bomb exploded.", "exploded", injured=(5, 5), killed=(6, None))
    assert casualties_line(told) == "at least 6 killed, 5 injured"


def test_casualties_are_empty_when_no_figure_is_told() -> None:
    assert casualties_line(event("A bomb exploded.", "exploded")) == ""


def test_number_has_its_noun_in_the_right_form() -> None:
    assert [number_of(n, "report") for n in (0, 1, 1204)] == ["0 reports", "1 report", "1,204 reports"]
