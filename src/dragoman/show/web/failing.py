"""Errors as answers: what went wrong in words, as a page or as JSON, without a path of the machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dragoman.errors import DragomanError, StoreError, UsageError
from dragoman.show.web.address import Form
from dragoman.show.web.guard import TooLarge
from dragoman.show.web.scrub import hide_folder
from dragoman.show.web.serving import Desk, list_frame

_BUG = "dragoman met a bug of its own. The terminal in which it was started tells more; please report that."


def make_handlers(desk: Desk) -> Mapping[Any, Callable[[Request, Exception], Response]]:
    """What answers each kind of error. uvicorn writes the trace of a bug to the terminal."""

    def fail(request: Request, error: Exception) -> Response:
        status, words = _tell(error)
        return write_failure(desk, request, status, hide_folder(words, desk.access.path))

    return {HTTPException: fail, DragomanError: fail, TooLarge: fail, Exception: fail}


def _tell(error: Exception) -> tuple[HTTPStatus, str]:
    match error:
        case HTTPException():
            return HTTPStatus(error.status_code), str(error.detail)
        case TooLarge():
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The form is too large."
        case UsageError():
            return HTTPStatus.BAD_REQUEST, str(error)
        case StoreError():
            return HTTPStatus.SERVICE_UNAVAILABLE, str(error)
    return HTTPStatus.INTERNAL_SERVER_ERROR, _BUG


def write_failure(desk: Desk, request: Request, status: HTTPStatus, words: str) -> Response:
    """The answer to a request that failed, in the form that it asked for."""
    if request.url.path.endswith(Form.JSON.ending) or request.headers.get("accept") == "application/json":
        return Response(msgspec.json.encode({"error": words}), status, media_type="application/json")
    body = desk.templates.get_template("error.html").render(
        **list_frame(desk),
        title=status.phrase,
        words=words,
        status=status.value,
        section="",
        twins={},
        query={},
        here="/",
    )
    return Response(body, status, media_type="text/html")
