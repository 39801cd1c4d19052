"""Dates of events, with their reasons."""

from __future__ import annotations

from dragoman.read import report_from_text
from dragoman.records import Event, Report, Span
from dragoman.resolve.dates import date_events
from dragoman.terms import EventType, Status

TEXT = (
    "Gunmen raided the depot on the 26th of last November. Two days after the raid the guards left. A strike goes on."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def event(trigger: str, *times: str, status: Status = Status.ACTUAL) -> Event:
    return Event(
        id=trigger, type=EventType.ASSAULT, modes=(), triggers=(span(trigger),), actor=(), recipient=(), place=(),
        time=tuple(span(t) for t in times), weapon=(), date=None, status=status, responsibility=None, said_by=(),
    )  # fmt: skip


def report(published: str | None = "2020-01-12") -> Report:
    return report_from_text(TEXT, published=published)


def test_an_event_is_dated_by_its_own_words_and_says_so() -> None:
    (dated,) = date_events(report(), (event("raided", "the 26th of last November"),))
    assert dated.date == "2019-11-26"
    assert dated.date_why == 'the words "the 26th of last November" read against 2020-01-12, the date of publication'


def test_an_event_is_dated_by_the_event_its_words_name() -> None:
    raid = event("raided", "the 26th of last November")
    _, left = date_events(report(), (raid, event("left", "Two days after the raid")))
    assert left.date == "2019-11-28"
    assert left.date_why is not None
    assert 'the date of "raided"' in left.date_why


def test_no_date_is_given_without_words_of_time() -> None:
    (bare,) = date_events(report(), (event("strike"),))
    assert (bare.date, bare.date_why) == (None, None)


def test_no_date_is_given_when_the_report_has_none_to_count_from() -> None:
    undated = Report(id="r", text=TEXT)
    assert date_events(undated, (event("raided", "the 26th of last November"),))[0].date is None


def test_events_keep_all_else_as_it_was() -> None:
    raid = event("raided", "the 26th of last November")
    (dated,) = date_events(report(), (raid,))
    assert (dated.id, dated.triggers, dated.time, dated.status) == (raid.id, raid.triggers, raid.time, raid.status)
