"""The description of all addresses for people; `openapi` has the same for programs."""

from __future__ import annotations

from msgspec import Struct

from dragoman.export.sheet import Column, join_words
from dragoman.show.web.answers import Answers
from dragoman.show.web.doors import DOORS as PAGES
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.writes import TOKEN_HEADER, WRITES


class Described(Struct, frozen=True):
    """An address, what it gives or does, and the names of what it takes."""

    path: str
    gives: str
    query: tuple[str, ...]


class ApiData(Struct, frozen=True):
    """All pages and writes; `header` is where a program may put the token."""

    header: str
    pages: tuple[Described, ...]
    writes: tuple[Described, ...]


COLUMNS: tuple[Column[Described], ...] = (
    Column("path", str, "The address", lambda each: each.path),
    Column("gives", str, "What it gives or does", lambda each: each.gives),
    Column("takes", str, "The names of its parameters or fields", lambda each: join_words(each.query)),
)


def read_page(answers: Answers, asked: Asked) -> Page[ApiData]:
    """All addresses of the desk."""
    pages = tuple(Described(door.path, door.gives, tuple(door.query)) for door in PAGES)
    writes = tuple(Described(write.path, write.gives, tuple(write.fields)) for write in WRITES)
    return Page("API", ApiData(TOKEN_HEADER, pages, writes), make_sheet(COLUMNS, [*pages, *writes]))


DOORS = (Door("/api", "api.html", read_page, {}),)
