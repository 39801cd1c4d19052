"""Holders of offices by the day of the report, misspelt ones, and everyday words for one body of a country."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Actor
from dragoman.resolve.actors import name_actors
from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.offices import was_in_office
from dragoman.resolve.rows import Term
from tests.make import event, report


def actors_of(text: str, published: str | None, *spans: str) -> dict[str, Actor]:
    """The actors by name when these words take part in one event of a report of that day."""
    dated = msgspec.structs.replace(report(text), published=published)
    return {a.name: a for a in name_actors(dated, [event(text, "met", "CONSULT", actor=spans)], [])}


@pytest.mark.parametrize(
    ("text", "span", "published", "name"),
    [
        ("In Iraq the president met envoys; Iraq is calm.", "the president", "2020-01-12", "Barham Salih"),
        ("In Iraq the president met envoys; Iraq is calm.", "the president", "2023-03-01", "Abdul Latif Rashid"),
        ("The French foreign minister met envoys.", "The French foreign minister", "2013-05-02", "Laurent Fabius"),
        ("Defense Minister Mark Esber met US envoys.", "Defense Minister Mark Esber", "2020-01-12", "Mark Esper"),
        ("The foreign secretary met envoys in Oslo.", "The foreign secretary", "2015-02-03", "Philip Hammond"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_office_and_day_tell_the_holder_with_the_why(text, span, published, name):
    found = actors_of(text, published, span)
    assert list(found) == [name]
    assert "held the office" in (found[name].why or "")


@pytest.mark.parametrize("published", [None, "2018", "1899-01-01"])
def test_president_is_nobody_without_a_day_that_one_term_covers(published):
    assert actors_of("In Iraq the president met envoys; Iraq is calm.", published, "the president") == {}


def test_former_holder_is_not_the_one_of_today():
    assert actors_of("Iraq's former president met envoys of Iraq.", "2020-01-12", "former president") == {}


def test_title_with_a_stranger_name_is_not_bent_to_the_holder():
    found = actors_of("President Gudrun Haavik met French envoys.", "2013-05-02", "President Gudrun Haavik")
    assert list(found) == ["Gudrun Haavik"]


def test_everyday_word_means_the_one_body_of_a_country_in_its_years_only():
    text = "The guerrillas met villagers in El Salvador. El Salvador was calm."
    assert list(actors_of(text, "1989-11-02", "The guerrillas")) == ["Farabundo Martí National Liberation Front"]
    assert actors_of(text, "2015-11-02", "The guerrillas") == {}


def test_spelling_of_several_countries_means_the_one_of_the_report():
    found = actors_of("The ASWJ met clerics in Pakistan. Pakistani police watched.", None, "The ASWJ")
    assert list(found) == ["Ahle Sunnat Wal Jamaat"]
    assert actors_of("The ASWJ met clerics.", None, "The ASWJ") == {}


def test_surname_joins_the_full_name_that_stands_outside_the_event():
    text = "Laurent Fabius landed at noon. Later Mr Fabius met envoys."
    (found,) = actors_of(text, None, "Mr Fabius").values()
    assert found.name == "Laurent Fabius"


def test_every_term_is_of_a_known_office_and_begins_before_it_ends():
    book = open_gazetteer()
    offices = {row.office for row in book.kinds.offices}
    for entry in book.entries:
        for term in entry.terms:
            assert term.office in offices or term.office.split(" of ")[0] in offices
            assert term.start < term.end


def test_terms_of_one_office_do_not_overlap():
    held: dict[tuple[str, str], list[Term]] = {}
    for entry in open_gazetteer().entries:
        for term in entry.terms:
            held.setdefault((term.office, term.of), []).append(term)
    for terms in held.values():
        ordered = sorted(terms, key=lambda term: term.start)
        assert all(left.end <= right.start for left, right in zip(ordered, ordered[1:], strict=False))


@given(st.dates().map(str))
def test_a_day_is_never_in_two_terms_that_follow_each_other(day):
    first, second = Term("president", "XXX", "2001-05", "2010"), Term("president", "XXX", "2010", "2020-02-03")
    assert not (was_in_office(first, day) and was_in_office(second, day))


def test_everyday_words_mean_listed_bodies_only():
    book = open_gazetteer()
    assert {row.name for row in book.kinds.called} <= set(book.entry_of)
