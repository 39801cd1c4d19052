"""Nothing of a report is run or turned: script tags, links that are scripts, turning signs, formulas, long titles."""

from __future__ import annotations

import csv
import io
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.records import Failure
from dragoman.show.web.doors import DOORS
from dragoman.show.web.scrub import hide_folder, hide_source
from dragoman.show.web.segments import Lit, cut_text
from dragoman.show.web.templates import open_templates
from dragoman.show.web.words import isolate, show_text
from tests.show.web.made import SCRIPT, TURN, hostile, make_situation, open_desk

EVIL = "/reports/..%2F..%2Fetc%2Fx%2Ejson"
PAGES = [door.path for door in DOORS if not door.names]


class Tags(HTMLParser):
    """What a browser would make of a page: scripts, handlers, styles, and where links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.wrong: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given.get("src") or "inline")
        self.wrong += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        self.wrong += [tag] if tag in ("style", "iframe", "object", "embed", "base", "img") else []
        self.links += [value for name in ("href", "action", "formaction", "src") if (value := given.get(name))]


def list_pages(desk: TestClient) -> list[str]:
    rows = desk.get("/incidents.json").json()["incidents"]
    ids = [row["id"] for row in rows]
    names = [
        "%3Cb%20onclick%3Dx%3ERed%20Gate%3C%2Fb%3E",
        "%D9%83%D8%AA%D9%8A%D8%A8%D8%A9%20%D8%A7%D9%84%D9%86%D8%B3%D9%88%D8%B1",
    ]
    searched = [
        "/search?text=%3Cscript%3Ealert(1)%3C/script%3E",
        "/actors?text=%22%3E%3Cscript%3E",
        "/nowhere%3Cscript%3E",
    ]
    return [*PAGES, EVIL, *(f"/incidents/{id}" for id in ids), *(f"/actors/{name}" for name in names), *searched]


def test_no_page_runs_anything_of_a_report(desk: TestClient) -> None:
    for path in list_pages(desk):
        tags = Tags(desk.get(path).text)
        assert tags.wrong == [], path
        assert all(src.startswith("/static/") for src in tags.scripts), path
        assert not [link for link in tags.links if not link.startswith(("/", "#", "data:,", "https://"))], path
        assert SCRIPT not in desk.get(path).text


def test_words_that_turn_others_are_shown_on_every_page(desk: TestClient) -> None:
    for path in list_pages(desk):
        assert TURN not in desk.get(path).text, path
    assert "&lt;U+202E&gt;yadnoM" in desk.get(EVIL).text


def test_an_arabic_name_stands_isolated(desk: TestClient) -> None:
    assert "<bdi>كتيبة النسور</bdi>" in desk.get("/actors").text


def test_a_report_with_a_path_for_an_id_is_a_page_like_others(desk: TestClient) -> None:
    page, data = desk.get(EVIL), desk.get(f"{EVIL}.json")
    assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
    assert data.json()["record"]["id"] == "../../etc/x.json"
    assert f'href="{EVIL}"' in desk.get("/reports").text


def test_offsets_in_the_report_stay_code_points_and_scripts_get_utf16(desk: TestClient) -> None:
    data = desk.get(f"{EVIL}.json").json()
    text = data["record"]["text"]
    coded = text.encode("utf-16-le")
    for span, wide in zip(data["spans"], data["utf16"], strict=True):
        assert coded[2 * wide["start"] : 2 * wide["end"]].decode("utf-16-le") == text[span["start"] : span["end"]]
    whole = "".join(part["text"] for paragraph in data["paragraphs"] for part in paragraph["segments"])
    assert whole == text
    assert "كتيبة النسور" in {text[span["start"] : span["end"]] for span in data["spans"] if span["label"] == "to whom"}


def test_no_cell_is_a_formula(desk: TestClient) -> None:
    for row in csv.reader(io.StringIO(desk.get("/reports.csv").text)):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_no_page_tells_a_path_of_the_machine(desk: TestClient, made: Path) -> None:
    for path in [*list_pages(desk), "/failures.json", "/failures.csv", "/incidents/i0", "/reports/none.json"]:
        assert str(made.parent) not in desk.get(path).text, path
    assert "report.txt" in desk.get("/failures").text


@pytest.mark.parametrize("source", ["/srv/ada/in/a.txt", "C:\\Users\\ada\\a.txt", "in/a.txt", "a.txt"])
def test_a_failure_names_its_file_without_folders(source: str) -> None:
    told = hide_source(
        Failure(source=source, stage="read", error=f"{source} is empty", place=None, mend=f"Mend {source}")
    )
    assert (told.source, told.error, told.mend) == ("a.txt", "a.txt is empty", "Mend a.txt")


def test_an_error_names_the_situation_without_its_folder(tmp_path: Path) -> None:
    assert hide_folder(f"{tmp_path / 'a.db'}: damaged", tmp_path / "a.db") == "a.db: damaged"


def test_a_title_of_a_million_characters_is_cut_on_pages_and_whole_in_the_data(tmp_path: Path) -> None:
    title = f"{SCRIPT}{'x' * 1_000_000}"
    with open_desk(make_situation(tmp_path / "long.db", [hostile(id="long", title=title)])) as desk:
        for path in ("/", "/reports", "/reports/long", "/search?text=Ostby"):
            assert len(desk.get(path).content) < 100_000, path
        assert desk.get("/reports/long.json").json()["record"]["title"] == title


def test_a_text_of_a_million_characters_with_many_spans_is_cut_in_seconds() -> None:
    text = "He fired on it. " * 62_500
    lit = [Lit(f"e{at}", "E", "what", at, at + size) for at in range(0, 320_000, 16) for size in (8, 2)]
    began = time.process_time()
    parts = cut_text(text, 0, len(text), lit)
    assert time.process_time() - began < 5
    assert "".join(part.text for part in parts) == text


def test_a_name_of_a_million_characters_is_cut() -> None:
    assert len(isolate("<" * 1_000_000)) < 2000


def test_a_template_that_forgets_a_filter_still_runs_and_turns_nothing() -> None:
    made = open_templates().from_string("{{ words }} {{ words|e }}").render(words=f"<b>{TURN}")
    assert made == f"&lt;b&gt;&lt;U+202E&gt; &lt;b&gt;{TURN}"


def test_white_space_and_joiners_of_a_text_stay() -> None:
    assert show_text("a\n\tب\u200fج\u200dد") == "a\n\tب\u200fج\u200dد"
    assert show_text("\x1b[31m\u202edab\x00") == "<U+001B>[31m<U+202E>dab<U+0000>"
