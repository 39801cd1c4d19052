"""Dates of events, with their reasons."""

from __future__ import annotations

from msgspec.structs import replace

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


def test_words_that_stand_nearer_to_another_event_are_the_last_choice() -> None:
    text = "Rebels shelled on 3 May 2019 the town of Brod and shot guards in June 2019."

    def told(trigger: str, *times: str) -> Event:
        spans = [Span(at, at + len(words), words) for words in (trigger, *times) if (at := text.index(words)) >= 0]
        return replace(event("raided"), id=trigger, triggers=(spans[0],), time=tuple(spans[1:]))

    shelled, shot = told("shelled", "3 May 2019", "June 2019"), told("shot", "3 May 2019", "June 2019")
    dated = date_events(report_from_text(text), (shelled, shot))
    assert [one.date for one in dated] == ["2019-05-03", "2019-06"]


def test_words_in_the_sentence_of_the_trigger_come_before_finer_ones_elsewhere() -> None:
    text = "Rebels shelled Brod in June 2019. On 3 July 2019 the town buried its dead."
    spans = [Span(at, at + len(words), words) for words in ("June 2019", "3 July 2019") if (at := text.index(words))]
    at = text.index("shelled")
    shelled = replace(event("raided"), triggers=(Span(at, at + 7, "shelled"),), time=tuple(spans))
    (dated,) = date_events(report_from_text(text), (shelled,))
    assert dated.date == "2019-06"


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
