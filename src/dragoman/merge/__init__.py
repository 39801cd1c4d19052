"""merge: Records -> incidents. Which events are one occurrence, with why; origins; conflicts across reports."""

from __future__ import annotations

from dragoman.merge.conflicts import find_conflicts
from dragoman.merge.incidents import merge_records
from dragoman.merge.origins import find_origins

__all__ = ["find_conflicts", "find_origins", "merge_records"]
