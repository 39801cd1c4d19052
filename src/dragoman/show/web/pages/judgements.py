"""The log of what persons judged and corrected."""

from __future__ import annotations

from msgspec import Struct

from dragoman.export.sheet import Column
from dragoman.show.web.answers import Answers
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.views import Edit, Ruling

COLUMNS: tuple[Column[Ruling | Edit], ...] = (
    Column("id", str, "Its id", lambda e: e.id),
    Column("what", str, "What was held or put right", lambda e: _tell_what(e)),
    Column("why", str, "Why", lambda e: e.why),
    Column("by", str, "Who", lambda e: e.by),
    Column("at", str, "When (UTC)", lambda e: e.at),
    Column("withdrawn_at", str, "When it was taken back", lambda e: e.withdrawn_at),
    Column("withdrawn_why", str, "Why it was", lambda e: e.withdrawn_why),
)


class JudgementsData(Struct, frozen=True):
    """The log, the oldest entries first, withdrawn ones too."""

    judgements: tuple[Ruling, ...]
    edits: tuple[Edit, ...]


def read_page(answers: Answers, asked: Asked) -> Page[JudgementsData]:
    """The log of judgements and corrections."""
    rulings, edits = tuple(answers.situation.judgements()), tuple(answers.situation.edits())
    entries: list[Ruling | Edit] = sorted([*rulings, *edits], key=lambda entry: (entry.at, entry.id))
    return Page("Log", JudgementsData(rulings, edits), make_sheet(COLUMNS, entries))


def _tell_what(entry: Ruling | Edit) -> str:
    if isinstance(entry, Edit):
        return f"{entry.field} of {entry.event} in {entry.report}: {entry.was or 'none'} to {entry.value or 'none'}"
    return "one incident" if entry.same else "different incidents"


DOORS = (Door("/judgements", "judgements.html", read_page, {}),)
