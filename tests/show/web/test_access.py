"""Reading goes on while somebody writes, and what another process writes is seen."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import pytest

from dragoman.errors import UsageError
from dragoman.show.web.access import Access
from dragoman.show.web.answers import Answers
from dragoman.situation import Situation
from tests.merge import wires
from tests.show.web.made import make_situation

T = TypeVar("T")


def run_apart(work: Coroutine[Any, Any, T]) -> T:
    """Run in a thread of its own: the browser's driver keeps an event loop in this one for the whole session."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def test_pages_are_made_while_a_long_write_runs(made: Path) -> None:
    access, go_on = Access(made), Event()

    async def both() -> tuple[int, bool]:
        write = asyncio.create_task(access.write(lambda _: go_on.wait(30)))
        rows = await access.ask(lambda answers: len(answers.rows()))
        waiting = not write.done()
        go_on.set()
        await write
        return rows, waiting

    try:
        rows, waiting = run_apart(both())
    finally:
        go_on.set()
        access.close()
    assert rows > 0 and waiting


def test_an_error_reaches_the_one_who_asked_and_the_thread_goes_on(made: Path) -> None:
    access = Access(made)

    async def ask() -> int:
        with pytest.raises(UsageError):
            await access.ask(lambda answers: answers.situation.incident("none"))
        return await access.ask(lambda answers: len(answers.rows()))

    try:
        assert run_apart(ask()) > 0
    finally:
        access.close()


def test_kept_answers_are_asked_anew_when_another_process_writes(tmp_path: Path) -> None:
    path = make_situation(tmp_path / "a.db", [wires.first()])
    with Situation.open(path) as opened, Situation.open(path) as other:
        answers = Answers(opened, path)
        assert len(answers.rows()) == 1 and answers.rows() is answers.rows()
        other.add_records([wires.far()])
        assert len(answers.rows()) == 2


def test_what_is_kept_of_an_incident_goes_with_its_row(made: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(made, tmp_path / "a.db"))
    with Situation.open(path) as opened:
        answers = Answers(opened, path)
        first, second, *_ = answers.rows()
        calls: list[str] = []
        for row in (first, first, second):
            answers.keep_of(row, lambda: calls.append("asked"))
        assert len(calls) == 2
