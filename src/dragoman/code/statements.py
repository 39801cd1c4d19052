"""Cues and their parts to statements, and which statement relays which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.ids import content_id
from dragoman.records import CueMark, Marks, Report, Span, Statement
from dragoman.terms import Stance
from dragoman.text import contains, overlap, span_of

# Of 29 statements of gold train with such a cue, 26 are denials; the model alone finds few of them (docs/log.md).
_DENIAL = re.compile(r"(?:\w+\W+){0,2}?(?:den(?:y|ies|ied|ying|ials?)|refut|rebut|dismiss|disput)\w*", re.IGNORECASE)
_EDGE = " \t\r\n,;:-–—"  # at the edges of a content, punctuation that belongs to the sentence around it


def code_statements(report: Report, marks: Marks) -> tuple[Statement, ...]:
    """The statements of a report, in the order of their cues, each with the one that relays it (`via`).

    A cue whose content cannot be told, or that repeats another cue's content and source, gives no statement.
    """
    drafts = [_draft(report, cue) for cue in marks.cues]
    kept = _drop_repeats([draft for draft in drafts if draft.content])
    return tuple(replace(draft, via=_relay(draft, kept)) for draft in kept)


def quoting(statements: Sequence[Statement], words: Span) -> tuple[str, ...]:
    """Ids of the statements in whose content the words stand, innermost first, as their `via` tells.

    A statement whose own cue is among the words does not count: an act of speech is not told by itself.
    """
    holding = [
        item
        for item in statements
        if any(contains(part, words) for part in item.content) and not overlap(item.cue, words)
    ]
    if not holding:
        return ()
    by_id = {item.id: item for item in statements}
    chain = [min(holding, key=_size)]
    while (above := chain[-1].via) is not None:
        chain.append(by_id[above])
    return tuple(item.id for item in chain)


def _draft(report: Report, cue: CueMark) -> Statement:
    content = tuple(part for part in (_trim(report.text, part) for part in cue.content) if part.start < part.end)
    return Statement(
        id=content_id("s", report.id, report.text, str(cue.span.start), str(cue.span.end)),
        source=cue.source,
        cue=cue.span,
        content=content,
        medium=cue.medium,
        stance=Stance.DENY if _DENIAL.match(cue.span.text) else cue.stance,
        via=None,
        score=cue.score,
    )


def _trim(text: str, part: Span) -> Span:
    start, end = part.start, part.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return span_of(text, start, end)


def _drop_repeats(drafts: list[Statement]) -> list[Statement]:
    """Of statements with the same source and content, the one whose cue is surest."""
    kept: dict[tuple[object, ...], Statement] = {}
    for draft in drafts:
        key = (draft.source, draft.content)
        if key not in kept or (draft.score or 0) > (kept[key].score or 0):
            kept[key] = draft
    return sorted(kept.values(), key=lambda item: item.cue)


def _relay(inner: Statement, statements: Sequence[Statement]) -> str | None:
    """The id of the smallest statement inside whose content the cue of this one stands, None where none is."""
    outer = [
        item
        for item in statements
        if item is not inner and _holds(item, inner.cue) and not _holds(inner, item.cue) and _size(item) > _size(inner)
    ]
    return min(outer, key=_size).id if outer else None


def _holds(statement: Statement, words: Span) -> bool:
    return any(contains(part, words) for part in statement.content)


def _size(statement: Statement) -> int:
    return sum(part.end - part.start for part in statement.content)
