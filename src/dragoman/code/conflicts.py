"""Statements of one report that cannot both be true: denials, tolls that do not fit, two doers for one deed.

Few and sure rather than many: each pair comes with the rule that found it, in words. Measured with
`bench/names.py`; docs/actors.md has the figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from dragoman.code.claims import Claim, find_stems, read_claims, same_source
from dragoman.code.denials import find_denials
from dragoman.code.tolls import are_alike, explain_miscount, read_tolls
from dragoman.records import Event, Report, Span, Statement
from dragoman.terms import EventType, Stance

_BLAME_CUE = re.compile(r"accus|blam|alleg|attribut|suspect|responsib|charg|condemn|believ", re.IGNORECASE)
_BLAME_WORDS = re.compile(r"\bblam|\baccus|responsib|perpetrat|carried out|behind the|committed by", re.IGNORECASE)
_BLAMES_FOR = re.compile(r"^\W*(.+?)\s+(?:for|of|in)\b\W*(.+)$", re.IGNORECASE | re.DOTALL)
_ACCUSES = re.compile(r"accus|blam|attribut|suspect", re.IGNORECASE)
# A deed that the report has told of before: "for it", "of the massacre".
_THE_DEED = re.compile(
    r"\W*(?:it|this|that|them|(?:the|this|that)\s+(?:\w+\s+)?"
    r"(?:attacks?|crimes?|killings?|murders?|massacre|bombings?|blasts?|explosions?|deaths?))\b",
    re.IGNORECASE,
)
_FAR = 1500  # characters between two who blame different ones for "it"
_CLAIMS_IT = re.compile(r"\bresponsibility\b", re.IGNORECASE)


def find_conflicts(
    report: Report, statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[tuple[str, str, str], ...]:
    """Pairs of statements that cannot both be true, as (left id, right id, why), left before right in the text.

    Three rules: one source denies what another asserts, or takes back its own claim; two give figures that do not fit
    for the same harm; two name different doers. A new toll of the same source is an update, no contradiction.
    """
    claims = read_claims(report, statements, events)
    found: dict[tuple[str, str], str] = {}
    for denial, claim, why in find_denials(claims):
        left, right = sorted((denial, claim), key=lambda one: one.start)
        found.setdefault((left.id, right.id), why)
    tolls = read_tolls([one for one in claims if not any(one.passes_on(other) for other in claims)])
    blamed = {claim.id: _list_blamed(claim) for claim in claims}
    for left, right in combinations(claims, 2):
        clash = (
            explain_miscount(left, right, tolls)
            or _explain_doers(left, blamed[left.id], right, blamed[right.id])
            or _explain_blame(left, right)
        )
        if clash and not same_source(left, right) and not left.shares(right):
            found.setdefault((left.id, right.id), clash)
    return tuple((left, right, why) for (left, right), why in found.items())


def _list_blamed(claim: Claim) -> list[Event]:
    """The violent events with a doer, where the statement blames or claims them."""
    text = f"{claim.cue} {claim.content}"
    if not (_BLAME_CUE.search(claim.cue) or _BLAME_WORDS.search(text) or _CLAIMS_IT.search(text)):
        return []
    return [event for event in claim.events if event.type is EventType.ASSAULT and event.actor]


def _explain_doers(left: Claim, blamed: Sequence[Event], right: Claim, blamed2: Sequence[Event]) -> str | None:
    """Why two sources name different doers of one deed of violence, or None."""
    if left.stance is not Stance.ASSERT or right.stance is not Stance.ASSERT:
        return None
    for a in blamed:
        for b in blamed2:
            if a.id != b.id and are_alike(a, b) and a.date and not _doers(a) & _doers(b):
                return f"{left.source_words} names {_names(a.actor)}, {right.source_words} {_names(b.actor)} as doer"
    return None


def _explain_blame(left: Claim, right: Claim) -> str | None:
    """Why two sources blame different ones for one deed ("blamed A for it", "blamed B for the crime"), or None."""
    if not (_ACCUSES.search(left.cue) and _ACCUSES.search(right.cue)) or right.start - left.end > _FAR:
        return None
    one, other = _BLAMES_FOR.match(left.content), _BLAMES_FOR.match(right.content)
    if not one or not other or find_stems(one[1]) & find_stems(other[1]):
        return None
    if left.source & find_stems(one[1]) or right.source & find_stems(other[1]):
        return None
    if not (_THE_DEED.match(other[2]) and (_THE_DEED.match(one[2]) or find_stems(one[2]) & find_stems(other[2]))):
        return None
    return f"{left.source_words} blames {one[1]}, {right.source_words} {other[1]} for the same"


def _doers(event: Event) -> frozenset[str]:
    return find_stems(_names(event.actor))


def _names(spans: Sequence[Span]) -> str:
    return ", ".join(span.text for span in spans)
