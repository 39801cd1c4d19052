"""From an input to a report: the text as given, its facts, and what is refused."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.read import Input, list_inputs, read_input, report_from_text
from dragoman.records import Report
from dragoman.terms import Basis

TEXT = "Rebels shelled the port of Sarn on Monday, its mayor said.\r\n\r\nNobody was hurt, but a market was burnt.\r\n"
PAGE = """<!DOCTYPE html><html><head><title>Port of Sarn shelled</title>
<meta name="author" content="Lena Ort"><meta property="og:site_name" content="The Sarn Herald">
<meta property="article:published_time" content="2019-05-06T10:00:00Z">
</head><body><nav><a href="/">Home</a></nav><article><h1>Port of Sarn shelled</h1>{}</article></body></html>"""
PARAGRAPH = (
    "<p>Rebels shelled the port of Sarn on Monday, its mayor said, and the old market was burnt to the ground.</p>"
)


def read(path: Path, raw: bytes, published: str | None = None) -> Report:
    path.write_bytes(raw)
    [item] = list_inputs([str(path)])
    assert isinstance(item, Input)
    return read_input(item, published=published)


def refuse(path: Path, raw: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read(path, raw)
    assert str(path) in str(caught.value) and caught.value.mend
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_text_file_is_read_character_by_character(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path / "a.txt", f"{TEXT}“Çela” 😀".encode(encoding)).text == f"{TEXT}“Çela” 😀"


def test_an_older_encoding_is_read_where_it_leaves_no_doubt(tmp_path: Path) -> None:
    text = "The mayor’s office did not say why the five dock workers of Sarn had been taken away. " * 3
    assert read(tmp_path / "a.txt", text.encode("cp1252")).text == text


def test_an_encoding_in_doubt_is_refused_at_its_byte(tmp_path: Path) -> None:
    error = refuse(
        tmp_path / "a.txt", ("Mayor Ibañez of Sarn said that “nobody” was hurt at the café. " * 3).encode("cp1252")
    )
    assert error.place == "byte 9"
    assert "UTF-8" in error.mend and "could be" in error.what


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t \n", "empty"),
        ("\u200b\u200f\ufeff\u3000".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "NUL|binary"),
        (b"%PDF-1.7 The port of Sarn", "binary"),
        (b"\x01\x02\x03\x04" * 99, "binary"),
        (b"The port of \x00Sarn was shelled.", "NUL"),
        (b"\xff\xfeT\x00h\x00\x00\x00e\x00", "NUL"),
        (b"\xff\xfeT\x00h", "UTF-16"),
    ],
    ids=[
        "no bytes",
        "white space",
        "zero width",
        "picture",
        "pdf",
        "control",
        "NUL byte",
        "NUL character",
        "cut UTF-16",
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, raw: bytes, words: str) -> None:
    assert pytest.raises(InputError, read, tmp_path / "a.txt", raw).match(words)


def test_a_text_of_50_mb_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with open(path, "wb") as file:
        file.truncate(50_000_000)
    [item] = list_inputs([str(path)])
    assert isinstance(item, Input)
    began = time.perf_counter()
    with pytest.raises(InputError, match="too much for one report.*Split"):
        read_input(item)
    assert time.perf_counter() - began < 0.1


def test_more_than_a_million_characters_are_refused() -> None:
    with pytest.raises(InputError, match="1,000,000 characters"):
        report_from_text("The port. " * 100_001)


def test_an_endless_line_is_read() -> None:
    report = report_from_text("the port of sarn was shelled and then " * 5_000)
    assert len(report.sentences) >= 190_000 / 2_000


def test_marks_of_direction_and_zero_width_stay_in_the_text() -> None:
    text = "\u202bThe port of Sarn (سارن) was\u200b shelled\u200f, its mayor said.\u202c Nobody was hurt there.\u2069"
    report = report_from_text(text)
    assert report.text == text
    assert [text[s.start : s.end][-7:] for s in report.sentences][-1] == " there.\u2069"[-7:]


def test_a_json_line_gives_its_text_and_facts(tmp_path: Path) -> None:
    facts = {
        "title": "Port",
        "publisher": "Herald",
        "author": "Ort",
        "url": "https://h.example/a",
        "published": "2019-05-06T10:00",
    }
    line = {"id": "x", "text": TEXT, **facts, "language": "en-GB", "rating": [1]}
    report = read(tmp_path / "a.jsonl", json.dumps(line).encode())
    assert (report.id, report.text, report.title, report.publisher) == ("x", TEXT, "Port", "Herald")
    assert (report.author, report.url, report.language) == ("Ort", facts["url"], "en")
    assert (report.published, report.published_basis) == ("2019-05-06", Basis.GIVEN)


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({"text": "a\x00b"}, "NUL"),
        ({"text": ""}, "empty"),
        ({"published": "last week"}, "no date"),
        ({"language": "es"}, "English only"),
    ],
    ids=["NUL", "empty", "date", "language"],
)
def test_a_json_line_that_is_no_report_is_refused_by_its_line(
    tmp_path: Path, extra: dict[str, str], words: str
) -> None:
    raw = json.dumps({"id": "x", "text": TEXT, **extra}).encode()
    error = pytest.raises(InputError, read, tmp_path / "a.jsonl", raw)
    error.match(words)
    assert error.value.place == "line 1"


def test_the_date_of_the_run_overrides_that_of_the_input(tmp_path: Path) -> None:
    raw = json.dumps({"id": "x", "text": TEXT, "published": "2019-05-06"}).encode()
    report = read(tmp_path / "a.jsonl", raw, published="2020-01")
    assert (report.published, report.published_basis) == ("2020-01", Basis.GIVEN)


def test_a_page_gives_its_article_and_facts(tmp_path: Path) -> None:
    report = read(tmp_path / "a.html", PAGE.format(PARAGRAPH * 1 + PARAGRAPH.replace("Monday", "Tuesday")).encode())
    assert "market was burnt" in report.text and "<p>" not in report.text and "Home" not in report.text
    assert (report.id, report.title, report.publisher) == ("a", "Port of Sarn shelled", "The Sarn Herald")
    assert (report.author, report.published, report.published_basis) == ("Lena Ort", "2019-05-06", Basis.GIVEN)


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    assert (
        "no article" in refuse(tmp_path / "a.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>").what
    )


def test_a_file_that_went_away_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_input(Input(str(tmp_path / "a.txt"), None, "text", "a", str(tmp_path / "a.txt")))


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(InputError, match="surrogate"):
        report_from_text("The port \ud83d of Sarn was shelled.")


def test_a_report_of_800_words_is_read_in_20_ms() -> None:
    text = " ".join(
        [
            f"Rebels shelled the port of Sarn on Monday, its mayor Ibn Said said in May of {y}."
            for y in range(1950, 2000)
        ]
    )
    report_from_text(text)
    spent = []
    for _ in range(5):
        began = time.perf_counter()
        report_from_text(text)
        spent.append(time.perf_counter() - began)
    assert min(spent) < 0.020
