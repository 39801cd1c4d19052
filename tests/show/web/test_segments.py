"""Cutting a text at every border of its spans, and the offsets that scripts get."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.web.segments import Lit, cut_text, share_out
from dragoman.show.web.utf16 import to_utf16

ALPHABET = st.characters(codec="utf-8")


def lit(id: str, start: int, end: int, label: str = "who", owner: str = "E1") -> Lit:
    return Lit(id, owner, label, start, end)


@st.composite
def lit_texts(draw: st.DrawFn) -> tuple[str, list[Lit]]:
    text = draw(st.text(ALPHABET, min_size=1, max_size=40))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=8))
    return text, [lit(f"x{at}", min(pair), max(pair)) for at, pair in enumerate(pairs)]


@given(lit_texts(), st.data())
def test_segments_are_the_text_and_each_knows_what_covers_it(told: tuple[str, list[Lit]], data: st.DataObject) -> None:
    text, spans = told
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    parts = cut_text(text, start, end, spans)
    assert "".join(part.text for part in parts) == text[start:end]
    for part in parts:
        for at in range(part.start, part.end):
            assert {each.id for each in part.over} == {each.id for each in spans if each.start <= at < each.end}
    opened = [each.id for part in parts for each in part.opens]
    assert sorted(opened) == sorted(each.id for each in spans if max(each.start, start) < min(each.end, end))


def test_the_shortest_span_lies_on_top_and_of_two_alike_the_later() -> None:
    parts = cut_text("the Red Front bombed", 0, 20, [lit("name", 0, 13), lit("long", 0, 20), lit("who", 0, 13)])
    assert [each.id for each in parts[0].over] == ["long", "name", "who"]
    assert parts[0].top is not None and parts[0].top.id == "who"
    assert [part.text for part in parts] == ["the Red Front", " bombed"]


def test_spans_that_cross_are_both_told_where_they_overlap() -> None:
    parts = cut_text("abcdef", 0, 6, [lit("left", 0, 4, "content"), lit("right", 2, 6, "where")])
    assert [(part.text, part.labels) for part in parts] == [
        ("ab", ("content",)), ("cd", ("content", "where")), ("ef", ("where",)),
    ]  # fmt: skip


def test_an_empty_stretch_has_no_segments() -> None:
    assert cut_text("abc", 1, 1, [lit("x", 0, 3)]) == []


def test_scripts_get_utf16_offsets_past_emoji_and_arabic() -> None:
    text = "\U0001f525\U0001f1f3\U0001f1f4 مقتل ستة in Oslo"
    at = text.index("مقتل")
    (found,) = to_utf16(text, [lit("x", at, at + 4)])
    assert (found.start, found.end) == (at + 3, at + 7)
    assert text.encode("utf-16-le")[2 * found.start : 2 * found.end].decode("utf-16-le") == "مقتل"


@given(lit_texts())
def test_utf16_offsets_cut_the_same_words_as_a_script_would(told: tuple[str, list[Lit]]) -> None:
    text, spans = told
    coded = text.encode("utf-16-le")
    for each, found in zip(spans, to_utf16(text, spans), strict=True):
        assert coded[2 * found.start : 2 * found.end].decode("utf-16-le") == text[each.start : each.end]


@given(lit_texts(), st.lists(st.integers(0, 40), min_size=2, max_size=6))
def test_each_stretch_gets_the_spans_that_reach_into_it(told: tuple[str, list[Lit]], cuts: list[int]) -> None:
    _, spans = told
    ordered = sorted(set(cuts))
    stretches = [lit("s", left, right) for left, right in zip(ordered, ordered[1:], strict=False)]
    for stretch, inside in zip(stretches, share_out(stretches, spans), strict=True):
        reaching = [each for each in spans if each.start < stretch.end and each.end > stretch.start]
        assert sorted(each.id for each in inside) == sorted(each.id for each in reaching)
