"""The contract of every engine, held by the loop and by the pool; and what only a pool of processes can meet."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

import pytest

from dragoman.engine import Engine, open_engine
from dragoman.errors import AssetError, InternalError, UsageError


def double(number: int) -> int:
    return 2 * number


def open_double() -> Callable[[int], int]:
    return double


def double_slowly(number: int) -> int:
    time.sleep(0.03 if number % 3 == 0 else 0)
    return 2 * number


def open_slow() -> Callable[[int], int]:
    return double_slowly


def open_noting(folder: Path) -> Callable[[int], int]:
    (folder / f"opened-{os.getpid()}").touch()
    return double


def open_damaged() -> Callable[[int], int]:
    raise AssetError("model.onnx is damaged. Install dragoman again")


def ask_for_the_impossible(number: int) -> int:
    raise UsageError(f"no {number} here")


def open_impossible() -> Callable[[int], int]:
    return ask_for_the_impossible


def die_at_five(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def open_dying() -> Callable[[int], int]:
    return die_at_five


def sleep_long(number: int) -> int:
    time.sleep(60)
    return number


def open_sleeping() -> Callable[[int], int]:
    return sleep_long


@pytest.fixture(params=[1, 2], ids=["loop", "pool"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return open_engine(request.param)


def test_map_keeps_the_order_when_items_take_different_times(engine: Engine) -> None:
    assert list(engine.map(open_slow, range(20))) == [2 * n for n in range(20)]


def test_map_gives_nothing_when_there_are_no_items(engine: Engine) -> None:
    assert list(engine.map(open_double, [])) == []


def test_map_reads_few_items_ahead_when_items_have_no_end(engine: Engine) -> None:
    read = []

    def items() -> Iterator[int]:
        for number in count():
            read.append(number)
            yield number

    results = engine.map(open_double, items())
    assert list(islice(results, 30)) == [2 * n for n in range(30)]
    assert len(read) <= 30 + 2 * 4 + 1


def test_map_opens_the_function_once_in_each_process(engine: Engine, tmp_path: Path) -> None:
    assert list(engine.map(partial(open_noting, tmp_path), range(12))) == [2 * n for n in range(12)]
    assert 1 <= len(list(tmp_path.iterdir())) <= 2


def test_map_raises_the_error_of_opening_as_it_is(engine: Engine) -> None:
    with pytest.raises(AssetError, match="model.onnx is damaged"):
        list(engine.map(open_damaged, range(3)))


def test_map_raises_the_error_of_the_function_as_it_is(engine: Engine) -> None:
    with pytest.raises(UsageError, match="no 7 here"):
        list(engine.map(open_impossible, [7]))


def test_map_raises_the_error_of_the_items_as_it_is(engine: Engine) -> None:
    def items() -> Iterator[int]:
        yield 1
        raise UsageError("two files have the same id")

    with pytest.raises(UsageError, match="same id"):
        list(engine.map(open_double, items()))


def test_open_engine_refuses_fewer_than_one_job() -> None:
    with pytest.raises(UsageError, match="0 jobs"):
        open_engine(0)


def test_pool_tells_the_exit_code_when_a_worker_is_killed() -> None:
    results = open_engine(2).map(open_dying, range(50))
    with pytest.raises(InternalError, match="exit code -9"):
        list(results)


def test_pool_gives_the_results_before_the_item_that_kills_a_worker() -> None:
    results = open_engine(2).map(open_dying, range(50))
    assert list(islice(results, 3)) == [0, 1, 2]
    results.close()


def test_pool_stops_its_workers_at_once_when_the_reader_turns_away() -> None:
    results = open_engine(2).map(open_slow, count())
    next(results)
    started = time.monotonic()
    results.close()
    assert time.monotonic() - started < 2


@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT to a process group")
@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupt_ends_without_words_from_the_workers(jobs: int) -> None:
    script = (
        "from dragoman.engine import open_engine\n"
        "from tests.engine.test_local import open_sleeping\n"
        "if __name__ == '__main__':\n"
        "    try:\n"
        "        print('ready', flush=True)\n"
        f"        list(open_engine({jobs}).map(open_sleeping, range(9)))\n"
        "    except KeyboardInterrupt:\n"
        "        print('stopped')\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(1.0)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert (out, err) == (b"stopped\n", b"")
