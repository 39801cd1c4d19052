"""What is not for the desk is refused: foreign hosts and origins, forged and oversized forms, paths that climb."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from dragoman.show.web.guard import MAX_BODY, is_loopback, list_hosts
from tests.show.web.made import HERE, find_joined, read_token


@pytest.mark.parametrize(
    "host", ["evil.test", "evil.test:8417", "127.0.0.1", "127.0.0.1:80", "localhost.evil.test:8417", ""]
)
def test_a_request_for_another_host_is_refused(desk: TestClient, host: str) -> None:
    answer = desk.get("/", headers={"host": host})
    assert answer.status_code == 421 and "Desk" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8417", "localhost:8417", "LOCALHOST:8417", "[::1]:8417"])
def test_the_names_of_this_machine_are_answered(desk: TestClient, host: str) -> None:
    assert desk.get("/api", headers={"host": host}).status_code == 200


def test_bound_beyond_loopback_addresses_are_answered_and_names_are_not() -> None:
    hosts = list_hosts("0.0.0.0", 8417)  # noqa: S104 - what a user may ask for
    assert hosts.allow("192.168.1.7:8417") and hosts.allow("[fe80::1]:8417")
    assert not hosts.allow("evil.test:8417") and not hosts.allow("")
    assert not list_hosts("127.0.0.1", 8417).any_address


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.168.1.7", False), ("desk.test", False)],
)
def test_only_loopback_counts_as_this_machine_alone(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.test"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": HERE, "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_write_from_another_site_is_refused(own: TestClient, headers: dict[str, str]) -> None:
    form = {"token": read_token(own), "visit": "1"}
    assert own.post("/seen", data=form, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"origin": HERE}, {"origin": HERE, "sec-fetch-site": "same-origin"}])
def test_a_write_from_a_page_of_ours_or_a_program_is_taken(own: TestClient, headers: dict[str, str]) -> None:
    assert own.post("/seen", data={"token": read_token(own), "visit": "1"}, headers=headers).status_code == 303


@pytest.mark.parametrize("token", [None, "", "x", "é"])
def test_a_write_without_the_token_changes_nothing(own: TestClient, token: str | None) -> None:
    form = {"incident": "i0", "why": "I say so"} | ({} if token is None else {"token": token})
    answer = own.post(f"/incidents/{find_joined(own)}/join", data=form)
    assert answer.status_code == 403
    assert own.get("/judgements.json").json()["judgements"] == []


def test_the_token_may_come_in_the_header(own: TestClient) -> None:
    answer = own.post("/seen", data={"visit": "1"}, headers={"x-dragoman-token": read_token(own)})
    assert answer.status_code == 303


def test_a_form_that_is_too_large_is_refused_whatever_its_header_says(own: TestClient) -> None:
    large = b"token=" + b"x" * MAX_BODY
    assert own.post("/seen", content=large).status_code == 413
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert own.post("/seen", content=iter([large, large]), headers=kind).status_code == 413
    assert own.post("/seen", content=b"", headers={"content-length": "-1"}).status_code == 413


def test_an_address_that_is_too_long_is_refused(desk: TestClient) -> None:
    assert desk.get("/incidents?text=" + "x" * 9000).status_code == 414


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_not_known(desk: TestClient, method: str) -> None:
    assert desk.request(method, "/incidents").status_code == 405


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static/..%5capp.py", "/static//etc/passwd"],
)
def test_files_outside_the_folder_are_not_served(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 404 and "import" not in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/incidents.json", "/incidents.csv", "/nowhere", "/static/app.css", "/openapi.json"]
)
def test_every_answer_carries_the_headers(desk: TestClient, path: str) -> None:
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert path.startswith("/static") or headers["cache-control"] == "no-store"


def test_files_of_a_page_may_be_kept_and_have_their_stamp_in_the_address(desk: TestClient) -> None:
    addresses = re.findall(r'"(/static/[^"]+)"', desk.get("/").text)
    assert len(addresses) >= 3
    for address in addresses:
        answer = desk.get(address)
        assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]
        assert re.fullmatch(r"/static/[0-9a-f]{8}/[\w.]+", address)
    assert "immutable" not in desk.get("/static/app.css").headers.get("cache-control", "")


def test_scripts_have_the_type_that_browsers_ask_for(desk: TestClient) -> None:
    assert desk.get("/static/desk.js").headers["content-type"].startswith("text/javascript")
