"""The progress line of a long run, on standard error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

T = TypeVar("T")


def track(results: Iterable[T], console: Console, *, wanted: bool | None) -> Iterator[T]:
    """The results as they are, while a line counts them.

    `wanted` None means: where the console is a terminal, and from the second result on, so that a single report
    shows none. The number of inputs is not known before they are read, so the line counts up and knows no end.
    """
    if wanted is False or (wanted is None and not console.is_terminal):
        yield from results
        return
    progress = Progress(
        SpinnerColumn(), TextColumn("{task.completed:,} inputs"), TimeElapsedColumn(), console=console, transient=True
    )
    task = progress.add_task("", total=None)
    try:
        for number, result in enumerate(results):
            if wanted or number > 0:
                progress.start()
            progress.advance(task)
            yield result
    finally:
        progress.stop()
