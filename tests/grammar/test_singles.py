"""Single expressions of time: their extent, and that sentences are passed over only where none stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.grammar.moments import Clock
from dragoman.grammar.shapes import COUNTED, DATES, TIMES
from dragoman.grammar.singles import find_singles
from dragoman.grammar.stretches import STRETCHES
from dragoman.grammar.timewords import HINTS

SUNDAY = "2020-01-12"
WORDS = (
    "two",
    "days",
    "ago",
    "since",
    "May",
    "3",
    "2019",
    "last",
    "the",
    "week",
    "quarter",
    "noon",
    "Friday",
    "every",
    "of",
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met early on Tuesday in Brno.", "early on Tuesday"),
        ("They met at 10 p.m. on Friday in Brno.", "10 p.m. on Friday"),
        ("They met on Friday at 10 p.m. in Brno.", "Friday at 10 p.m."),
        ("in late 2018 they met", "late 2018"),
        ("at the end of last year they met", "the end of last year"),
        ("during the week of 6 May 2019 they met", "the week of 6 May 2019"),
        ("the morning of 3 May 2019 was calm", "the morning of 3 May 2019"),
        ("for almost two years they met", "almost two years"),
        ("a four-day visit", "four-day"),
    ],
)
def test_extent_holds_the_words_that_belong_to_the_time_and_no_preposition(text: str, words: str) -> None:
    (found,) = find_singles(text, Clock(SUNDAY))
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "He may march if they fall.",
        "a man of 45 years old",
        "a ten-year-old boy",
        "about 1,980 people came",
        "two thirds of it",
        "as soon as they can",
        "Jan Novak spoke",
    ],
)
def test_words_that_look_like_times_but_are_none_are_passed_over(text: str) -> None:
    assert find_singles(text, Clock(SUNDAY)) == ()


def test_time_of_day_is_joined_to_the_day_beside_it() -> None:
    (found,) = find_singles("at 10.30 p.m. on 3 May 2019", Clock(SUNDAY))
    assert (found.value, found.time, found.bare) == ("2019-05-03", "T22:30", False)


def test_time_of_day_alone_is_read_on_the_day_of_the_text_and_says_so() -> None:
    (found,) = find_singles("around 0415", Clock(SUNDAY, "2019-12-30"))
    assert (found.value, found.against, found.time, found.bare) == ("2019-12-30", "focus", "T04:15", True)


def test_every_form_needs_kinds_of_words_that_exist() -> None:
    for needs, form, _ in (*DATES, *COUNTED, *TIMES, *STRETCHES):
        assert set(needs.split()) <= HINTS.keys(), form


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7))
def test_no_form_fits_a_sentence_without_the_words_it_is_said_to_need(words: list[str]) -> None:
    text = " ".join(words)
    kinds = {kind for kind, hints in HINTS.items() if any(hint in text.lower() for hint in hints)}
    for needs, form, _ in (*DATES, *COUNTED, *TIMES, *STRETCHES):
        if not set(needs.split()) <= kinds:
            assert re.search(rf"(?<![\w$€£-])(?:{form})(?!\w)", text, re.IGNORECASE) is None, (needs, form)


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from([None, "2020", "2020-01", SUNDAY]))
def test_expressions_stand_in_order_and_never_within_another(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found = find_singles(text, Clock(published))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))
