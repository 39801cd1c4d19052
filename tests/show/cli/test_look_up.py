"""`dragoman actors`, `places`, `dates` and `import-geonames`: what they print, and the calls that they refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman.errors import UsageError
from dragoman.show.cli.group import dragoman


def run(*arguments: str) -> Result:
    return CliRunner().invoke(dragoman, list(arguments))


def lines(*arguments: str) -> list[dict[str, Any]]:
    ended = run(*arguments, "--format", "jsonl")
    assert ended.exit_code == 0, ended.output
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_actors_prints_the_answer_the_codes_and_why():
    ended = run("actors", "the president", "Hizballa", "--country", "IRQ", "--published", "2020-01-12")
    assert ended.exit_code == 0
    assert "“the president” is Barham Salih" in ended.stdout
    assert "“Hizballa” unresolved" in ended.stdout
    assert "wikidata:Q41053" in ended.stdout


def test_actors_gives_a_line_of_json_for_each_query():
    first, second = lines("actors", "NATO", "nobody at all")
    assert (first["actors"][0]["id"], first["candidates"][0]["chosen"]) == ("wikidata:Q7184", True)
    assert second["actors"] == []


def test_actors_reads_words_where_they_stand_in_a_report(tmp_path: Path):
    text = "Iraqi police sealed off roads in Iraq on Friday. Iraqi officials spoke to the president of the republic.\n"
    (tmp_path / "report.txt").write_text(text)
    (found,) = lines("actors", "the president", "--report", str(tmp_path / "report.txt"), "--published", "2020-01-12")
    assert (found["home"], found["actors"][0]["name"]) == ("IRQ", "Barham Salih")


def test_tables_of_the_user_are_used(tmp_path: Path):
    (tmp_path / "a.csv").write_text("name,kind\nRed Hills Front,group\n")
    (tmp_path / "p.csv").write_text("name,lat,lon\nTorvik mill,1,2\n")
    (actor,) = lines("actors", "Red Hills Front", "--actors", str(tmp_path / "a.csv"))
    assert "your table a.csv, line 2" in actor["why"]
    (place,) = lines("places", "Torvik mill", "--places", str(tmp_path / "p.csv"))
    assert (place["place"]["lat"], place["place"]["lon"]) == (1, 2)


def test_places_prints_points_and_follows_country_and_publisher():
    assert "32.887, 13.187" in run("places", "Tripoli").stdout
    (lebanon,) = lines("places", "Tripoli", "--country", "LBN")
    assert lebanon["place"]["country"] == "LBN"
    (australia,) = lines("places", "Newcastle", "--publisher", "dailytimes.com.au")
    assert australia["place"]["country"] == "AUS"


@pytest.mark.parametrize(
    ("words", "options", "date"),
    [
        ("two days after Tuesday", ["--published", "2020-01-12"], "2020-01-09"),
        ("last November", ["--published", "2020-01-12"], "2019-11"),
        ("the next day", ["--told", "2019-12-27"], "2019-12-28"),
        ("on Friday", ["--published", "2020-01-12", "--ahead"], "2020-01-17"),
        ("3 May 2019", [], "2019-05-03"),
        ("yesterday", [], None),
        ("two days after the raid", ["--published", "2020-01-12"], None),
        ("every day", ["--published", "2020-01-12"], None),
    ],
)
def test_dates_tells_the_date_and_why(words, options, date):
    (found,) = lines("dates", words, *options)
    assert found["times"][0]["date"] == date
    assert found["times"][0]["why"]


def test_dates_says_what_is_missing():
    assert "--published" in run("dates", "yesterday").stdout
    assert "“the raid”" in run("dates", "two days after the raid", "--published", "2020-01-12").stdout
    assert "no expression of time" in run("dates", "a chair").stdout


def test_geonames_are_imported_and_used(tmp_path: Path):
    cells = ["70000001", "Torvik", "Torvik", "", "33.9", "45.0", "P", "PPL", "IQ", "", "10", "", "", "", "0", "", "40",
             "Asia/Baghdad", "2024-01-01"]  # fmt: skip
    (tmp_path / "IQ.txt").write_text("\t".join(cells) + "\n")
    out = str(tmp_path / "iq.bin")
    ended = run("import-geonames", str(tmp_path / "IQ.txt"), "-o", out)
    assert ended.exit_code == 0, ended.output
    assert "1 places added" in ended.stderr
    (found,) = lines("places", "Torvik", "--place-index", out)
    assert found["place"]["id"] == "geonames:70000001"


def test_index_of_before_stays_when_an_import_fails(tmp_path: Path):
    (tmp_path / "IQ.txt").write_text("no dump\n")
    (tmp_path / "iq.bin").write_text("kept")
    ended = run("import-geonames", str(tmp_path / "IQ.txt"), "-o", str(tmp_path / "iq.bin"))
    assert (ended.exit_code, (tmp_path / "iq.bin").read_text()) == (UsageError.exit_code, "kept")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["IQ.txt", "iq.bin"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["actors"],
        ["actors", " "],
        ["actors", "NATO", "--country", "kenya"],
        ["actors", "NATO", "--published", "soon"],
        ["actors", "NATO", "--actors", "none.csv"],
        ["actors", "NATO", "--report", "empty-folder"],
        ["places", "Oslo", "--country", "NO"],
        ["places", "Oslo", "--places", "none.csv"],
        ["dates", "Tuesday", "--told", "soon"],
        ["read", "x.txt", "--actors", "none.csv"],
        ["import-geonames", "none.zip"],
    ],
    ids=" ".join,
)
def test_calls_that_cannot_be_carried_out_end_with_2(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty-folder").mkdir()
    ended = run(*arguments)
    assert (ended.exit_code, ended.stdout) == (UsageError.exit_code, ""), ended.output
    assert "Error: " in ended.stderr


def test_place_index_that_is_none_ends_with_3(tmp_path):
    assert run("places", "Oslo", "--place-index", str(tmp_path / "none.bin")).exit_code == 3
