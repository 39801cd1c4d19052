"""Stretches of time with two ends, and what is counted from a date or an event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.grammar.moments import Clock
from dragoman.grammar.periods import first_day, last_day
from dragoman.grammar.times import find_times

SUNDAY = "2020-01-12"


def read(words: str, *, ahead: bool = False) -> str | None:
    (moment,) = find_times(words, Clock(SUNDAY, ahead=ahead))
    return moment.value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("between Monday and Friday", "2020-01-06/2020-01-10"),
        ("from 30 December to 3 January", "2019-12-30/2020-01-03"),
        ("so far this year", "2020-01-01/2020-01-12"),
        ("since fighting broke out in 2016", "2016/2020-01"),
        ("in two months", "2019-11/2020-01"),
        ("two days after Tuesday", "2020-01-09"),
        ("the day before yesterday", "2020-01-10"),
        ("a week from today", "2020-01-19"),
        ("three weeks before Christmas", "2019-12-04"),
        ("the day after 3 May 2019", "2019-05-04"),
        ("overnight", "2020-01-11/2020-01-12"),
    ],
)
def test_stretch_is_read_as_one_expression(words: str, value: str) -> None:
    assert read(words) == value


def test_in_so_many_days_lies_ahead_where_the_event_does() -> None:
    assert read("in three weeks", ahead=True) == "2020-02-02"
    assert read("within three weeks", ahead=True) == "2020-01-12/2020-02-02"
    assert read("within three weeks") == "2019-12-22/2020-01-12"


@pytest.mark.parametrize(
    ("words", "event", "shift", "lasting"),
    [
        ("two days after the raid", "the raid", 2, False),
        ("the day after the raid", "the raid", 1, False),
        ("a week before the raid", "the raid", -7, False),
        ("since the raid", "the raid", 0, True),
    ],
)
def test_words_that_count_from_an_event_hand_it_on(words: str, event: str, shift: int, lasting: bool) -> None:
    (moment,) = find_times(words, Clock(SUNDAY))
    assert (moment.value, moment.event, moment.shift, moment.lasting) == (None, event, shift, lasting)


@given(st.dates(min_value=first_day("1950"), max_value=last_day("2049")), st.integers(min_value=1, max_value=20))
def test_since_a_day_reaches_to_the_publication(published_day, back: int) -> None:
    published = published_day.isoformat()
    (moment,) = find_times(f"since {published_day:%B} {published_day.day}, {published_day.year}", Clock(published))
    assert moment.value in (published, f"{published}/{published}")
    (ago,) = find_times(f"{back} days ago", Clock(published))
    assert (published_day - first_day(ago.value or "")).days == back
