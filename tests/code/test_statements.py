from __future__ import annotations

from dragoman.code.statements import code_statements, quoting
from dragoman.records import CueMark, Marks
from dragoman.terms import Stance
from tests.make import report, span, spans, statement

NESTED = "The Gazette writes that the envoy claims that the truce holds. Rain fell."


def cue(text: str, words: str, source: str | None, content: str, score: float = 0.9, stance: str = "assert") -> CueMark:
    return CueMark(
        span=span(text, words),
        source=span(text, source) if source else None,
        content=spans(text, content),
        medium=None,
        stance=Stance(stance),
        score=score,
    )


def marks(*cues: CueMark) -> Marks:
    return Marks(triggers=(), cues=cues, junk=(), made_by="test")


def nested() -> Marks:
    return marks(
        cue(NESTED, "writes", "The Gazette", "that the envoy claims that the truce holds"),
        cue(NESTED, "claims", "the envoy", "that the truce holds"),
    )


def test_a_statement_inside_anothers_content_is_relayed_by_it() -> None:
    outer, inner = code_statements(report(NESTED), nested())
    assert (outer.via, inner.via) == (None, outer.id)


def test_two_statements_about_one_content_do_not_relay_each_other() -> None:
    text = "The mayor said the bridge fell, according to the Herald."
    found = code_statements(
        report(text),
        marks(
            cue(text, "said", "The mayor", "the bridge fell"),
            cue(text, "according to", "the Herald", "the bridge fell"),
        ),
    )
    assert [item.via for item in found] == [None, None]


def test_commas_at_the_edges_of_a_content_are_left_out() -> None:
    text = "It was calm, she said, in the town."
    (found,) = code_statements(report(text), marks(cue(text, "said", "she", "It was calm,")))
    assert [part.text for part in found.content] == ["It was calm"]


def test_a_content_of_punctuation_alone_gives_no_statement() -> None:
    text = "It was calm, she said, in the town."
    assert code_statements(report(text), marks(cue(text, "said", "she", ","))) == ()


def test_of_a_statement_told_by_two_cues_the_surer_is_kept() -> None:
    text = "In a statement the union announced a strike on Friday."
    found = code_statements(
        report(text),
        marks(
            cue(text, "In a statement", "the union", "a strike on Friday", 0.4),
            cue(text, "announced", "the union", "a strike on Friday", 0.8),
        ),
    )
    assert [item.cue.text for item in found] == ["announced"]


def test_ids_stay_the_same_when_the_report_is_read_again_and_differ_between_reports() -> None:
    first = code_statements(report(NESTED), nested())
    again = code_statements(report(NESTED), nested())
    other = code_statements(report(NESTED, id="other"), nested())
    assert [item.id for item in first] == [item.id for item in again]
    assert not {item.id for item in first} & {item.id for item in other}


def test_words_are_quoted_by_the_innermost_statement_and_its_relays() -> None:
    outer, inner = code_statements(report(NESTED), nested())
    assert quoting((outer, inner), span(NESTED, "truce")) == (inner.id, outer.id)
    assert quoting((outer, inner), span(NESTED, "envoy")) == (outer.id,)
    assert quoting((outer, inner), span(NESTED, "Rain")) == ()


def test_an_act_of_speech_is_not_quoted_by_itself() -> None:
    text = "The party condemned the raid."
    own = statement(text, "s1", "condemned", "condemned the raid", source="The party")
    assert quoting((own,), span(text, "condemned")) == ()


def test_a_cue_that_denies_makes_a_denial() -> None:
    text = "The mayor strongly denied that the bridge fell."
    (found,) = code_statements(report(text), marks(cue(text, "strongly denied", "The mayor", "that the bridge fell")))
    assert found.stance is Stance.DENY
