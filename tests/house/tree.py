"""What the house rules look at: the files of the repository, without what git ignores."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".json", ".jsonl", ".html", ".cfg", ".sh", ""}
BIG = 2_000_000  # bytes; what is larger is no text that a person wrote


@cache
def list_files() -> tuple[Path, ...]:
    """All files that are, or would be, committed; relative to the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]  # noqa: S607
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        names = [Path(name) for name in result.stdout.split("\0") if name]
    else:  # an unpacked archive: no git; leave out what set-up and tools make
        made = {".venv", "build", "dist", "__pycache__"}
        every = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        names = [p for p in every if not any(part in made or part.endswith("_cache") for part in p.parts)]
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


def list_texts() -> Iterator[tuple[Path, str]]:
    """The text files and what they hold."""
    for path in list_files():
        if path.suffix in TEXT and (ROOT / path).stat().st_size < BIG:
            yield path, (ROOT / path).read_text(encoding="utf-8", errors="replace")


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Another Python at the root, with this tree's package whether or not it is installed."""
    told = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)


@cache
def list_modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Every Python file and its syntax tree."""
    return tuple((p, ast.parse((ROOT / p).read_text(encoding="utf-8"))) for p in list_files() if p.suffix == ".py")


Function = ast.FunctionDef | ast.AsyncFunctionDef


def list_functions(module: ast.Module) -> Iterator[tuple[Function, int]]:
    """Every function and its number of lines, from `def` to its end without the docstring."""
    for node in ast.walk(module):
        if isinstance(node, Function):
            first = node.body[0]
            has_text = ast.get_docstring(node) is not None
            docstring = (first.end_lineno or 0) - first.lineno + 1 if has_text else 0
            yield node, (node.end_lineno or 0) - node.lineno + 1 - docstring
