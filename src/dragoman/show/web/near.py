"""Incidents that another one might be: the choices for a person who joins by hand."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.show.web.answers import Answers
from dragoman.views import IncidentFilter, IncidentRow

_DAYS = 3  # apart
_MOST = 8


def list_near(answers: Answers, row: IncidentRow) -> list[IncidentRow]:
    """Incidents of the same type within three days that share the place or the country, those most alike first."""
    if row.date_from is None:
        return []
    day, apart = date.fromisoformat(row.date_from), timedelta(days=_DAYS)
    wanted = IncidentFilter(type=row.type, since=(day - apart).isoformat(), until=(day + apart).isoformat())
    found = [(score, each) for each in answers.rows(wanted) if (score := _measure(row, each)) is not None]
    return [each for _, each in sorted(found, key=lambda pair: (-pair[0], pair[1].id))[:_MOST]]


def _measure(row: IncidentRow, other: IncidentRow) -> int | None:
    if other.id == row.id or not other.date_from or not row.date_from:
        return None
    apart = abs((date.fromisoformat(row.date_from) - date.fromisoformat(other.date_from)).days)
    same_country = row.country is None or other.country is None or row.country == other.country
    if apart > _DAYS or not same_country:
        return None
    names = {*row.actors, *row.recipients} & {*other.actors, *other.recipients}
    return 2 * len(names) + 3 * (row.place is not None and row.place == other.place) - apart
