"""Who a report says did it: claimed, stated, accused, suspected or denied, with the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from dragoman.merge.tolls import find_owner
from dragoman.merge.words import stem_text
from dragoman.records import Actor, Event, Record, Span
from dragoman.terms import ActorKind, EventType, Responsibility
from dragoman.text import overlap

_ITS = r"(?:the |its |any |all |an? |that |having |it |they |he |of |to |for )*"
_DEED = (
    r"(?:responsib|involve|hand in|part in|role in|link|behind|carr|attack|bomb|blast|shoot|kill|raid|strike"
    r"|order|us(?:ed|e of|ing)\b|fir(?:e|ing)\b|do with)"
)
# The doer stands before words of claim or denial, and behind words of blame; what stands between is short.
_CUES = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (Responsibility.DENIED, rf"\b(?:den(?:y|ies|ied|ying)|reject\w*|disavow\w*|disown\w*)\b.{{0,30}}?{_DEED}"),
        (Responsibility.DENIED, rf"\b(?:had|has|have) nothing to do with|\b(?:was|were|is) not (?:{_DEED})"),
        (Responsibility.CLAIMED, rf"\bclaim(?:s|ed|ing)?\b {_ITS}{_DEED}|\b(?:took|takes|taken|accept\w*) responsib"),
        (Responsibility.CLAIMED, r"\bsaid (?:that )?(?:it|they|its (?:men|fighters)) (?:had )?(?:carried|was behind)"),
    )
)
_BLAMES = re.compile(
    r"\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|suspects?|point(?:s|ed) (?:the finger )?(?:at|to))\b", re.IGNORECASE
)
_REACH = 60  # characters between a doer and the words that claim, deny or blame
_NAMES_DOER = frozenset({ActorKind.GROUP, ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.PARTY})
_VIOLENT = (EventType.ASSAULT, EventType.PROTEST)
_TELLS_NOBODY = (None, Responsibility.UNKNOWN, Responsibility.DENIED)


class Claim(Struct, frozen=True):
    """Who is said to have done a deed, how (`kind`), with the words and the statements behind them."""

    kind: Responsibility
    who: str
    stems: frozenset[str]
    words: Span
    said_by: tuple[str, ...]

    def names(self, other: Claim) -> bool:
        """Whether both speak of the same doer: one has all the words of the other, or they share a rare one."""
        both = self.stems & other.stems
        return bool(both) and len(both) * 2 >= min(len(self.stems), len(other.stems))


def list_claims(event: Event, record: Record) -> Iterator[Claim]:
    """The claims about the doer of a violent event: those of sentences about it, then those of the event itself."""
    if event.type not in _VIOLENT:
        return
    for sentence in record.sentences:
        if find_owner(record, sentence.start) is event or find_owner(record, sentence.end) is event:
            yield from _read_sentence(record, sentence.start, sentence.end)
    if event.responsibility in _TELLS_NOBODY:
        return
    for span in event.actor:
        for actor in record.actors:
            if span.text in actor.spellings and actor.kind in _NAMES_DOER:
                yield _claim(event.responsibility, actor, span, event.said_by)


def _read_sentence(record: Record, start: int, end: int) -> Iterator[Claim]:
    """What one sentence says of who did it: a doer before a claim or denial, one behind words of blame."""
    named = sorted(_find_doers(record, start, end), key=lambda found: found[0].start)
    for kind, cue in _CUES:
        for match in cue.finditer(record.text, start, end):
            before = [(span, actor) for span, actor in named if 0 <= match.start() - span.end <= _REACH]
            if before:
                span, actor = before[-1]
                yield _claim(kind, actor, span, _statements_at(record, match.start(), match.end()))
    for match in _BLAMES.finditer(record.text, start, end):
        behind = [(span, actor) for span, actor in named if 0 <= span.start - match.end() <= _REACH]
        if behind:
            span, actor = behind[0]
            yield _claim(Responsibility.ACCUSED, actor, span, _statements_at(record, match.start(), match.end()))


def _find_doers(record: Record, start: int, end: int) -> Iterator[tuple[Span, Actor]]:
    """Where the sentence names a group, a force or a government that the report lists."""
    for actor in record.actors:
        if actor.kind not in _NAMES_DOER:
            continue
        for spelling in actor.spellings:
            for match in re.finditer(rf"(?<!\w){re.escape(spelling)}(?!\w)", record.text[start:end]):
                yield Span(start + match.start(), start + match.end(), spelling), actor


def _statements_at(record: Record, start: int, end: int) -> tuple[str, ...]:
    words = Span(start, end, "")
    return tuple(s.id for s in record.statements if overlap(s.cue, words) or any(overlap(c, words) for c in s.content))[
        :1
    ]


def _claim(kind: Responsibility, actor: Actor, words: Span, said_by: tuple[str, ...]) -> Claim:
    stems = frozenset(stem for name in (actor.name, words.text) for stem in stem_text(name))
    return Claim(kind, actor.name, stems, words, said_by)
