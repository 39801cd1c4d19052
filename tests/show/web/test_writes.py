"""What a person does at the desk, and takes back."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.incidents import Join
from dragoman.show.web.unsure import far_side
from tests.show.web.made import find_joined, read_token


def send(desk: TestClient, path: str, **fields: Any) -> Any:
    answer = desk.post(
        path, data={"why": "Two markets", **fields, "token": read_token(desk)}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def members(desk: TestClient, id: str) -> set[tuple[str, str]]:
    return {
        (each["told"]["report"], each["told"]["event"]["id"])
        for each in desk.get(f"/incidents/{id}.json").json()["tellings"]
    }


def name_event(key: Any) -> str:
    report, event = key
    return f"{event} {report}"


def test_a_split_takes_events_out_and_undo_brings_them_back(own: TestClient) -> None:
    id = find_joined(own)
    before = members(own, id)
    gone = next(key for key in before if key[0] == "second")
    done = send(own, f"/incidents/{id}/split", event=name_event(gone), by="Grace")
    assert gone not in members(own, id)
    (ruling,) = own.get("/judgements.json").json()["judgements"]
    assert (ruling["id"], ruling["by"], ruling["why"], ruling["same"]) == (done["undo"], "Grace", "Two markets", False)
    send(own, "/undo", id=done["undo"], why="They are one")
    assert members(own, id) == before
    (ruling,) = own.get("/judgements.json").json()["judgements"]
    assert ruling["withdrawn_why"] == "They are one"


def test_a_rejected_join_parts_its_two_sides_and_an_accepted_one_is_not_asked_again(own: TestClient) -> None:
    id = find_joined(own)
    join = own.get(f"/incidents/{id}.json").json()["joins"][0]
    pair = {"left": name_event(join["left"]), "right": name_event(join["right"])}
    assert [each["join"]["p"] for each in own.get("/desk.json").json()["unsure"]]
    send(own, f"/incidents/{id}/accept", **pair)
    waiting = own.get("/desk.json").json()["unsure"]
    assert [join["left"], join["right"]] not in [[each["join"]["left"], each["join"]["right"]] for each in waiting]
    send(own, "/undo", id=own.get("/judgements.json").json()["judgements"][0]["id"])
    send(own, f"/incidents/{id}/reject", **pair)
    left, right = tuple(join["left"]), tuple(join["right"])
    assert not any({left, right} <= members(own, row["id"]) for row in own.get("/incidents.json").json()["incidents"])


def test_two_incidents_are_joined_by_hand(own: TestClient) -> None:
    id = find_joined(own)
    far = next(row["id"] for row in own.get("/incidents.json").json()["incidents"] if row["place"] == "Lamu")
    both = members(own, id) | members(own, far)
    send(own, f"/incidents/{id}/join", incident=far)
    assert members(own, id) == both == members(own, far)


def test_a_corrected_figure_shows_and_keeps_what_it_was(own: TestClient) -> None:
    id = find_joined(own)
    key = next(key for key in members(own, id) if key[0] == "second")
    send(own, f"/incidents/{id}/correct", event=name_event(key), field="killed", value="14")
    data = own.get(f"/incidents/{id}.json").json()
    second = next(each["told"]["event"] for each in data["tellings"] if each["told"]["report"] == "second")
    assert second["killed"] == [14, 14]
    assert (data["edits"][0]["was"], data["edits"][0]["value"]) == ("9", "14")


def test_a_form_leads_back_to_its_incident_and_says_what_was_done(own: TestClient) -> None:
    id = find_joined(own)
    key = name_event(next(key for key in members(own, id) if key[0] == "second"))
    form = {"event": key, "why": "Two markets", "token": read_token(own)}
    answer = own.post(f"/incidents/{id}/split", data=form)
    assert answer.status_code == 303 and answer.headers["location"].startswith(f"/incidents/{id}?done=j")
    assert 'role="status"' in own.get(answer.headers["location"]).text
    assert 'role="status"' not in own.get(f"/incidents/{id}?done=<b>").text
    made = own.get("/judgements.json").json()["judgements"][0]["id"]
    form = {"id": made, "incident": id, "why": "No", "token": read_token(own)}
    answer = own.post("/undo", data=form)
    assert answer.headers["location"] == f"/incidents/{id}?back={made}"
    assert "is taken back" in own.get(answer.headers["location"]).text


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("split", {"event": "e1 first", "why": " "}),
        ("split", {"why": "x"}),
        ("split", {"event": "nonsense", "why": "x"}),
        ("join", {"incident": "i0", "why": "x"}),
        ("reject", {"left": "a b", "right": "c d", "why": "x"}),
        ("correct", {"event": "a b", "field": "id", "value": "1", "why": "x"}),
        ("correct", {"event": "a b", "field": "killed", "value": "many", "why": "x"}),
        ("accept", {"left": "a b", "why": "x"}),
        ("join", {"incident": "i0", "why": "x" * 3000}),
    ],
)
def test_a_form_that_makes_no_sense_changes_nothing(own: TestClient, verb: str, fields: dict[str, str]) -> None:
    answer = own.post(f"/incidents/{find_joined(own)}/{verb}", data={**fields, "token": read_token(own)})
    assert answer.status_code == 400 and 'class="error"' in answer.text
    log = own.get("/judgements.json").json()
    assert log == {"judgements": [], "edits": []}


def test_a_cut_join_parts_a_tree_in_two() -> None:
    a, b, c, d = (("r", each) for each in "abcd")
    joins = tuple(Join(left=x, right=y, p=0.9, mean=0.9, why=()) for x, y in ((a, b), (b, c), (c, d)))
    assert far_side(joins, a, b) == {b, c, d}
    assert far_side(joins, c, d) == {d}
    assert far_side(joins, d, c) == {a, b, c}
