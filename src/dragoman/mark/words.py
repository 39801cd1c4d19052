"""Words of a text with their offsets and the few features that the encoder does not see.

The encoder reads small letters only, so the case of a word ("US", "IS") comes in here, and so do line
breaks and quotation marks, which its tokenizer drops or does not pair.
"""

from __future__ import annotations

import re

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FEATURES = ("lower", "title", "upper", "digit", "mark", "line", "paragraph", "quoted")
_WORD = re.compile(r"\w+|[^\w\s]")
_OPENING, _CLOSING = "“«„", "”»"
_STOPS = frozenset(".!?")


class Words(Struct, frozen=True, kw_only=True):
    """Parallel rows, one for each word: offsets in code points, characters, features, and full stops so far."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    features: NDArray[np.float32]
    stops: NDArray[np.int32]


def split_words(text: str) -> Words:
    """The words and punctuation marks of a text, in order.

    A row of features holds 0 or 1 for each of `FEATURES`.
    """
    found = list(_WORD.finditer(text))
    starts = [match.start() for match in found]
    ends = [match.end() for match in found]
    texts = [match.group() for match in found]
    return Words(
        starts=starts,
        ends=ends,
        texts=texts,
        features=_features(text, starts, ends, texts),
        stops=np.cumsum([word in _STOPS for word in texts], dtype=np.int32),
    )


def stretch_starts(words: Words) -> NDArray[np.int64]:
    """The words that begin a line or follow a full stop: where a stretch of text begins."""
    if not words.texts:
        return np.zeros(0, dtype=np.int64)
    after_stop = np.diff(words.stops, prepend=0)[:-1] > 0
    begins = words.features[:, FEATURES.index("line")] > 0
    begins[0] = True
    begins[1:] |= after_stop
    return np.flatnonzero(begins)


def _features(text: str, starts: list[int], ends: list[int], texts: list[str]) -> NDArray[np.float32]:
    """One row a word, columns as in `FEATURES`."""
    rows = np.zeros((len(texts), len(FEATURES)), dtype=np.float32)
    last = 0
    quoted = False
    for at, word in enumerate(texts):
        gap = text[last : starts[at]]
        breaks = gap.count("\n")
        rows[at, _shape(word)] = 1.0
        rows[at, 5] = breaks >= 1
        rows[at, 6] = breaks >= 2
        if breaks >= 2:
            quoted = False
        quoted = _quotation(word, quoted)
        rows[at, 7] = quoted
        last = ends[at]
    return rows


def _shape(word: str) -> int:
    if word[0].isdigit():
        return 3
    if not word[0].isalpha():
        return 4
    if word.islower():
        return 0
    return 2 if word.isupper() and len(word) > 1 else 1


def _quotation(word: str, quoted: bool) -> bool:
    """Whether the text stands inside quotation marks once this word is read."""
    if word in _OPENING:
        return True
    if word in _CLOSING:
        return False
    return not quoted if word == '"' else quoted
