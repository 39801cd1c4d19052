"""The description of all addresses in OpenAPI 3.1: made from the doors, the types of their data, and the writes."""

from __future__ import annotations

from typing import Any, get_args, get_type_hints

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dragoman.config import VERSION
from dragoman.show.web.address import Form
from dragoman.show.web.doors import DOORS
from dragoman.show.web.page import Door
from dragoman.show.web.pages import api
from dragoman.show.web.writes import TOKEN_HEADER, WRITES, Done, Write

_REF = "#/components/schemas/{name}"


async def answer_openapi(request: Request) -> Response:
    """`/openapi.json`."""
    return Response(msgspec.json.encode(describe_api()), media_type="application/json")


def describe_api() -> dict[str, Any]:
    """The description as a whole."""
    doors = (*DOORS, *api.DOORS)
    types = [data_type(door) for door in doors]
    schemas, components = msgspec.json.schema_components([*types, Done], ref_template=_REF)
    paths: dict[str, Any] = {}
    for door, schema in zip(doors, schemas[:-1], strict=True):
        root = "/desk" if door.path == "/" else door.path
        paths[root + Form.JSON.ending] = {"get": _describe_page(door, Form.JSON, "application/json", schema)}
        paths[root + Form.CSV.ending] = {"get": _describe_page(door, Form.CSV, "text/csv", {"type": "string"})}
    paths |= {write.path: {"post": _describe_write(write, schemas[-1])} for write in WRITES}
    about = "Every page of the desk as JSON and as CSV, and what its forms send. Offsets are code points."
    return {
        "openapi": "3.1.0",
        "info": {"title": "dragoman desk", "version": VERSION, "description": about},
        "paths": paths,
        "components": {"schemas": components},
    }


def data_type(door: Door) -> type:
    """The type of a page's data, as its function promises it."""
    found: type = get_args(get_type_hints(door.read)["return"])[0]
    return found


def _describe_page(door: Door, form: Form, kind: str, schema: Any) -> dict[str, Any]:
    return {
        "operationId": f"{door.template.removesuffix('.html')}_{form}",
        "summary": door.gives,
        "parameters": [
            *([_parameter("name", "path", "the id or the name, escaped as part of a path")] if door.names else []),
            *(_parameter(name, "query", meaning) for name, meaning in door.query.items()),
        ],
        "responses": {
            "200": {"description": "The page", "content": {kind: {"schema": schema}}},
            "4XX": {"description": "What is wrong with the question, in words"},
        },
    }


def _parameter(name: str, place: str, meaning: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": place,
        "required": place == "path",
        "description": meaning,
        "schema": {"type": "string"},
    }


def _describe_write(write: Write, done: Any) -> dict[str, Any]:
    form = {
        "type": "object",
        "properties": {
            **{name: {"type": "string", "description": meaning} for name, meaning in write.fields.items()},
            "why": {"type": "string", "description": "the reason, in a sentence"},
            "by": {"type": "string", "description": "who judges; else the name that the server was started under"},
        },
        "required": [*list(write.fields)[:1], *(["why"] if write.needs_why else [])],
    }
    names = [_parameter("name", "path", "the id of the incident")] if "{name}" in write.path else []
    header = _parameter(TOKEN_HEADER, "header", "the token that stands in every page, in <meta name=token>")
    return {
        "operationId": write.path.rpartition("/")[2],
        "summary": write.gives,
        "parameters": [*names, {**header, "required": True}],
        "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": form}}},
        "responses": {
            "200": {
                "description": "Done (for Accept: application/json)",
                "content": {"application/json": {"schema": done}},
            },
            "303": {"description": "Done; the page to look at next"},
            "4XX": {"description": "What is wrong, in words"},
        },
    }
