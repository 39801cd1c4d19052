"""An incident in words, for the terminal and the dossier alike. What no report tells is "" here, never a guess."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from dragoman.export.situation_columns import figure_of
from dragoman.incidents import Figure
from dragoman.records import Count, Event
from dragoman.show.figures import count_words, number_of
from dragoman.terms import CountKind
from dragoman.views import Edit, IncidentRow, IncidentView, Ruling, Told

_UNKNOWN = "no day"


def days_words(first: str | None, last: str | None) -> str:
    """A day, a month, a year where the two days bound one, else `first/last`."""
    if first is None or last is None:
        return first or last or _UNKNOWN
    if first == last:
        return first
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    whole_months = begin.day == 1 and end.day == monthrange(end.year, end.month)[1] and begin.year == end.year
    if whole_months and begin.month == end.month:
        return first[:7]
    if whole_months and (begin.month, end.month) == (1, 12):
        return first[:4]
    return f"{first}/{last}"


def place_words(row: IncidentRow) -> str:
    """`Torvik (NOR)`."""
    return " ".join(part for part in (row.place or "", f"({row.country})" if row.country else "") if part)


def party_words(row: IncidentRow) -> str:
    """`the Red Dune Front → two soldiers`: who did it to whom, the first of each, `+2` for more."""
    sides = [_first_of(names) for names in (row.actors, row.recipients)]
    return f"{sides[0] or '?'} → {sides[1]}" if sides[1] else sides[0]


def _first_of(names: tuple[str, ...]) -> str:
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "") if names else ""


def harm_words(row: IncidentRow) -> str:
    """`at least 6 killed, 5 injured`, under the rule that was asked for."""
    return ", ".join(f"{figure_words(each)} {each.kind}" for each in list_figures(row))


def list_figures(row: IncidentRow) -> list[Figure]:
    """The figures that the incident has."""
    return [figure for kind in CountKind if (figure := figure_of(row, kind)) is not None]


def figure_words(figure: Figure) -> str:
    """`at least 6`."""
    return count_words(Count(figure.low, figure.high))


def told_words(row: IncidentRow) -> str:
    """`7 reports, 2 independent origins`."""
    reports = number_of(row.n_reports, "report")
    if row.recalled:
        return f"{reports}, which only {'recalls' if row.n_reports == 1 else 'recall'} it"
    return f"{reports}, {number_of(row.n_origins, 'independent origin')}"


def chain_words(told: Told) -> str:
    """Who says so, the innermost first: `the harbour union, by Ada Moen, by Kysten`; without outlet the report's id."""
    *inner, outer = told.chain or ("",)
    names = [*inner, outer if told.publisher else told.report]
    return ", by ".join(name for place, name in enumerate(names) if place == 0 or name != names[place - 1])


def teller_words(told: Told) -> str:
    """The same with the date of publication."""
    return chain_words(told) + (f" ({told.published})" if told.published else "")


class Counted(NamedTuple):
    """A figure of one telling with the words that it was read from."""

    told: Told
    figure: Count
    words: str


def list_counts(view: IncidentView, kind: CountKind) -> list[Counted]:
    """Which telling has which figure of a kind, in the order of publication."""
    return [
        Counted(told, count, " … ".join(words.text for words in told.event.count_words if words.kind is kind))
        for told in view.told
        if (count := count_of(told.event, kind)) is not None
    ]


def sure_words(p: float) -> str:
    """A probability in words, never 100 %."""
    return "over 99 % sure" if p > 0.99 else f"{p:.0%} sure".replace("%", " %")


def count_of(event: Event, kind: CountKind) -> Count | None:
    """The figure that the event has of a kind."""
    count: Count | None = getattr(event, kind)
    return count


def entry_words(entry: Ruling | Edit) -> str:
    """An entry of the log: what was judged or corrected, why, by whom, when, and whether it was withdrawn."""
    if isinstance(entry, Edit):
        what = f"{entry.field} of {entry.event}: {entry.was or 'nothing'} becomes {entry.value or 'nothing'}"
    else:
        what = "one incident" if entry.same else "not one incident"
    withdrawn = f"; withdrawn {entry.withdrawn_at}: {entry.withdrawn_why}" if entry.withdrawn_at else ""
    return f"{what}: {entry.why} ({entry.by}, {entry.at}{withdrawn})"
