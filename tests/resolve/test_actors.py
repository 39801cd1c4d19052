"""Who is named, under which name, with which country, sector and spellings; and who is left nameless."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Actor, Report, Span
from dragoman.resolve.actors import name_actors
from tests.make import event, report, span, statement


def actors_of(text: str, *spans: str, trigger: str = "met", type: str = "CONSULT") -> dict[str, Actor]:
    """The actors by name when these words take part in one event."""
    return {a.name: a for a in name_actors(report(text), [event(text, trigger, type, actor=spans)], [])}


@pytest.mark.parametrize(
    ("words", "name", "country", "sector"),
    [
        ("the Kenyan navy", "Kenyan Navy", "KEN", "MIL"),
        ("Peru's foreign ministry", "Ministry of Foreign Affairs of Peru", "PER", "GOV"),
        ("the government of the Gambia", "Gambia", "GMB", "GOV"),
        ("the Kremlin", "Russia", "RUS", "GOV"),
        ("Oslo", "Norway", "NOR", "GOV"),
        ("the Israelis", "Israel", "ISR", "GOV"),
        ("Daesh fighters", "Islamic State", None, "REB"),
        ("the rebel group Boko Haram", "Boko Haram", "NGA", "REB"),
        ("the Israeli army", "Israel Defense Forces", "ISR", "MIL"),
        ("Hawick Valley University", "Hawick Valley University", None, "EDU"),
        ("WHO", "World Health Organization", None, "IGO"),
        ("Côte d'Ivoire", "Ivory Coast", "CIV", "GOV"),
    ],
    ids=lambda value: str(value),
)
def test_words_give_name_country_and_sector(words, name, country, sector):
    found = actors_of(f"On Friday {words} met envoys.", words)
    assert list(found) == [name]
    assert found[name].country == country
    assert found[name].sector[0] == sector
    assert found[name].spellings == (words,)
    assert found[name].why


def test_title_is_no_part_of_a_persons_name_and_tells_country_and_sector():
    words = "Dutch Defence Minister Greet Aalbers"
    (found,) = actors_of(f"{words} met envoys.", words).values()
    assert (found.name, found.kind.value, found.country) == ("Greet Aalbers", "person", "NLD")
    assert found.sector == ("GOV",)
    assert "minister" in (found.why or "")


def test_office_behind_the_name_is_read_too():
    words = "Odile Brenner, spokeswoman for the Swiss police"
    text = f"{words}, said the road was shut."
    (found,) = name_actors(report(text), [], [statement(text, "S1", "said", "the road was shut", source=words)])
    assert (found.name, found.country, found.sector) == ("Odile Brenner", "CHE", ("COP",))


@pytest.mark.parametrize(
    "words", ["Two people", "Protesters", "A witness", "Several officers", "Some Iraqi soldiers", "Police"]
)
def test_nameless_actors_are_not_listed(words):
    assert actors_of(f"{words} met near the bridge.", words) == {}


@pytest.mark.parametrize("words", ["Marta Lindqvist", "Ms Lindqvist", "34-year-old Marta Lindqvist"])
def test_private_victim_gets_no_identity(words):
    text = f"{words} was shot near the bridge."
    victim = event(text, "shot", recipient=words)
    assert name_actors(report(text), [victim], []) == ()


def test_minister_who_is_a_victim_is_a_public_figure():
    text = "Interior Minister Marta Lindqvist was shot near the bridge."
    victim = event(text, "shot", recipient="Interior Minister Marta Lindqvist")
    assert [a.name for a in name_actors(report(text), [victim], [])] == ["Marta Lindqvist"]


def test_role_makes_a_source_public_but_not_a_passer_by():
    text = "Analyst Pia Soler said talks failed. Analyst Rui Nobre was beaten."
    said = statement(text, "S1", "said", "talks failed", source="Analyst Pia Soler")
    beaten = event(text, "beaten", recipient="Analyst Rui Nobre")
    assert [a.name for a in name_actors(report(text), [beaten], [said])] == ["Pia Soler"]


def test_surname_courtesy_and_office_join_the_full_name():
    text = "General Ivo Marek met envoys. Marek left. Mr Marek waited. The general slept."
    found = actors_of(text, "General Ivo Marek", "Mr Marek", "The general")
    assert list(found) == ["Ivo Marek"]
    assert set(found["Ivo Marek"].spellings) == {"General Ivo Marek", "Mr Marek", "The general", "Marek"}


def test_same_surname_of_two_persons_is_given_to_neither():
    text = "General Ivo Marek met Senator Ana Marek. Marek left."
    found = actors_of(text, "General Ivo Marek", "Senator Ana Marek")
    assert set(found) == {"Ivo Marek", "Ana Marek"}
    assert [a.spellings for a in found.values()] == [("General Ivo Marek",), ("Senator Ana Marek",)]


def test_acronym_in_brackets_is_a_spelling_from_then_on():
    text = "The Harbour Workers Union (HWU) met the mayor. The HWU left."
    found = actors_of(text, "The Harbour Workers Union (HWU)", "The HWU")
    assert list(found) == ["Harbour Workers Union"]
    assert "The HWU" in found["Harbour Workers Union"].spellings


def test_ministry_means_the_one_named_before():
    text = "Chile's health ministry met doctors. The ministry paid."
    found = actors_of(text, "Chile's health ministry", "The ministry")
    assert found["Ministry of Health of Chile"].spellings == ("Chile's health ministry", "The ministry")


def test_the_group_is_nobody_where_two_groups_were_named():
    text = "Hamas met Hezbollah. The group left."
    found = actors_of(text, "Hamas", "Hezbollah", "The group")
    assert {s for a in found.values() for s in a.spellings} == {"Hamas", "Hezbollah"}


def test_army_without_country_is_that_of_the_only_country_and_says_so():
    text = "The army met villagers in Peru. Peruvian roads were shut in Lima."
    (found,) = actors_of(text, "The army").values()
    assert (found.name, found.country) == ("Peruvian Army", "PER")
    assert "country words" in (found.why or "")


def test_army_without_country_is_nobody_where_two_countries_are_told_of():
    text = "The army met villagers. Peru and Chile, Chile and Peru, Norway and Kenya watched."
    assert actors_of(text, "The army") == {}


def test_capitals_tell_an_acronym_from_a_word():
    assert actors_of("They met who they could.", "who") == {}


def test_text_in_small_letters_is_read_too():
    found = actors_of("colonel ivo marek met the nicaraguan army.", "colonel ivo marek", "the nicaraguan army")
    assert list(found) == ["ivo marek", "Nicaraguan Army"]


def test_actors_come_in_the_order_of_the_text():
    found = actors_of("Norway met Kenya and Peru.", "Peru", "Kenya", "Norway")
    assert list(found) == ["Norway", "Kenya", "Peru"]


WORDS = st.sampled_from(
    "the General President of Iraq Iraqi army (PF) police's Ana Ruiz , and two U.S. “UN” ministry rebels é ''s".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14), st.data())
def test_any_words_give_spellings_that_stand_in_the_text(words, data):
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = len(" ".join(words[:first])) + bool(first)
    chosen = " ".join(words[first : last + 1])
    made = event(text, words[0], actor=())
    from_text = Report(id="r", text=text)
    named = name_actors(from_text, [_with_actor(made, start, chosen)], [])
    assert all(spelling in text for actor in named for spelling in actor.spellings)
    assert all(actor.why and actor.name for actor in named)


def _with_actor(made, start, words):
    return msgspec.structs.replace(made, actor=(Span(start, start + len(words), words),))


def test_small_letters_are_no_name_of_several_words_in_a_text_with_capitals():
    text = "President Kenyatta met police chiefs in Nairobi, and police said that all was quiet."
    said = statement(text, "S1", "said", "all was quiet", source=span(text, "police", 1))
    assert "Metropolitan Police" not in {actor.name for actor in name_actors(report(text), [], [said])}
