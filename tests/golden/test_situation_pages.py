"""The output that the pages on situations show is the output. `pytest tests/golden --update-golden` writes it anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.show.cli.group import dragoman
from dragoman.situation import Situation
from tests.conftest import ROOT

SAMPLE = ROOT / "samples" / "mombasa.jsonl"
PAGES = ("docs/situations.md", "README.md")
BLOCK = re.compile(r"(<!-- output: ([^\n]+) -->\n```text\n)(.*?)(```)", re.S)


@pytest.fixture(scope="module")
def situation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "mombasa.db"
    with Situation.open(path, create=True) as made:
        assert made.add([str(SAMPLE)]).failures == 0
    return path


def call(command: str, path: Path) -> str:
    """The command as it is typed, with the incident of most reports for LARGEST, and what it prints."""
    with Situation.open(path) as opened:
        largest = max(opened.incidents(), key=lambda row: row.n_reports).id
    typed = command.replace("LARGEST", largest)
    arguments = [str(path) if each == "mombasa.db" else each for each in typed.split()]
    ended = CliRunner().invoke(dragoman, arguments, env={"COLUMNS": "100"})
    assert ended.exit_code == 0, ended.output
    return f"$ dragoman {typed}\n{ended.stdout.rstrip()}\n"


@pytest.mark.parametrize("name", PAGES)
def test_output_on_the_page_is_what_the_command_prints(
    name: str, situation: Path, request: pytest.FixtureRequest
) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    shown = BLOCK.sub(lambda match: match[1] + call(match[2], situation) + match[4], page)
    if request.config.getoption("--update-golden"):
        (ROOT / name).write_text(shown, encoding="utf-8")
    assert BLOCK.search(page)
    assert (ROOT / name).read_text(encoding="utf-8") == shown


def test_sample_tells_of_one_incident_by_several_origins_that_do_not_agree(situation: Path) -> None:
    with Situation.open(situation) as opened:
        row = max(opened.incidents(), key=lambda each: each.n_reports)
    assert (row.type, row.country) == ("ASSAULT", "KEN")
    assert row.n_reports >= 4 and 2 <= row.n_origins < row.n_reports and row.n_conflicts
