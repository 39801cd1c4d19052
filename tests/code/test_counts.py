"""Casualty figures of an event."""

from __future__ import annotations

import pytest

from dragoman.code.counts import count_events, count_persons
from dragoman.read import report_from_text
from dragoman.records import Count, Event, Span
from dragoman.terms import EventType, Status

Found = dict[str, tuple[int | None, int | None]]


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def count(
    text: str, trigger: str, *recipients: str, type: EventType = EventType.ASSAULT, modes: tuple[str, ...] = ()
) -> dict[str, tuple[int | None, int | None]]:
    spans = [find(text, words) for words in recipients]
    figures = count_persons(report_from_text(text), [find(text, trigger)], spans, type, modes)
    assert all(text[f.words.start : f.words.end] == f.words.text for f in figures)
    return {f.kind.value: (f.count.low, f.count.high) for f in figures}


@pytest.mark.parametrize(
    ("text", "trigger", "figures"),
    [
        ("A mine blew up, killing two bakers and wounding five.", "mine", {"killed": (2, 2), "injured": (5, 5)}),
        ("Six were killed in the shelling of Brod.", "killed", {"killed": (6, 6)}),
        ("The blast left 12 dead and 30 injured, police said.", "blast", {"killed": (12, 12), "injured": (30, 30)}),
        ("The raid killed at least six herders.", "killed", {"killed": (6, None)}),
        ("No fewer than a dozen miners were wounded in the attack.", "attack", {"injured": (12, None)}),
        ("Seven soldiers and a clerk were killed in the ambush.", "ambush", {"killed": (8, 8)}),
        ("Gunmen murdered the poet Lena Ortmann in her garden.", "murdered", {}),
        ("Three explosions killed four nurses in Brod.", "explosions", {"killed": (4, 4)}),
        ("Lena Ortmann, 24, was killed on 12 March.", "killed", {}),
        ("The shelling of the bridge caused no casualties.", "shelling", {"killed": (0, 0), "injured": (0, 0)}),
        ("The rebels attacked a depot with 82 trucks.", "attacked", {}),
        ("Ana Roe, a mother of two sons, was killed by the shell.", "shell", {"killed": (1, 1)}),
        ("A shell hit the mill, killing four men, an official of the province said.", "hit", {"killed": (4, 4)}),
        ("The ambush killed four soldiers, a nurse and a driver.", "ambush", {"killed": (6, 6)}),
        ("Two of the injured left the clinic after the attack.", "attack", {}),
        ("A court heard of attempted murder charges over the attack.", "attack", {}),
    ],
)  # fmt: skip
def test_figures_are_read_from_the_grammar_of_harm(
    text: str, trigger: str, figures: dict[str, tuple[int | None, int | None]]
) -> None:
    assert count(text, trigger) == figures


def test_a_named_victim_counts_one_and_two_names_two() -> None:
    assert count("Gunmen killed General Tomas Hrdlicka.", "killed", "General Tomas Hrdlicka") == {"killed": (1, 1)}
    text = "Gunmen killed Ana Roe and Bo Lund."
    assert count(text, "killed", "Ana Roe", "Bo Lund") == {"killed": (2, 2)}


def test_an_arrest_counts_those_held() -> None:
    text = "Police arrested the mayor of Brod."
    assert count(text, "arrested", "the mayor", type=EventType.COERCE, modes=("arrest",)) == {"arrested": (1, 1)}
    text = "Police made 86 arrests over the weekend."
    assert count(text, "arrests", type=EventType.COERCE, modes=("arrest",)) == {"arrested": (86, 86)}


def test_figures_of_another_event_are_left_to_it() -> None:
    text = "Police arrested four men. Earlier, rebels killed nine villagers."
    figures = count_persons(
        report_from_text(text), [find(text, "arrested")], [], EventType.COERCE, ("arrest",), [find(text, "killed")]
    )
    assert [(f.kind.value, f.count) for f in figures] == [("arrested", Count(4, 4))]


