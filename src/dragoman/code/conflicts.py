"""Statements of one report that cannot both be true: denials, tolls that do not fit, two doers for one deed.

Few and sure rather than many: each pair comes with the rule that found it, in words. Measured with
`bench/names.py`; docs/actors.md has the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

from dragoman.grammar.harms import HARM
from dragoman.grammar.numbers import find_numbers
from dragoman.records import Event, Report, Span, Statement
from dragoman.terms import CountKind, EventType, Stance
from dragoman.text import overlap, within_any

# Content words that two statements must share, and their share of the shorter one's, for one to deny the other.
# bench/names.py on gold/train, F1 at (words, share): 0.475 at (3, 0.5), 0.469 at (2, 0.5), 0.453 at (4, 0.5); the
# share moves little: 0.475 at (3, 0.34), 0.474 at (3, 0.67).
_SHARED_WORDS = 3
_SHARED_SHARE = 0.5
_NEAR = 600  # characters: a denial of "the claims" answers a claim at most so far before it
_REACH = 45  # characters between a number and its word of harm
_STEM = 5  # letters that make a stem: "withdrawal" and "withdrawn" are one word
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    """the and that this with from for was were are has have had not been being will would could should may might
    its their his her they them who whom which what when where while than then there here but any all some such
    also into over about after before under between against because said says say told tell according regarding
    you your our out one two can did does done very more most other another only both each these those she him
    statement reports report news""".split()
)
# A denial whose content only points back: "denied the claims", "rejected that possibility", "called it false".
_POINTS_BACK = re.compile(
    r"\b(?:it|this|that|claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|possibility|version|assertions?|"
    r"suggestions?|involvement|responsibility|role|account)\b",
    re.IGNORECASE,
)
_GUILT = re.compile(r"\b(?:involvement|responsibility|role)\b", re.IGNORECASE)
_SHORT = 6  # words of a denial that only points back
_SAYS_NOT = re.compile(  # with a stance of "assert" on gold train it adds no pair, right or wrong
    r"\W*(?:that\W+)?(?:there\s+(?:is|was|were|ha[sd]\s+been)\s+)?no\s+(?:such\s+)?(?:plans?|intention|decision|evidence|"
    r"involvement|links?|knowledge|agreement|order|request|deal|talks)\b", re.IGNORECASE
)  # fmt: skip
_CLAIM_CUE = re.compile(r"claim|accus|alleg|blam|maintain|insist|charg|suspect|condemn|suggest|believ", re.IGNORECASE)
_BLAME_CUE = re.compile(r"accus|blam|alleg|attribut|suspect|responsib|charg|condemn|believ", re.IGNORECASE)
_BLAME_WORDS = re.compile(r"\bblam|\baccus|responsib|perpetrat|carried out|behind the|committed by", re.IGNORECASE)
_CLAIMS_IT = re.compile(r"\bresponsibility\b", re.IGNORECASE)
_HARM_NOUNS = re.compile(r"^\W*(?:[^\W\d_]+\W+){0,2}?([^\W\d_]+?)s?\b")
_PART = re.compile(r"\s+of\s+(?:the|those|them|these|his|its|their)\b", re.IGNORECASE)
# Words for persons that may be anyone: "five people" and "seven soldiers" can be one toll.
_ANYONE = frozenset("injurie people person other men man dead victim death casualtie of were".split())
# Stems of one and the same act, each as its first: "departure" and "leaving" tell of one thing.
_SAME_ACT = {
    stem: acts[0]
    for acts in (
        ("leave", "leavi", "depar", "withd", "pullo", "pulli", "exit"),
        ("attac", "strik", "raid", "bomba", "bombi", "offen"),
        ("kill", "kille", "killi", "death", "dead", "died", "murde", "slain"),
        ("arres", "detai", "deten"),
        ("agree", "deal", "accor", "pact"),
        ("resig", "steps", "stepp"),
        ("invol", "role", "respo"),
    )
    for stem in acts
}


class _Words:
    """A statement with what the rules compare: its source, its content words, its figures, its events."""

    def __init__(self, report: Report, statement: Statement, events: Sequence[Event]) -> None:
        self.statement = statement
        self.id = statement.id
        self.stance = statement.stance
        self.content = " … ".join(span.text for span in statement.content)
        self.events = [event for event in events if statement.id in event.said_by[:1]]
        self.told = [
            event for event in events
            if event in self.events or any(within_any(statement.content, trigger) for trigger in event.triggers)
        ]  # fmt: skip
        self.source = _stems(statement.source.text) if statement.source else frozenset()
        self.last_name = _last_stem(statement.source.text) if statement.source else ""
        self.source_words = statement.source.text if statement.source else "an unnamed source"
        self.start = min(span.start for span in (statement.cue, *statement.content))
        self.report = report

    @cached_property
    def denies(self) -> bool:
        """True for a denial, and for a plain "there is no such plan"."""
        return self.stance is Stance.DENY or _SAYS_NOT.match(self.content) is not None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the content words."""
        return _stems(self.content)

    @cached_property
    def figures(self) -> list[tuple[CountKind, int | None, int | None, str, str]]:
        """The tolls of the content: kind, low, high, the counted noun ("" for anyone), the words."""
        return list(_read_figures(self.content))

    @cached_property
    def blamed(self) -> list[Event]:
        """The violent events with a doer, where the statement blames or claims them."""
        text = f"{self.statement.cue.text} {self.content}"
        if not (_BLAME_CUE.search(self.statement.cue.text) or _BLAME_WORDS.search(text) or _CLAIMS_IT.search(text)):
            return []
        return [event for event in self.events if event.type is EventType.ASSAULT and event.actor]


