"""Tolls of two sources that do not fit: figures for the same harm that share no number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.code.claims import Claim, find_stems
from dragoman.grammar.harms import HARM, PERIOD
from dragoman.grammar.numbers import find_numbers
from dragoman.records import Event
from dragoman.terms import CountKind, Stance

_NEAR = 600  # characters between two tolls of one happening, where no event tells that they are of one
_REACH = 45  # characters between a number and its word of harm
_FEW = 7  # words of a content that is little more than a number: "35", "six of them", "the number at 200"
_HARM_NOUNS = re.compile(
    r"\W*(?:(?:dead|killed|wounded|injured|burned|charred|enemy|suspected|alleged|armed|more|other|of\s+(?:his|its|their))\W+)*([^\W\d_]+?)s?\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"\W*(?:%|per\s?cent|(?:hour|day|week|month|year|kilometre|mile|metre)s?\b)", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:both|one of|other)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_OWN = re.compile(r"\b(?:its|their|his|her|our)\s+own\b", re.IGNORECASE)
_PART = re.compile(r"\s+of\s+(?:the|those|them|these|his|its|their)\b", re.IGNORECASE)
# Words for persons that may be anyone: "five people" and "seven soldiers" can be one toll.
_ANYONE = frozenset(
    "injurie people person other men man dead victim death casualtie of were bodie corpse grave".split()
)
_DEAD = re.compile(r"\b(?:bod(?:y|ies)|corpses?|graves?|(?:death\s+)?toll|lost)\b", re.IGNORECASE)
_TOLL_OF = re.compile(  # before the number: "the dead of the blast at 19"
    r"\W*the\s+(?:dead|death\s+toll|toll|number\s+of\s+(?:dead|deaths|victims))\b.*\bat\W+$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_OF = re.compile(r"\W*the\s+number\s+of\s+(?!dead|deaths|victims)[^.,;]{3,40}\s(?:at|as|to)\W+$", re.IGNORECASE)


@dataclass(frozen=True)
class Figure:
    """A number of persons whom a harm befell, as one statement gives it; `noun` is "" for anyone.

    `kind` is None where something else is counted ("the number of stations").
    """

    kind: CountKind | None
    low: int | None
    high: int | None
    noun: str
    words: str
    whole: bool = False  # of a time that holds many events: "since April", "this year"
    after: str = ""  # for a bare number: the id of the statement whose harm it counts

    def rivals(self, other: Figure) -> bool:
        """True where both count the same harm, of the same persons or of persons who may be the same."""
        same = not self.noun or not other.noun or self.noun == other.noun
        return same and self.kind is other.kind and self.whole == other.whole

    def fits(self, other: Figure, *, alone: bool) -> bool:
        """True where both can be true: the ranges share a number, or one counts some of those whom the other counts.

        `alone` says that both answer one question, so that nobody counts a part.
        """
        top, top2 = (figure.high if figure.high is not None else 10**9 for figure in (self, other))
        some, some2 = (not alone and bool(a.noun) and not b.noun for a, b in ((self, other), (other, self)))
        return (some2 or (self.low or 0) <= top2) and (some or (other.low or 0) <= top)


def read_tolls(claims: Sequence[Claim]) -> dict[str, list[Figure]]:
    """The tolls of each statement, by its id. A content of a bare number counts the harm of the toll before it."""
    tolls: dict[str, list[Figure]] = {}
    last: tuple[Claim, Figure] | None = None
    for claim in claims:
        found = list(_read_figures(claim.content))
        if not found and last and claim.start - last[0].end < _NEAR:
            found = list(_read_bare(claim.content, last[1], last[1].after or last[0].id))
        if found and claim.stance is not Stance.DOUBT:
            tolls[claim.id] = found
            last = claim, found[0]
    return tolls


def explain_miscount(left: Claim, right: Claim, tolls: dict[str, list[Figure]]) -> str | None:
    """Why the figures of two statements about the same happening do not fit, or None."""
    for one in tolls.get(left.id, ()):
        rivals = [figure for figure in tolls.get(right.id, ()) if one.rivals(figure)]
        if not rivals:
            continue
        other = rivals[0]
        group = (one.after or left.id) == (other.after or right.id)
        alone = group or (left.sentence is not None and left.sentence == right.sentence)
        if any(one.fits(figure, alone=alone) for figure in rivals):
            continue
        if group or (not one.after and not other.after and _tell_of_one(left, right)):
            return (
                f"{left.source_words} counts “{one.words}”, {right.source_words} “{other.words}” "
                f"({one.kind.value if one.kind else 'number'}) for the same"
            )
    return None


def _tell_of_one(left: Claim, right: Claim) -> bool:
    """True where two statements tell of the same event, or of events alike in type with a place and day in common."""
    if {event.id for event in left.told} & {event.id for event in right.told}:
        return True
    if left.told and right.told:
        return any(are_alike(a, b) for a in left.told for b in right.told)
    return abs(left.start - right.start) < _NEAR


def are_alike(left: Event, right: Event) -> bool:
    """True for two events of one type on the same day, or without a day in one place."""
    places, places2 = (find_stems(" ".join(s.text for s in event.place)) for event in (left, right))
    if left.type is not right.type or (places and places2 and not places & places2):
        return False
    return bool(left.date == right.date and (left.date or places & places2))


def _read_figures(content: str) -> Iterator[Figure]:
    """The numbers of a content that stand beside a word of harm, each with the nearest such word."""
    whole = PERIOD.search(content) is not None
    for number in find_numbers(content):
        if _PART.match(content, number.end) or number.high == 0 or _YEAR.match(content[number.start : number.end]):
            continue
        if _TOLL_OF.match(content[: number.start]):
            yield Figure(CountKind.KILLED, number.low, number.high, "", content, whole)
            continue
        if _NUMBER_OF.match(content[: number.start]):
            yield Figure(None, number.low, number.high, "", content, whole)
            continue
        near: list[tuple[int, CountKind, str]] = []
        for kind, pattern in (*HARM.items(), (CountKind.KILLED, _DEAD)):
            for match in pattern.finditer(content):
                start, end = min(number.start, match.start()), max(number.end, match.end())
                gap = end - start - (number.end - number.start) - len(match.group())
                between = content[min(number.end, match.end()) : max(number.start, match.start())]
                if 0 <= gap <= _REACH and not re.search(r"[.;:,]|\d", between):
                    near.append((gap, kind, content[start:end]))
        if near:
            _, kind, words = min(near, key=lambda row: row[0])
            yield Figure(kind, number.low, number.high, _read_noun(content[number.end :]), words, whole)


def _read_noun(after: str) -> str:
    """Whom a number counts, by the word behind it: "soldier"; "" for anyone, and where it is a word of harm."""
    noun = _HARM_NOUNS.match(after)
    word = noun.group(1).lower() if noun else ""
    return "" if word in _ANYONE or any(pattern.match(word) for pattern in HARM.values()) else word


def _read_bare(content: str, before: Figure, after: str) -> Iterator[Figure]:
    """The number of a content of a few words, for the harm that the toll before it counts."""
    if len(content.split()) > _FEW or _OWN.search(content):
        return
    numbers = [number for number in find_numbers(content) if number.high != 0]
    if len(numbers) != 1 or _MEASURE.match(content, numbers[0].end) or _BOTH.search(content):
        return
    if _read_noun(content[numbers[0].end :]) in ("", before.noun):
        yield Figure(before.kind, numbers[0].low, numbers[0].high, "", content, before.whole, after)
