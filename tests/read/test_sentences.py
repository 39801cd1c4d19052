"""Sentences, headings and paragraphs: where they begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.junk import find_junk
from dragoman.read.sentences import MAX_SENTENCE, find_sentences


def words(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_sentences(text)]


def headings(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_sentences(text) if s.heading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Aziz met Mr. Okoye. They left.", ["Gen. Aziz met Mr. Okoye.", "They left."]),
        (
            "He met the U.S. envoy at 5 p.m. Monday. It rained.",
            ["He met the U.S. envoy at 5 p.m. Monday.", "It rained."],
        ),
        (
            "“We go,” she said. “We never stay.” Then she left.",
            ["“We go,” she said.", "“We never stay.”", "Then she left."],
        ),
        ('"Why?" asked the judge. Nobody spoke.', ['"Why?" asked the judge.', "Nobody spoke."]),
        ("On Jan. 5 shots fell. The toll was 3.5 per cent.", ["On Jan. 5 shots fell.", "The toll was 3.5 per cent."]),
        ("the army left . the town was quiet .", ["the army left .", "the town was quiet ."]),
        ("police fired. nobody died. the crowd went home.", ["police fired.", "nobody died.", "the crowd went home."]),
        ("POLICE FIRED. NOBODY DIED.", ["POLICE FIRED.", "NOBODY DIED."]),
        ("The bridge fell.The ferry sank.", ["The bridge fell.", "The ferry sank."]),
        ("It was founded in 1990. [3] It grew.", ["It was founded in 1990. [3]", "It grew."]),
    ],
)
def test_sentences_end_at_their_marks_and_not_at_abbreviations(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The harbour council of Port Lune said that eleven dock workers had been\n"
        "held since Friday after a march to the customs house. A spokesman for\n"
        "the council did not say why they had been taken, and their families\n"
        "were told nothing.\n\n"
        "   The march was the third this month.\n"
    )
    found = find_sentences(text)
    assert [s.paragraph for s in found] == [0, 0, 1]
    assert text[found[0].start : found[0].end].endswith("customs house.")


def test_each_long_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = "Rebels took the northern pass on Sunday. The army fled.\nA truce was called.\nNobody kept it."
    assert [s.paragraph for s in find_sentences(text)] == [0, 0, 1, 2]


def test_a_line_break_in_mid_sentence_is_no_boundary() -> None:
    assert words("The minister, speaking in\nthe capital, denied it.") == [
        "The minister, speaking in\nthe capital, denied it."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "First came the flood, said the mayor.\n\nThe Second Wave\n\nThen the dam broke and forty houses fell.",
        "First came the flood, said the mayor.\n\nThe Second Wave\nThen the dam broke and forty houses fell.",
        "First came the flood, said the mayor.\nThe Second Wave\nThen the dam broke and forty houses fell.",
        "First came the flood, said the mayor.\r\n\r\nThe Second Wave\r\nThen the dam broke and forty houses fell.",
    ],
    ids=["between blank lines", "on its paragraph", "single line breaks", "carriage returns"],
)
def test_short_line_without_final_mark_is_a_heading(text: str) -> None:
    assert headings(text) == ["The Second Wave"]


@pytest.mark.parametrize(
    "line",
    ["They had nothing left.", "- three trucks", "Friday, 4 May 2018", "THE LAST LINE OF ALL", "and so it went on"],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    after = "" if line.startswith("THE LAST") else "\nThe dam broke on Friday and forty houses fell."
    assert headings(f"First came the flood, said the mayor.\n{line}{after}") == []


def test_a_line_of_its_own_is_a_heading_in_a_text_without_capitals() -> None:
    text = "minister quits\n\nthe minister of ports quit on friday.\n\na long row\n\nthe row had begun in may, he said."
    assert headings(text) == ["minister quits", "a long row"]


@pytest.mark.parametrize("text", ["word " * 5_000, "x" * 9_001], ids=["words", "no white space"])
def test_an_endless_sentence_is_cut(text: str) -> None:
    found = find_sentences(text)
    assert max(s.end - s.start for s in found) <= MAX_SENTENCE
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace(" ", "")


_PIECES = st.sampled_from(
    ["Police ", "fired. ", "He said ", '"No!" ', "\n", "\n\n", "\r\n", "\u2028", "\u200b", "\u202eabc\u202c "]
    + ["video\n", "https://a.example/b ", "Mr. ", "U.S. ", "5 p.m. ", "...", "…", "[1] ", "\t", "   ", "(more)"]
    + ["مرحبا. ", "。", "The end"]
)


@given(st.one_of(st.lists(_PIECES, max_size=30).map("".join), st.text(max_size=200)))
def test_every_visible_character_is_in_exactly_one_sentence_or_junk(text: str) -> None:
    junk = find_junk(text)
    covered = [0] * len(text)
    spans = [(s.start, s.end) for s in find_sentences(text, junk)] + [(j.start, j.end) for j in junk]
    for start, end in spans:
        for i in range(start, end):
            covered[i] += 1
    assert all(n == 1 or (n == 0 and c.isspace()) for n, c in zip(covered, text, strict=True))


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_sentences_come_in_order_and_have_no_white_space_at_their_edges(text: str) -> None:
    found = find_sentences(text)
    assert all(
        left.end <= right.start and left.paragraph <= right.paragraph
        for left, right in zip(found, found[1:], strict=False)
    )
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in found)
