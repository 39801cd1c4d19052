"""A sentence with its words lit up: each stretch in the colour of its part, with the name of the part behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.export.sentence import sentences_of
from dragoman.records import Record, Span
from dragoman.show.dossier.markup import Html, escape, join, tag
from dragoman.show.evidence import Mark

_CLASS = {"what": "what", "who": "who", "to whom": "whom", "where": "where", "when": "when", "with": "with"}


def light_up_all(record: Record, marks: Sequence[Mark]) -> Html:
    """Every sentence that the marks touch, lit up; … where words between them are left out."""
    parts: list[Html] = []
    before: Span | None = None
    for sentence in sentences_of(record, marks):
        if before is not None:
            left_out = record.text[before.end : sentence.start].strip()
            parts.append(Html(" … " if left_out else " "))
        parts.append(light_up(sentence, marks))
        before = sentence
    return join(parts)


def light_up(sentence: Span, marks: Iterable[Mark]) -> Html:
    """The sentence as markup. Where marks lie over one another the shorter one gives the colour; all are named."""
    inside = [
        mark._replace(start=max(mark.start, sentence.start), end=min(mark.end, sentence.end))
        for mark in marks
        if mark.start < sentence.end and sentence.start < mark.end
    ]
    cuts = sorted({sentence.start, sentence.end, *(m.start for m in inside), *(m.end for m in inside)})
    parts: list[Html] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        words = sentence.text[start - sentence.start : end - sentence.start]
        over = [mark for mark in inside if mark.start <= start and end <= mark.end]
        parts.append(_light(words, over))
        parts.append(_name_ending(inside, end))
    return join(parts)


def _light(words: str, over: Sequence[Mark]) -> Html:
    if not over:
        return escape(words)
    shortest = min(over, key=lambda mark: mark.end - mark.start)
    return tag("mark", words, class_=_CLASS.get(shortest.label, "figure"))


def _name_ending(marks: Sequence[Mark], end: int) -> Html:
    labels = dict.fromkeys(mark.label for mark in marks if mark.end == end)
    return tag("small", ", ".join(labels), class_="role") if labels else Html("")
