"""The description of the API is true: every address in it answers, and answers fit their schemas."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from starlette.testclient import TestClient

from dragoman.show.web.doors import DOORS
from dragoman.show.web.openapi import data_type
from tests.show.web.made import find_joined

NAMES = {
    "/incidents/{name}": None,
    "/reports/{name}": "first",
    "/actors/{name}": "Red%20Front",
    "/sources/{name}": "Globe%20Press",
}


def test_every_page_gives_data_of_its_type(desk: TestClient) -> None:
    for door in DOORS:
        name = NAMES.get(door.path) or find_joined(desk)
        path = (
            door.path.replace("{name}", name)
            if door.names
            else door.path.replace("/", "/desk")
            if door.path == "/"
            else door.path
        )
        msgspec.json.decode(desk.get(f"{path}.json").content, type=data_type(door))


def test_every_described_address_is_served(desk: TestClient) -> None:
    described = desk.get("/openapi.json").json()
    for path, methods in described["paths"].items():
        asked = path.replace("{name}", "none")
        answer = desk.get(asked) if "get" in methods else desk.post(asked)
        assert answer.status_code != 405, path
        assert answer.status_code != 404 or "{name}" in path, path
    assert "/desk.json" in described["paths"] and "/incidents/{name}/split" in described["paths"]


def test_every_reference_leads_to_a_schema(desk: TestClient) -> None:
    described = desk.get("/openapi.json").json()
    schemas = described["components"]["schemas"]
    references = {each for each in list_references(described)}
    assert references and all(each.removeprefix("#/components/schemas/") in schemas for each in references)
    assert described["openapi"] == "3.1.0" and json.dumps(described)


def list_references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [found for each in value.values() for found in list_references(each)]
    return [found for each in value for found in list_references(each)] if isinstance(value, list) else []
