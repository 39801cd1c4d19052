"""The ways from the web server to the situation: one thread that reads, one that writes, each with the file open.

SQLite connections belong to the thread that opened them. Pages are made in one thread, in order, while the event loop
goes on serving files; a judgement, which may put many events together anew, holds up no page: SQLite's journal lets one
connection read what was while another writes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from dragoman.show.web.answers import Answers
from dragoman.situation import Situation

T = TypeVar("T")


class Access:
    """A situation file that a server asks and writes to. Close it when the server ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reading = _Seat(path, "reading")
        self._writing = _Seat(path, "writing")

    async def ask(self, question: Callable[[Answers], T]) -> T:
        """What the question gives. Raises what it raises."""
        return await self._reading.run(question)

    async def write(self, order: Callable[[Answers], T]) -> T:
        """What the order gives; orders are carried out one after the other."""
        return await self._writing.run(order)

    def close(self) -> None:
        """Let go of the file, once all that was asked is answered."""
        self._reading.close()
        self._writing.close()


class _Seat:
    """A thread with the situation open in it, from the first question on."""

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1, name)
        self._answers: Answers | None = None

    async def run(self, question: Callable[[Answers], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._ask, question)

    def close(self) -> None:
        self._thread.submit(self._let_go).result()
        self._thread.shutdown()

    def _ask(self, question: Callable[[Answers], T]) -> T:
        if self._answers is None:
            self._answers = Answers(Situation.open(self._path), self._path)
        return question(self._answers)

    def _let_go(self) -> None:
        if self._answers is not None:
            self._answers.situation.close()
            self._answers = None
