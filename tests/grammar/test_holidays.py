"""Holidays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.grammar.moments import Clock
from dragoman.grammar.times import find_times


def read(words: str, published: str | None = "2020-01-12") -> str | None:
    moments = find_times(words, Clock(published))
    return moments[0].value if moments else None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Easter 1961", "1961-04-02"),
        ("Easter 1981", "1981-04-19"),
        ("Easter 2000", "2000-04-23"),
        ("Easter Sunday 2019", "2019-04-21"),
        ("Easter Monday 2021", "2021-04-05"),
        ("Good Friday 2016", "2016-03-25"),
        ("Thanksgiving 2018", "2018-11-22"),
        ("Christmas Eve", "2019-12-24"),
        ("New Year's Day", "2020-01-01"),
        ("Bastille Day last year", "2019-07-14"),
        ("9/11", "2001-09-11"),
        ("the Second World War", "1939/1945"),
    ],
)
def test_holiday_is_read_in_its_year(words: str, value: str) -> None:
    assert read(words) == value


@pytest.mark.parametrize("words", ["Independence Day", "Orthodox Easter", "Labour Day"])
def test_holiday_that_differs_from_country_to_country_is_not_guessed(words: str) -> None:
    assert read(words) is None


def test_holiday_without_a_year_is_not_told_where_no_publication_is() -> None:
    assert read("Christmas Day", None) is None


@given(st.integers(min_value=1583, max_value=2099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    value = read(f"Easter {year}")
    assert value is not None
    day = date.fromisoformat(value)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)
