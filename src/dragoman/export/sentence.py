"""The sentence behind a cell."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Record, Span
from dragoman.text import Stretch, overlap, span_of


def sentence_of(record: Record, words: Stretch) -> Span:
    """The sentence that holds the start of the words; their line, where the record has no sentence for them."""
    for each in record.sentences:
        if each.start <= words.start < each.end:
            return span_of(record.text, each.start, each.end)
    start = record.text.rfind("\n", 0, words.start) + 1
    end = record.text.find("\n", words.start)
    return span_of(record.text, start, len(record.text) if end < 0 else end)


def sentences_of(record: Record, stretches: Sequence[Stretch]) -> list[Span]:
    """Every sentence that the stretches touch, in text order, each once."""
    found = {sentence_of(record, each) for each in stretches}
    for each in record.sentences:
        if any(overlap(each, stretch) for stretch in stretches):
            found.add(span_of(record.text, each.start, each.end))
    return sorted(found)
