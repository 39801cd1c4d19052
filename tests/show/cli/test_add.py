"""`dragoman add`: what it prints, and with which code it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.show.cli.group import dragoman
from dragoman.situation import Situation

TEXT = "A bomb exploded at the grain market of Nakuru on Monday and killed six traders, the police said on Tuesday.\n"
OTHER = "The president of Peru met the fishermen's union in Lima on Friday to discuss the price of diesel.\n"


def add(*arguments: str | Path) -> Result:
    return CliRunner().invoke(dragoman, ["add", *map(str, arguments)])


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.txt").write_text(OTHER, encoding="utf-8")
    return folder


def test_add_tells_what_came_of_it_and_repeats_safely(reports: Path, tmp_path: Path) -> None:
    once = add(tmp_path / "a.db", reports, "--published", "2015-03-03")
    assert (once.exit_code, once.stdout) == (0, "")
    assert once.stderr.startswith("2 reports: 2 new incidents, 0 events joined")
    again = add(tmp_path / "a.db", reports, "--published", "2015-03-03")
    assert again.stderr.startswith(
        "2 reports: 0 new incidents, 0 events joined to known ones, 0 new conflicts, 2 known"
    )
    (reports / "two.txt").write_text(OTHER.replace("diesel", "ice"), encoding="utf-8")
    assert "1 corrected, 1 known already" in add(tmp_path / "a.db", reports, "--published", "2015-03-03").stderr
    with Situation.open(tmp_path / "a.db") as situation:
        assert [(row.id, row.version) for row in situation.reports()] == [("one", 1), ("two", 2)]


def test_report_that_cannot_be_read_is_told_until_it_can(reports: Path, tmp_path: Path) -> None:
    (reports / "two.txt").write_bytes(b"\x00\x01\x02" * 99)
    ended = add(tmp_path / "a.db", reports)
    assert ended.exit_code == 1
    assert "Failed: " in ended.stderr and "1 failure" in ended.stderr
    with Situation.open(tmp_path / "a.db") as situation:
        assert [Path(failure.source).name for failure in situation.failures()] == ["two.txt"]
    (reports / "two.txt").write_text(TEXT, encoding="utf-8")
    assert add(tmp_path / "a.db", reports).exit_code == 0
    with Situation.open(tmp_path / "a.db") as situation:
        assert situation.failures() == []


def test_file_that_is_no_situation_ends_with_code_4(reports: Path) -> None:
    ended = add(reports / "one.txt", reports)
    assert ended.exit_code == 4
    assert "no situation file" in ended.stderr


def test_date_that_is_none_ends_with_code_2(reports: Path, tmp_path: Path) -> None:
    assert add(tmp_path / "a.db", reports, "--published", "soon").exit_code == 2
    assert not (tmp_path / "a.db").exists()


def test_stored_reports_coded_again_without_change_stay_as_they_are(reports: Path, tmp_path: Path) -> None:
    add(tmp_path / "a.db", reports, "--published", "2015-03-03")
    with Situation.open(tmp_path / "a.db") as situation:
        before = situation.incidents()
        done = situation.recode()
        assert (done.reports, done.changed, done.changes, done.lost) == (2, 0, (), ())
        assert situation.incidents() == before
