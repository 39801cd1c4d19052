"""Which incidents are asked for: a filter as one question to the store."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.incidents import Conflict, ToldFigure
from dragoman.store.connect import Store
from dragoman.store.incidents import decode_conflict, read_figures, read_row
from dragoman.views import IncidentFilter, IncidentRow

_WORD = re.compile(r'"([^"]+)"|(\S+)')
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_LAST = "-99-99"  # follows every day of its year or month in the order of words
_HAS_NAME = (  # IN and not EXISTS, which SQLite answers by walking the names once for each incident
    "i.first IN (SELECT e.incident FROM event_names n JOIN events e USING (node) WHERE n.role {role} {test})"
)


class Question(Struct, frozen=True):
    """A condition of SQL on `incidents i` with its values."""

    where: str
    values: tuple[object, ...]


def ask_incidents(asked: IncidentFilter) -> Question:
    """The condition that a filter stands for. UsageError where it makes no sense."""
    parts: list[tuple[str, Sequence[object]]] = [*_ask_names(asked), *_ask_columns(asked)]
    where = " AND ".join(part for part, _ in parts) or "1"
    return Question(where, tuple(value for _, values in parts for value in values))


def _ask_names(asked: IncidentFilter) -> list[tuple[str, Sequence[object]]]:
    parts: list[tuple[str, Sequence[object]]] = []
    for role, words in (("actor", asked.actor), ("place", asked.place), ("outlet", asked.outlet)):
        if words is not None:
            roles = "IN ('actor', 'recipient')" if role == "actor" else f"= '{role}'"
            found = _HAS_NAME.format(role=roles, test="AND n.name LIKE ? ESCAPE '\\'")
            parts.append((found, [f"%{_escape(words)}%"]))
    for role, words in (("mode", asked.mode), ("admin1", asked.admin1)):
        if words is not None:
            parts.append((_HAS_NAME.format(role=f"= '{role}'", test="AND n.name = ? COLLATE NOCASE"), [words]))
    if asked.country is not None:
        parts.append((_HAS_NAME.format(role="= 'place'", test="AND n.country = ? COLLATE NOCASE"), [asked.country]))
    return parts


def _ask_columns(asked: IncidentFilter) -> list[tuple[str, Sequence[object]]]:
    parts: list[tuple[str, Sequence[object]]] = []
    if asked.type is not None:
        parts.append(("i.type = ?", [asked.type]))
    if asked.status is not None:
        parts.append(("i.status = ?", [asked.status]))
    if asked.since is not None:
        parts.append(("i.day_to >= ?", [_read_day(asked.since)]))
    if asked.until is not None:
        parts.append(("i.day_from <= ?", [_read_day(asked.until) + _LAST]))
    if asked.min_origins is not None:
        parts.append(("i.n_origins >= ?", [asked.min_origins]))
    if asked.conflict is not None:
        parts.append((f"i.n_conflicts {'>' if asked.conflict else '='} 0", []))
    if asked.text is not None:
        found = "SELECT rowid FROM words WHERE words MATCH ?"
        parts.append((f"i.first IN (SELECT incident FROM events WHERE serial IN ({found}))", [quote_words(asked.text)]))
    return parts


def quote_words(text: str) -> str:
    """A query of full-text search in which every word (or phrase in quotes) has to stand; UsageError without any."""
    words = [phrase or word.replace('"', "") for phrase, word in _WORD.findall(text)]
    found = [f'"{word}"' for word in words if re.search(r"\w", word)]
    if not found:
        raise UsageError(f"the search {text!r} has no words. Give words, or a phrase in quotes")
    return " ".join(found)


def _escape(words: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", words)


def _read_day(day: str) -> str:
    if not _DAY.fullmatch(day):
        raise UsageError(f"{day!r} is no date. Write 2020-01-12, 2020-01 or 2020")
    return day


def list_rows(store: Store, asked: IncidentFilter) -> list[tuple[IncidentRow, tuple[ToldFigure, ...]]]:
    """The rows of the incidents asked for, the earliest first, with what their reports tell of figures."""
    question = ask_incidents(asked)
    rows = store.rows(
        f"SELECT i.row, i.figures FROM incidents i WHERE {question.where}"
        " ORDER BY i.day_from IS NULL, i.day_from, i.first LIMIT ? OFFSET ?",
        (*question.values, -1 if asked.limit is None else asked.limit, asked.offset),
    )
    return [(read_row(row), read_figures(figures)) for row, figures in rows]


def list_firsts(store: Store, asked: IncidentFilter) -> list[int]:
    """The numbers of the incidents asked for, the earliest first."""
    question = ask_incidents(asked)
    return store.column(
        f"SELECT i.first FROM incidents i WHERE {question.where} ORDER BY i.day_from IS NULL, i.day_from, i.first"
        " LIMIT ? OFFSET ?",
        (*question.values, -1 if asked.limit is None else asked.limit, asked.offset),
    )


def list_conflicts_of(store: Store, asked: IncidentFilter) -> list[Conflict]:
    """The conflicts of the incidents asked for, in the order of these."""
    question = ask_incidents(msgspec.structs.replace(asked, limit=None, offset=0))
    bodies = store.column(
        "SELECT c.body FROM incidents i JOIN conflicts c ON c.incident = i.first"
        f" WHERE {question.where} ORDER BY i.day_from IS NULL, i.day_from, i.first, c.field, c.id LIMIT ? OFFSET ?",
        (*question.values, -1 if asked.limit is None else asked.limit, asked.offset),
    )
    return [decode_conflict(body) for body in bodies]


def list_since(store: Store, visit: int) -> list[IncidentRow]:
    """The incidents of which a report that was added after a visit tells as news."""
    rows = store.column(
        "SELECT i.row FROM incidents i WHERE i.first IN (SELECT e.incident FROM events e JOIN reports r USING (serial)"
        " WHERE r.visit > ? AND e.recalled IS NULL) ORDER BY i.day_from IS NULL, i.day_from, i.first",
        (visit,),
    )
    return [read_row(row) for row in rows]
