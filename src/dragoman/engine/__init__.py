"""engine: where the work runs. Takes a function and items; gives their results in the same order, one by one."""

from dragoman.engine.base import Engine
from dragoman.engine.local import open_engine

__all__ = ["Engine", "open_engine"]
