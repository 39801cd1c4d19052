"""Choices for a join by hand: near in time, of one type, in no other country, most alike first."""

from __future__ import annotations

from pathlib import Path

from dragoman.show.web.answers import Answers
from dragoman.show.web.near import list_near
from dragoman.situation import Situation


def test_the_bombing_of_the_same_day_is_a_choice_and_the_talks_are_not(made: Path) -> None:
    with Situation.open(made) as opened:
        answers = Answers(opened, made)
        rows = answers.rows()
        lamu = next(row for row in rows if row.place == "Lamu")
        near = list_near(answers, lamu)
        assert near and lamu.id not in {row.id for row in near}
        assert {row.type for row in near} == {lamu.type}
        assert {row.country for row in near} <= {"KEN", None}
        assert all(row.date_from and row.date_from.startswith("2015-03") for row in near)


def test_an_incident_without_a_day_has_no_choices(made: Path) -> None:
    with Situation.open(made) as opened:
        answers = Answers(opened, made)
        undated = [row for row in answers.rows() if row.date_from is None]
        assert undated and all(list_near(answers, row) == [] for row in undated)
