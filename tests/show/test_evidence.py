from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType

from dragoman.records import Span
from dragoman.show.evidence import LitText, Mark, event_evidence
from tests.make import event, record, span
from tests.show.story import story


def drawn(part: RenderableType, width: int = 100) -> list[str]:
    stream = io.StringIO()
    Console(file=stream, width=width, markup=False, highlight=False, emoji=False).print(part)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def lit(text: str, *marks: tuple[str, str], width: int = 100) -> list[str]:
    found = [Mark(each.start, each.end, label) for words, label in marks for each in [span(text, words)]]
    return drawn(LitText(Span(0, len(text), text), found), width)


def test_marks_stand_under_their_words() -> None:
    assert lit("Rebels shelled the port.", ("Rebels", "who"), ("shelled", "what"), ("the port", "to whom")) == [
        "Rebels shelled the port.",
        "who─── what─── to whom─",
    ]


def test_marks_over_one_another_get_lines_of_their_own() -> None:
    assert lit("the port of Aker", ("the port of Aker", "to whom"), ("Aker", "where")) == [
        "the port of Aker",
        "to whom─────────",
        "            ────‹where",
    ]


def test_label_stands_before_its_words_when_there_is_no_room_behind() -> None:
    assert lit("they fled to Oslo", ("Oslo", "where"), width=18) == ["they fled to Oslo", "       where›────"]


def test_marks_go_on_in_the_next_line_when_the_text_is_wrapped() -> None:
    lines = lit("the harbour union of Aker", ("the harbour union of Aker", "source"), width=14)
    assert lines == ["the harbour", "source─────", "union of Aker", "source───────"]


def test_marks_stand_right_when_letters_are_wide_or_escaped() -> None:
    assert lit("東京 \x1b fell", ("fell", "what")) == ["東京 <U+001B> fell", "              what"]


def test_evidence_shows_the_sentences_of_the_event_and_of_its_statements() -> None:
    made = story()
    view = "\n".join(drawn(event_evidence(made.events[0], made), width=120))
    assert "who──────────" in view
    assert "───‹killed" in view
    assert "date: the Tuesday before the report's date" in view
    assert "S1: The harbour union\n" in view and "S3: Ada Moen\n" in view
    assert "through──" in view and "Oslo" not in view


def test_evidence_shows_a_gap_between_sentences_that_are_apart() -> None:
    text = "Rebels came. It rained. They shelled the port."
    made = record(text, events=[event(text, "shelled", actor="Rebels")])
    assert "…" in drawn(event_evidence(made.events[0], made))


@given(
    st.text(min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["who", "what", "killed"])), max_size=5),
    st.integers(24, 60),
)
def test_view_holds_every_label_whatever_the_text(text: str, places: list[tuple[int, int, str]], width: int) -> None:
    marks = [Mark(start, end, label) for start, end, label in places if start < end <= len(text)]
    lines = drawn(LitText(Span(0, len(text), text), marks), width)
    for mark in marks:
        assert any(mark.label in line for line in lines) or not text[mark.start : mark.end].strip()
