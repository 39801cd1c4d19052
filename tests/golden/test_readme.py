"""The output that the README shows is the output. `pytest tests/golden --update-golden` writes it anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

README = ROOT / "README.md"
SAMPLE = "samples/bombing-wire.txt"
SHOWN = 36  # lines; the rest is cut with "..."
BLOCK = re.compile(rf"(<!-- output of {re.escape(SAMPLE)}.*?-->\n```text\n)(.*?)(```)", re.S)


def read_as_a_user_would() -> str:
    told = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "dragoman", "read", SAMPLE]
    result = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=True)
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    return "\n".join([*lines[:SHOWN], *(["..."] if len(lines) > SHOWN else []), ""])


def test_output_in_the_readme_is_what_the_command_prints(request: pytest.FixtureRequest) -> None:
    shown = read_as_a_user_would()
    if request.config.getoption("--update-golden"):
        page = README.read_text(encoding="utf-8")
        README.write_text(BLOCK.sub(lambda match: match[1] + shown + match[3], page), encoding="utf-8")
    found = BLOCK.search(README.read_text(encoding="utf-8"))
    assert found
    assert found[2] == shown
