"""Records behind incidents, read where a page needs their words. Few at a time: a record is decoded whole."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Record
from dragoman.show.web.answers import Answers
from dragoman.views import IncidentFilter, IncidentRow, IncidentView

_INCIDENTS = 12  # that are looked into for one page
_REPORTS = 25


def view_newest(answers: Answers, rows: Sequence[IncidentRow]) -> list[IncidentView]:
    """The first few incidents of a list, with what each report tells of them."""
    return [answers.situation.incident(row.id) for row in rows[:_INCIDENTS]]


def read_newest(answers: Answers, rows: Sequence[IncidentRow]) -> list[Record]:
    """The reports that tell of the first few incidents of a list."""
    told = dict.fromkeys(each.report for view in view_newest(answers, rows) for each in view.told)
    return [answers.situation.report(report) for report in list(told)[:_REPORTS]]


def find_named(answers: Answers, name: str) -> list[IncidentRow]:
    """The incidents whose reports hold a name as a phrase."""
    words = name.replace('"', " ").strip()
    return answers.rows(IncidentFilter(text=f'"{words}"')) if any(map(str.isalnum, words)) else []
