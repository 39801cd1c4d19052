"""The page as a whole, of a situation with a report that tries everything."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.incidents import FigureRule
from dragoman.show.dossier import gather_dossier, write_page
from dragoman.show.screen import safe_words
from dragoman.situation import Situation
from tests.show.dossier.test_markup import Reader
from tests.show.wire_situation import HOSTILE

NEVER_CLOSED = {"meta", "input", "br"}


@pytest.fixture(scope="module")
def page(wires: Path) -> str:
    return "".join(write_pieces(wires))


def write_pieces(path: Path) -> Iterator[str]:
    with Situation.open(path) as opened:
        yield from write_page(gather_dossier(opened, "nakuru", date(2015, 4, 1), FigureRule.MOST_ORIGINS))


@pytest.fixture(scope="module")
def read(page: str) -> Reader:
    return Reader(page)


def test_hostile_report_is_shown_and_does_nothing(page: str, read: Reader) -> None:
    assert safe_words(HOSTILE) in read.text
    assert [name for name, _ in read.tags if name in ("script", "style")] == ["style", "script"]
    assert not {"img", "iframe", "object", "embed", "link", "form", "base"} & {name for name, _ in read.tags}
    assert not [key for _, attributes in read.tags for key in attributes if key.startswith("on") or key == "style"]
    assert not set("\u202e\x1b") & set(page)


def test_page_loads_nothing_and_leads_nowhere_but_to_reports(read: Reader) -> None:
    addresses = {
        each for _, given in read.tags for key in ("href", "src", "srcset", "data") if (each := given.get(key))
    }
    assert {each for each in addresses if not each.startswith("#")} == {"https://crier.example/mayor"}
    assert "url(" not in re.sub(r"url\(#", "", "".join(str(given) for _, given in read.tags))


def test_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else(page: str, read: Reader) -> None:
    policy = next(given["content"] for _, given in read.tags if given.get("http-equiv") == "Content-Security-Policy")
    for name in ("style", "script"):
        found = re.search(rf"<{name}>(.*?)</{name}>", page, re.S)
        assert found
        digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in str(policy)
    assert str(policy).startswith("default-src 'none';")
    assert "@import" not in page


def test_every_link_inside_the_page_leads_somewhere(read: Reader) -> None:
    ids = Counter(given["id"] for _, given in read.tags if "id" in given)
    assert set(ids.values()) == {1}
    targets = {str(given["href"])[1:] for _, given in read.tags if str(given.get("href", "")).startswith("#")}
    assert targets and not targets - set(ids)


def test_every_element_is_closed(page: str) -> None:
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.S)
    opened = Counter(re.findall(r"<([a-z][a-z0-9]*)", body))
    closed = Counter(re.findall(r"</([a-z][a-z0-9]*)", body))
    assert {name: count for name, count in opened.items() if name not in NEVER_CLOSED} == closed


def test_head_tells_what_the_dossier_covers(read: Reader) -> None:
    assert "6 reports of 6 outlets, 2015-03-02 to 2015-03-10: 4 incidents" in read.text.replace(
        "5 outlets", "6 outlets"
    )
    assert "Made on 2015-04-01." in read.text


def test_incident_has_its_figures_origins_conflicts_and_footnotes(read: Reader) -> None:
    for words in (
        "Eighteen peopleto whom, killed",
        "the mayor, by Town Crier, 2015-03-04 ",
        "only recalled: ",
        "Why these are one incident",
        "share no number",
        "Globe Press",
        "dragoman test; bundle none; codebook test (6 reports)",
    ):
        assert words in read.text, words


def test_page_is_the_same_each_time(page: str, wires: Path) -> None:
    assert "".join(write_pieces(wires)) == page


def test_page_of_a_situation_without_reports_says_so_everywhere(tmp_path: Path) -> None:
    with Situation.open(tmp_path / "none.db", create=True):
        pass
    text = Reader("".join(write_pieces(tmp_path / "none.db"))).text
    for words in (
        "0 reports: 0 incidents",
        "No incident has a day.",
        "No incident has a place whose point is known.",
        "No incident has known actors on both sides.",
        "The reports tell of none.",
        "No two reports of one incident were found",
        "The reports name no outlet",
    ):
        assert words in text, words
