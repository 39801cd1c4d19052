"""Dates that hang on another event."""

from __future__ import annotations

import pytest

from dragoman.records import Event, Span
from dragoman.resolve.date_links import Dated, Wait, read_wait
from dragoman.terms import EventType, Status


def event(trigger: str) -> Event:
    return Event(
        id=trigger, type=EventType.ASSAULT, modes=(), triggers=(Span(0, len(trigger), trigger),), actor=(),
        recipient=(), place=(), time=(), weapon=(), date=None, status=Status.ACTUAL, responsibility=None, said_by=(),
    )  # fmt: skip


EVENTS = (event("raided"), event("bombing"), event("left"))
KNOWN = (Dated("2019-05-03", "told"), Dated("2019-06", "told"), None)


@pytest.mark.parametrize(
    ("wait", "value"),
    [
        (Wait("two days after the raid", "the raid", 2, False), "2019-05-05"),
        (Wait("a day before the raid", "the raid", -1, False), "2019-05-02"),
        (Wait("since the raid", "the raid", 0, True), "2019-05-03/2019-05-10"),
    ],
)
def test_date_is_that_of_the_event_the_words_name(wait: Wait, value: str) -> None:
    dated = read_wait(wait, 2, EVENTS, KNOWN, "2019-05-10")
    assert dated is not None
    assert dated.value == value
    assert 'the date of "raided" (told)' in dated.why


@pytest.mark.parametrize("named", ["the flood", "the bombing", ""])
def test_no_date_is_given_where_no_event_of_that_name_has_a_day(named: str) -> None:
    assert read_wait(Wait(f"after {named}", named, 0, False), 2, EVENTS, KNOWN, "2019-05-10") is None


def test_since_without_a_publication_is_the_day_alone() -> None:
    dated = read_wait(Wait("since the raid", "the raid", 0, True), 2, EVENTS, KNOWN, None)
    assert dated is not None
    assert dated.value == "2019-05-03"
