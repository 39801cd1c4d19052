"""Every page answers in its three forms, and every link of a page leads to a page."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.show.web.app import list_paths
from dragoman.show.web.doors import DOORS
from tests.show.story import story
from tests.show.web.made import find_joined, make_situation, open_desk, read_token

LISTS = [door for door in DOORS if not door.names]


@pytest.mark.parametrize("door", LISTS, ids=lambda door: door.template)
def test_a_page_and_its_twins_answer(desk: TestClient, door) -> None:
    page, data, sheet = (desk.get(path) for path in list_paths(door))
    assert [each.status_code for each in (page, data, sheet)] == [200, 200, 200]
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert data.headers["content-type"] == "application/json" and isinstance(data.json(), dict)
    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    header, *rows = csv.reader(io.StringIO(sheet.text))
    assert all(len(row) == len(header) for row in rows)


def list_links(html: str) -> set[str]:
    found = {unescape(each) for each in re.findall(r'(?:href|action|data-src)="(/[^"]*)"', html)}
    return {each.partition("#")[0] for each in found if not each.startswith("/static/")}


def test_every_link_leads_to_a_page(desk: TestClient) -> None:
    waiting, seen = ["/"], set[str]()
    writes = re.compile(r"^/(undo|seen|incidents/\w+/\w+)$")
    while waiting:
        path = waiting.pop()
        if path in seen or writes.match(path) or path.startswith("/search") or "&" in path:
            continue
        seen.add(path)
        answer = desk.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            waiting.extend(list_links(answer.text))
    assert len(seen) > 60


def test_the_desk_leads_to_the_sentence_behind_a_toll_in_three_clicks(desk: TestClient) -> None:
    incident = next(path for path in sorted(list_links(desk.get("/").text)) if path.startswith("/incidents/i"))
    page = desk.get(f"/incidents/{find_joined(desk)}")
    assert incident and "Fourteen" in page.text
    assert re.search(r'class="seg lit [^"]*lit-killed[^"]*"[^>]*>Fourteen', page.text)
    assert '<a href="/reports/first#' in page.text


def test_an_incident_tells_both_figures_and_who_says_so(desk: TestClient) -> None:
    data = desk.get(f"/incidents/{find_joined(desk)}.json").json()
    tolls = {each["told"]["report"]: each["told"]["event"].get("killed") for each in data["tellings"]}
    assert tolls["first"] == [14, 14] and tolls["second"] == [9, 9]
    assert data["conflicts"][0]["field"] == "killed"
    assert "Globe Press" in desk.get(f"/incidents/{data['row']['id']}").text


def test_the_sheet_of_an_incident_is_the_event_report_table(desk: TestClient) -> None:
    id = find_joined(desk)
    rows = list(csv.DictReader(io.StringIO(desk.get(f"/incidents/{id}.csv").text)))
    assert {row["incident"] for row in rows} == {id}
    assert {"first", "second"} <= {row["report_id"] for row in rows}


def test_facets_narrow_the_list_and_can_be_dropped(desk: TestClient) -> None:
    every = desk.get("/incidents.json").json()
    kind = next(facet for facet in every["facets"] if facet["field"] == "type")
    choice = kind["choices"][0]
    narrow = desk.get(choice["href"].replace("/incidents", "/incidents.json")).json()
    assert narrow["paging"]["total"] == choice["n"] < every["paging"]["total"]
    (chosen,) = [each for facet in narrow["facets"] for each in facet["choices"] if each["chosen"]]
    assert (chosen["value"], chosen["href"]) == (choice["value"], "/incidents")


def test_a_list_goes_on_over_pages(desk: TestClient) -> None:
    first = desk.get("/incidents.json?limit=2").json()
    second = desk.get(first["paging"]["after"].replace("/incidents", "/incidents.json")).json()
    assert (second["paging"]["first"], second["paging"]["last"]) == (3, 4)
    assert not {row["id"] for row in first["incidents"]} & {row["id"] for row in second["incidents"]}
    assert second["paging"]["before"] == "/incidents?limit=2"


@pytest.mark.parametrize(
    "path",
    ["/incidents?type=PARTY", "/incidents?page=0", "/incidents?limit=1e9", "/map?since=soon", "/timeline?by=hour",
     "/incidents?conflict=maybe", "/reports/first?version=x", "/incidents?figures=best", "/reports?text=%22%22"],
)  # fmt: skip
def test_a_question_that_makes_no_sense_is_told_so(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code in (400, 404) and 'class="error"' in answer.text


@pytest.mark.parametrize("path", ["/nowhere", "/incidents/i0", "/reports/none", "/actors/Nobody", "/sources/Nobody"])
def test_what_is_not_there_is_not_found(desk: TestClient, path: str) -> None:
    assert desk.get(path).status_code == 404
    twin = desk.get(f"{path}.json")
    assert twin.status_code == 404 and twin.json()["error"]


def test_a_search_finds_names_incidents_and_reports(desk: TestClient) -> None:
    data = desk.get("/search.json?text=grain+market").json()
    assert {row["id"] for row in data["reports"]} == {"first", "second", "later"}
    assert data["n_incidents"] >= 1
    names = desk.get("/search.json?text=red+front").json()["names"]
    assert [(each["section"], each["name"]) for each in names] == [("actors", "Red Front")]
    id = find_joined(desk)
    assert desk.get(f"/search.json?text={id}").json()["incidents"][0]["id"] == id


def test_a_report_leads_to_its_incidents(desk: TestClient) -> None:
    data = desk.get("/reports/first.json").json()
    assert data["events"][0]["incident"] == find_joined(desk)


def test_an_actor_tells_whom_it_acts_on_and_what_it_says(desk: TestClient) -> None:
    front = desk.get("/actors/Red%20Front.json").json()
    assert front["n_incidents"] == 1 and front["rows"][0]["country"] == "NOR"
    assert "the Red Front" in front["spellings"]
    (said,) = desk.get("/actors/Ada%20Moen.json").json()["said"]
    assert (said["report"], said["words"]) == ("mill", "that the union was right")


def test_a_source_tells_what_it_told_first(desk: TestClient) -> None:
    told = desk.get("/sources/Globe%20Press.json").json()["told"]
    marks = {mark for each in told for mark in each["marks"]}
    assert {"first", "contradicted"} <= marks


def test_the_desk_forgets_what_was_seen_only_when_it_is_told(own: TestClient) -> None:
    before = own.get("/desk.json").json()
    assert before["seen"] is None and before["n_new"] == before["n_incidents"]
    assert own.get("/desk.json").json()["n_new"] == before["n_new"]
    answer = own.post("/seen", data={"visit": before["visit"], "token": read_token(own)})
    assert answer.status_code == 303 and "samesite=strict" in answer.headers["set-cookie"].lower()
    after = own.get("/desk.json").json()
    assert (after["seen"], after["n_new"], after["new"]) == (before["visit"], 0, [])


def test_a_person_without_a_public_role_is_words_and_no_page(tmp_path: Path) -> None:
    with open_desk(make_situation(tmp_path / "private.db", [story()])) as desk:
        assert [row["name"] for row in desk.get("/actors.json").json()["actors"]] == ["Red Front"]
        assert desk.get("/actors/Ada%20Moen").status_code == 404
        page = desk.get("/reports/mill").text
    assert "Ada Moen" in page and "/actors/Ada" not in page
