"""Filters as lists of choices with how many incidents each leaves; every choice is an address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from dragoman.show.web.address import with_query
from dragoman.show.web.answers import Answers
from dragoman.show.web.filters import FILTERS
from dragoman.views import IncidentRow

_MOST = 12  # choices of a facet; the rest is found by writing its name


class Choice(Struct, frozen=True):
    """One value: how many of the incidents have it (None: not counted), and the address that chooses or drops it."""

    value: str
    label: str
    n: int | None
    href: str
    chosen: bool


class Facet(Struct, frozen=True):
    """A filter with its choices, the most frequent first."""

    field: str
    label: str
    choices: tuple[Choice, ...]


def list_facets(
    answers: Answers, rows: Sequence[IncidentRow], path: str, query: Mapping[str, str]
) -> tuple[Facet, ...]:
    """The facets of incidents under a query (the page of a list is left behind when a choice is made)."""
    asked = {key: value for key, value in query.items() if key in FILTERS or key == "figures"}
    public = answers.public()
    read: tuple[tuple[str, str, Callable[[IncidentRow], Iterable[str | None]]], ...] = (
        ("type", "Type", lambda row: (row.type,)),
        ("actor", "Actor", lambda row: public.intersection((*row.actors, *row.recipients))),
        ("country", "Country", lambda row: (row.country,)),
        ("admin1", "Division", lambda row: (row.admin1,)),
        ("status", "Status", lambda row: (row.status,)),
        ("conflict", "Conflicts", lambda row: ("yes" if row.n_conflicts else "no",)),
    )
    facets = [_count(field, label, rows, values, path, asked) for field, label, values in read]
    facets += [_count_origins(rows, path, asked), _list_outlets(answers, path, asked)]
    return tuple(facet for facet in facets if len(facet.choices) > 1 or any(each.chosen for each in facet.choices))


def _count(
    field: str,
    label: str,
    rows: Sequence[IncidentRow],
    values: Callable[[IncidentRow], Iterable[str | None]],
    path: str,
    asked: Mapping[str, str],
) -> Facet:
    counts = Counter(value for row in rows for value in values(row) if value)
    return _build(field, label, [(value, n) for value, n in counts.most_common(_MOST)], path, asked)


def _count_origins(rows: Sequence[IncidentRow], path: str, asked: Mapping[str, str]) -> Facet:
    counts = [(str(least), sum(row.n_origins >= least for row in rows)) for least in (2, 3, 5)]
    return _build("min_origins", "Origins, at least", [each for each in counts if each[1]], path, asked)


def _list_outlets(answers: Answers, path: str, asked: Mapping[str, str]) -> Facet:
    return _build("outlet", "Outlet", [(name, None) for name in answers.outlets()[:_MOST]], path, asked)


def _build(
    field: str, label: str, counts: Sequence[tuple[str, int | None]], path: str, asked: Mapping[str, str]
) -> Facet:
    chosen = asked.get(field)
    listed = list(counts)
    if chosen and chosen not in [value for value, _ in counts]:
        listed.insert(0, (chosen, None))
    choices = (
        Choice(value, value, n, with_query(path, asked, **{field: None if value == chosen else value}), value == chosen)
        for value, n in listed
    )
    return Facet(field, label, tuple(choices))
