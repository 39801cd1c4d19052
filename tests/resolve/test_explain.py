"""The users' debugger: what is chosen, what else might be meant, and why words stay unresolved."""

from __future__ import annotations

import pytest

from dragoman.records import Report, Span
from dragoman.resolve.explain_actors import explain_actor
from dragoman.resolve.explain_places import explain_place
from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.places_index import open_places


def explain(words: str, country: str | None = None, published: str | None = "2020-01-12", text: str = ""):
    whole = f"{text}{words}"
    start = len(text)
    report = Report(id="r", text=whole, published=published)
    return explain_actor(Span(start, len(whole), words), report, open_gazetteer().at_home(country))


@pytest.mark.parametrize(
    ("words", "country", "name"),
    [
        ("the president", "IRQ", "Barham Salih"),
        ("Defense Minister Mark Esber", "IRQ", "Mark Esper"),
        ("the Kremlin", None, "Russia"),
        ("State organization", None, "Islamic State"),
    ],
)
def test_chosen_actor_comes_first_with_its_why(words, country, name):
    found = explain(words, country)
    assert [actor.name for actor in found.actors] == [name]
    assert found.candidates[0].name == name
    assert found.candidates[0].chosen
    assert found.why == found.actors[0].why
    assert 0 <= found.candidates[0].score <= 1


def test_holders_of_other_times_are_shown_and_not_chosen():
    found = explain("the president", "IRQ", "2012-05-03")
    assert [(c.name, c.chosen) for c in found.candidates[:1]] == [("Jalal Talabani", True)]
    others = {c.name: c.why for c in found.candidates[1:]}
    assert "not surely on 2012-05-03" in others["Barham Salih"]


@pytest.mark.parametrize(
    ("words", "country", "published", "told"),
    [
        ("the president", "IRQ", None, "the day of the report is not known"),
        ("the president", None, "2020-01-12", "no country is told"),
        ("two officers", None, None, "nameless"),
        ("Hizballa", None, None, "no list has these words"),
        ("El Heraldo", "NOR", None, "rows have this spelling"),
    ],
)
def test_words_without_an_actor_say_why(words, country, published, told):
    found = explain(words, country, published)
    assert found.actors == ()
    assert told in found.why
    assert not any(candidate.chosen for candidate in found.candidates)


def test_near_spellings_are_shown_though_they_are_not_taken():
    assert "Hezbollah" in {candidate.name for candidate in explain("Hizballa").candidates}


def test_country_is_told_by_the_report_where_it_is_not_given():
    found = explain("the president", text="Iraqi police sealed off roads. In Iraq and in Iraqi towns, people heard ")
    assert (found.home, [actor.name for actor in found.actors]) == ("IRQ", ["Barham Salih"])


def test_places_are_ranked_with_chances_that_add_up():
    found = explain_place(Span(0, 7, "Tripoli"), Report(id="r", text="Tripoli"), open_gazetteer(), open_places(), 50)
    assert found.place is not None
    assert (found.place.country, found.why) == ("LBY", found.place.why)
    assert sum(candidate.chosen for candidate in found.candidates) == 1
    assert sum(candidate.chance for candidate in found.candidates) == pytest.approx(1, abs=0.05)
    assert {"LBY", "LBN", "USA"} <= {candidate.country for candidate in found.candidates}


def test_place_follows_the_report():
    text = "Shops shut in Beirut, Sidon and Tyre. Lebanon mourns. A bomb went off in Tripoli"
    words = Span(len(text) - 7, len(text), "Tripoli")
    found = explain_place(words, Report(id="r", text=text), open_gazetteer(), open_places())
    assert found.place is not None
    assert found.place.country == "LBN"


def test_words_without_a_place_say_why():
    found = explain_place(Span(0, 6, "a shed"), Report(id="r", text="a shed"), open_gazetteer(), open_places())
    assert found.candidates == ()
    assert found.place is not None
    assert found.place.lat is None
    assert "no point" in found.why