def find_conflicts(
    report: Report, statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[tuple[str, str, str], ...]:
    """Pairs of statements that cannot both be true, as (left id, right id, why), left before right in the text.

    Three rules: one source denies what another asserts; two give figures that do not fit for the same harm; two name
    different doers. Statements of one source are never in conflict here: an updated toll is no contradiction.
    """
    words = [_Words(report, statement, events) for statement in statements if statement.content]
    words.sort(key=lambda one: one.start)
    found: dict[tuple[str, str], str] = {}
    for denial in words:
        if denial.denies:
            for claim, why in _list_denied(denial, words):
                left, right = sorted((denial, claim), key=lambda one: one.start)
                found[left.id, right.id] = why
    violent = [one for one in words if one.figures or one.blamed]
    for left, right in combinations(violent, 2):
        clash = None if _same_source(left, right) else _miscounts(left, right) or _blames_another(left, right)
        if clash:
            found.setdefault((left.id, right.id), clash)
    return tuple((left, right, why) for (left, right), why in found.items())


def _stems(text: str) -> frozenset[str]:
    """The content words of a text, cut to a stem, words for one act alike."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _STOP)


def _stem(word: str) -> str:
    return _SAME_ACT.get(word[:_STEM], word[:_STEM])


def _last_stem(name: str) -> str:
    """The stem of the last content word of a name: "Colonel Ana Ruiz" and "Ruiz" have one."""
    words = [word for word in _WORD.findall(name.lower()) if word not in _STOP]
    return _stem(words[-1]) if words else ""


def _same_source(left: _Words, right: _Words) -> bool:
    """True where both are the same one's words: the last word of one name stands in the other. Unnamed ones differ."""
    if not left.source or not right.source:
        return False
    return left.last_name in right.source or right.last_name in left.source


def _list_denied(denial: _Words, words: Sequence[_Words]) -> list[tuple[_Words, str]]:
    """The claims that a denial denies: all that stand inside it or in the same words, else the one that fits best."""
    claims = [one for one in words if one.stance is Stance.ASSERT and not _same_source(one, denial)]
    same = [
        (claim, f"{denial.source_words} denies the words of {claim.source_words}") for claim in claims
        if claim.statement.via == denial.id
        or (denial.statement.via != claim.id
            and any(overlap(a, b) for a in denial.statement.content for b in claim.statement.content))
    ]  # fmt: skip
    if same:
        return same
    fits = [(*fit, -abs(claim.start - denial.start), n) for n, claim in enumerate(claims)
            if denial.statement.via != claim.id and (fit := _fit_denial(denial, claim, words))]  # fmt: skip
    if not fits:
        return []
    *_, best = max(fits)
    fit = _fit_denial(denial, claims[best], words)
    return [(claims[best], fit[1])] if fit else []


def _fit_denial(denial: _Words, claim: _Words, words: Sequence[_Words]) -> tuple[float, str] | None:
    """How well a denial fits a claim (higher is surer) and why, or None."""
    shared = denial.stems & claim.stems
    share = len(shared) / max(1, min(len(denial.stems), len(claim.stems)))
    same_event = {event.id for event in denial.events} & {event.id for event in claim.events}
    if _answers(denial, claim, words):
        return 3.0, f"{denial.source_words} denies “{denial.content}”, which answers {claim.source_words}"
    if denial.source and claim.source and _accuses(claim, denial):
        return 2.0 + share, f"{claim.source_words} accuses {denial.source_words}, who denies it"
    if same_event or (len(shared) >= _SHARED_WORDS and share >= _SHARED_SHARE):
        told = ", ".join(sorted(_full_words(denial.content, shared)))
        return 1.0 + share, f"{denial.source_words} denies what {claim.source_words} says ({told or 'the same event'})"
    return None


def _full_words(text: str, stems: frozenset[str]) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if _stem(word) in stems and word not in _STOP}


