"""Sentence boundaries by rule, for cased, all-lower-case, all-upper-case and tokenised text.

Why not a library: `sentencex` 1.0.32 was the best of four candidates, but it panics on some input
(a capital, U+2028 and a period: no `Exception`, so that it ends a run), seldom splits inside quotations, and
found fewer boundaries than these rules on GUM and EWT; the comparison is in
`docs/read.md`, its script is `bench/sentences.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.read.layout import find_blocks, is_lower_text
from dragoman.records import Sentence
from dragoman.text import Stretch, span_of

MAX_SENTENCE = 2_000  # characters; a longer one is cut at white space: no reader, human or model, takes more

_MARK = re.compile(
    r"""(?P<mark>[.!?…]+|[。！？])(?P<close>["”’'»)\]]*)(?P<notes>(?:\s?\[\d{1,3}\])*+)"""  # notes as "[12]"
    r"""(?:(?=\s+(?P<next>\S+))|(?P<glued>(?=[A-Z][a-z])))"""
)
_BEFORE = re.compile(r"[^\s(\[\"“‘'/]*\Z")
_TITLES = frozenset(
    "mr mrs ms dr gen col lt sgt sen rep gov prof rev st sr hon pres capt cmdr maj adm brig pvt cpl insp supt msgr fr "
    "mgr messrs mme mlle amb dep asst ft mt lieut comdr cdr vs det const".split()
)
_BEFORE_NUMBERS = frozenset(
    "no nos fig figs vol p pp art arts sec ch par jan feb mar apr jun jul aug sep sept oct nov dec approx ca "
    "est".split()
)
_SHORT_FORMS = frozenset(
    "inc ltd co corp bros jr dept ave blvd rd etc ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md "
    "mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo cie univ assn govt "
    "al cf ed eds "
    "e.g i.e a.k.a mon tue tues wed thu thurs fri sat".split()
)
_STARTERS = frozenset(
    "the a an he she it they we i you this that these those there in on at but and or so if as when while after before "
    "for from by with his her its their our my no not according however meanwhile both all some many most several he's "
    "it's they're i'm we're who what why how last since until although because even then now such".split()
)
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_CLOCK = re.compile(r"[ap]\.m\Z", re.IGNORECASE)
_NEXT_TO_CLOCK = re.compile(
    r"(?i)\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
    r"|local|[a-z]{1,3}t|gmt|today|eastern|central|pacific|mountain)\W*\Z"
)
_OPENING = "\"“‘'«([-–—*•·[¿¡"


def find_sentences(text: str, junk: Sequence[Stretch] = ()) -> tuple[Sentence, ...]:
    """The sentences and headings of a text, in order, white space at their edges left out.

    `junk` is left out too and parts sentences. Every other character that is not white space lies in exactly
    one sentence. No sentence has more than MAX_SENTENCE characters.
    """
    lower = is_lower_text(text)
    ordered = sorted(junk, key=lambda stretch: stretch.start)
    found: list[Sentence] = []
    next_junk = 0
    for paragraph, block in enumerate(find_blocks(text, ordered)):
        at = block.start
        while next_junk < len(ordered) and ordered[next_junk].end <= at:
            next_junk += 1
        ahead = next_junk
        while ahead < len(ordered) and ordered[ahead].start < block.end:
            found += _cut_stretch(text, (at, ordered[ahead].start), paragraph, block.heading, lower)
            at = ordered[ahead].end
            ahead += 1
        found += _cut_stretch(text, (at, block.end), paragraph, block.heading, lower)
    return tuple(found)


def _cut_stretch(text: str, stretch: tuple[int, int], paragraph: int, heading: bool, lower: bool) -> Iterator[Sentence]:
    start, end = stretch
    ends = [] if heading or end <= start else [start + i for i in find_ends(text[start:end], lower=lower)]
    for stop in [*ends, end]:
        for left, right in _cut_long(text, start, stop):
            span = span_of(text, left, right)
            if span.start < span.end:
                yield Sentence(span.start, span.end, paragraph, heading)
        start = stop


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of at most MAX_SENTENCE characters, cut at the last white space that allows it."""
    while end - start > MAX_SENTENCE:
        window = text[start : start + MAX_SENTENCE]
        space = max(window.rfind(" "), window.rfind("\n"), window.rfind("\t"))
        cut = start + (space + 1 if space > 0 else MAX_SENTENCE)
        yield start, cut
        start = cut
    yield start, end


def find_ends(paragraph: str, *, lower: bool) -> Iterator[int]:
    """Where the sentences of one paragraph end, as offsets just after their closing marks, the last one left out.

    `lower` says that the text has no capitals, so that a small letter may open a sentence.
    """
    quotes = counted = start = 0
    for match in _MARK.finditer(paragraph):
        if match["glued"] is not None:
            if _parts_glued(paragraph, match):
                yield match.end()
            continue
        quotes += paragraph.count('"', counted, match.end("close"))
        counted = match.end("close")
        end = match.end("notes")
        if match["next"] in {'"', "”", "''"} and (quotes % 2 or match["next"] != '"'):
            end = match.end("next")  # tokenised text: the closing mark stands alone
        if _ends_sentence(paragraph[max(start, match.start() - 40) : match.start()], match, start, lower):
            yield end
            start = end


def _parts_glued(paragraph: str, match: re.Match[str]) -> bool:
    """True where the white space between two sentences was lost ("left.The")."""
    before = paragraph[max(0, match.start() - 3) : match.start()]
    return len(before) == 3 and before.isalpha() and before.islower()


def _ends_sentence(before: str, match: re.Match[str], start: int, lower: bool) -> bool:
    following = match["next"]
    opens = following.lstrip(_OPENING)[:1] or following[:1]
    small = opens.islower()
    mark = match["mark"]
    if mark in {"...", "…", "..", "...."} or (mark != "." and small):
        return not small or (lower and not match["close"] and mark[0] in "!?")
    if mark != "." or match["close"].strip("'’"):
        return lower or not small
    word = _word_before(before)
    if word is None:  # tokenised: the mark stands alone
        return True
    return _period_ends(word, match, lower) and (lower or not small) and not _numbers_item(word, match, start)


def _word_before(before: str) -> str | None:
    found = _BEFORE.search(before)
    return found[0].lower() if found and found[0] else None


def _numbers_item(word: str, match: re.Match[str], start: int) -> bool:
    """True for the "2." that numbers an item and opens the sentence itself."""
    return word.isdigit() and not match.string[start : match.start()].strip()[len(word) :]


def _period_ends(word: str, match: re.Match[str], lower: bool) -> bool:
    """True where a period after this word can end a sentence, given the word that follows."""
    following = match["next"]
    starter = following.lower().strip(_OPENING + ',.;:"”’)') in _STARTERS and not (lower or following.islower())
    if _CLOCK.search(word):
        return not _NEXT_TO_CLOCK.match(following)
    if word in _TITLES:
        return False
    if word in _BEFORE_NUMBERS:
        return not following[:1].isdigit() and (starter or word in {"no", "art", "mar", "par"})
    if word in _SHORT_FORMS or _ACRONYM.search(word):
        return starter
    return not (len(word) == 1 and word.isalpha()) or starter
