"""Which incidents an address asks for: the query as an IncidentFilter, and what a query may hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from dragoman.errors import UsageError
from dragoman.incidents import FigureRule
from dragoman.terms import EventType, Status
from dragoman.views import IncidentFilter

T = TypeVar("T")

FILTERS = {
    "text": 'words that a report of the incident has, "in quotes" as a phrase',
    "type": "the event type",
    "mode": "a mode of the type",
    "actor": "a part of the name of somebody who does it or has it done to them",
    "place": "a part of the name of the place",
    "country": "the country of the place, ISO 3166-1 alpha-3",
    "admin1": "its first-level division",
    "outlet": "a part of the name of an outlet that tells of it",
    "status": "whether it happened",
    "min_origins": "at least so many independent origins",
    "conflict": "yes: reports contradict one another; no: they do not",
    "since": "on or after this day, month or year (2020-01-12, 2020-01, 2020)",
    "until": "on or before it",
}
FIGURES = {"figures": "the rule by which figures are picked: " + ", ".join(rule.value for rule in FigureRule)}
PAGES = {"page": "which page of the list, from 1", "limit": "how many on a page, 1 to 500"}
_MOST = 500
_USUAL = 50
_YES = {"yes": True, "no": False}


def list_asked(query: Mapping[str, str]) -> dict[str, str]:
    """The filters that a query sets, as they stand in it."""
    return {name: value for name in FILTERS if (value := query.get(name, "").strip())}


def read_filter(query: Mapping[str, str]) -> IncidentFilter:
    """The filter that a query stands for; parameters that it does not know ask nothing. UsageError for a bad value."""
    words = list_asked(query)
    origins = words.get("min_origins")
    conflict = words.get("conflict")
    return IncidentFilter(
        text=words.get("text"),
        type=_choose(EventType, "type", words),
        mode=words.get("mode"),
        actor=words.get("actor"),
        place=words.get("place"),
        country=words.get("country"),
        admin1=words.get("admin1"),
        outlet=words.get("outlet"),
        status=_choose(Status, "status", words),
        min_origins=_read_number("min_origins", origins, 0, 10_000) if origins else None,
        conflict=_read_yes(conflict) if conflict else None,
        since=words.get("since"),
        until=words.get("until"),
    )


def read_rule(query: Mapping[str, str]) -> FigureRule:
    """The rule of figures that a query asks for."""
    return _choose(FigureRule, "figures", {k: v for k, v in query.items() if v}) or FigureRule.MOST_ORIGINS


def read_slice(query: Mapping[str, str]) -> tuple[int, int]:
    """Where the page of a list begins, and how many stand on it."""
    limit = _read_number("limit", query.get("limit") or str(_USUAL), 1, _MOST)
    return (_read_number("page", query.get("page") or "1", 1, 1_000_000) - 1) * limit, limit


def read_version(query: Mapping[str, str]) -> int | None:
    """The version of a report that a query asks for; None for the newest."""
    return _read_number("version", query["version"], 1, 1_000_000) if query.get("version") else None


def _choose(kind: type[T], name: str, words: Mapping[str, str]) -> T | None:
    value = words.get(name)
    if value is None:
        return None
    try:
        return kind(value)  # type: ignore[call-arg]  # every kind is an enumeration
    except ValueError as error:
        raise UsageError(f"{value[:80]!r} is no {name}") from error


def _read_number(name: str, value: str, least: int, most: int) -> int:
    if not value.isascii() or not value.isdecimal() or len(value) > 9 or not least <= int(value) <= most:
        raise UsageError(f"{value[:80]!r} is no number for {name}. Give one from {least} to {most}")
    return int(value)


def _read_yes(value: str) -> bool:
    if value not in _YES:
        raise UsageError(f"{value[:80]!r} is neither yes nor no")
    return _YES[value]
