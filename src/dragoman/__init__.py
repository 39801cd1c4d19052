"""dragoman: news reports to political and conflict event data that keep track of who said so.

The folders are the stages, in the order in which a report passes them:

    read/       bytes -> Report: text, HTML, JSON lines; sentences, headings, junk, date, language
    mark/       Report -> Marks: one small encoder, several heads
    code/       Marks -> statements and events of the codebook, figures, chains, conflicts
    resolve/    words -> dates, names and places, with why
    merge/      Records -> incidents: which events are one occurrence, origins, conflicts across reports
    engine/     where the work runs: a loop or a pool of processes
    store/      the situation file: SQLite, and nothing else
    export/     records -> JSON lines, CSV, Parquet, Arrow
    situation/  many reports in one file: add, merge what is new, answer questions
    show/       for people: the table in the terminal, the command line

Beside them, lowest first: errors.py, terms.py, codec.py, records.py (the nouns), incidents.py and views.py (the same
for many reports), ids.py, text.py, grammar/ (numbers and dates of English), config.py, assets.py, pipeline.py (the main
path in plain calls) and api.py (what Python users call).
"""

from __future__ import annotations

import typing

from dragoman.api import read_report, read_reports
from dragoman.config import VERSION as __version__
from dragoman.config import Settings
from dragoman.errors import AssetError, DragomanError, InputError, StoreError, UsageError
from dragoman.export.frames import events_table
from dragoman.records import Failure, Record, Report
from dragoman.views import IncidentFilter

__all__ = [
    "AssetError",
    "DragomanError",
    "Failure",
    "IncidentFilter",
    "InputError",
    "Record",
    "Report",
    "Settings",
    "Situation",
    "StoreError",
    "UsageError",
    "__version__",
    "events_table",
    "read_report",
    "read_reports",
]


def __getattr__(name: str) -> typing.Any:
    """`Situation`, imported when it is first asked for: it takes as long as all else together (PEP 562)."""
    if name == "Situation":
        from dragoman.situation import Situation  # noqa: PLC0415 - see above

        return Situation
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
