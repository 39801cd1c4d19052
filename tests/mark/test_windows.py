from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers

from dragoman.mark.windows import MARGIN, Pieces, cut_windows, encode_words
from dragoman.mark.words import split_words


@given(st.lists(st.integers(1, 9), max_size=400), st.integers(2 * MARGIN + 20, 300))
def test_cores_cover_every_word_once_and_in_order(lengths: list[int], max_pieces: int) -> None:
    windows = cut_windows(_pieces(lengths), max_pieces)
    decided = [at for window in windows for at in range(window.core_start, window.core_end)]
    assert decided == list(range(len(lengths)))


@given(st.lists(st.integers(1, 9), max_size=400), st.integers(2 * MARGIN + 20, 300))
def test_windows_hold_their_core_and_no_more_pieces_than_allowed(lengths: list[int], max_pieces: int) -> None:
    for window in cut_windows(_pieces(lengths), max_pieces):
        assert window.start <= window.core_start < window.core_end <= window.end
        assert sum(lengths[window.start : window.end]) <= max_pieces


def test_a_short_report_is_one_window() -> None:
    assert len(cut_windows(_pieces([1] * 100), 254)) == 1


def test_a_word_in_the_middle_sees_context_on_both_sides() -> None:
    window = cut_windows(_pieces([1] * 1000), 254)[2]
    assert (window.core_start - window.start, window.end - window.core_end) == (MARGIN, MARGIN)


def test_a_word_without_pieces_stands_where_the_next_piece_is() -> None:
    tokenizer = Tokenizer(models.WordLevel({"a": 0, "b": 1}))
    tokenizer.normalizer = normalizers.BertNormalizer()
    pieces = encode_words(split_words("a \u200b b"), tokenizer)
    assert (list(pieces.ids), list(pieces.firsts)) == ([0, 1], [0, 1, 1])


def _pieces(lengths: list[int]) -> Pieces:
    firsts = np.cumsum([0, *lengths])[:-1] if lengths else np.zeros(0, dtype=np.int64)
    return Pieces(np.zeros(sum(lengths), dtype=np.int64), firsts)
