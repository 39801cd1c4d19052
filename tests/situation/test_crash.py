"""A process that is killed in the middle of adding loses at most the report in work; two at once do not mix up."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.situation import Situation
from tests.situation.worlds import groups_of, picture_of, records_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
KILLS = 50
RECORDS = records_of(24, 3)


def start(work: Callable[[], None]) -> int:
    """Run something in a copy of this process; the copy's id. A fresh Python would take a second each time."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def add_all(path: Path, step: int = 1) -> None:
    with Situation.open(path, create=True) as situation:
        situation.add_records(RECORDS[::step])


@pytest.mark.slow
def test_kill_at_random_points_loses_nothing_and_the_repeat_completes(tmp_path: Path) -> None:
    began = time.perf_counter()
    add_all(tmp_path / "clean.db")
    whole, clean = time.perf_counter() - began, picture_of(tmp_path / "clean.db")
    dice, kills, seen = random.Random(11), 0, 0
    path = tmp_path / "0.db"
    while kills < KILLS:
        child = start(lambda path=path: add_all(path))  # type: ignore[misc]
        time.sleep(dice.uniform(0, whole / 3))
        os.kill(child, signal.SIGKILL)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if ended == 0:  # done before the kill came: the next ones hit a new file
            assert picture_of(path) == clean
            path, seen = tmp_path / f"{kills}.db", 0
            continue
        assert ended == -signal.SIGKILL
        kills += 1
        if path.exists():
            with Situation.open(path, create=True) as situation:
                assert situation.check() == []
                assert len(situation.reports()) >= seen
                seen = len(situation.reports())
    add_all(path)
    assert picture_of(path) == clean


def test_two_processes_at_once_add_what_one_would(tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    children = [start(lambda step=step: add_all(path, step)) for step in (1, 2)]  # type: ignore[misc]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0]
    add_all(tmp_path / "one.db")
    with Situation.open(path) as both, Situation.open(tmp_path / "one.db") as one:
        assert both.check() == []
        assert [r.version for r in both.reports()] == [1] * len(RECORDS)
        assert groups_of(both) == groups_of(one)
