"""The function that codes one input, opened once in each process. Imports the whole pipeline: import it late."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dragoman.pipeline import Tools, code_input, open_tools
from dragoman.read import Input
from dragoman.records import Failure, Record


def open_coder(published: str | None) -> Callable[[Input | Failure], Record | Failure]:
    """A function from input to record or failure; a failure to find an input stays as it is."""
    return partial(_code, open_tools(), published)


def _code(tools: Tools, published: str | None, item: Input | Failure) -> Record | Failure:
    return item if isinstance(item, Failure) else code_input(item, tools, published)
