"""From a request to an answer: the page asked in the situation's thread, and written there in the form asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from http import HTTPStatus
from typing import Any

import msgspec
from jinja2 import Environment
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dragoman.config import VERSION
from dragoman.errors import UsageError
from dragoman.show.web.access import Access
from dragoman.show.web.address import Form, take_form, with_query
from dragoman.show.web.answers import Answers
from dragoman.show.web.page import Asked, Door, Page
from dragoman.show.web.scrub import hide_folder

_LOGGED = re.compile(r"[jx][0-9a-f]{1,40}")  # ids of judgements and corrections
_KINDS = {Form.HTML: "text/html", Form.JSON: "application/json", Form.CSV: "text/csv"}


@dataclass(frozen=True)
class Desk:
    """What all requests share: the way to the situation, the templates, the token of this process, who judges."""

    access: Access
    templates: Environment
    token: str
    by: str

    @property
    def cookie(self) -> str:
        """The name of the cookie that keeps the visit last seen: one for each situation, as ports share cookies."""
        return f"seen-{blake2b(str(self.access.path.resolve()).encode(), digest_size=6).hexdigest()}"


async def answer_page(desk: Desk, door: Door, request: Request) -> Response:
    """A page, or its JSON or CSV."""
    name, form = take_form(request.scope["raw_path"].decode("latin-1"), request.path_params.get("name", ""))
    asked = Asked(name, dict(request.query_params), _read_seen(request.cookies.get(desk.cookie)))
    body = await desk.access.ask(lambda answers: _make_body(desk, door, asked, form, answers))
    response = Response(body, media_type=_KINDS[form])
    if form is Form.CSV:
        response.headers["content-disposition"] = f'attachment; filename="{door.template.removesuffix(".html")}.csv"'
    return response


def _make_body(desk: Desk, door: Door, asked: Asked, form: Form, answers: Answers) -> bytes:
    try:
        page = door.read(answers, asked)
    except UsageError as error:
        status = HTTPStatus.NOT_FOUND if door.names else HTTPStatus.BAD_REQUEST
        raise HTTPException(status, hide_folder(str(error), answers.path)) from error
    match form:
        case Form.JSON:
            return msgspec.json.encode(page.data)
        case Form.CSV:
            return page.sheet.to_bytes()
    return write_page(desk, door, page, asked, answers.public()).encode()


def write_page(desk: Desk, door: Door, page: Page[Any], asked: Asked, public: frozenset[str]) -> str:
    """The page as HTML; `public` are the names of actors that have a page of their own."""
    known = {key: value for key, value in asked.query.items() if key in door.query}
    return desk.templates.get_template(door.template).render(
        {**list_frame(desk), "done": _read_logged(asked.query, "done"), "back": _read_logged(asked.query, "back")},
        title=page.title,
        data=page.data,
        public=public,
        query=known,
        here=with_query(door.here(asked.name), known),
        section=door.path.split("/")[1] or "desk",
        twins={form: with_query(door.twin(asked.name, form), known) for form in (Form.JSON, Form.CSV)},
    )


def list_frame(desk: Desk) -> dict[str, object]:
    """What every page needs: the situation's name, the version, the token for its forms, who judges."""
    shared: dict[str, object] = {"situation": desk.access.path.name, "version": VERSION, "token": desk.token}
    return shared | {"by": desk.by, "done": None, "back": None}


def _read_logged(query: Mapping[str, str], name: str) -> str | None:
    """The id of the judgement or correction that was made, or taken back, and so led to this page."""
    found = query.get(name, "")
    return found if _LOGGED.fullmatch(found) else None


def _read_seen(cookie: str | None) -> int | None:
    return int(cookie) if cookie and cookie.isascii() and cookie.isdecimal() and len(cookie) < 10 else None
