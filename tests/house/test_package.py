"""The package as seen from outside: quick and silent to import, its public names true, its layers kept."""

from __future__ import annotations

import tomllib
import types

import dragoman
from dragoman.config import VERSION
from tests.conftest import ROOT
from tests.house.tree import run_python

MOST_NAMES = 15
IMPORT_SECONDS = 0.3
HEAVY = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "pyarrow", "rich", "py3langid", "torch"}
TIMED = "import time; start = time.perf_counter(); import dragoman; print(time.perf_counter() - start)"
LOADED = "import sys, dragoman; print(*sorted(sys.modules))"


def test_import_is_silent_even_with_warnings_as_errors() -> None:
    result = run_python("-W", "error", "-c", "import dragoman")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_import_is_quick() -> None:
    assert min(float(run_python("-c", TIMED).stdout) for _ in range(5)) < IMPORT_SECONDS


def test_import_loads_no_heavy_library() -> None:
    assert not HEAVY & set(run_python("-c", LOADED).stdout.split())


def test_public_names_are_few_and_true() -> None:
    names = dragoman.__all__
    public = {
        name
        for name, value in vars(dragoman).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType) and name != "annotations"
    }
    assert len(names) <= MOST_NAMES
    assert sorted(set(names)) == sorted(names)
    assert all(hasattr(dragoman, name) for name in names)
    assert public <= set(names)


def test_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION == dragoman.__version__


def test_import_contracts_hold() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    result = run_python("-c", code)
    assert result.returncode == 0, result.stdout + result.stderr
