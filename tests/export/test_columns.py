from __future__ import annotations

from pathlib import Path

from dragoman.assets import open_codebook
from dragoman.export.columns import COLUMNS, event_rows
from dragoman.export.quads import QUAD_OF
from dragoman.export.sheet import Value
from tests.make import event, record
from tests.show.story import TEXT, story

PAGE = Path(__file__).parents[2] / "docs" / "export.md"


def first_row() -> dict[str, Value]:
    return dict(zip([column.name for column in COLUMNS], next(event_rows(story())), strict=True))


def test_columns_stand_in_the_docs_with_their_meaning_and_in_their_order() -> None:
    kinds = {str: "text", int: "whole number", float: "number"}
    table = "\n".join(f"| `{column.name}` | {kinds[column.kind]} | {column.meaning} |" for column in COLUMNS)
    assert table in PAGE.read_text(encoding="utf-8")


def test_rows_hold_the_words_and_what_they_mean() -> None:
    row = first_row()
    told = {name: row[name] for name in ("report_id", "type", "quad", "modes", "actor", "actor_name", "actor_country")}
    assert told == {
        "report_id": "mill",
        "type": "ASSAULT",
        "quad": "material conflict",
        "modes": "explosives",
        "actor": "the Red Front",
        "actor_name": "Red Front",
        "actor_country": "NOR",
    }


def test_rows_join_several_values_in_their_order() -> None:
    assert first_row()["place"] == "the old mill; Torvik"


def test_rows_keep_an_open_end_of_a_count_empty() -> None:
    row = first_row()
    assert (row["killed_low"], row["killed_high"], row["injured_low"]) == (6, None, None)


def test_rows_hold_the_chain_its_first_source_and_the_conflict() -> None:
    row = first_row()
    assert row["chain"] == "The harbour union, by Ada Moen, in «Kysten», by this report"
    assert row["innermost_source"] == "The harbour union"
    assert row["conflict"] == "one tells of at least six killed, the other of no one hurt"


def test_rows_point_at_the_first_trigger_and_its_sentence() -> None:
    row = first_row()
    assert TEXT[int(row["trigger_start"] or 0) : int(row["trigger_end"] or 0)] == row["trigger"] == "bombed"
    assert str(row["sentence"]).startswith("The harbour union said") and str(row["sentence"]).endswith("six people.")


def test_rows_leave_everything_empty_that_is_not_told() -> None:
    row = dict(
        zip(
            [c.name for c in COLUMNS],
            next(event_rows(record("They met.", events=[event("They met.", "met")]))),
            strict=True,
        )
    )
    assert {name for name, value in row.items() if value is not None} == {
        *("report_id", "event_id", "type", "quad", "status", "chain", "trigger", "trigger_start", "trigger_end"),
        *("sentence", "made_by"),
    }


def test_rows_are_none_when_the_report_has_no_events() -> None:
    assert list(event_rows(record("Nothing happened."))) == []


def test_rows_hold_line_breaks_as_spaces() -> None:
    text = "The old\nguard fled."
    made = record(text, events=[event(text, "fled", actor="The old\nguard")])
    assert "The old guard" in next(event_rows(made))


def test_quads_are_those_of_the_codebook() -> None:
    assert {str(kind): str(quad) for kind, quad in QUAD_OF.items()} == {
        entry.code: entry.quad for entry in open_codebook().types
    }
