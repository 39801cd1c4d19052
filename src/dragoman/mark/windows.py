"""Windows over a report: what the encoder reads at once, with context on both sides of what it decides.

A window holds at most `max_pieces` word pieces. Each word is decided in exactly one window, in whose core it
stands; the margin on either side lets roles, sources and contents in neighbouring sentences be reached.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.mark.words import Words

MARGIN = 60  # word pieces on each side: 93 % of gold role spans lie within 40 words of a trigger (docs/mark.md)


class Pieces(Struct, frozen=True):
    """A report's word pieces: ids, and for each word that has any the index of its first piece."""

    ids: NDArray[np.int64]
    firsts: NDArray[np.int64]


class Window(Struct, frozen=True, kw_only=True):
    """Words [start, end) seen at once, of which [core_start, core_end) are decided here."""

    start: int
    end: int
    core_start: int
    core_end: int


def encode_words(words: Words, tokenizer: Tokenizer) -> Pieces:
    """The word pieces of the words, without special tokens.

    A word that the tokenizer drops (a lone zero-width character) stands at the place of the next piece.
    """
    encoding = tokenizer.encode(words.texts, is_pretokenized=True, add_special_tokens=False)
    owners = np.array([-1 if owner is None else owner for owner in encoding.word_ids], dtype=np.int64)
    firsts = np.searchsorted(owners, np.arange(len(words.texts)), side="left")
    ids = np.array(encoding.ids, dtype=np.int64)
    return Pieces(ids, np.minimum(firsts, max(0, len(ids) - 1)))


def cut_windows(pieces: Pieces, max_pieces: int) -> tuple[Window, ...]:
    """The windows of a report, in order; cores follow one another without gap or overlap."""
    n_words, n_pieces = len(pieces.firsts), len(pieces.ids)
    edges = np.append(pieces.firsts, n_pieces)
    if n_pieces <= max_pieces:
        return (Window(start=0, end=n_words, core_start=0, core_end=n_words),) if n_words else ()
    core = max_pieces - 2 * MARGIN
    windows = []
    at = 0
    while at < n_words:
        stop = max(at + 1, int(np.searchsorted(edges, edges[at] + core, side="right")) - 1)
        start = int(np.searchsorted(edges, edges[at] - MARGIN, side="left"))
        end = min(n_words, max(stop, int(np.searchsorted(edges, edges[stop] + MARGIN, side="right")) - 1))
        windows.append(Window(start=start, end=end, core_start=at, core_end=stop))
        at = stop
    return tuple(windows)
