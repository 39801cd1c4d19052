"""The engines of one machine: a plain loop, and a pool of processes.

Why not `concurrent.futures`: its pool cannot be stopped while a worker is inside a long report, so Ctrl-C would
wait. Why not `multiprocessing.Pool`: its `imap` reads all items at once, and it hangs when a worker is killed.
One pipe for each worker and one item in flight on each is all that is needed here, since an item (a report)
takes far longer than its way through the pipe.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from dragoman.engine.base import Engine
from dragoman.errors import AssetError, DragomanError, InternalError, UsageError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4  # items for each worker that may be read before their turn in the output; bounds the memory
_RAISED_AGAIN = {kind.__name__: kind for kind in (AssetError, UsageError)}


def open_engine(jobs: int) -> Engine:
    """A loop for one job, a pool of processes for more; UsageError below one."""
    if jobs < 1:
        raise UsageError(f"{jobs} jobs cannot do any work. Ask for 1 or more")
    return LoopEngine() if jobs == 1 else PoolEngine(jobs)


class LoopEngine:
    """The function in a loop, in this process."""

    def map(self, open_function: Callable[[], Callable[[T], R]], items: Iterable[T]) -> Generator[R, None, None]:
        """See Engine.map."""
        function = open_function()
        for item in items:
            yield function(item)


class PoolEngine:
    """The function in several fresh processes of this machine ("spawn": nothing of this process is copied).

    A script that uses it must keep its own work under `if __name__ == "__main__":`, as `multiprocessing` asks.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(self, open_function: Callable[[], Callable[[T], R]], items: Iterable[T]) -> Generator[R, None, None]:
        """See Engine.map. A worker that dies raises InternalError with its exit code."""
        workers = _start_workers(self.jobs, open_function)
        try:
            yield from _share_out(workers, enumerate(items))
        finally:
            for worker in workers:
                worker.process.kill()
            for worker in workers:
                worker.process.join()
                worker.pipe.close()


@dataclass(frozen=True)
class _Answer:
    """What a worker sends back: a result, or the name and message of the error that it met."""

    result: Any = None
    error: str | None = None
    message: str = ""


@dataclass
class _Worker:
    """One process, this end of its pipe, and the number of the item that it works on."""

    process: BaseProcess
    pipe: Connection
    number: int | None = None
    ended: bool = False


@dataclass
class _Desk:
    """Items on their way in, and answers that wait for their turn on the way out."""

    items: Iterator[tuple[int, Any]]
    answers: dict[int, _Answer] = field(default_factory=dict)
    given: int = 0
    taken: int = 0
    more: bool = True

    def hand_out(self, worker: _Worker) -> None:
        """Send the next item, if there is one."""
        numbered = next(self.items, None)
        if numbered is None:
            self.more = False
            return
        number, item = numbered
        self.given += 1
        try:
            worker.pipe.send(item)
            worker.number = number
        except (BrokenPipeError, ConnectionResetError):
            self.answers[number] = _last_answer(worker)

    def collect(self, busy: list[_Worker]) -> None:
        """Wait until at least one worker has answered, and take what is there."""
        ready = wait([worker.pipe for worker in busy])
        for worker in busy:
            if worker.pipe in ready and worker.number is not None:
                self.answers[worker.number] = _receive(worker)
                worker.number = None


def _share_out(workers: list[_Worker], items: Iterator[tuple[int, Any]]) -> Iterator[Any]:
    """Keep every worker busy and yield the results in order; an error comes when it is its turn."""
    desk = _Desk(items)
    while desk.more or desk.taken < desk.given:
        for worker in workers:
            idle = worker.number is None and not worker.ended
            if desk.more and idle and desk.given - desk.taken < _AHEAD * len(workers):
                desk.hand_out(worker)
        busy = [worker for worker in workers if worker.number is not None]
        if busy:
            desk.collect(busy)
        while desk.taken in desk.answers:
            yield _open_answer(desk.answers.pop(desk.taken))
            desk.taken += 1


def _open_answer(answer: _Answer) -> Any:
    if answer.error is not None:
        raise _RAISED_AGAIN.get(answer.error, InternalError)(answer.message)
    return answer.result


def _receive(worker: _Worker) -> _Answer:
    try:
        answer: _Answer = worker.pipe.recv()
    except (EOFError, ConnectionResetError):
        return _last_answer(worker)
    worker.ended = answer.error is not None
    return answer


def _last_answer(worker: _Worker) -> _Answer:
    """What is said for a worker that died."""
    worker.ended = True
    worker.process.join()
    return _Answer(
        error=InternalError.__name__,
        message=f"a worker process ended with exit code {worker.process.exitcode} before its report was done. "
        "A negative code is a signal (-9: killed, mostly for want of memory): try fewer --jobs",
    )


def _start_workers(jobs: int, open_function: Callable[[], Callable[[T], R]]) -> list[_Worker]:
    context = get_context("spawn")
    workers = []
    with _deaf_to_interrupts():
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, open_function), daemon=True)
            process.start()
            theirs.close()
            workers.append(_Worker(process, ours))
    return workers


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Ignore Ctrl-C while processes are started: they inherit that, and only this process answers to it later."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set signals; Ctrl-C does not reach other threads
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(pipe: Connection, open_function: Callable[[], Callable[[Any], Any]]) -> None:
    """The life of a worker: open the function, answer every item, end when the pipe closes."""
    try:
        function = open_function()
        while True:
            try:
                item = pipe.recv()
            except EOFError:
                return
            pipe.send(_Answer(function(item)))
    except DragomanError as error:
        pipe.send(_Answer(error=type(error).__name__, message=str(error)))
