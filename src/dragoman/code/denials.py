"""Which claim a denial denies: what stands inside it, what it points back to, what it is accused of, the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.code.claims import VERDICT, Claim, find_stems, list_words, same_source
from dragoman.terms import Stance

# Content words that two statements must share, and their share of the shorter one's, for one to deny the other. It
# moves little: on gold/train and 36 written reports, 2 to 4 words and 0.34 to 0.67 change at most one right pair.
_SHARED_WORDS = 3
_SHARED_SHARE = 0.5
_NEAR = 600  # characters: a denial of "the claims" answers a claim at most so far before it
# A denial whose content only points back: "denied the claims", "rejected that possibility", "called it false".
_POINTS_BACK = re.compile(
    r"\b(?:it|this|that|so|these|claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|possibility|version"
    r"|assertions?|suggestions?|involvement|responsibility|role|account|story|words|numbers?|figures?|threat|news|assessment)\b",
    re.IGNORECASE,
)
# What a paper is called when it is disowned; the claim is what it said.
_PAPER = re.compile(
    r"\b(?:letter|memo|note|document|protocol|video|recording|tape|photo|fax|post|channel|banner|leaflet|article"
    r"|transcript)s?\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|this|that|so|these)\b", re.IGNORECASE)
# A demand is neither true nor false: who refuses it denies nothing.
_DEMANDS = re.compile(r"\b(?:ask|urg|demand|appeal|plead|call(?:s|ed|ing)?\s+(?:up)?(?:on|for)\b)", re.IGNORECASE)
_GUILT = re.compile(r"\b(?:involvement|responsibility|role)\b", re.IGNORECASE)
_BRIEF = 7  # content words of a denial that answers what stands just before it
_REPLY = 300  # characters between the two
_SUREST = 3.0  # above all that `_fit_denial` gives
_SHORT = 6  # words of a denial that only points back
_CLAIM_CUE = re.compile(r"claim|accus|alleg|blam|maintain|insist|charg|suspect|condemn|suggest|believ", re.IGNORECASE)
_BLAME_CUE = re.compile(r"accus|blam|alleg|attribut|suspect|responsib|charg|condemn|believ", re.IGNORECASE)
_BLAME_WORDS = re.compile(
    r"\bblam|\baccus|responsib|perpetrat|carried out|behind the|committed by|taking part|took part|involve|had nothing"
    r"|no hand|no relation",
    re.IGNORECASE,
)
_RETRACTS = re.compile(
    r"\b(?:retract(?:s|ed|ing)?|withdr[ea]w(?:s|n|ing)?|t(?:ook|ak(?:es?|ing|en))\s+(?:back|down)|recant(?:s|ed)?"
    r"|no longer st(?:ands?|ood)|eras(?:es?|ed|ing)|delet(?:es?|ed|ing)|remov(?:es?|ed|ing))\b",
    re.IGNORECASE,
)
# What is taken back: "its claim of responsibility", "was taking down its article", "told wrongly".
_TAKEN_BACK = re.compile(
    r"\b(?:claims?|reports?|articles?|stor(?:y|ies)|statements?|words|posts?|messages?|accusations?|version|testimony"
    r"|confession)\b",
    re.IGNORECASE,
)
_MISTAKEN = re.compile(
    r"\b(?:told wrongly|wrongly (?:told|informed|reported)|rested on an error|was an error|by mistake)\b", re.IGNORECASE
)
_CONTRARY = re.compile(
    r"\W*(?:just\s+|exactly\s+|quite\s+)?(?:the\s+opposite|(?:to\s+)?the\s+contrary|otherwise|a\s+different\s+story)",
    re.IGNORECASE,
)
_REPLIES = re.compile(r"repl|respond|contradict|counter|retort|answer|rebut|oppos", re.IGNORECASE)
# Where a claim came from is not what is denied: "had the figure from an officer", "received it by fax".
_PROVENANCE = re.compile(
    r"\W*(?:that\W+)?(?:it|he|she|they)\s+(?:had|has|have|got|received|learned|heard)\s+"
    r"(?:been\s+told|(?:it|this|that|so|the\s+\w+|a\s+copy)\W+(?:from|by|through))\b",
    re.IGNORECASE,
)


def find_denials(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    """Each denial with the claim that it denies, and why, in words.

    A denial answers all claims that stand inside it or in its very words, else the one that fits best; where that one
    relays another that fits as well, the answer goes to the one relayed.
    """
    for n, denial in enumerate(claims):
        if _takes_back(denial) and (taken := _find_retracted(denial, claims[:n])):
            yield denial, taken, f"{denial.source_words} takes back what {taken.source_words} said"
        elif _CONTRARY.match(denial.content) and (other := _find_last(denial, claims[:n])):
            yield denial, other, f"{denial.source_words} says the contrary of {other.source_words}"
        elif denial.denies:
            yield from ((denial, claim, why) for claim, why in _list_denied(denial, claims))


def _takes_back(denial: Claim) -> bool:
    """True for a withdrawal of what was said before."""
    words = f"{denial.cue} {denial.content}"
    verb = _RETRACTS.search(words)
    return _MISTAKEN.search(words) is not None or (
        verb is not None and _TAKEN_BACK.search(words[verb.end() : verb.end() + 30]) is not None
    )


def _find_last(denial: Claim, before: Sequence[Claim]) -> Claim | None:
    """The last statement of another source before the denial."""
    near = [one for one in before if not same_source(one, denial) and denial.start - one.end < _NEAR]
    return near[-1] if near else None


def _find_retracted(denial: Claim, before: Sequence[Claim]) -> Claim | None:
    """The earlier claim of the one who takes it back, or of one whom the withdrawal names, the nearest alike."""
    own = [one for one in before
           if not one.denies and not one.shares(denial)
           and (same_source(one, denial) or (one.source and one.source <= denial.stems))]  # fmt: skip
    return max(own, key=lambda one: (len(one.stems & denial.stems), one.start)) if own else None


def _list_denied(denial: Claim, claims: Sequence[Claim]) -> list[tuple[Claim, str]]:
    """The claims that a denial denies: all that stand inside it or in the same words, else the one that fits best."""
    demands = [one for one in claims if _DEMANDS.match(one.cue)]
    others = [one for one in claims
              if one is not denial and one not in demands and one.stance is Stance.ASSERT and not one.denies
              and not same_source(one, denial)
              and not one.relays(denial) and not any(one.relays(demand) for demand in demands)]  # fmt: skip
    same = [one for one in others if denial.relays(one) or denial.shares(one)]
    if same:
        return [(one, f"{denial.source_words} denies the words of {one.source_words}") for one in same]
    fits = [(*fit, one) for one in others if (fit := _fit_denial(denial, one))]
    if answered := _find_answered(denial, others):
        why = f"{denial.source_words} denies “{denial.content}”, which answers {answered.source_words}"
        fits.append((_SUREST, why, answered))
    if not fits:
        return _list_nearest(denial, others)
    _, why, best = max(fits, key=lambda row: (row[0], -abs(row[2].start - denial.start)))
    inner = [(claim, why) for _, why, claim in fits if claim is not best and best.passes_on(claim)]
    return [min(inner, key=lambda row: _depth(row[0])) if inner else (best, why)]


def _depth(claim: Claim) -> tuple[int, int]:
    """A key by which the innermost of those who pass on the same words comes first."""
    return claim.size, -claim.statement.cue.start


def _list_nearest(denial: Claim, others: Sequence[Claim]) -> list[tuple[Claim, str]]:
    """The claim just before a short plain denial that few words tie to any: an answer follows what it answers.

    Only where something tells of an answer: a word in common, a cue of replying, or a claim that came at second hand.
    """
    before = [
        one for one in others
        if one.start < denial.start and len(one.stems) > 2 and not _PROVENANCE.match(one.content)
    ]  # fmt: skip
    if not before or len(denial.stems) > _BRIEF or denial.start - before[-1].end > _REPLY:
        return []
    last = before[-1]
    chain = [one for one in before if last.passes_on(one) or one.passes_on(last)]
    told = denial.stance is Stance.DENY or denial.refuses
    if not (chain or (told and (denial.stems & last.stems or _REPLIES.search(denial.cue)))):
        return []
    claim = min([*chain, last], key=_depth)
    return [(claim, f"{denial.source_words} denies “{denial.content}” right after {claim.source_words} speaks")]


def _fit_denial(denial: Claim, claim: Claim) -> tuple[float, str] | None:
    """How well a denial fits a claim (higher is surer) and why, or None."""
    shared = denial.stems & claim.stems
    share = len(shared) / max(1, min(len(denial.stems), len(claim.stems)))
    same_event = {event.id for event in denial.events} & {event.id for event in claim.events}
    near = max(claim.start, denial.start) - min(claim.end, denial.end) < _NEAR
    if denial.source and claim.source and _accuses(claim, denial):
        return 2.0 + share, f"{claim.source_words} accuses {denial.source_words}, who denies it"
    alike = len(shared) >= _SHARED_WORDS and share >= _SHARED_SHARE
    whole = near and 0 < len(denial.stems) <= 2 and denial.stems <= claim.stems
    if alike or whole or same_event:
        told = list_words(denial.content, shared) or "the same event"
        before = 0.2 * (claim.start < denial.start)  # of two that fit alike, rather the one already told
        return 1.0 + share + before, f"{denial.source_words} denies what {claim.source_words} says ({told})"
    return None


def _find_answered(denial: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The last claim that a denial can mean which has no words of its own, or names a paper ("the letter"), or None."""
    content = VERDICT.sub("", denial.content)
    paper = _PAPER.search(content)
    if not (_POINTS_BACK.search(content) or paper or (denial.verdict and not find_stems(content))):
        return None
    if len(content.split()) > _SHORT and not (paper and denial.verdict):
        return None
    cue = _BLAME_CUE if _GUILT.search(content) else _CLAIM_CUE if _CLAIM_CUE.search(content) else re.compile("")
    pointed = find_stems(_POINTS_BACK.sub("", content)) - denial.source
    if pointed and not paper and not _POINTS_BACK.search(_PRONOUN.sub("", content)):
        return None  # "it would not leave" has words of its own
    before = [
        one for one in claims
        if one.start < denial.start and denial.start - one.end < _NEAR and not one.shares(denial)
        and (len(one.stems) >= 2 or _CLAIM_CUE.search(one.cue)) and not _PROVENANCE.match(one.content)
        and (pointed <= (one.stems | one.source | one.around) if pointed else cue.search(one.cue))
    ]  # fmt: skip
    return before[-1] if before else None


def _accuses(claim: Claim, denial: Claim) -> bool:
    """True where the claim blames the very source of the denial, and the denial is about the same deed."""
    if not _BLAME_CUE.search(claim.cue) or abs(claim.start - denial.start) > 2 * _NEAR:
        return False
    doers = find_stems(" ".join(span.text for event in claim.events for span in event.actor)) | claim.stems
    deed = bool(_BLAME_WORDS.search(denial.content) or _POINTS_BACK.search(denial.content))
    return bool(denial.source & doers) and deed
