"""Dates of events, with their reasons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
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


def dated_in(text: str, published: str | None, trigger: str, *times: str, status: Status = Status.ACTUAL) -> Event:
    """The one event of a text, with its date."""
    spans = [Span(at, at + len(words), words) for words in (trigger, *times) if (at := text.index(words)) >= 0]
    bare = replace(event("raided"), triggers=(spans[0],), time=tuple(spans[1:]), status=status)
    return date_events(report_from_text(text, published=published), (bare,))[0]


def test_two_ends_of_one_stretch_make_a_range() -> None:
    text = "The siege began on 3 May at noon. Rebels shelled Brod until 6 a.m. on 5 May 2019."
    assert (
        dated_in(text, "2019-05-06", "shelled", "3 May", "until 6 a.m. on 5 May 2019").date == "2019-05-03/2019-05-05"
    )
    text = "Shops will close on Christmas Day and Boxing Day."
    told = dated_in(text, "2019-12-20", "close", "Christmas Day and Boxing Day", status=Status.FUTURE)
    assert told.date == "2019-12-25/2019-12-26"


def test_finer_words_that_agree_with_the_nearest_are_taken() -> None:
    text = "It was 10 August 2016. Much rain fell. Rebels shelled Brod last week."
    assert dated_in(text, "2016-08-17", "shelled", "10 August 2016", "last week").date == "2016-08-10"


def test_finer_words_that_contradict_the_nearest_are_not_taken() -> None:
    text = "It was 2 August 2016. Much rain fell. Rebels shelled Brod last week."
    assert dated_in(text, "2016-08-17", "shelled", "2 August 2016", "last week").date == "2016-08-08/2016-08-14"


def test_past_event_is_not_counted_from_a_day_still_to_come() -> None:
    text = "Guards fled on 3 May. The vote is on 20 May. A day earlier rebels shelled Brod."
    told = dated_in(text, "2019-05-10", "shelled", "A day earlier")
    assert told.date == "2019-05-02"
    assert told.date_why == 'the words "A day earlier" read against 2019-05-03, the day told before'


def test_same_month_is_that_of_the_date_told_before() -> None:
    text = "Guards fled in March 2018. Rebels shelled Brod in the same month."
    told = dated_in(text, "2019-05-10", "shelled", "in the same month")
    assert (told.date, told.date_why) == (
        "2018-03",
        'the words "in the same month" read against 2018-03, the day told before',
    )


def test_time_of_day_dates_an_event_only_where_no_day_is_told() -> None:
    text = "Rebels twice, at 8:20 a.m. and 9:05 a.m. on Wednesday, shelled Brod."
    assert dated_in(text, "2019-05-10", "shelled", "8:20 a.m.", "9:05 a.m. on Wednesday").date == "2019-05-08"
    assert dated_in(text, "2019-05-10", "shelled", "8:20 a.m.").date == "2019-05-10"


def test_words_since_an_event_reach_from_its_date_to_the_publication() -> None:
    text = "Rebels raided the depot on 3 May. Since the raid guards patrol the town."
    spans = {words: Span(at, at + len(words), words) for words in ("raided", "3 May", "Since the raid", "patrol")
             if (at := text.index(words)) >= 0}  # fmt: skip
    raid = replace(event("raided"), id="a", triggers=(spans["raided"],), time=(spans["3 May"],))
    patrol = replace(event("raided"), id="b", triggers=(spans["patrol"],), time=(spans["Since the raid"],))
    dated = date_events(report_from_text(text, published="2019-05-10"), (raid, patrol))
    assert [one.date for one in dated] == ["2019-05-03", "2019-05-03/2019-05-10"]


@given(
    st.lists(
        st.sampled_from(["yesterday", "since", "the raid", "3 May", "2019", "later", "noon", "a day"]), max_size=5
    ),
    st.sampled_from([None, "2019", "2019-05", "2019-05-10"]),
)
def test_every_date_has_its_reason_and_no_reason_stands_alone(words: list[str], published: str | None) -> None:
    text = f"Rebels raided Brod {' '.join(words)} ."
    bare = replace(event("raided"), triggers=(Span(7, 13, "raided"),), time=(Span(19, len(text) - 2, text[19:-2]),))
    (dated,) = date_events(Report(id="r", text=text, published=published), (bare,))
    assert (dated.date is None) == (dated.date_why is None)
