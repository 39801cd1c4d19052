"""The docs name every command, option, field and word of the data, and their links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import dragoman
from dragoman import errors, records
from dragoman.show.cli.group import dragoman as command_line
from tests.conftest import ROOT
from tests.house.tree import list_files

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
STAGE = re.compile(r"^\s*(\w+)/  ", re.M)
NO_STAGE = {"data", "grammar"}
PAGES = [path for path in list_files() if path.suffix == ".md"]
RECORDS = (
    "Record",
    "Event",
    "Statement",
    "Actor",
    "Place",
    "Span",
    "Junk",
    "Sentence",
    "Count",
    "CountWords",
    "Failure",
)


def read_page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def list_commands(group: click.Group, path: str = "dragoman") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from list_commands(command, f"{path} {name}")


@pytest.mark.parametrize("name, command", [pytest.param(*each, id=each[0]) for each in list_commands(command_line)])
def test_command_and_its_options_are_documented(name: str, command: click.Command) -> None:
    page = read_page("docs/cli.md")
    options = [o for param in command.params if isinstance(param, click.Option) for o in param.opts]
    assert not [words for words in [name, *options] if words not in page]


def test_exit_codes_are_documented() -> None:
    family = [value for value in vars(errors).values() if isinstance(value, type)]
    codes = {value.exit_code for value in family if issubclass(value, errors.DragomanError)}
    page = read_page("docs/cli.md")
    assert not [code for code in codes if not re.search(rf"^\|? *`?{code}`? ", page, re.M)]


@pytest.mark.parametrize("name", RECORDS)
def test_fields_of_a_record_are_documented(name: str) -> None:
    page = read_page("docs/record.md")
    section = re.search(rf"^## {name}\b.*?(?=^## |\Z)", page, re.M | re.S)
    assert section, f"docs/record.md has no section {name}"
    fields = getattr(records, name).__struct_encode_fields__
    assert not [each for each in fields if f"`{each}`" not in section[0]]


def test_stages_stand_in_one_order_everywhere() -> None:
    folders = {p.parts[2] for p in list_files() if p.parts[:2] == ("src", "dragoman") and len(p.parts) > 3} - NO_STAGE
    told = STAGE.findall(dragoman.__doc__ or "")
    tree = re.search(r"^```text\nsrc/dragoman/\n(.*?)^```", read_page("README.md"), re.M | re.S)
    assert tree, "README.md has no tree of src/dragoman/"
    assert set(told) == folders
    assert STAGE.findall(tree[1]) == told


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    targets = [link.partition("#")[0] for link in LINK.findall(read_page(str(page))) if "://" not in link]
    assert not [target for target in targets if target and not (ROOT / page.parent / target).exists()]


def test_every_page_is_reached_from_the_index() -> None:
    index = read_page("docs/index.md")
    pages = [str(page.relative_to("docs")) for page in PAGES if page.parts[0] == "docs" and page.name != "index.md"]
    assert not [name for name in pages if f"({name})" not in index]
