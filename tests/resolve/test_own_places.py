"""Places of the user's own: their points go before ours, say so, and are refused with the line that is wrong."""

from __future__ import annotations

import pytest

from dragoman.errors import UsageError
from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.own_places import add_places
from dragoman.resolve.places import name_places
from dragoman.resolve.places_index import open_places
from tests.make import event, report

ROWS = """name,aliases,lat,lon,country,admin1,precision
Torvik mill,the old mill;Møllen,-1.5,36.9,KEN,Nairobi Area,1
Tripoli,,33.0,13.1,LBY,,3
Grey Coast,,10,20,,Coast Land,
"""


@pytest.fixture
def index(tmp_path):
    (tmp_path / "mine.csv").write_text(ROWS, encoding="utf-8")
    return add_places(open_places(), open_gazetteer(), [tmp_path / "mine.csv"])


def name_one(index, words: str):
    text = f"A bomb exploded in {words}."
    (found,) = name_places(report(text), [event(text, "exploded", place=words)], None, index)
    return found


@pytest.mark.parametrize("words", ["Torvik mill", "the old mill", "Mollen"])
def test_place_of_the_user_is_found_by_all_its_names_and_says_where_it_stands(index, words):
    found = name_one(index, words)
    assert (found.name, found.lat, found.lon) == ("Torvik mill", -1.5, 36.9)
    assert (found.country, found.admin1, found.precision, found.id) == ("KEN", "Nairobi Area", 1, None)
    assert "your table mine.csv, line 2" in found.why


def test_place_of_the_user_goes_before_a_larger_one_of_its_name(index):
    found = name_one(index, "Tripoli")
    assert (found.lat, found.lon, found.precision) == (33.0, 13.1, 3)
    assert name_one(open_places(), "Tripoli").lat != 33.0


def test_words_about_a_place_of_the_user_make_it_less_exact(index):
    assert name_one(index, "the hills near Torvik mill").precision == 2


def test_division_that_is_not_listed_is_kept_as_told(index):
    found = name_one(index, "Grey Coast")
    assert (found.admin1, found.country, found.precision) == ("Coast Land", None, 1)


def test_places_of_the_package_are_found_beside_those_of_the_user(index):
    assert name_one(index, "Mombasa").id == name_one(open_places(), "Mombasa").id
    assert len(index) == len(open_places()) + 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,lat,lon\nX,91,0\n", "line 2: 'lat' is '91'"),
        ("name,lat,lon\nX,1,east\n", "from -180 to 180"),
        ("name,lat\nX,1\n", "line 2: 'lon' is missing"),
        ("name,lat,lon,precision\nX,1,1,8\n", "line 2: 'precision' is '8'"),
        ("name,lat,lon,country\nX,1,1,KE\n", "Write KEN"),
        ("name,lat,lon\n", "holds no place"),
    ],
)
def test_table_that_is_not_in_order_is_refused_with_line_and_mend(tmp_path, text, told):
    (tmp_path / "a.csv").write_text(text)
    with pytest.raises(UsageError, match=told):
        add_places(open_places(), open_gazetteer(), [tmp_path / "a.csv"])
