from __future__ import annotations

from typing import Any

from dragoman.assets import open_codebook
from dragoman.code.events import code_events
from dragoman.records import Event, Marks, RoleMark, Span, Statement, TriggerMark
from dragoman.terms import EventType, Responsibility, Role, Status
from tests.make import report, span, statement

TEXT = "Gunmen raided Tolby on Monday, the mayor said. The raid killed two people. Police blamed the gunmen."


def trigger(words: str, event: int = 0, nth: int = 0, **fields: Any) -> TriggerMark:
    roles = tuple(RoleMark(role=Role(role), span=found, score=score) for role, found, score in fields.pop("roles", ()))
    given: dict[str, Any] = {
        "type": EventType.ASSAULT,
        "modes": (),
        "status": Status.ACTUAL,
        "responsibility": None,
        "score": 0.9,
        **fields,
    }
    return TriggerMark(span=span(TEXT, words, nth), roles=roles, event=event, **given)


def code(*triggers: TriggerMark, statements: tuple[Statement, ...] = ()) -> tuple[Event, ...]:
    marks = Marks(triggers=triggers, cues=(), junk=(), made_by="test")
    return code_events(report(TEXT), marks, statements, open_codebook())


def words(spans: tuple[Span, ...]) -> list[str]:
    return [item.text for item in spans]


def test_triggers_of_one_group_are_one_event_with_the_fullest_mention_first() -> None:
    place = ("place", span(TEXT, "Tolby"), 0.9)
    time = ("time", span(TEXT, "Monday"), 0.9)
    (found,) = code(trigger("The raid"), trigger("raided", roles=[place, time]))
    assert words(found.triggers) == ["raided", "The raid"]
    assert (words(found.place), words(found.time)) == (["Tolby"], ["Monday"])


def test_triggers_of_two_groups_are_two_events() -> None:
    assert len(code(trigger("raided", 0), trigger("killed", 1))) == 2


def test_one_participant_named_by_two_mentions_stands_once() -> None:
    first = trigger("raided", roles=[("actor", span(TEXT, "Gunmen"), 0.9)])
    second = trigger("The raid", roles=[("actor", span(TEXT, "the gunmen"), 0.6)])
    assert words(code(first, second)[0].actor) == ["Gunmen"]


def test_modes_of_another_type_are_left_out() -> None:
    (found,) = code(trigger("raided", modes=("firearms", "visit")))
    assert found.modes == ("firearms",)


def test_the_status_of_most_mentions_counts() -> None:
    negated = trigger("The raid", status=Status.NEGATED)
    (found,) = code(trigger("raided"), negated, trigger("killed"))
    assert found.status is Status.ACTUAL


def test_violence_that_no_mention_lays_at_a_door_is_unknown() -> None:
    assert code(trigger("killed"))[0].responsibility is Responsibility.UNKNOWN


def test_the_responsibility_of_most_mentions_counts() -> None:
    accused = [trigger(words, responsibility=Responsibility.ACCUSED) for words in ("raided", "The raid")]
    claimed = trigger("killed", responsibility=Responsibility.CLAIMED)
    assert code(*accused, claimed)[0].responsibility is Responsibility.ACCUSED


def test_of_two_responsibilities_told_equally_often_the_stronger_counts() -> None:
    accused = trigger("raided", responsibility=Responsibility.ACCUSED)
    claimed = trigger("The raid", responsibility=Responsibility.CLAIMED)
    assert code(accused, claimed)[0].responsibility is Responsibility.CLAIMED


def test_only_violence_has_a_responsibility() -> None:
    (found,) = code(trigger("blamed", type=EventType.ACCUSE, responsibility=Responsibility.STATED))
    assert found.responsibility is None


def test_an_event_that_only_a_source_tells_is_said_by_it() -> None:
    said = statement(TEXT, "s1", "said", "Gunmen raided Tolby on Monday", source="the mayor")
    assert code(trigger("raided"), statements=(said,))[0].said_by == ("s1",)


def test_an_event_that_the_report_also_tells_in_its_own_voice_is_said_by_nobody_else() -> None:
    said = statement(TEXT, "s1", "said", "Gunmen raided Tolby on Monday", source="the mayor")
    assert code(trigger("raided"), trigger("The raid"), statements=(said,))[0].said_by == ()


def test_the_id_is_made_from_the_content_alone() -> None:
    assert code(trigger("raided"))[0].id == code(trigger("raided"))[0].id
    assert code(trigger("raided"))[0].id != code(trigger("The raid"))[0].id


def test_of_many_words_for_the_time_the_surest_is_kept() -> None:
    times = [("time", span(TEXT, "Monday"), 0.9), ("time", span(TEXT, "The raid"), 0.5)]
    assert words(code(trigger("raided", roles=times))[0].time) == ["Monday"]


def test_a_trigger_of_function_words_alone_tells_of_no_event() -> None:
    assert code(trigger("on")) == ()


def test_a_role_of_function_words_alone_is_left_out() -> None:
    actor = ("actor", span(TEXT, "The"), 0.9)
    assert code(trigger("raided", roles=[actor]))[0].actor == ()


def test_a_trigger_inside_the_words_for_a_place_tells_of_no_event() -> None:
    place = ("place", span(TEXT, "raided Tolby"), 0.9)
    assert code(trigger("Tolby", 1), trigger("killed", roles=[place])) == code(trigger("killed", roles=[place]))
