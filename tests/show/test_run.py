"""A run with a tiny coding function in the place of the pipeline: outputs, counts, failures, interruptions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.show.run import Request, View, choose_view, run_read
from dragoman.show.tally import failures_path
from tests.show.story import open_coder

ROOT = Path(__file__).parents[2]


def start(script: str, *, own_group: bool = False) -> subprocess.Popen[bytes]:
    """A Python process of its own that may import the package and the tests."""
    guarded = "if __name__ == '__main__':\n" + "".join(f"    {line}\n" for line in script.splitlines())
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    return subprocess.Popen(
        [sys.executable, "-c", guarded],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        start_new_session=own_group,
    )


def lines_of(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_run_writes_the_records_in_the_order_of_the_inputs(jobs: int, tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    run_read(range(6), open_coder, Request(view=View.JSONL, out=out, jobs=jobs))
    assert lines_of(out) == ["0", "1", "2", "3", "4", "5"]


def test_run_counts_at_the_end_on_standard_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run_read(range(8), open_coder, Request(view=View.JSONL, out=tmp_path / "x.jsonl"))
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "Failed: 6.txt, line 1: no text in it. Give a text",
        "7 reports: 14 events, 21 statements, 7 conflicts; 1 failure",
    ]


def test_run_leaves_failures_out_of_the_records_and_writes_them_beside(tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    run_read(range(8), open_coder, Request(view=View.JSONL, out=out))
    assert "6" not in lines_of(out)
    failure = json.loads(failures_path(out).read_text(encoding="utf-8"))
    assert (failure["source"], failure["place"], failure["mend"]) == ("6.txt", "line 1", "Give a text")


def test_run_shows_the_first_failures_when_a_file_holds_them_all(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run_read([6] * 23, open_coder, Request(view=View.JSONL, out=tmp_path / "x.jsonl"))
    told = capsys.readouterr().err.splitlines()
    assert sum(line.startswith("Failed: ") for line in told) == 20
    assert told[-2] == f"3 more failures: all are in {tmp_path / 'x.failures.jsonl'}"


def test_run_takes_away_the_failures_of_an_earlier_run_when_there_are_none(tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    failures_path(out).write_text("{}\n")
    run_read(range(2), open_coder, Request(view=View.JSONL, out=out))
    assert not failures_path(out).exists()


@pytest.mark.parametrize("view", [View.TABLE, View.CSV, View.PARQUET])
def test_run_writes_every_format_to_a_file(view: View, tmp_path: Path) -> None:
    out = tmp_path / f"x.{view}"
    run_read(range(2), open_coder, Request(view=view, out=out))
    assert out.stat().st_size > 500


def test_run_prints_the_table_when_no_output_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    run_read([0], open_coder, Request(view=View.TABLE))
    assert "▲ ASSAULT" in capfd.readouterr().out


def test_run_refuses_parquet_to_the_screen() -> None:
    with pytest.raises(UsageError, match="-o events.parquet"):
        run_read([0], open_coder, Request(view=View.PARQUET))


def test_run_refuses_evidence_without_the_table() -> None:
    with pytest.raises(UsageError, match="table view"):
        run_read([0], open_coder, Request(view=View.JSONL, evidence=True))


@pytest.mark.parametrize(
    ("form", "out", "view"),
    [
        (None, None, View.TABLE),
        (None, "x.JSONL", View.JSONL),
        (None, "x.csv", View.CSV),
        (None, "x.txt", View.TABLE),
        ("csv", "x.data", View.CSV),
        ("jsonl", "x.csv", View.JSONL),
    ],
)
def test_view_is_the_one_asked_for_else_that_of_the_ending(form: str | None, out: str | None, view: View) -> None:
    assert choose_view(form, out) is view


@pytest.mark.parametrize("out", ["x.xlsx", "x"])
def test_view_is_refused_when_the_ending_names_none(out: str) -> None:
    with pytest.raises(UsageError, match="--format"):
        choose_view(None, out)


@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT to a process group")
@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupt_keeps_the_old_output_and_whole_lines_of_the_new(jobs: int, tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    out.write_text("old")
    process = start(
        "from functools import partial\n"
        "from pathlib import Path\n"
        "from dragoman.show.run import Request, View, run_read\n"
        "from tests.show.story import open_slow_coder\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "try:\n"
        f"    request = Request(view=View.JSONL, out=folder / 'x.jsonl', jobs={jobs})\n"
        "    run_read(range(100), partial(open_slow_coder, folder), request)\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n",
        own_group=True,
    )
    _wait_for(lambda: len(list(tmp_path.glob("slow-*"))) == jobs)
    time.sleep(0.2)
    os.killpg(process.pid, signal.SIGINT)
    told, errors = process.communicate(timeout=10)
    assert told == b"interrupted\n"
    assert errors.decode().count("\n") == 1 and "3 reports done so far" in errors.decode()
    assert out.read_text() == "old"
    assert lines_of(tmp_path / "x.jsonl.partial") == ["0", "1", "2"]
    assert list(tmp_path.glob(".*.tmp")) == []


def _wait_for(condition: object) -> None:
    assert callable(condition)
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "the process did not come so far"
        time.sleep(0.05)


@pytest.mark.skipif(os.name == "nt", reason="there are no broken pipes of this kind")
@pytest.mark.parametrize("view", ["table", "jsonl", "csv"])
def test_run_ends_quietly_with_141_when_nobody_reads_on(view: str) -> None:
    process = start(
        "import click\n"
        "from dragoman.show.cli.group import GuardedGroup\n"
        "from dragoman.show.run import Request, View, run_read\n"
        "from tests.show.story import open_coder\n"
        "@click.command()\n"
        "def many():\n"
        f"    run_read((0 for _ in range(10**6)), open_coder, Request(view=View({view!r})))\n"
        "GuardedGroup(commands={'many': many})(['many'])\n"
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=20) == 141
    assert process.stderr.read() == b""
    process.stderr.close()
