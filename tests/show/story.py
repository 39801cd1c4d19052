"""One made-up report with everything that the views show, and the tiny coding functions of the run's tests."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from dragoman.records import Failure, Record, Statement
from dragoman.terms import Basis
from tests.make import actor, event, junk, place, record, span, statement

TEXT = """Mill bombing leaves six dead
6042 41c06256-6745
The harbour union said that the Red Front bombed the old mill in Torvik on Tuesday, killing at least six people. \
"Nobody was hurt," the mayor said. Ada Moen wrote in a column in the newspaper "Kysten" that the union was right. \
The two ministers will meet in Oslo on Friday.
Share this"""


def _statements() -> list[Statement]:
    union = statement(
        TEXT,
        "S1",
        "said",
        "that the Red Front bombed the old mill in Torvik on Tuesday, killing at least six people",
        source="The harbour union",
        via="S3",
    )
    mayor = statement(TEXT, "S2", span(TEXT, "said", 1), "Nobody was hurt", source="the mayor", stance="deny")
    column = statement(
        TEXT,
        "S3",
        "wrote",
        "that the union was right",
        source="Ada Moen",
        medium='in a column in the newspaper "Kysten"',
    )
    return [union, mayor, column]


def story(**fields: object) -> Record:
    """The report, with two events, three statements, one conflict and two junk lines."""
    bombing = event(
        TEXT,
        "bombed",
        modes=("explosives",),
        actor="the Red Front",
        recipient="at least six people",
        place=["the old mill", "Torvik"],
        time="on Tuesday",
        date="2021-03-02",
        date_why="the Tuesday before the report's date",
        killed=(6, None),
        count_words={"killed": span(TEXT, "six", 1)},
        responsibility="accused",
        said_by=("S1",),
        score=0.5,
    )
    talks = event(
        TEXT, "meet", type="CONSULT", actor="The two ministers", place="Oslo", time="on Friday", status="future"
    )
    given: dict[str, object] = {
        "id": "mill",
        "title": "Mill bombing leaves six dead",
        "published": "2021-03",
        "published_basis": Basis.INFERRED,
        "language": "en",
        "events": [bombing, talks],
        "statements": _statements(),
        "actors": [actor("Red Front", "the Red Front", country="NOR"), actor("Ada Moen", kind="person")],
        "places": [place("Torvik", country="NOR")],
        "conflicts": [("S1", "S2")],
        "conflict_reasons": ["one tells of at least six killed, the other of no one hurt"],
        "junk": [junk(TEXT, "6042 41c06256-6745"), junk(TEXT, "Share this", "share")],
    }
    return record(TEXT, **{**given, **fields})


def code_number(number: int) -> Record | Failure:
    """A real, tiny coding function: the story under the number's id; every seventh fails; below zero is a bug."""
    if number < 0:
        raise ValueError(f"no report has the number {number}")
    if number % 7 == 6:
        return Failure(source=f"{number}.txt", stage="read", error="no text in it", place="line 1", mend="Give a text")
    return story(id=str(number))


def open_coder() -> Callable[[int], Record | Failure]:
    return code_number


def open_slow_coder(folder: Path) -> Callable[[int], Record | Failure]:
    """The same, but from the fourth report on it works for a minute, and says so by a file in the folder."""

    def code_slowly(number: int) -> Record | Failure:
        if number >= 3:
            (folder / f"slow-{os.getpid()}").touch()
            time.sleep(60)
        return code_number(number)

    return code_slowly