def test_an_age_taken_for_a_victim_counts_no_one() -> None:
    text = "Police arrested Bo Lund, 47 and without a home, on Friday."
    assert count(text, "arrested", "Bo Lund", "47", type=EventType.COERCE, modes=("arrest",)) == {"arrested": (1, 1)}
    text = "the singer bo lund\n25\nwas arrested at home."
    assert count(text, "arrested", "bo lund", type=EventType.COERCE, modes=("arrest",)) == {"arrested": (1, 1)}


def test_goods_seized_are_no_arrests() -> None:
    text = "Police seized 310 kilos of resin at the border."
    assert count(text, "seized", type=EventType.COERCE, modes=("arrest",)) == {}


@pytest.mark.parametrize(
    ("text", "trigger", "type", "modes", "figures"),
    [
        ("They kidnapped five miners.", "kidnapped", EventType.ASSAULT, (), {"abducted": (5, 5)}),
        ("They captured five miners.", "captured", EventType.ASSAULT, (), {}),
        ("Police detained five miners.", "detained", EventType.COERCE, (), {"arrested": (5, 5)}),
        ("Police raided a bar, and five miners were detained.", "raided", EventType.COERCE, (), {}),
        ("Police detained five miners.", "detained", EventType.COERCE, ("censor",), {}),
        ("The state deported five miners.", "deported", EventType.COERCE, (), {"displaced": (5, 5)}),
    ],
)
def test_a_missing_mode_is_made_good_by_a_trigger_that_tells_it(
    text: str, trigger: str, type: EventType, modes: tuple[str, ...], figures: Found
) -> None:
    assert count(text, trigger, type=type, modes=modes) == figures


def test_the_toll_of_a_whole_period_is_not_taken_for_one_event() -> None:
    text = "A guard was killed in Brod. Rain fell all day. So far this year at least 90 people were killed there."
    spans = [find(text, "killed in"), find(text, "killed there")]
    figures = count_persons(report_from_text(text), spans, [], EventType.ASSAULT, ())
    assert [(f.kind.value, f.count) for f in figures] == [("killed", Count(1, 1))]


def test_victims_told_by_rank_and_name_are_counted_once() -> None:
    text = "Gunmen shot and killed Judge Ana Roe; a clerk, Bo Lund; and Sgt. Per Dahl."
    assert count(text, "shot and killed", "Judge Ana Roe", "Bo Lund", "Sgt. Per Dahl") == {"killed": (3, 3)}


def test_those_who_did_it_are_not_counted_among_the_victims() -> None:
    text = "Captain Jan Hus and Ana Roe were killed in Brod."
    event = make_event(text, Status.ACTUAL, actor="Captain Jan Hus", recipients=("Captain Jan Hus", "Ana Roe"))
    assert count_events(report_from_text(text), [event])[0].killed == Count(1, 1)


def make_event(text: str, status: Status, actor: str = "", recipients: tuple[str, ...] = ()) -> Event:
    return Event(
        id="e", type=EventType.ASSAULT, modes=(), triggers=(find(text, "killed"),), place=(),
        actor=(find(text, actor),) if actor else (), recipient=tuple(find(text, words) for words in recipients),
        time=(), weapon=(), date=None, status=status, responsibility=None, said_by=(),
    )  # fmt: skip


def test_a_possible_event_has_no_figures_and_an_actual_one_shows_its_words() -> None:
    text = "Ten people were killed in Brod."
    (actual,) = count_events(report_from_text(text), [make_event(text, Status.ACTUAL)])
    (possible,) = count_events(report_from_text(text), [make_event(text, Status.HYPOTHETICAL)])
    assert (actual.killed, [w.text for w in actual.count_words]) == (Count(10, 10), ["Ten people"])
    assert (possible.killed, possible.count_words) == (None, ())
