"""What is generated is what its source gives, and the lock covers what the project asks for."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from tests.conftest import ROOT
from tests.house.tree import list_files, run_python

MAKERS = sorted(path.name for path in (ROOT / "scripts").glob("build_*.py"))


@pytest.mark.parametrize("maker", MAKERS)
def test_generated_files_are_what_their_source_gives(maker: str) -> None:
    result = run_python(f"scripts/{maker}", "--check")
    assert result.returncode == 0, result.stdout + result.stderr


def test_bundle_is_committed_whole() -> None:
    files = {path.name for path in list_files() if path.parts[:4] == ("src", "dragoman", "data", "bundle")}
    manifest = json.loads((ROOT / "src/dragoman/data/bundle/bundle.json").read_text(encoding="utf-8"))
    assert files == {"bundle.json", *manifest["files"]}


def test_lock_pins_every_package_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {name_of(each) for each in [*project["dependencies"], *extras["frames"], *extras["dev"]]}
    lock = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = {name_of(match[1]) for match in re.finditer(r"^([\w.-]+)==", lock, re.M)}
    assert asked <= pinned


def test_lock_has_hashes_for_every_package() -> None:
    lock = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", lock, flags=re.M)[1:]
    assert len(blocks) > 20
    assert not [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block]


def name_of(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()
