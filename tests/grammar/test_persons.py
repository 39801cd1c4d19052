"""Counted persons."""

from __future__ import annotations

import pytest

from dragoman.grammar.persons import count_words, find_persons


def told(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(text[p.start : p.end], p.low, p.high) for p in find_persons(text)]


def test_find_persons_takes_numbers_with_their_nouns() -> None:
    assert told("killing two shepherds and wounding five others") == [("two shepherds", 2, 2), ("five others", 5, 5)]


def test_find_persons_takes_a_bare_number_for_persons() -> None:
    assert told("six were hurt") == [("six", 6, 6)]


@pytest.mark.parametrize(
    "text", ["three explosions", "twelve houses", "dozens of rockets", "40 kilometers", "310 kilos", "a tractor"]
)
def test_find_persons_passes_over_things(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lena Ortmann, 24, was found",
        "on 12 March they met",
        "in April 2019",
        "channel 7 television",
        "Lena Ortmann\n24\nwas found",
        "mother of two sons",
    ],
)
def test_find_persons_passes_over_ages_dates_and_labels(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("General Tomas Hrdlicka", (1, 1)),
        ("the mayor of Brod", (1, 1)),
        ("his wife", (1, 1)),
        ("a 19-year-old", (1, 1)),
        ("a nurse and her son", (2, 2)),
        ("at least two clerks", (2, None)),
        ("seven nurses and three drivers", (10, 10)),
    ],
)
def test_count_words_counts_names_and_nouns(words: str, bounds: tuple[int | None, int | None]) -> None:
    counted = count_words(words)
    assert counted is not None
    assert (counted.low, counted.high) == bounds


@pytest.mark.parametrize("words", ["protesters", "the embassy", "the army", "those arrested", "Kurds", "them", ""])
def test_count_words_gives_none_where_no_number_is_told(words: str) -> None:
    assert count_words(words) is None
