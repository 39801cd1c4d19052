"""What the product sees of a report, word by word: its encoder's vectors and its marks as rows of numbers."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.assets import open_bundle
from dragoman.config import Settings
from dragoman.errors import InputError
from dragoman.mark import open_marker
from dragoman.mark.encoder import Encoder
from dragoman.mark.windows import cut_windows, encode_words
from dragoman.mark.words import FEATURES, Words, split_words
from dragoman.read import report_from_text
from dragoman.records import Marks, Span
from dragoman.terms import EventType, Role, Status

Array = NDArray[np.float32]
_SHAPES = FEATURES.index("digit")  # the features before it tell of case, and MUC-4's texts have none
_GROUPS = {EventType.ASSAULT: 0, EventType.COERCE: 1}  # all other types are group 2
_ROLES = tuple(Role)
_TRIGGERS = 6  # columns: three groups, actual or not
_SAID = _TRIGGERS + 3 * len(_ROLES)
N_MARKS = _SAID + 2


class Sight(Struct, frozen=True):
    """A report's words in small letters, where they stand in `text`, and one row of numbers for each."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    rows: Array

    def quote(self, start: int, end: int) -> str:
        """The text of the words [start, end)."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def find(self, words: tuple[str, ...]) -> list[int]:
        """The words with which each occurrence of these words begins."""
        n, first = len(words), words[0]
        return [at for at, word in enumerate(self.words) if word == first and tuple(self.words[at : at + n]) == words]


class Reader:
    """The product as it is installed: its marker, and once more its encoder for the vectors that marks do not show."""

    def __init__(self) -> None:
        bundle = open_bundle(Settings().bundle)
        self._marker = open_marker(bundle)
        self._encoder = Encoder(bundle.folder / "encoder.onnx", bundle.manifest.max_tokens)
        self._tokenizer = Tokenizer.from_file(str(bundle.folder / "tokenizer.json"))

    def read(self, text: str) -> Sight | None:
        """None where the product refuses the text (empty, not English)."""
        try:
            report = report_from_text(text)
        except InputError:
            return None
        words = split_words(report.text)
        vectors = self._encode(words)
        rows = np.concatenate(
            [vectors, words.features[:, _SHAPES:], lay_marks(words, self._marker.mark(report))], axis=1
        )
        return Sight(report.text, [word.lower() for word in words.texts], words.starts, words.ends, rows)

    def _encode(self, words: Words) -> Array:
        """The vector of each word's first piece, from the window in whose core the word stands."""
        pieces = encode_words(words, self._tokenizer)
        windows = cut_windows(pieces, self._encoder.max_pieces)
        edges = np.append(pieces.firsts, len(pieces.ids))
        vectors = self._encoder.encode([pieces.ids[edges[w.start] : edges[w.end]] for w in windows])
        cores = [
            found[pieces.firsts[w.core_start : w.core_end] - edges[w.start]]
            for w, found in zip(windows, vectors, strict=True)
        ]
        return np.concatenate(cores)


def lay_marks(words: Words, marks: Marks) -> Array:
    """One row a word: scores of triggers by kind and status, of roles by kind of trigger, of sources and contents."""
    rows = np.zeros((len(words.starts), N_MARKS), dtype=np.float32)
    starts = np.array(words.starts)

    def raise_to(span: Span, column: int, score: float) -> None:
        first = int(np.searchsorted(starts, span.start))
        last = max(first + 1, int(np.searchsorted(starts, span.end)))
        rows[first:last, column] = np.maximum(rows[first:last, column], score)

    for trigger in marks.triggers:
        group = _GROUPS.get(trigger.type, 2)
        raise_to(trigger.span, group + (0 if trigger.status == Status.ACTUAL else 3), trigger.score)
        for role in trigger.roles:
            raise_to(role.span, _TRIGGERS + group * len(_ROLES) + _ROLES.index(role.role), role.score)
    for cue in marks.cues:
        if cue.source:
            raise_to(cue.source, _SAID, cue.score)
        for part in cue.content:
            raise_to(part, _SAID + 1, cue.score)
    return rows


def hash_words(words: str, buckets: int) -> int:
    """A number from 1 to `buckets` - 1 for the words; 0 stands for words that are not to be known."""
    return crc32(words.encode()) % (buckets - 1) + 1
