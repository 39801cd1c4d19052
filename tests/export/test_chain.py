from __future__ import annotations

import pytest

from dragoman.export.chain import chain_line, chain_of
from dragoman.records import Record
from tests.make import actor, event, record, statement

TEXT = (
    'Rebels shelled the port, the guild said in a letter, Ivo Lund wrote in the newspaper "Posten". '
    "It was reported that they fled. State radio carried it, the daily said."
)


def told_by(*said_by: str, **fields: object) -> Record:
    return record(TEXT, events=[event(TEXT, "shelled", said_by=said_by)], **fields)


def line_of(made: Record) -> str:
    return chain_line(made.events[0], made)


def guild(**fields: object) -> object:
    return statement(TEXT, "S1", "said", "Rebels shelled the port", source="the guild", **fields)


def lund(**fields: object) -> object:
    return statement(TEXT, "S2", "wrote", "Rebels shelled the port", source="Ivo Lund", **fields)


def test_line_is_this_report_when_nobody_is_quoted() -> None:
    assert line_of(told_by()) == "this report"


def test_line_is_the_outlet_when_it_is_known_and_nobody_is_quoted() -> None:
    assert line_of(told_by(publisher="The Gazette")) == "The Gazette"


def test_line_goes_from_the_innermost_source_out_to_the_report() -> None:
    chain = [guild(via="S2"), lund(medium='in the newspaper "Posten"')]
    assert line_of(told_by("S1", "S2", statements=chain)) == "the guild, by Ivo Lund, in «Posten», by this report"


def test_line_ends_with_the_outlet_when_it_is_known() -> None:
    assert line_of(told_by("S2", statements=[lund()], publisher="The Gazette")) == "Ivo Lund, by The Gazette"


def test_line_names_the_outlet_once_when_it_is_the_last_source() -> None:
    assert line_of(told_by("S2", statements=[lund()], publisher="Ivo Lund")) == "Ivo Lund"


def test_line_says_unnamed_when_the_source_is_hidden() -> None:
    hidden = statement(TEXT, "S1", "It was reported", "that they fled")
    assert line_of(told_by("S1", statements=[hidden])) == "an unnamed source, by this report"


def test_line_gives_the_best_known_name_when_one_actor_has_the_spelling() -> None:
    actors = [actor("Ivar Lund", "Ivo Lund", kind="person")]
    assert line_of(told_by("S2", statements=[lund()], actors=actors)) == "Ivar Lund, by this report"


def test_line_keeps_the_words_when_two_actors_share_the_spelling() -> None:
    actors = [actor("Ivar Lund", "Ivo Lund"), actor("Ivo Lund Hansen", "Ivo Lund")]
    assert line_of(told_by("S2", statements=[lund()], actors=actors)) == "Ivo Lund, by this report"


@pytest.mark.parametrize(
    ("medium", "shown"),
    [
        ("in a letter", "in a letter"),
        ("State radio", "through State radio"),
        ('in the newspaper "Posten"', "in «Posten»"),
    ],
)
def test_line_holds_the_medium_in_its_words_or_by_its_title(medium: str, shown: str) -> None:
    assert line_of(told_by("S2", statements=[lund(medium=medium)])) == f"Ivo Lund, {shown}, by this report"


def test_chain_ends_when_the_statements_run_in_a_ring() -> None:
    made = told_by("S1", statements=[guild(via="S2"), lund(via="S1")])
    assert [each.id for each in chain_of(made.events[0], made)] == ["S1", "S2"]


def test_chain_is_empty_when_the_statement_is_not_there() -> None:
    made = told_by("S9")
    assert chain_of(made.events[0], made) == ()


def test_the_publication_that_a_source_wrote_in_stands_also_where_it_is_not_named_again() -> None:
    named_once = statement(TEXT, "S3", "reported", "they fled", source="Ivo Lund", medium='in the newspaper "Posten"')
    assert line_of(told_by("S2", statements=[lund(), named_once])) == "Ivo Lund, in «Posten», by this report"


def test_a_medium_that_is_no_publication_stays_with_its_own_statement() -> None:
    elsewhere = statement(TEXT, "S3", "reported", "they fled", source="Ivo Lund", medium="in a letter")
    assert line_of(told_by("S2", statements=[lund(), elsewhere])) == "Ivo Lund, by this report"