def _answers(denial: _Words, claim: _Words, words: Sequence[_Words]) -> bool:
    """True where a short denial only points back ("the claims") and the claim is the last one before it."""
    if len(_WORD.findall(denial.content)) > _SHORT or not _POINTS_BACK.search(denial.content):
        return False
    cue = _BLAME_CUE if _GUILT.search(denial.content) else _CLAIM_CUE
    named = _stems(_POINTS_BACK.sub("", denial.content))
    before = [
        one for one in words
        if one.start < denial.start and denial.start - one.start < _NEAR and one.stance is Stance.ASSERT
        and one.source and not _same_source(one, denial) and cue.search(one.statement.cue.text)
    ]  # fmt: skip
    return bool(before) and before[-1] is claim and named <= claim.stems | claim.source


def _accuses(claim: _Words, denial: _Words) -> bool:
    """True where the claim blames the very source of the denial, and the denial is about the same deed."""
    if not _BLAME_CUE.search(claim.statement.cue.text) or abs(claim.start - denial.start) > 2 * _NEAR:
        return False
    doers = _stems(" ".join(span.text for event in claim.events for span in event.actor)) | claim.stems
    named = bool(denial.source & doers)
    deed = bool(_BLAME_WORDS.search(denial.content) or _POINTS_BACK.search(denial.content))
    return named and deed


def _miscounts(left: _Words, right: _Words) -> str | None:
    """Why the figures of two statements about the same happening do not fit, or None."""
    for kind, low, high, noun, words in left.figures:
        for other, low2, high2, noun2, words2 in right.figures:
            if kind is not other or (noun and noun2 and noun != noun2) or _fit(low, high, low2, high2):
                continue
            if any(k is kind and _fit(low, high, a, b) for k, a, b, _, _ in right.figures):
                continue
            if _about_same(left, right):
                return (
                    f"{left.source_words} counts “{words}”, {right.source_words} “{words2}” ({kind.value}) for the same"
                )
    return None


def _fit(low: int | None, high: int | None, low2: int | None, high2: int | None) -> bool:
    """True where two ranges share a number."""
    return (low or 0) <= (high2 if high2 is not None else 10**9) and (low2 or 0) <= (
        high if high is not None else 10**9
    )


def _about_same(left: _Words, right: _Words) -> bool:
    """True where two statements tell of the same event, or of events alike in type with a place and day in common."""
    ids = {event.id for event in left.told} & {event.id for event in right.told}
    if ids:
        return True
    if left.told and right.told:
        return any(_alike(a, b) for a in left.told for b in right.told)
    return abs(left.start - right.start) < _NEAR


def _alike(left: Event, right: Event) -> bool:
    places, places2 = (_stems(" ".join(s.text for s in event.place)) for event in (left, right))
    if left.type is not right.type or (places and places2 and not places & places2):
        return False
    return bool(left.date == right.date and (left.date or places & places2))


def _read_figures(content: str) -> Iterator[tuple[CountKind, int | None, int | None, str, str]]:
    """The numbers of a content that stand beside a word of harm, each with the nearest such word."""
    for number in find_numbers(content):
        if _PART.match(content, number.end):
            continue
        near: list[tuple[int, CountKind, str]] = []
        for kind, pattern in HARM.items():
            for match in pattern.finditer(content):
                start, end = min(number.start, match.start()), max(number.end, match.end())
                gap = end - start - (number.end - number.start) - len(match.group())
                between = content[min(number.end, match.end()) : max(number.start, match.start())]
                if 0 <= gap <= _REACH and not re.search(r"[.;:,]|\d", between):
                    near.append((gap, kind, content[start:end]))
        if near:
            _, kind, words = min(near, key=lambda row: row[0])
            noun = _HARM_NOUNS.match(content[number.end :])
            word = noun.group(1).lower() if noun else ""
            yield kind, number.low, number.high, "" if word in _ANYONE or HARM[kind].match(word) else word, words


def _blames_another(left: _Words, right: _Words) -> str | None:
    """Why two sources name different doers of one deed of violence, or None."""
    if left.stance is not Stance.ASSERT or right.stance is not Stance.ASSERT:
        return None
    for a in left.blamed:
        for b in right.blamed:
            if a.id != b.id and _alike(a, b) and a.date and not _doers(a) & _doers(b):
                return f"{left.source_words} names {_names(a.actor)}, {right.source_words} {_names(b.actor)} as doer"
    return None


def _doers(event: Event) -> frozenset[str]:
    return _stems(_names(event.actor))


def _names(spans: Sequence[Span]) -> str:
    return ", ".join(span.text for span in spans)
