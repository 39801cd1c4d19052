"""Times read against a date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.grammar.moments import Clock
from dragoman.grammar.times import find_times, lies_ahead, read_times

SUNDAY = "2020-01-12"


def read(words: str, published: str | None = SUNDAY, focus: str | None = None, *, ahead: bool = False) -> str | None:
    moments = find_times(words, Clock(published, focus, ahead))
    return moments[0].value if moments else None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the 26th of last November", "2019-11-26"),
        ("last November", "2019-11"),
        ("January 3", "2020-01-03"),
        ("3 December", "2019-12-03"),
        ("on Monday", "2020-01-06"),
        ("last Sunday", "2020-01-05"),
        ("Tuesday night", "2020-01-07"),
        ("yesterday", "2020-01-11"),
        ("the day before yesterday", "2020-01-10"),
        ("tonight", "2020-01-12"),
        ("three days ago", "2020-01-09"),
        ("five years ago", "2015"),
        ("a few days ago", "2020-01"),
        ("last week", "2019-12-30/2020-01-05"),
        ("this week", "2020-01-06/2020-01-12"),
        ("next week", "2020-01-13/2020-01-19"),
        ("last month", "2019-12"),
        ("next year", "2021"),
        ("May 26 last year", "2019-05-26"),
        ("february this year", "2020-02"),
        ("early 2019", "2019"),
        ("the end of 2017", "2017-12"),
        ("the end of last year", "2019-12"),
        ("since 2014", "2014/2020-01"),
        ("since October", "2019-10/2020-01"),
        ("since its founding in 2014", "2014/2020-01"),
        ("from 3 to 5 May 2018", "2018-05-03/2018-05-05"),
        ("between January 2018 and April 2019", "2018-01/2019-04"),
        ("5-6 April 2016", "2016-04-05/2016-04-06"),
        ("2009 and 2010", "2009/2010"),
        ("in the past 24 hours", "2020-01-11/2020-01-12"),
        ("the 1990s", "1990/1999"),
        ("the '90s", "1990/1999"),
        ("the 19th century", "1801/1900"),
        ("nineteen eighty-four", "1984"),
        ("last summer", "2019-06/2019-08"),
        ("the summer of 2003", "2003-06/2003-08"),
        ("the third quarter", "2019-07/2019-09"),
        ("the first half of 2018", "2018-01/2018-06"),
        ("the week of 6 May 2019", "2019-05-06/2019-05-12"),
        ("the weekend", "2020-01-11/2020-01-12"),
    ],
)
def test_times_are_read_against_a_full_date(words: str, value: str) -> None:
    assert read(words) == value
    assert read(words.upper()) == value


def test_what_is_planned_lies_ahead() -> None:
    assert read("on Monday", ahead=True) == "2020-01-13"
    assert read("in November", ahead=True) == "2020-11"
    assert read("in November") == "2019-11"


@pytest.mark.parametrize("words", ["on Monday", "last week", "three days ago"])
def test_days_cannot_be_told_when_only_the_month_is_known(words: str) -> None:
    assert read(words, "2020-01") is None


def test_months_and_years_can_be_told_when_only_the_month_is_known() -> None:
    assert read("last month", "2020-01") == "2019-12"
    assert read("last year", "2020-01") == "2019"


def test_nothing_relative_is_told_without_a_date() -> None:
    assert [read(words, None) for words in ("yesterday", "in May", "last year", "since Monday")] == [None] * 4
    assert read("in May 2012", None) == "2012-05"


def test_next_day_is_counted_from_the_day_told_before() -> None:
    assert read("the next morning", SUNDAY, "2019-12-20") == "2019-12-21"
    assert read("the next morning") is None


def test_words_that_name_an_event_are_handed_on() -> None:
    (moment,) = find_times("two weeks after the air raid", Clock(SUNDAY))
    assert (moment.value, moment.event, moment.shift) == (None, "the air raid", 14)


@given(st.text(max_size=60), st.sampled_from([None, "2020", "2020-01", SUNDAY]))
def test_any_text_is_read_without_error(text: str, published: str | None) -> None:
    moments = find_times(text, Clock(published))
    assert all(left.end <= right.start for left, right in zip(moments, moments[1:], strict=False))


@given(
    st.sampled_from(
        ["31 February", "30 to 31 April", "since 31 June", "last 29 February", "9999 years ago", "900 weeks ago"]
    ),
    st.sampled_from(["0001-01-01", "2019-03-01", "9999-12-31", "2020"]),
)
def test_days_outside_the_calendar_are_not_told_and_raise_nothing(words: str, published: str) -> None:
    assert all(m.value is None or m.value[:4].isdigit() for m in find_times(words, Clock(published)))


def test_text_is_read_as_it_goes_on() -> None:
    text = "The dam broke on 3 May 2019. The next day looters came. A court will rule on Friday. It rained on Friday."
    told = [(text[m.start : m.end], m.value) for m in read_times(text, SUNDAY)]
    assert told == [
        ("3 May 2019", "2019-05-03"),
        ("The next day", "2019-05-04"),
        ("Friday", "2020-01-17"),
        ("Friday", "2020-01-10"),
    ]


@pytest.mark.parametrize("before", ["They will meet on ", "closed until ", "is due to end on ", "as early as "])
def test_words_of_the_future_look_ahead(before: str) -> None:
    assert lies_ahead(before)


@pytest.mark.parametrize("before", ["They met on ", "They will fight on, he said ", "It had been due to end on "])
def test_words_of_the_past_do_not_look_ahead(before: str) -> None:
    assert not lies_ahead(before)
