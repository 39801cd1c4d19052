"""merge: Records -> incidents. Which events are one occurrence, with why; origins; conflicts across reports."""

from __future__ import annotations

from dragoman.merge.conflicts import Conflict, find_conflicts
from dragoman.merge.incidents import Incident, Judgement, merge_records
from dragoman.merge.origins import Origin, find_origins

__all__ = ["Conflict", "Incident", "Judgement", "Origin", "find_conflicts", "find_origins", "merge_records"]
