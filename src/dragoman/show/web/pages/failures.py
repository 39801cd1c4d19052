"""What could not be read, and what mends it."""

from __future__ import annotations

from msgspec import Struct

from dragoman.export.sheet import Column
from dragoman.records import Failure
from dragoman.show.web.answers import Answers
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.scrub import hide_source

COLUMNS: tuple[Column[Failure], ...] = (
    Column("source", str, "The name of the file", lambda f: f.source),
    Column("place", str, "Where in it", lambda f: f.place),
    Column("stage", str, "At which stage", lambda f: f.stage),
    Column("error", str, "What happened", lambda f: f.error),
    Column("mend", str, "What mends it", lambda f: f.mend),
)


class FailuresData(Struct, frozen=True):
    """What could not be read, and was not read since. Files by their names, without folders."""

    failures: tuple[Failure, ...]


def read_page(answers: Answers, asked: Asked) -> Page[FailuresData]:
    """What could not be read, and was not read since."""
    found = tuple(map(hide_source, answers.situation.failures()))
    return Page("Failures", FailuresData(found), make_sheet(COLUMNS, found))


DOORS = (Door("/failures", "failures.html", read_page, {}),)
