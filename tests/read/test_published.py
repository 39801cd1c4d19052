"""Publication dates: given, told by the text, inferred."""

from __future__ import annotations

import pytest

from dragoman.errors import InputError
from dragoman.read.published import check_date, find_publication
from dragoman.terms import Basis

BODY = "The mayor of Sarn was shot in the market hall, police said."


@pytest.mark.parametrize(
    ("given", "date"),
    [("2020", "2020"), ("2020-01", "2020-01"), ("2020-01-12", "2020-01-12"), ("2020-01-12T09:30:00Z", "2020-01-12")],
)
def test_a_given_date_is_cut_to_the_day(given: str, date: str) -> None:
    found = check_date(given, "`published`", source="a", place=None)
    assert (found.date, found.basis) == (date, Basis.GIVEN)
    assert given in (found.why or "")


@pytest.mark.parametrize(
    "given", ["", "12/01/2020", "2020-13", "2020-02-30", "2020-1-2", "yesterday", "2020-01-12T99:00", "2020-00"]
)
def test_a_given_date_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(InputError, match="no date"):
        check_date(given, "`published`", source="a", place="line 3")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"SARN, 4 MAY 91 (XNA) -- [TEXT] {BODY.upper()}", "1991-05-04"),
        (f"port sarn, 4 may 91 (xna) -- [text] {BODY.lower()}", "1991-05-04"),
        (f"This story is from May 4, 2011\n{BODY}", "2011-05-04"),
        (f"Published 4 May 2011\n{BODY}", "2011-05-04"),
        (f"Mayor of Sarn shot\nFriday, May 4, 2012\n{BODY}", "2012-05-04"),
        (f"http: / / www. news. example / 2013 / 05 / 04 / mayor\n{BODY}", "2013-05-04"),
        (f"{BODY} Copyright 2018 The Sarn Herald.", "2018"),
    ],
    ids=["wire", "wire in lower case", "stamp", "published", "line", "address", "rights"],
)
def test_a_date_that_the_text_tells_is_found(text: str, date: str) -> None:
    found = find_publication(text, None)
    assert (found.date, found.basis) == (date, Basis.TEXT)


def test_the_latest_past_date_is_inferred_and_its_words_are_named() -> None:
    text = (
        f"{BODY} He took office on 3 March 2014. A strike followed on 9 April 2015. Votes will be held on 1 June 2016."
    )
    found = find_publication(text, None)
    assert (found.date, found.basis) == ("2015-04-09", Basis.INFERRED)
    assert "9 April 2015" in (found.why or "")


def test_nothing_is_said_where_nothing_tells() -> None:
    assert find_publication(BODY, None).date is None
    assert find_publication(BODY, None).basis is None


def test_a_day_without_a_year_takes_the_year_that_follows_a_day_with_one() -> None:
    text = "On 9 December 2018 the ferry sank, as the paper wrote. January 5 was the day of the strike."
    found = find_publication(text, None)
    assert (found.date, found.basis) == ("2019-01-05", Basis.INFERRED)


def test_a_day_without_a_year_that_is_far_from_every_full_date_tells_nothing() -> None:
    assert find_publication("On 9 December 2018 the ferry sank. June 5 was hot.", None).date == "2018-12-09"


def test_a_date_up_to_which_something_is_due_is_not_past() -> None:
    assert find_publication("The bridge opened in May 2018. The tunnel is ready by June 2021.", None).date == "2018-05"


def test_a_by_that_names_a_doer_does_not_make_a_date_future() -> None:
    assert find_publication("The report published by the board on 4 May 2018 was long.", None).date == "2018-05-04"


def test_a_dateline_below_the_title_tells_the_date() -> None:
    text = "FERRY SINKS OFF COAST\n\nPORTO NOVO, 9 May 2018 (Coast Agency) - A ferry sank on Wednesday."
    found = find_publication(text, None)
    assert (found.date, found.basis) == ("2018-05-09", Basis.TEXT)
