"""The web app: every page in its three forms, writes, errors as pages, files for the browser, a guard around it."""

from __future__ import annotations

import mimetypes
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.show.web.access import Access
from dragoman.show.web.address import Form
from dragoman.show.web.answers import Answers
from dragoman.show.web.doors import DOORS
from dragoman.show.web.failing import make_handlers
from dragoman.show.web.guard import Guard, Hosts
from dragoman.show.web.openapi import answer_openapi
from dragoman.show.web.page import Asked, Door
from dragoman.show.web.pages import api
from dragoman.show.web.serving import Desk, answer_page
from dragoman.show.web.templates import FOLDER, open_templates, stamp_assets
from dragoman.show.web.writes import WRITES, answer_write


def make_app(path: Path, hosts: Hosts, by: str) -> Starlette:
    """The app over a situation file, for requests to `hosts`; judgements bear the name `by` unless one is given."""
    mimetypes.add_type("text/javascript", ".js")  # some systems map it to text/plain, which browsers refuse to run
    desk = Desk(Access(path), open_templates(), secrets.token_urlsafe(32), by)
    app = Starlette(
        routes=_list_routes(desk),
        middleware=[Middleware(Guard, hosts=hosts)],
        exception_handlers=make_handlers(desk),
        lifespan=partial(_live, desk),
    )
    app.router.redirect_slashes = False
    return app


@asynccontextmanager
async def _live(desk: Desk, app: Starlette) -> AsyncIterator[None]:
    await desk.access.ask(_warm)
    try:
        yield
    finally:
        desk.access.close()


def _warm(answers: Answers) -> None:
    """Make every list once, so that no first page has to wait for what all of them ask."""
    for door in DOORS:
        if not door.names:
            door.read(answers, Asked("", {}, None))


def _list_routes(desk: Desk) -> list[BaseRoute]:
    routes: list[BaseRoute] = [
        Route(path, partial(answer_page, desk, door), methods=["GET"])
        for door in (*DOORS, *api.DOORS)
        for path in list_paths(door)
    ]
    routes += [Route(write.path, partial(answer_write, desk, write), methods=["POST"]) for write in WRITES]
    routes.append(Route("/openapi.json", answer_openapi, methods=["GET"]))
    folder = FOLDER / "static"
    routes.append(Mount(f"/static/{stamp_assets()}", GZipMiddleware(KeptFiles(directory=folder))))
    routes.append(Mount("/static", GZipMiddleware(StaticFiles(directory=folder))))
    return routes


class KeptFiles(StaticFiles):
    """Files that a browser may keep: their addresses have their stamp in them (`templates.asset_address`)."""

    def file_response(self, *args: Any, **named: Any) -> Response:
        """The file, or that it has not changed."""
        response = super().file_response(*args, **named)
        response.headers["cache-control"] = "private, max-age=31536000, immutable"
        return response


def list_paths(door: Door) -> list[str]:
    """The addresses of a page and its twins. A name may hold anything, so its ending is read apart (`take_form`)."""
    if door.names:
        return [door.path.replace("{name}", "{name:path}")]
    return [f"{'/desk' if door.path == '/' and form is not Form.HTML else door.path}{form.ending}" for form in Form]
