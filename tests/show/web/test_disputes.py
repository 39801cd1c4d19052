"""Pairs of reports that contradict one another, put together field by field."""

from __future__ import annotations

from dragoman.incidents import Conflict, Side
from dragoman.records import Span
from dragoman.show.web.disputes import gather_disputes


def side(report: str, value: str) -> Side:
    return Side(report=report, event=f"e{report}", value=value, words=Span(0, len(value), value), said_by=())


def conflict(field: str, left: Side, right: Side, why: str = "no number is in both") -> Conflict:
    return Conflict(incident="i1", field=field, left=left, right=right, why=why)


def test_pairs_over_the_same_two_values_are_one_dispute_with_each_report_once() -> None:
    a, b, c = side("a", "14"), side("b", "14"), side("c", "11")
    (found,) = gather_disputes([conflict("killed", c, a), conflict("killed", b, c)])
    assert [(told.value, [each.report for each in told.sides]) for told in found.told] == [
        ("14", ["a", "b"]),
        ("11", ["c"]),
    ]
    assert found.why == ("no number is in both",)


def test_fields_stay_apart_in_their_order() -> None:
    toll = conflict("killed", side("a", "1"), side("b", "2"))
    found = gather_disputes([toll, conflict("date", side("a", "x"), side("b", "y"), "two days")])
    assert [(each.field, each.why) for each in found] == [
        ("killed", ("no number is in both",)),
        ("date", ("two days",)),
    ]


def test_no_conflict_is_no_dispute() -> None:
    assert gather_disputes([]) == ()
