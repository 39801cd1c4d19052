"""Length, names and contents of the files."""

from __future__ import annotations

import ast
import re
import statistics
from pathlib import Path

from tests.conftest import ROOT
from tests.house.tree import list_files, list_functions, list_modules, list_texts

LONGEST_FILE = 300
LONGEST_FUNCTION = 50
MEDIAN_FUNCTION = 10
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "core", "shared", "tools"}
# In pieces, so that this file does not hold what it forbids.
MACHINE_PATH = re.compile("|".join([r"(?<![\w.])/" + f"{name}/" for name in ("work", "root", "farm", r"home/\w+")]))
REGISTRY = re.compile("|".join([r"pypi\." + "org", "python" + r"hosted\.org", r"index-" + "url|find-" + "links"]))


def test_files_are_short() -> None:
    long = {str(p): n for p, _ in list_modules() if (n := len((ROOT / p).read_bytes().splitlines())) >= LONGEST_FILE}
    assert not long, f"{LONGEST_FILE} lines or more"


def test_functions_are_short() -> None:
    long = [
        f"{path}:{function.lineno} {function.name}: {lines} lines"
        for path, module in list_modules()
        for function, lines in list_functions(module)
        if lines >= LONGEST_FUNCTION
    ]
    assert not long


def test_median_function_of_the_package_is_very_short() -> None:
    lines = [n for path, module in list_modules() if path.parts[0] == "src" for _, n in list_functions(module)]
    assert statistics.median(lines) < MEDIAN_FUNCTION


def test_names_of_files_and_folders_say_what_is_inside() -> None:
    assert not [p for p in list_files() if EMPTY_NAMES & {part.removesuffix(".py") for part in p.parts}]


def test_only_show_prints() -> None:
    printing = [
        f"{path}:{node.lineno}"
        for path, module in list_modules()
        if path.parts[:2] == ("src", "dragoman") and path.parts[2] != "show"
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not printing


def test_no_type_is_imported_for_the_checker_alone() -> None:
    name = "TYPE_" + "CHECKING"
    assert not [path for path, text in list_texts() if path.suffix == ".py" and name in text]


def test_every_public_thing_of_the_package_has_a_docstring() -> None:
    bare = [
        f"{path}:{getattr(node, 'lineno', 1)}"
        for path, module in list_modules()
        if path.parts[:2] == ("src", "dragoman")
        for node in [module, *module.body]
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and not getattr(node, "name", "module").startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not bare


def test_no_path_of_a_machine_is_written_down() -> None:
    assert not _find(MACHINE_PATH)


def test_no_address_of_a_registry_is_written_down() -> None:
    assert not [line for line in _find(REGISTRY) if not line.startswith("scripts/lock.py")]


def _find(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, text in list_texts()
        if path != Path("LICENSE")
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
