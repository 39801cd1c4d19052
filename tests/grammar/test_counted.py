"""Times that are counted in units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.grammar.counted import length_of
from dragoman.grammar.moments import Clock, Moment
from dragoman.grammar.singles import find_singles

SUNDAY = "2020-01-12"


def read(words: str, clock: Clock) -> Moment:
    (moment,) = find_singles(words, clock)
    return moment


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("three days", "P3D"),
        ("a week", "P1W"),
        ("two fortnights", "P4W"),
        ("two and a half years", "P2Y6M"),
        ("a year and a half", "P1Y6M"),
        ("half an hour", "PT30M"),
        ("nearly forty minutes", "PT40M"),
        ("three decades", "P30Y"),
        ("several months", "PXM"),
        ("a couple of hours", "PT2H"),
        ("dozens of years", "PXY"),
        ("six-month", "P6M"),
        ("weeks", "PXW"),
    ],
)
def test_duration_is_told_in_iso_form_and_has_no_date(words: str, length: str) -> None:
    moment = read(words, Clock(SUNDAY))
    assert (moment.length, moment.value) == (length, None)


@given(st.integers(min_value=1, max_value=999), st.sampled_from([("days", "D"), ("weeks", "W"), ("months", "M")]))
def test_any_number_of_units_keeps_its_number(count: int, unit: tuple[str, str]) -> None:
    words, letter = unit
    assert length_of(str(count), words.removesuffix("s")) == f"P{count}{letter}"


@pytest.mark.parametrize("words", ["every day", "each day", "daily"])
def test_what_comes_again_and_again_is_no_date(words: str) -> None:
    moment = read(words, Clock(SUNDAY))
    assert (moment.repeats, moment.length, moment.value) == (True, "P1D", None)


@pytest.mark.parametrize(
    ("words", "vague", "value"),
    [("now", "now", SUNDAY), ("recently", "past", None), ("the near future", "future", None)],
)
def test_vague_words_tell_no_date_but_now(words: str, vague: str, value: str | None) -> None:
    moment = read(words, Clock(SUNDAY))
    assert (moment.vague, moment.value) == (vague, value)


def test_now_is_no_day_where_the_day_of_publication_is_not_known() -> None:
    assert read("currently", Clock("2020-01")).value is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the past two months", "2019-11/2020-01"),
        ("the last month", "2019-12"),
        ("the past ten years", "2010/2020-01"),
        ("the last 48 hours", "2020-01-10/2020-01-12"),
        ("the next three weeks", "2020-01-12/2020-02-02"),
        ("the past decade", "2010/2020-01"),
        ("recent days", "2020-01"),
        ("the last quarter", "2019-10/2019-12"),
        ("the latest quarter", "2019-10/2019-12"),
        ("this quarter", "2020-01/2020-03"),
        ("the current decade", "2020/2029"),
        ("year-end", "2019-12"),
    ],
)
def test_stretch_up_to_the_publication_is_as_fine_as_its_unit(words: str, value: str) -> None:
    assert read(words, Clock(SUNDAY)).value == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a day earlier", "2019-12-29"),
        ("two weeks later", "2020-01-13"),
        ("three hours later", "2019-12-30"),
        ("the following week", "2020-01-06/2020-01-12"),
        ("the same month", "2019-12"),
        ("that year", "2019"),
    ],
)
def test_later_and_same_are_counted_from_the_day_the_text_speaks_of(words: str, value: str) -> None:
    moment = read(words, Clock(SUNDAY, "2019-12-30"))
    assert (moment.value, moment.against) == (value, "focus")


def test_year_earlier_of_a_quarter_is_that_quarter_of_the_year_before() -> None:
    clock = Clock(SUNDAY, period="2019-07/2019-09")
    assert read("a year earlier", clock).value == "2018-07/2018-09"
    assert read("the year-earlier period", clock).value == "2018-07/2018-09"
    assert read("a year earlier", Clock(SUNDAY)).value == "2019"


@pytest.mark.parametrize(
    ("words", "published", "value"),
    [
        ("the weekend", "2020-01-14", "2020-01-11/2020-01-12"),
        ("last weekend", "2020-01-14", "2020-01-11/2020-01-12"),
        ("last weekend", "2020-01-12", "2020-01-04/2020-01-05"),
        ("this weekend", "2020-01-12", "2020-01-11/2020-01-12"),
        ("next weekend", "2020-01-14", "2020-01-25/2020-01-26"),
    ],
)
def test_weekend_is_read_from_the_day_of_publication(words: str, published: str, value: str) -> None:
    assert read(words, Clock(published)).value == value
