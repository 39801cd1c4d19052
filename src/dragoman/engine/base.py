"""What every engine does: map a function over items, in order, without holding them all."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """One method, so that a loop, a pool of processes or a cluster can stand in for one another."""

    def map(self, open_function: Callable[[], Callable[[T], R]], items: Iterable[T]) -> Generator[R, None, None]:
        """The results of the function for each item, in the order of the items.

        `open_function` is called once in every process that works, before its first item: it opens what the
        function needs (a model) and returns the function. Where processes are used, `open_function`, the items
        and the results travel between them, so all three must be picklable (a lambda is not).

        Results come while later items are still unread; never more than a fixed number of items is held at once.
        A DragomanError of `open_function` or of the function is raised where the results are read. Closing the
        iterator, or an exception such as KeyboardInterrupt in its reader, stops all work at once.
        """
        ...
