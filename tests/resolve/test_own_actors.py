"""Actors of the user's own: their rows go before ours, say so, and are refused with the line that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.resolve.actors import name_actors
from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.own_actors import add_actors
from tests.make import event, report

ROWS = """name,aliases,kind,country,sector,from,until,wikidata,note
Council of the Red Hills,Red Hills Council;the council,group,KEN,REB,,,,seen in three reports
Hamas,,party,PSE,PTY,2006,2006-12,,
Marta Torvik,"M. Torvik",person,NOR,GOV;PTY,2019-05-01,,Q999999,
"""


def name_one(words: str, *tables: Path, published: str | None = "2020-01-12"):
    text = f"{words} met envoys in Oslo."
    book = add_actors(open_gazetteer(), tables)
    found = name_actors(report(text, published=published), [event(text, "met", "CONSULT", actor=words)], [], book)
    return found[0] if found else None


@pytest.fixture
def table(tmp_path):
    (tmp_path / "mine.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path / "mine.csv"


def test_row_of_the_user_is_found_by_name_and_alias_and_says_where_it_stands(table):
    for words in ("The Council of the Red Hills", "the council"):
        found = name_one(words, table)
        assert (found.name, found.country, found.sector) == ("Council of the Red Hills", "KEN", ("REB",))
        assert "your table mine.csv, line 2" in found.why


def test_row_goes_before_ours_in_its_time_alone(table):
    assert name_one("Hamas", table, published="2006-05-02").kind == "party"
    for day in ("2020-01-12", "2007", None):
        assert name_one("Hamas", table, published=day).kind == "group"


def test_id_and_likeness_of_a_person_of_the_user(table):
    found = name_one("Marta Torwik, a Norwegian minister,", table)
    assert (found.name, found.id) == ("Marta Torvik", "wikidata:Q999999")
    assert "your table mine.csv, line 4" in found.why


def test_first_table_goes_before_the_next(table, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text("- {name: Harbour Council, aliases: [the council], kind: government, country: NOR}\n")
    assert name_one("the council", other, table).name == "Harbour Council"
    assert name_one("the council", table, other).name == "Council of the Red Hills"


def test_package_lists_stay_as_they_are_after_a_table_was_added(table):
    name_one("the council", table)
    assert open_gazetteer().list_sharing("council") == ()


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "name,kind\nX Front,gang\n", r"a\.csv, line 2: no kind 'gang' is known"),
        ("a.csv", "name,kind,country\nX Front,group,UK\n", r"line 2: .*'UK'"),
        ("a.csv", "name,kind,country\nX Front,group,gb\n", "Write GBR"),
        ("a.csv", "name,kind,country\nX Front,group,Kenya\n", "Write KEN"),
        ("a.csv", "name,kind,sector\nX Front,group,REB;XXX\n", "line 2: no sector 'XXX'"),
        ("a.csv", "name,kind,from\nX Front,group,12.1.2020\n", "line 2: 'from' is '12.1.2020'"),
        ("a.csv", "name,kind,from,until\nX Front,group,2020,2019\n", "Change the two"),
        ("a.csv", "name,kind,wikidata\nX Front,group,999\n", "line 2: 'wikidata'"),
        ("a.csv", "name,kind,alias\nX Front,group,X\n", "no column 'alias' is known here"),
        ("a.csv", "name,kind\nX Front\n", "line 2: 'kind' is missing"),
        ("a.csv", "name,kind\nX, Front,group\n", "3 cells for 2 columns"),
        ("a.csv", "name;kind\nX Front;group\n", "line 1: the first line names no column 'name'"),
        ("a.csv", "name,kind\n???,group\n", "has no letter"),
        ("a.csv", "name,kind\n", "holds no actor"),
        ("a.yaml", "name: X Front\n", "line 1: no list of rows"),
        ("a.yaml", "- name: X Front\n  kind: [\n", "not YAML"),
        ("a.yaml", "# mine\n- name: X Front\n  kind: group\n- X\n", "line 4: no row"),
        ("a.yaml", "- {name: [X, Y], kind: group}\n", "'name' holds 2 values"),
        ("a.xlsx", "", "ends in .csv"),
        ("a.jsonl", '{"id": "1"}\n', r"a\.jsonl, line 1: no FollowTheMoney entity"),
        ("a.jsonl", "\n", "holds no actor"),
    ],
)
def test_table_that_is_not_in_order_is_refused_with_file_line_and_mend(tmp_path, name, text, told):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        add_actors(open_gazetteer(), [tmp_path / name])


def test_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        add_actors(open_gazetteer(), [tmp_path / "none.csv"])
    with pytest.raises(UsageError, match="cannot be read"):
        add_actors(open_gazetteer(), [tmp_path / "none.jsonl"])
    (tmp_path / "bytes.csv").write_bytes(b"name\xff")
    with pytest.raises(UsageError, match="UTF-8"):
        add_actors(open_gazetteer(), [tmp_path / "bytes.csv"])


def write_entities(path: Path) -> Path:
    entities = [
        ("NK-1", "Organization", {"name": ["Red Sand Movement"], "alias": ["RSM", "حركة"], "weakAlias": ["Sand"],
                                  "country": ["ly"], "topics": ["crime.terror"]}),
        ("Q77777", "Person", {"name": ["Omar Fell"], "alias": ["Omar"], "nationality": ["ly"], "topics": ["role.pep"]}),
        ("NK-3", "Person", {"name": ["Lena Fell"], "topics": ["role.rca"]}),
        ("NK-4", "PublicBody", {"name": ["Harbour Board of Torvik"], "country": ["suhh"], "wikidataId": ["Q88888"]}),
        ("NK-5", "Address", {"full": ["Fell Street 5"]}),
    ]  # fmt: skip
    lines = [json.dumps({"id": i, "schema": s, "caption": p.get("name", [None])[0], "properties": p, "target": True})
             for i, s, p in entities]  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_entities_of_followthemoney_become_actors(tmp_path):
    path = write_entities(tmp_path / "entities.ftm.json")
    movement = name_one("RSM", path)
    assert (movement.name, movement.kind, movement.country) == ("Red Sand Movement", "group", "LBY")
    assert (movement.sector, movement.id) == (("UAF",), "ftm:NK-1")
    assert "entities.ftm.json, line 1 (NK-1)" in movement.why
    officer = name_one("Omar Fell", path)
    assert (officer.kind, officer.country, officer.sector, officer.id) == ("person", "LBY", ("GOV",), "wikidata:Q77777")
    board = name_one("The Harbour Board of Torvik", path)
    assert (board.kind, board.country, board.id) == ("government", None, "wikidata:Q88888")


@pytest.mark.parametrize("words", ["Lena Fell", "Omar", "Sand"])
def test_relatives_weak_aliases_and_first_names_of_entities_name_nobody(tmp_path, words):
    assert name_one(words, write_entities(tmp_path / "entities.jsonl")) is None


def test_members_before_the_name_of_a_body_are_that_body(table):
    assert name_one("Fighters of the Council of the Red Hills", table).name == "Council of the Red Hills"
