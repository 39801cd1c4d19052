"""The commands on a situation, as a user calls them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet
import pytest
from click.testing import CliRunner, Result

from dragoman.show.cli.group import dragoman
from dragoman.show.cli.judging import find_person
from dragoman.situation import Situation
from dragoman.views import IncidentView
from tests.show.wire_situation import build_situation

READING = ("incidents", "conflicts", "sources", "timeline")


def call(*arguments: object) -> Result:
    ended = CliRunner().invoke(dragoman, [str(each) for each in arguments], env={"COLUMNS": "100"})
    assert ended.exit_code in (0, 2, 4), ended.output
    return ended


def list_ids(path: Path, *filters: str) -> list[str]:
    written = call("incidents", path, *filters, "--format", "csv").stdout
    return [row["incident"] for row in csv.DictReader(io.StringIO(written, newline=""))]


def largest(path: Path) -> IncidentView:
    with Situation.open(path) as opened:
        return opened.incident(max(opened.incidents(), key=lambda each: each.n_reports).id)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A situation that a test may change."""
    return build_situation(tmp_path / "own.db")


@pytest.mark.parametrize("command", READING)
def test_table_goes_to_the_screen_or_into_a_file(command: str, wires: Path, tmp_path: Path) -> None:
    ended = call(command, wires)
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert call(command, wires, "-o", tmp_path / "out.txt").stdout == ""
    written = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert written == ended.stdout
    assert written and " \n" not in written


@pytest.mark.parametrize("command", READING)
def test_formats_hold_the_same_rows(command: str, wires: Path, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in call(command, wires, "--format", "jsonl").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(call(command, wires, "--format", "csv").stdout, newline="")))
    call(command, wires, "-o", tmp_path / "out.parquet")
    table = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    assert len(lines) == len(rows) == table.num_rows > 0
    assert table.column_names == list(rows[0])


def test_event_report_table_has_a_row_for_each_event_and_report(wires: Path) -> None:
    lines = [json.loads(line) for line in call("incidents", wires, "--events", "--format", "jsonl").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(call("incidents", wires, "--events", "--format", "csv").stdout, newline="")))
    assert [(each["incident"], each["event_id"]) for each in lines] == [(r["incident"], r["event_id"]) for r in rows]
    with Situation.open(wires) as opened:
        expected = [(row.id, told.event.id) for row in opened.incidents() for told in opened.incident(row.id).told]
    assert [(row["incident"], row["event_id"]) for row in rows] == expected
    assert {row["origin_name"] for row in rows} >= {"Globe Press"} or all(row["origin"] for row in rows)


def test_filters_all_have_to_fit(wires: Path) -> None:
    everything = list_ids(wires)
    assert 0 < len(list_ids(wires, "--place", "nakuru")) < len(everything)
    assert list_ids(wires, "--place", "nakuru", "--actor", "black hand", "--type", "assault", "--country", "ken")
    assert list_ids(wires, "--place", "nakuru", "--since", "2015-03-06") != list_ids(wires, "--place", "nakuru")
    assert list_ids(wires, "--until", "2015-02") == []
    assert list_ids(wires, "--min-origins", "0") == everything
    assert list_ids(wires, "--text", '"harbour of Lamu"') == list_ids(wires, "--text", "fishermen")
    assert list_ids(wires, "--status", "negated") == []


def test_nothing_to_show_is_said_and_is_no_error(wires: Path) -> None:
    for command in ("incidents", "conflicts", "timeline"):
        ended = call(command, wires, "--until", "1999")
        assert (ended.exit_code, ended.stdout[:3]) == (0, "No ")


def test_rule_of_figures_changes_the_figure(wires: Path) -> None:
    id = largest(wires).row.id
    killed = {
        rule: next(
            row["killed_high"]
            for row in csv.DictReader(
                io.StringIO(call("incidents", wires, "--figures", rule, "--format", "csv").stdout, newline="")
            )
            if row["incident"] == id
        )
        for rule in ("lowest", "highest")
    }
    assert killed == {"lowest": "14", "highest": "18"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["incidents", "none.db"],
        ["incidents", "{}", "--type", "BOMBING"],
        ["incidents", "{}", "--since", "yesterday"],
        ["incidents", "{}", "--text", "..."],
        ["incidents", "{}", "--events"],
        ["incidents", "{}", "--format", "parquet"],
        ["incidents", "{}", "-o", "x.docx"],
        ["show", "{}", "i000000000000"],
        ["timeline", "{}", "--by", "year"],
        ["dossier", "{}"],
        ["dossier", "{}", "-o", "-"],
        ["join", "{}", "i000000000000"],
        ["join", "{}", "i000000000000", "--why", " "],
        ["split", "{}", "i000000000000", "e1", "--why", "x"],
        ["undo", "{}", "j0", "--why", "x"],
        ["recode", "{}", "--jobs", "0"],
    ],
    ids=" ".join,
)
def test_call_that_cannot_be_carried_out_ends_with_2(arguments: list[str], wires: Path) -> None:
    ended = call(*(each.format(wires) for each in arguments))
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "Error: " in ended.stderr


@pytest.mark.parametrize("command", [*READING, "judgements"])
def test_file_that_is_no_situation_ends_with_4(command: str, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    ended = call(command, path)
    assert (ended.exit_code, ended.stdout) == (4, "")


def test_show_prints_the_incident(wires: Path) -> None:
    view = largest(wires)
    ended = call("show", wires, view.row.id, "--figures", "latest")
    assert ended.exit_code == 0
    assert view.row.id in ended.stdout and "latest: " in ended.stdout


def test_split_and_join_are_kept_with_their_reason_and_can_be_taken_back(own: Path) -> None:
    before, view = list_ids(own), largest(own)
    ended = call("split", own, view.row.id, "town", "--why", "another day", "--by", "Ada")
    assert ended.exit_code == 0, ended.stderr
    apart = list_ids(own)
    assert len(apart) == len(before) + 1
    ruling = ended.stdout.split(":")[0]
    assert f"dragoman undo {own} {ruling}" in ended.stdout
    assert "not one incident: another day (Ada, " in call("judgements", own).stdout
    assert "another day" in call("show", own, view.row.id).stdout

    assert call("undo", own, ruling, "--why", "a mistake").exit_code == 0
    assert list_ids(own) == before
    assert "withdrawn" in call("judgements", own).stdout
    assert call("undo", own, ruling, "--why", "again").exit_code == 2

    assert call("join", own, *before, "--why", "all one").exit_code == 0
    assert len(list_ids(own)) == 1
    assert find_person() in call("judgements", own).stdout


def test_split_names_what_is_not_in_the_incident(own: Path) -> None:
    ended = call("split", own, largest(own).row.id, "far", "--why", "x")
    assert (ended.exit_code, "far is no event or report of" in ended.stderr) == (2, True)


def test_judgements_say_that_there_are_none(wires: Path) -> None:
    assert call("judgements", wires).stdout.startswith("Nobody has judged")


def test_dossier_is_written_in_one_step(wires: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    out.write_text("old", encoding="utf-8")
    ended = call("dossier", wires, "-o", out, "--figures", "lowest")
    assert (ended.exit_code, ended.stdout) == (0, "")
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") and page.endswith("</html>\n")
    assert "rule “lowest”" in page
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
