"""dragoman: news reports to political and conflict event data that keep track of who said so.

The folders are the stages, in the order in which a report passes them:

    read/      bytes -> Report: text, HTML, JSON lines; sentences, headings, junk, date, language
    mark/      Report -> Marks: one small encoder, several heads
    code/      Marks -> statements and events of the codebook, figures, chains, conflicts
    resolve/   words -> dates, names and places, with why
    merge/     Records -> incidents: which events are one occurrence, origins, conflicts across reports
    engine/    where the work runs: a loop or a pool of processes
    export/    records -> JSON lines, CSV, Parquet, Arrow
    show/      for people: the table in the terminal, the command line

Beside them, lowest first: errors.py, terms.py, codec.py, records.py (the nouns), ids.py, text.py, grammar/
(numbers and dates of English), config.py, assets.py, pipeline.py (the main path in plain calls) and api.py
(what Python users call).
"""

from __future__ import annotations

from dragoman.api import read_report, read_reports
from dragoman.config import VERSION as __version__
from dragoman.errors import AssetError, DragomanError, InputError, UsageError
from dragoman.export.frames import events_table
from dragoman.records import Event, Failure, Record, Report, Span, Statement

__all__ = [
    "AssetError",
    "DragomanError",
    "Event",
    "Failure",
    "InputError",
    "Record",
    "Report",
    "Span",
    "Statement",
    "UsageError",
    "__version__",
    "events_table",
    "read_report",
    "read_reports",
]
