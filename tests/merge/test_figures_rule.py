"""The incident's figure under each rule: it is always one that somebody told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.incidents import Figure, FigureRule, Incident, Member, Origin, ToldFigure
from dragoman.merge.figures_rule import list_figures, pick_figures
from dragoman.records import Record, Span
from dragoman.terms import CountKind
from tests.make import actor, event, record, statement

R = FigureRule


def told(report: str, low: int | None, high: int | None, origin: str, **fields: Any) -> ToldFigure:
    given: dict[str, Any] = {
        "kind": CountKind.KILLED,
        "event": "E" + report,
        "words": Span(0, 2, "so"),
        "published": None,
        "recalled": False,
        "official": False,
        "part": False,
        **fields,
    }
    return ToldFigure(report=report, low=low, high=high, origin=origin, **given)


# An agency's toll that three papers print, a ministry's, a higher one of a hospital, told last.
RISING = (
    told("a", 14, 14, "agency", published="2018-03-05"),
    told("b", 14, None, "agency", published="2018-03-05"),
    told("c", 14, 14, "agency", published="2018-03-06"),
    told("d", 14, 14, "ministry", published="2018-03-05", official=True),
    told("e", 11, 12, "army", published="2018-03-05", official=True),
    told("f", 19, 19, "hospital", published="2018-03-07"),
)


@pytest.mark.parametrize(
    ("rule", "low", "high", "why", "by"),
    [
        (R.MOST_ORIGINS, 14, 14, "2 of 4 origins give it", "abcd"),
        (R.LATEST, 19, 19, "the one told last (2018-03-07)", "f"),
        (R.LOWEST, 11, 12, "the lowest of 6 reports' figures", "e"),
        (R.HIGHEST, 19, 19, "the highest of 6 reports' figures", "f"),
        (R.MEDIAN, 14, 14, "the lower of the two middle ones of the figures of 4 origins", "abcd"),
        (R.OFFICIAL, 14, 14, "officials say so; the one told last (2018-03-05)", "d"),
    ],
)
def test_each_rule_picks_one_told_figure_and_says_why(rule: R, low: int, high: int, why: str, by: str) -> None:
    [figure] = pick_figures(RISING, rule)
    assert (figure.low, figure.high, figure.why) == (low, high, why)
    assert figure.by == tuple((report, "E" + report) for report in by)


@pytest.mark.parametrize(
    ("figures", "low", "why"),
    [
        pytest.param([told("a", 3, 3, "x")], 3, "the only origin gives it", id="one"),
        pytest.param([told("a", 3, 3, "x"), told("b", 3, None, "y")], 3, "all 2 origins give it", id="agree"),
        pytest.param(
            [told("a", 9, 9, "x", published="2020-01-01"), told("b", 4, 4, "y", published="2020-01-02")],
            4,
            "1 of 2 origins gives it, as many as give another, and it is the one told last (2020-01-02)",
            id="tie goes to the latest",
        ),
        pytest.param(
            [told("a", 9, 9, "x"), told("b", 9, 9, "x"), told("c", 4, 4, "y"), told("d", 4, 4, "z")],
            4,
            "2 of 3 origins give it",
            id="copies do not vote",
        ),
        pytest.param(
            [
                told("a", 9, 9, "x", published="2020-01-01"),
                told("b", 12, 12, "x", published="2020-01-02"),
                told("c", 9, 9, "y", published="2020-01-01"),
                told("d", 12, 12, "z", published="2020-01-01"),
            ],
            12,
            "2 of 3 origins give it",
            id="an origin stands by what it said last",
        ),
        pytest.param(
            [told("a", 2, 2, "x", part=True), told("b", 6, 6, "y"), told("c", 2, 2, "z", part=True)],
            6,
            "the only origin gives it",
            id="a part never beats a total",
        ),
        pytest.param([told("a", 2, 2, "x", part=True)], 2, "the only origin gives it; only a part is told", id="part"),
        pytest.param(
            [told("a", 7, 7, "x", recalled=True), told("b", 7, 7, "y", recalled=True), told("c", 5, 5, "z")],
            5,
            "the only origin gives it",
            id="what is recalled adds no origin",
        ),
        pytest.param(
            [told("a", 7, 7, "x", recalled=True)], 7, "the only origin gives it; reports only recall it", id="recalled"
        ),
    ],
)
def test_most_origins_counts_who_is_independent(figures: list[ToldFigure], low: int, why: str) -> None:
    [figure] = pick_figures(figures)
    assert (figure.low, figure.why) == (low, why)


def test_open_and_closed_ranges_are_kept_as_told() -> None:
    figures = [told("a", 24, 30, "x"), told("b", None, 40, "y"), told("c", 33, None, "z")]
    ends = {
        rule: (found[0].low, found[0].high) for rule in (R.LOWEST, R.HIGHEST) if (found := pick_figures(figures, rule))
    }
    assert ends == {R.LOWEST: (24, 30), R.HIGHEST: (None, 40)}


def test_official_rule_has_no_figure_where_no_official_gives_one() -> None:
    assert pick_figures([told("a", 3, 3, "x")], R.OFFICIAL) == ()


def test_kinds_are_picked_apart_and_in_order() -> None:
    figures = [told("a", 3, 3, "x", kind=CountKind.INJURED), told("a", 9, 9, "x")]
    assert [figure.kind for figure in pick_figures(figures)] == [CountKind.KILLED, CountKind.INJURED]


numbers = st.one_of(st.none(), st.integers(1, 30))
figures = st.builds(
    told,
    report=st.text("abcdef", min_size=1, max_size=2),
    low=numbers,
    high=st.integers(30, 60),
    origin=st.sampled_from("xyz"),
    published=st.one_of(st.none(), st.dates().map(str)),
    recalled=st.booleans(),
    official=st.booleans(),
    part=st.booleans(),
    kind=st.sampled_from(CountKind),
)


@given(st.lists(figures, max_size=9, unique_by=lambda f: (f.report, f.kind)), st.sampled_from(FigureRule), st.randoms())
def test_figure_is_always_one_that_somebody_told_whatever_the_order(
    given_figures: list[ToldFigure], rule: FigureRule, dice: Any
) -> None:
    found = pick_figures(given_figures, rule)
    mixed = given_figures.copy()
    dice.shuffle(mixed)
    assert pick_figures(mixed, rule) == found
    for figure in found:
        same = [f for f in given_figures if f.kind is figure.kind and (f.low, f.high) == (figure.low, figure.high)]
        assert same and {(f.report, f.event) for f in same} & set(figure.by)
        assert figure.why and figure.rule is rule


@given(st.lists(figures, min_size=1, max_size=9, unique_by=lambda f: (f.report, f.kind)), figures)
def test_part_and_recalled_change_nothing_where_a_total_is_news(news: list[ToldFigure], other: ToldFigure) -> None:
    if other.part or other.recalled:
        news = [f for f in news if not f.part and not f.recalled and f.report != other.report]
        sure = {f.kind for f in news}

        def pick(from_: list[ToldFigure]) -> list[Figure]:
            return [figure for figure in pick_figures(from_) if figure.kind in sure]

        assert pick([*news, other]) == pick(news)


def figures_of(*records: Record, recalled: str | None = None) -> tuple[ToldFigure, ...]:
    keys = [(r.id, e.id) for r in records for e in r.events]
    members = tuple(Member(report=report, event=id, recalled=recalled) for report, id in keys)
    origin = Origin(id="o", name="somebody", members=tuple(keys), why=(), recalled=False)
    return list_figures(Incident(id="i", members=members), {r.id: r for r in records}, [origin])


@pytest.mark.parametrize("status", ["negated", "hypothetical", "future", "unclear"])
def test_what_did_not_surely_happen_adds_no_figure(status: str) -> None:
    text = "A mine killed nine men."
    assert figures_of(record(text, events=[event(text, "killed", status=status, killed=(9, 9))])) == ()


@pytest.mark.parametrize("stance", ["deny", "predict"])
def test_figure_that_its_source_denies_is_none(stance: str) -> None:
    text = "A mine killed nine men, which the army denies."
    one = event(text, "killed", killed=(9, 9), said_by=("s1",), count_words={"killed": "nine men"})
    told_by = statement(text, "s1", "denies", "A mine killed nine men", source="the army", stance=stance)
    assert figures_of(record(text, events=[one], statements=[told_by])) == ()


@pytest.mark.parametrize(
    ("source", "kind", "official"),
    [
        ("the interior ministry", None, True),
        ("police", None, True),
        ("a doctor", None, False),
        ("Ilir Tahiri", "government", True),
        ("the Owl Army", "group", False),
        ("a UN official", "igo", False),
    ],
)
def test_official_is_who_speaks_for_a_state(source: str, kind: str | None, official: bool) -> None:
    text = f"A mine killed nine men, {source} said."
    one = event(text, "killed", killed=(9, 9), said_by=("s1",), count_words={"killed": "nine men"})
    said = statement(text, "s1", "said", "A mine killed nine men", source=source)
    actors = [actor(source, kind=kind)] if kind else []
    [figure] = figures_of(record(text, events=[one], statements=[said], actors=actors))
    assert figure.official is official


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("A mine killed nine men.", "nine men", False),
        ("A mine killed two of them.", "two of them", True),
        ("A mine killed many, including two children.", "two children", True),
        ("A mine killed another three.", "another three", True),
        ("A mine killed three more.", "three", True),
        ("A mine killed more than nine.", "more than nine", False),
    ],
)
def test_part_is_told_from_the_words_beside_it(text: str, words: str, part: bool) -> None:
    one = event(text, "killed", killed=(2, 2), count_words={"killed": words})
    [figure] = figures_of(record(text, events=[one]))
    assert figure.part is part


def test_report_speaks_with_its_total() -> None:
    text = "A mine killed nine men on Monday. The blast killed two of them at once."
    events = [
        event(text, "killed", killed=(9, 9), count_words={"killed": "nine men"}),
        event(text, "blast", killed=(2, 2), count_words={"killed": "two of them"}),
    ]
    [figure] = figures_of(record(text, events=events))
    assert (figure.low, figure.part) == (9, False)
