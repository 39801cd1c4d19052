"""Places by their words: one name, the country that the words tell, and why."""

from __future__ import annotations

import pytest

from dragoman.resolve.places import name_places
from tests.make import event, report, span


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("the capital, Nairobi", "Nairobi", "KEN"),
        ("northern Syria", "Syria", "SYR"),
        ("Burma", "Myanmar", "MMR"),
        ("the Chilean port of Arica", "Chilean port of Arica", "CHL"),
        ("a market", "market", None),
        ("the border between Peru and Chile", "border between Peru and Chile", None),
    ],
    ids=lambda value: str(value),
)
def test_words_of_a_place_give_name_and_country(words, name, country):
    text = f"A bomb exploded in {words}."
    (found,) = name_places(report(text), [event(text, "exploded", place=words)])
    assert found.country == country
    assert found.name.removeprefix("the ") in (name, f"the {name}")
    assert found.why


def test_spellings_of_one_place_are_put_together():
    text = "A bomb exploded in Herat province. Later Herat was shelled."
    events = [event(text, "exploded", place="Herat province"), event(text, "shelled", place=span(text, "Herat", 1))]
    found = name_places(report(text), events)
    assert found[0].name == "Herat"
    assert found[0].spellings[0] == "Herat province"
    assert len(found) == 1


def test_no_place_words_give_no_place():
    text = "A bomb exploded."
    assert name_places(report(text), [event(text, "exploded")]) == ()
