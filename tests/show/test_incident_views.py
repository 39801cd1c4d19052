"""What people see of a situation in the terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from dragoman.show.conflict_view import show_conflicts
from dragoman.show.incident_list import show_incidents
from dragoman.show.incident_view import show_incident
from dragoman.show.incident_words import days_words, harm_words, party_words, place_words, sure_words, told_words
from dragoman.show.source_table import show_sources
from dragoman.show.timeline_view import show_timeline
from dragoman.situation import Situation
from dragoman.terms import EventType
from dragoman.views import Period, SourceRow, TimelineRow
from tests.show.incident_rows import figure, row


def shown(parts: Iterable[RenderableType], width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    for part in parts:
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2016-04-12", "2016-04-12", "2016-04-12"),
        ("2016-04-01", "2016-04-30", "2016-04"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2016-04-12", "2016-04-14", "2016-04-12/2016-04-14"),
        ("2016-04-01", "2016-05-31", "2016-04-01/2016-05-31"),
        (None, None, "no day"),
    ],
)
def test_days_are_told_as_exactly_as_they_are_known(first: str | None, last: str | None, words: str) -> None:
    assert days_words(first, last) == words


def test_words_of_an_incident_are_empty_where_nothing_is_told() -> None:
    bare = row(place=None, country=None)
    assert (place_words(bare), harm_words(bare)) == ("", "")
    assert harm_words(row(killed=figure("killed", 3, None), injured=figure("injured", 2, 2))) == (
        "at least 3 killed, 2 injured"
    )


@pytest.mark.parametrize(
    ("actors", "recipients", "words"),
    [
        (("Red Front",), ("two men", "a boy"), "Red Front → two men +1"),
        ((), ("two men",), "? → two men"),
        (("Red Front", "Blue Front"), (), "Red Front +1"),
        ((), (), ""),
    ],
)
def test_words_of_parties_name_the_first_and_count_the_rest(
    actors: tuple[str, ...], recipients: tuple[str, ...], words: str
) -> None:
    assert party_words(row(actors=actors, recipients=recipients)) == words


def test_words_of_sources_tell_recalled_from_news() -> None:
    assert told_words(row(n_reports=7, n_origins=2)) == "7 reports, 2 independent origins"
    assert told_words(row(recalled=True, n_origins=0)) == "1 report, which only recalls it"


@pytest.mark.parametrize(("p", "words"), [(0.3, "30 % sure"), (0.97, "97 % sure"), (0.9999, "over 99 % sure")])
def test_nothing_is_ever_wholly_sure(p: float, words: str) -> None:
    assert sure_words(p) == words


def test_list_has_two_lines_for_each_incident() -> None:
    view = shown(show_incidents([row(killed=figure("killed", 3, 3), n_conflicts=2, n_origins=2, n_reports=3)]))
    assert view.splitlines() == [
        "i0123456789ab  2016-04-12  ▲ ASSAULT explosives  Torvik (NOR)  Red Front · 3 killed",
        "               3 reports, 2 independent origins, 2 conflicts  “The Red Front bombed the old mill in…",
    ]


def test_list_marks_what_is_not_told_as_having_happened_and_what_lasted() -> None:
    view = shown(show_incidents([row(modes=(), status="future", date_to="2016-04-14")]))
    assert "2016-04-12+  ▲ ASSAULT (future)" in view


def test_list_cuts_long_cells_and_keeps_their_columns() -> None:
    lines = shown(show_incidents([row(place="x" * 80), row()])).splitlines()
    assert "…" in lines[0]
    assert lines[0].index("xxxx") == lines[2].index("Torvik")


@pytest.mark.parametrize("width", [30, 60, 83, 84, 120])
def test_list_stays_within_the_width(width: int) -> None:
    view = shown(show_incidents([row(headline="word " * 60, modes=("a" * 40,)), row(place="災" * 40)]), width)
    assert max(map(len, view.splitlines())) <= width


def test_incident_shows_who_says_what_and_why(wires: Path) -> None:
    with Situation.open(wires) as opened:
        found = max(opened.incidents(), key=lambda each: each.n_reports)
        view = shown(show_incident(opened.incident(found.id), opened.report))
    for words in (
        "Figures",
        "18  “Eighteen people”  the mayor, by Town Crier (2015-03-04)",
        "Who says what",
        "    said by         the mayor, by Town Crier",
        "    recalled        ",
        "    address         https://crier.example/mayor",
        f"Origins: {told_words(found)}",
        "    origin 1        ",
        "Reports that cannot both be right",
        "Why these are one incident",
        "sure: ",
    ):
        assert words in view, words
    assert "to whom" in view and "killed──" in view


def test_conflict_shows_both_sides_with_words_and_chain(wires: Path) -> None:
    with Situation.open(wires) as opened:
        views = [opened.incident(each.id) for each in opened.incidents()]
    view = shown(show_conflicts(views), 140)
    assert "share no number" in view
    assert "“Eighteen people”  the mayor, by Town Crier (2015-03-04)" in view


@pytest.mark.parametrize("width", [60, 100])
def test_no_text_of_a_report_speaks_to_the_terminal(wires: Path, width: int) -> None:
    with Situation.open(wires) as opened:
        rows = opened.incidents()
        views = [opened.incident(each.id) for each in rows]
        parts = [*show_incidents(rows), *show_conflicts(views), *show_sources(opened.sources())]
        parts += [part for each in views for part in show_incident(each, opened.report)]
    view = shown(parts, width)
    assert not set("\x1b\u202e") & set(view)
    assert "<U+202E>" in view


@pytest.mark.parametrize(
    "parts",
    [show_incidents([]), show_conflicts([]), show_sources([]), show_timeline([], Period.DAY)],
    ids=["incidents", "conflicts", "sources", "timeline"],
)
def test_nothing_is_said_plainly(parts: Iterable[RenderableType]) -> None:
    assert shown(parts).startswith("No ")


def test_timeline_draws_a_sign_for_each_incident_in_the_order_of_quads() -> None:
    rows = [
        TimelineRow(period="2016-04-01", type=EventType.ASSAULT, n_incidents=2, killed_low=3, killed_high=5),
        TimelineRow(period="2016-04-01", type=EventType.CONSULT, n_incidents=1, killed_low=0, killed_high=0),
        TimelineRow(period="2016-06-01", type=EventType.AID, n_incidents=1, killed_low=0, killed_high=0),
    ]
    lines = shown(show_timeline(rows, Period.MONTH)).splitlines()
    assert lines[0].split() == ["2016-04", "○▲▲", "3", "incidents,", "3", "to", "5", "killed"]
    assert lines[1].split() == ["2016-06", "●", "1", "incident"]


def test_timeline_lets_a_sign_stand_for_several_where_the_width_ends() -> None:
    rows = [TimelineRow(period="2016-04-01", type=EventType.AID, n_incidents=500, killed_low=0, killed_high=0)]
    view = shown(show_timeline(rows, Period.DAY), 80)
    assert max(map(len, view.splitlines())) <= 80
    assert "A sign is 14 incidents" in view


def test_sources_stand_by_kind_and_show_no_zeros() -> None:
    counts = {"n_reports": 3, "n_incidents": 2, "n_first": 1, "n_alone": 0, "n_contradicted": 0}
    rows = [
        SourceRow(name="the mayor", kind="informant", first_on=None, last_on=None, **counts),
        SourceRow(name="Town Crier", kind="outlet", first_on="2015-03-04", last_on="2015-03-05", **counts),
    ]
    lines = [line.split() for line in shown(show_sources(rows)).splitlines() if line]
    assert [line for line in lines if len(line) == 1] == [["Outlets"], ["Informants"]]
    assert ["Town", "Crier", "3", "2", "1", "·", "·", "2015-03-04", "2015-03-05"] in lines
