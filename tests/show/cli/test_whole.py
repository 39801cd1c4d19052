"""The commands with the real pipeline, each in a process of its own as a user starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.codec import json_schema
from dragoman.records import Record
from dragoman.show.cli.doctor import check_bundle
from dragoman.show.cli.group import dragoman

ROOT = Path(__file__).parents[3]
TEXT = (
    "Gunmen killed four policemen in the northern town of Arvel on Monday, the interior ministry said in a statement. "
    "Two days later the governor resigned, and hundreds of people demonstrated in front of his office.\n"
)


def run(*arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dragoman", *arguments],
        input=given,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "arvel.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_read_shows_a_report_on_the_screen(report: Path) -> None:
    ended = run("read", str(report), "--published", "2021-03-04")
    assert ended.returncode == 0, ended.stderr
    assert "published 2021-03-04 (as given)" in ended.stdout
    assert ended.stderr.startswith("1 report: ")


def test_read_gives_json_lines_in_the_order_and_with_the_ids_of_its_input() -> None:
    lines = [json.dumps({"id": each, "text": TEXT}) for each in ("b", "a", "c")]
    ended = run("read", "-", "--format", "jsonl", given="\n".join(lines))
    assert ended.returncode == 0, ended.stderr
    records = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [(each["id"], each["text"]) for each in records] == [("b", TEXT), ("a", TEXT), ("c", TEXT)]


def test_read_goes_on_and_ends_with_1_when_an_input_fails(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    ended = run("read", str(tmp_path / "missing.txt"), str(report), "-o", str(out), "--jobs", "2")
    assert ended.returncode == 1
    assert "missing.txt" in ended.stderr and "1 failure" in ended.stderr
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == ["arvel"]
    assert "missing.txt" in (tmp_path / "out.failures.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(("stage", "keys"), [("mark", {"id", "marks"}), ("code", {"id", "statements", "events"})])
def test_debug_prints_one_line_for_each_report(stage: str, keys: set[str], report: Path) -> None:
    ended = run("debug", stage, str(report))
    assert ended.returncode == 0, ended.stderr
    assert [set(json.loads(line)) for line in ended.stdout.splitlines()] == [keys]


def test_debug_resolve_prints_what_read_gives(report: Path) -> None:
    alone, whole = run("debug", "resolve", str(report)), run("read", str(report), "--format", "jsonl")
    assert (alone.returncode, alone.stdout) == (0, whole.stdout)


def test_debug_ends_with_1_when_the_report_cannot_be_read(tmp_path: Path) -> None:
    ended = run("debug", "mark", str(tmp_path / "missing.txt"))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "Failed: " in ended.stderr and "missing.txt" in ended.stderr


def test_doctor_finds_everything_in_order() -> None:
    ended = run("doctor")
    assert ended.returncode == 0, ended.stdout
    assert all(line.startswith("ok ") for line in ended.stdout.splitlines())


def test_doctor_says_what_mends_a_missing_model(tmp_path: Path) -> None:
    check = check_bundle(tmp_path)
    assert not check.fine
    assert "bundle.json" in check.found and "pip install" in check.found


def test_schema_is_that_of_the_record() -> None:
    assert json.loads(CliRunner().invoke(dragoman, ["schema"]).stdout) == json.loads(json.dumps(json_schema(Record)))
