"""What the product's reader sees of a sentence with a source and a target, as one row of numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bench.guided import load_arrays, open_product
from dragoman.mark.encoder import Encoder
from dragoman.mark.heads import Heads, bucket_distances, bucket_stops, softmax
from dragoman.mark.labels import ROLE_TAGS
from dragoman.mark.windows import Pieces, encode_words
from dragoman.mark.words import FEATURES, Words, split_words

Array = NDArray[np.float32]
Place = tuple[int, int]
_ACTOR, _RECIPIENT = ROLE_TAGS.index("B-actor"), ROLE_TAGS.index("B-recipient")  # each followed by its inside tag
_CANDIDATES = 12  # words most like triggers that are asked for the roles of source and target


class Reader:
    """The encoder and the heads of the bundle that the product uses."""

    def __init__(self) -> None:
        bundle = open_product()
        self._encoder = Encoder(bundle.folder / "encoder.onnx", bundle.manifest.max_tokens)
        self._heads = Heads(load_arrays(bundle.folder / "heads.npz"))
        self._tokenizer = Tokenizer.from_file(str(bundle.folder / "tokenizer.json"))

    def read(self, dyads: list[tuple[str, Place, Place]]) -> Array:
        """A row for each (sentence, source, target); places are characters [start, end) of the sentence."""
        words = [split_words(text) for text, _, _ in dyads]
        pieces = [self._cut(encode_words(item, self._tokenizer)) for item in words]
        vectors = self._encoder.encode([item.ids for item in pieces])
        rows = [
            self._row(vector[item.firsts], word, [_words_of(word, source), _words_of(word, target)])
            for vector, item, word, (_, source, target) in zip(vectors, pieces, words, dyads, strict=True)
        ]
        return np.stack(rows)

    def _cut(self, pieces: Pieces) -> Pieces:
        """No sentence is longer than a window; one that were would be read up to there."""
        limit = self._encoder.max_pieces
        return Pieces(pieces.ids[:limit], np.minimum(pieces.firsts, limit - 1))

    def _row(self, vectors: Array, words: Words, held: list[Place]) -> Array:
        rows = np.concatenate([vectors, words.features], axis=1)
        likely = softmax(self._heads.linear("trigger", rows))
        return np.concatenate([np.log(likely[:, 1:].max(axis=0) + 1e-3), self._relation(rows, likely, words, held)])

    def _relation(self, rows: Array, likely: Array, words: Words, held: list[Place]) -> Array:
        """For each type, how surely one word tells of it with the source as actor, and with the target as recipient;
        then the vectors of the words that tell of events: all, those that the source does, those done to the target.
        """
        chosen = np.argsort(likely[:, 0])[:_CANDIDATES]
        spans = [(int(at), int(at) + 1) for at in chosen]
        anchors = self._heads.anchors(rows, spans, likely[chosen, 1:].argmax(axis=1))
        hidden = self._heads.pairs(anchors, rows, bucket_distances(spans, len(rows)), bucket_stops(spans, words.stops))
        tags = softmax(self._heads.linear("role", hidden))
        doer, done_to = (
            tags[:, start:end, at : at + 2].sum(axis=2).mean(axis=1)
            for (start, end), at in zip(held, (_ACTOR, _RECIPIENT), strict=True)
        )
        types = likely[chosen, 1:]
        found = [(types * share[:, None]).max(axis=0) for share in (doer, done_to, doer * done_to)]
        eventful = 1 - likely[chosen, 0]
        shares = [eventful * part + 1e-6 for part in (np.ones_like(doer), doer, done_to)]
        told = [share / share.sum() @ rows[chosen, : -len(FEATURES)] for share in shares]
        return np.concatenate([np.log(np.concatenate(found) + 1e-3), *told]).astype(np.float32)


def _words_of(words: Words, place: Place) -> Place:
    """The words [start, end) that the characters cover, at least one."""
    inside = [at for at, (start, end) in enumerate(zip(words.starts, words.ends, strict=True))
              if start < place[1] and place[0] < end]  # fmt: skip
    return (inside[0], inside[-1] + 1) if inside else (0, 1)
