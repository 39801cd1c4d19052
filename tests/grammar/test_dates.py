"""Dates told in full."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.grammar.dates import find_absolute


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("on 4 February 2011 he", "4 February 2011", "2011-02-04"),
        ("FEBRUARY 4TH, 2011.", "FEBRUARY 4TH, 2011", "2011-02-04"),
        ("Friday, the 4th of February 2011", "Friday, the 4th of February 2011", "2011-02-04"),
        ("seen 2011-02-04T08:30:00Z", "2011-02-04T08:30:00Z", "2011-02-04"),
        ("14 Sept. 2008 x", "14 Sept. 2008", "2008-09-14"),
        ("ZAGREB, 14 SEP 91 (X)", "14 SEP 91", "1991-09-14"),
        ("march 2004", "march 2004", "2004-03"),
        ("in 2017, x", "2017", "2017"),
        ("14.03.2012", "14.03.2012", "2012-03-14"),
        ("03/14/2012", "03/14/2012", "2012-03-14"),
    ],
)
def test_find_absolute_reads_each_form(text: str, words: str, value: str) -> None:
    (found,) = find_absolute(text)
    assert (text[found.start : found.end], found.value) == (words, value)


@pytest.mark.parametrize(
    "text", ["31 February 2010", "14 sep 91", "in 2000 soldiers", "2017 boxes", "03/04/2012", "May 3"]
)
def test_find_absolute_gives_nothing_where_no_date_is_sure(text: str) -> None:
    assert find_absolute(text) == ()


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2059, 12, 31)))
def test_find_absolute_reads_every_day_of_the_calendar(day: date) -> None:
    for text in (day.isoformat(), f"{day:%d %B %Y}", f"{day:%B} {day.day}, {day.year}"):
        assert [found.value for found in find_absolute(text)] == [day.isoformat()]
