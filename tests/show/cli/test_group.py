from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dragoman.config import VERSION
from dragoman.errors import AssetError, InputError, InternalError, UsageError
from dragoman.show.cli.group import GuardedGroup, dragoman

ROOT = Path(__file__).parents[3]
CLI_PAGE = ROOT / "docs" / "cli.md"


def run_raising(error: BaseException) -> tuple[int, str, str]:
    @click.command()
    def fail() -> None:
        raise error

    ended = CliRunner().invoke(GuardedGroup(commands={"fail": fail}), ["fail"])
    return ended.exit_code, ended.stdout, ended.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("no text", source="x.txt", mend="Give one"), 1),
        (UsageError("impossible. Ask for less"), 2),
        (AssetError("the model is missing. Install again"), 3),
        (InternalError("a worker died"), 70),
        (ZeroDivisionError("division by zero"), 70),
        (KeyboardInterrupt(), 130),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, BaseException) else str(each),
)
def test_error_becomes_its_exit_code_and_one_line(error: BaseException, code: int) -> None:
    ended, out, told = run_raising(error)
    assert (ended, out, told.count("\n")) == (code, "", 1)


def test_bug_says_what_to_attach_and_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_DEBUG", raising=False)
    _, _, told = run_raising(ZeroDivisionError("division by zero"))
    assert "ZeroDivisionError: division by zero" in told and "dragoman doctor" in told
    assert "Traceback" not in told


def test_bug_shows_the_traceback_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_DEBUG", "1")
    assert "Traceback" in run_raising(ZeroDivisionError("division by zero"))[2]


def test_error_message_does_not_speak_to_the_terminal() -> None:
    assert "\x1b" not in run_raising(UsageError("no \x1b[31m here"))[2]


def test_version_is_told() -> None:
    assert CliRunner().invoke(dragoman, ["--version"]).stdout == f"dragoman, version {VERSION}\n"


@pytest.mark.parametrize("command", ["read", "doctor", "schema", "debug"])
def test_help_and_docs_know_every_command(command: str) -> None:
    assert command in dragoman.commands
    assert f"dragoman {command}" in CLI_PAGE.read_text(encoding="utf-8")


def test_docs_know_every_option_of_every_command() -> None:
    page = CLI_PAGE.read_text(encoding="utf-8")
    options = [name for command in dragoman.commands.values() for each in command.params for name in each.opts]
    assert [name for name in options if name.startswith("-") and f"`{name}" not in page] == []


@pytest.mark.parametrize("code", ["0", "1", "2", "3", "70", "130", "141"])
def test_help_and_docs_know_every_exit_code(code: str) -> None:
    shown = CliRunner().invoke(dragoman, ["--help"]).stdout
    assert any(line.split()[:1] == [code] for line in shown.splitlines())
    assert f"| {code} |" in CLI_PAGE.read_text(encoding="utf-8")


def test_help_loads_neither_the_model_nor_the_readers() -> None:
    script = (
        "import sys\n"
        "from dragoman.show.cli import group\n"
        "heavy = {'onnxruntime', 'numpy', 'tokenizers', 'trafilatura', 'pyarrow', 'torch'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or None)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    started = time.monotonic()
    ended = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=20)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert time.monotonic() - started < 2
