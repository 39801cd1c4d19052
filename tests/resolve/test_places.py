"""Where events happened: name, point, precision and why; what is unknown stays open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve.places import name_places
from tests.make import event, report, span


def name_one(text: str, words: str, **fields):
    (found,) = name_places(report(text, **fields), [event(text, text.split()[0], place=words)])
    return found


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("the capital, Nairobi", "Nairobi", "KEN"),
        ("northern Syria", "Syria", "SYR"),
        ("Burma", "Myanmar", "MMR"),
        ("the Chilean port of Arica", "Arica", "CHL"),
        ("a market", "market", None),
        ("the border between Peru and Chile", "border between Peru and Chile", None),
    ],
    ids=lambda value: str(value),
)
def test_words_of_a_place_give_name_and_country(words, name, country):
    found = name_one(f"A bomb exploded in {words}.", words)
    assert (found.name, found.country) == (name, country)
    assert found.why


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("Mombasa", 1),
        ("12 km south of Mombasa", 2),
        ("the western Diyala governorate", 4),
        ("southern Kenya", 5),
        ("Kenya", 6),
        ("the Red Sea", 7),
        ("the border near Kenya", 6),
    ],
)
def test_words_about_a_name_make_its_point_less_exact(words, precision):
    found = name_one(f"Shelling was heard in {words} on Friday.", words)
    assert found.precision == precision
    assert found.lat is not None


def test_division_is_shown_by_its_middle_and_says_so():
    found = name_one("Clashes broke out in the eastern Diyala governorate.", "the eastern Diyala governorate")
    assert (found.id, found.admin1, found.country) == ("geonames:IQ.10", "Diyala Governorate", "IRQ")
    assert "middle" in found.why
    assert "eastern" in found.why


@pytest.mark.parametrize(
    ("behind", "country", "admin1"),
    [("Illinois", "USA", "Illinois"), ("Missouri", "USA", "Missouri"), ("Massachusetts", "USA", "Massachusetts")],
)
def test_division_behind_a_name_tells_which_of_many_towns(behind, country, admin1):
    found = name_one(f"Police searched a house in Springfield, {behind}, on Monday.", f"Springfield, {behind}")
    assert (found.name, found.country, found.admin1) == ("Springfield", country, admin1)


def test_other_places_of_the_report_tell_which_town_is_meant():
    near = "Fire broke out in London. Crews from Kitchener, Hamilton and Toronto helped, Ontario officials said."
    far = "Fire broke out in London. Crews from Reading, Luton and Oxford helped, British officials said."
    assert name_one(near, "London").country == "CAN"
    assert name_one(far, "London").country == "GBR"


def test_place_of_the_event_wins_over_the_country_around_it():
    found = name_one("Mortars fell on Iraq's Nineveh province.", "Iraq's Nineveh province")
    assert (found.name, found.precision) == ("Nineveh Governorate", 4)


def test_province_and_town_of_one_name_are_two_places():
    text = "A bomb exploded in Herat province. Later Herat was shelled."
    events = [event(text, "exploded", place="Herat province"), event(text, "shelled", place=span(text, "Herat", 1))]
    found = name_places(report(text), events)
    assert [(place.spellings, place.precision) for place in found] == [(("Herat province",), 4), (("Herat",), 1)]


def test_spellings_of_one_place_are_put_together():
    text = "A bomb exploded in Burma. Troops of Myanmar were sent."
    events = [event(text, "exploded", place="Burma"), event(text, "sent", place="Myanmar")]
    (found,) = name_places(report(text), events)
    assert found.spellings == ("Burma", "Myanmar")
    assert [each.text for each in found.spans] == ["Burma", "Myanmar"]


def test_no_place_words_give_no_place():
    text = "A bomb exploded."
    assert name_places(report(text), [event(text, "exploded")]) == ()


@pytest.mark.parametrize("words", ["a market", "the river", "Zxqvbnia", "their home", "the road"])
def test_unknown_place_has_neither_point_nor_id_and_says_why(words):
    found = name_one(f"Gunmen attacked people in {words} at dawn.", words)
    assert (found.lat, found.lon, found.id, found.precision, found.country) == (None,) * 5
    assert found.why.startswith("no point")


def test_text_without_capitals_still_finds_large_towns():
    found = name_one("rebels shelled kabul on friday", "kabul")
    assert (found.name, found.precision) == ("Kabul", 1)


@given(words=st.text(min_size=1, max_size=40))
def test_any_words_give_one_place_or_none_and_never_half_a_point(words):
    text = f"Bombed: {words}"
    where = span(text, words, text.count(words) - 1) if words.strip() else None
    for place in name_places(report(text), [event(text, "Bombed", place=[where] if where else [])]):
        assert (place.lat is None) == (place.lon is None) == (place.precision is None)
        assert place.why
        assert place.spans == (where,)
