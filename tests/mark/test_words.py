from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mark.words import FEATURES, split_words, stretch_starts


@given(st.text(max_size=200))
def test_words_are_found_in_their_text_in_order(text: str) -> None:
    words = split_words(text)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == words.texts
    assert words.starts == sorted(set(words.starts))
    assert words.features.shape == (len(words.texts), len(FEATURES))


@given(st.text(max_size=200))
def test_every_character_but_white_space_is_in_a_word(text: str) -> None:
    words = split_words(text)
    inside = {at for a, b in zip(words.starts, words.ends, strict=True) for at in range(a, b)}
    assert {at for at, char in enumerate(text) if not char.isspace()} == inside


def test_shapes_tell_the_letter_case_that_the_encoder_loses() -> None:
    words = split_words("US and us, Us 12")
    shapes = [FEATURES[int(np.argmax(row[:5]))] for row in words.features]
    assert shapes == ["upper", "lower", "lower", "mark", "title", "digit"]


def test_quoted_words_are_marked_until_the_quotation_or_the_paragraph_ends() -> None:
    words = split_words('He said "we won" today. "Never closed.\n\nNew paragraph')
    quoted = [text for text, row in zip(words.texts, words.features, strict=True) if row[FEATURES.index("quoted")]]
    assert quoted == ['"', "we", "won", '"', "Never", "closed", "."]


def test_line_and_paragraph_breaks_are_marked_on_the_word_after_them() -> None:
    words = split_words("one\ntwo\n\nthree")
    assert [list(row[5:7]) for row in words.features] == [[0, 0], [1, 0], [1, 1]]


def test_stops_count_the_sentence_ends_so_far() -> None:
    assert list(split_words("Go. Stop! Why").stops) == [0, 1, 1, 2, 2]


def test_stretches_begin_with_lines_and_after_full_stops() -> None:
    words = split_words("Go home. Stay\nthere, now")
    assert [words.texts[at] for at in stretch_starts(words)] == ["Go", "Stay", "there"]
