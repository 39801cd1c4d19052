"""The Python examples of the pages that newcomers read do run."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

BLOCK = re.compile(r"^```python\n(.*?)^```", re.M | re.S)
EXAMPLES = [
    pytest.param(match[1], id=f"{page}-{number}")
    for page in ("README.md", "docs/start.md")
    for number, match in enumerate(BLOCK.finditer((ROOT / page).read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize("code", EXAMPLES)
def test_example_runs_and_leaves_a_record(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(compile(code, "example", "exec"), names)  # noqa: S102 - the code is ours
    assert names.get("record") or names.get("records")
