"""A report's words in sentences, with what all its events share: its names, its topic, its day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from dragoman.grammar.numbers import read_number
from dragoman.grammar.periods import first_day, last_day
from dragoman.merge.words import CALENDAR, Rarity, list_words, stem_text, stem_word
from dragoman.records import Report

_BLANK = re.compile(r"\n\s*\n")
_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_OPENING = frozenset({"“", '"', "\n", "‘", ".", "", "\n\n", "«", "!", "?", ":"})  # what a sentence may open behind
_ABOUT = 5  # names that a report is about


class Days(Struct, frozen=True):
    """The days that a date covers: the first and the last as ordinals (days since 0001-01-01)."""

    first: int
    last: int

    @property
    def width(self) -> int:
        """How many days it covers."""
        return self.last - self.first + 1

    def gap(self, other: Days) -> int:
        """Days between the two; 0 where they share one."""
        return max(self.first - other.last, other.first - self.last, 0)


class Page:
    """A report's words in sentences, with what all its events share."""

    def __init__(self, report: Report, rarity: Rarity, known: Iterable[str] = ()) -> None:
        self.report, self.rarity = report, rarity
        self.edges = [(s.start, s.end) for s in report.sentences] or _cut_sentences(report.text)
        self.starts = [start for start, _ in self.edges]
        self.published = read_days(report.published)
        capital = [word for _, word in list_words(report.title or "") if word[:1].isupper()]
        sure = frozenset(stem for words in (*known, *capital) for stem in stem_text(words))
        self.names = _find_names(report.text, self.starts, sure)

    @cached_property
    def topic(self) -> dict[str, float]:
        """The words of the whole report as a vector; those that it uses often weigh more."""
        junk = [(j.start, j.end) for j in self.report.junk]
        words = [(at, w) for at, w in list_words(self.report.text) if not any(a <= at < b for a, b in junk)]
        counts = Counter(stem for _, word in words if (stem := stem_word(word)))
        for stem in stem_text(self.report.title or ""):
            counts[stem] += 1
        weights = {stem: self.rarity.of(stem) * (1 + min(n - 1, 4) / 2) for stem, n in counts.items()}
        length = sum(value * value for value in weights.values()) ** 0.5
        return {stem: value / length for stem, value in weights.items()} if length else {}

    @cached_property
    def about(self) -> tuple[str, ...]:
        """The names that the report is about: those with most weight in it, the heaviest first."""
        named = {stem for stems in self.names.values() for stem in stems} | _names_of_title(self.report.title or "")
        return tuple(sorted(named & self.topic.keys(), key=lambda stem: (-self.topic[stem], stem))[:_ABOUT])

    def number_of(self, at: int) -> int:
        """Which sentence holds the offset."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def text_of(self, numbers: Iterable[int]) -> str:
        """The text of sentences; numbers beyond the edges are left out."""
        found = sorted({n for n in numbers if 0 <= n < len(self.edges)})
        return " ".join(self.report.text[slice(*self.edges[n])] for n in found)

    def names_in(self, numbers: Iterable[int]) -> frozenset[str]:
        """The stems of the names in sentences."""
        return frozenset(stem for n in set(numbers) for stem in self.names.get(n, ()))


def read_days(value: str | None) -> Days | None:
    """The days of an ISO date, range or moment; None where there is none or it is no date."""
    if not value:
        return None
    value = value.partition("T")[0]
    try:
        return Days(first_day(value).toordinal(), last_day(value).toordinal())
    except ValueError:
        return None


def _names_of_title(title: str) -> set[str]:
    """The stems of the capitalised words of a title, where not most of its words are; the first word counts not."""
    words = [word for _, word in list_words(title)]
    capital = [word for word in words[1:] if word[0].isupper() and word.casefold() not in CALENDAR]
    return {stem for word in capital if (stem := stem_word(word))} if len(capital) * 2 <= len(words) else set()


def _find_names(text: str, starts: Sequence[int], sure: frozenset[str]) -> dict[int, set[str]]:
    """The stems of capitalised words by sentence.

    A word that opens a sentence counts if it is capitalised inside another one, or stands in the title or a name.
    """
    inner = set(sure)
    found: list[tuple[int, str, bool]] = []
    openers = set(starts)
    for at, word in list_words(text):
        stem = stem_word(word)
        if not stem or not word[0].isupper() or word.casefold() in CALENDAR or read_number(word):
            continue
        opens = at in openers or text[max(0, at - 2) : at].strip(" ") in _OPENING
        found.append((max(bisect_right(starts, at) - 1, 0), stem, opens))
        if not opens:
            inner.add(stem)
    names: dict[int, set[str]] = {}
    for number, stem, opens in found:
        if not opens or stem in inner:
            names.setdefault(number, set()).add(stem)
    return names


def _cut_sentences(text: str) -> list[tuple[int, int]]:
    """Sentences of a text that was never laid out."""
    edges = sorted({0, *(m.end() for m in _BLANK.finditer(text)), *(m.end() for m in _END.finditer(text))})
    return [(a, b) for a, b in zip(edges, [*edges[1:], len(text)], strict=True) if a < b]
