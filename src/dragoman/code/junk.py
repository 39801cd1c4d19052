"""Junk that only a reader of the language sees: what the marker found beyond the rules of **read**."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.records import Junk, Marks, Report
from dragoman.terms import JunkKind


def add_junk(report: Report, marks: Marks) -> Report:
    """The report with the marker's junk set aside too, as kind `other`; its text stays as it is."""
    found = [Junk(start=span.start, end=span.end, text=span.text, kind=JunkKind.OTHER) for span in marks.junk]
    return replace(report, junk=tuple(sorted([*report.junk, *found], key=lambda item: (item.start, item.end))))
