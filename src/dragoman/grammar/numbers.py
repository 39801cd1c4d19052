"""Numbers as news writes them, in words and figures, with their hedges, as [low, high].

What the hedges mean follows the codebook (section 1): "six" is [6, 6], "at least six" and "more than six"
[6, None], "up to ten" and "nearly ten" [None, 10], "about ten" [10, 10], "dozens" [24, None] (two dozen at
the least), "scores" [40, None], "hundreds" [200, None], "thousands" [2000, None], "several" [3, None].
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: i for i, word in enumerate(_UNITS)} | {word: 10 * i for i, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12, "score": 20}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
_VAGUE |= {"tens of thousands": 20_000, "hundreds of thousands": 200_000, "several": 3, "several dozen": 36}
_VAGUE |= {"several hundred": 300, "several thousand": 3_000, "a few": 3, "a handful": 3, "a few dozen": 36}
_VAGUE |= {"a few hundred": 300, "a few thousand": 3_000}
_PAIRS = {"a couple": 2, "a pair": 2, "both": 2}
_NONE = frozenset({"no", "none", "no one", "no-one", "nobody", "zero"})
_FLOOR = (
    r"at least|no fewer than|no less than|not fewer than|not less than|more than|over|above|upwards? of"
    r"|a minimum of|in excess of|well over"
)
_CEILING = (
    r"up to|at most|no more than|not more than|as many as|fewer than|less than|under|nearly|almost"
    r"|close to|a maximum of"
)
_ABOUT = r"about|around|some|roughly|approximately|an estimated|an? total of|exactly|just|only"


class Quantity(Struct, frozen=True):
    """A number told at [start, end) of a text: at least `low`, at most `high`; None where that end is open."""

    start: int
    end: int
    low: int | None
    high: int | None


def find_numbers(text: str) -> tuple[Quantity, ...]:
    """Every cardinal number of the text with its hedge, in text order; offsets are characters of `text`.

    Left out are figures that cannot count things: money, shares, ages, clock times, ordinals, decimals without
    a scale word, figures joined to letters, dates with a slash. "a" and "an" are no numbers here.
    """
    return tuple(found for match in _number().finditer(text) if (found := _read_match(match)) is not None)


def read_number(words: str) -> tuple[int | None, int | None] | None:
    """The [low, high] of words that hold one number and nothing else but its hedge, or None."""
    words = " ".join(words.split())
    match = _number().fullmatch(words)
    found = _read_match(match) if match else None
    return (found.low, found.high) if found else None


def _read_match(match: re.Match[str]) -> Quantity | None:
    part = match.group
    if part("none"):
        return Quantity(*match.span(), 0, 0)
    if part("vague"):
        return Quantity(*match.span(), _VAGUE[_plain(part("vague"))], None)
    first, second = part("from") or part("first"), part("to") or part("second")
    if second:
        low, high = _value_of(first), _value_of(second)
        return Quantity(*match.span(), low, high) if low is not None and high is not None and low < high else None
    value = _value_of(first)
    if value is None:
        return None
    if part("floor") or part("plus"):
        return Quantity(*match.span(), value, None)
    return Quantity(*match.span(), None if part("ceiling") else value, value)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _value_of(words: str) -> int | None:
    """The value of one number without a hedge: "1.2 million", "20, 000", "two hundred and six", "half a dozen"."""
    words = _plain(words)
    if words in _PAIRS:
        return _PAIRS[words]
    if words[0].isdigit():
        figure, *scales = words.replace(", ", ",").split(" ")
        value = float(figure.replace(",", ""))
        for scale in scales:
            value *= _SCALES[scale]
        return round(value) if value == int(value) or scales else None
    return _value_of_words(words)


def _value_of_words(words: str) -> int:
    total = part = 0
    half = False
    for word in re.split(r"[\s-]+", words):
        if word == "half":
            half = True
        elif word in _VALUES:
            part += _VALUES[word]
        elif _SCALES.get(word, 1_000) <= 100:
            part = max(part, 1) * _SCALES[word]
        elif word in _SCALES:
            total += max(part, 1) * _SCALES[word]
            part = 0
    return (total + part) // 2 if half else total + part


@cache
def _number() -> re.Pattern[str]:
    ones = "|".join(_UNITS[1:10])
    small = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{ones}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
    scale = r"(?:hundred|thousand|million|billion|dozen|score)"
    tail = rf"(?:(?:\s+{scale})+(?:(?:\s+and)?\s+{small}(?:\s+{scale})*)*)"
    spelt = rf"(?:{small}{tail}?|half(?:\s+a)?\s+dozen|an?{tail}|a\s+couple|a\s+pair|both)"
    figure = rf"\d{{1,3}}(?:,\s?\d{{3}})+|\d+(?:\.\d+(?=\s+{scale}))?"
    one = rf"(?:(?:{figure})(?:\s+{scale})*|{spelt})"
    hedge = rf"(?:(?P<floor>{_FLOOR})|(?P<ceiling>{_CEILING})|{_ABOUT})\s+"
    vague = "|".join(sorted(_VAGUE, key=len, reverse=True)).replace(" ", r"\s+")
    none = "|".join(sorted(_NONE, key=len, reverse=True)).replace(" ", r"\s+")
    before = r"(?<![\w$€£¥.#/:-])(?<!\d,)"
    after = (
        r"(?![\w%/°]|-(?!\s)(?!plus)|:\d|\.\d|,\d|\s?(?:%|percent|per\s+cent|-?\s?years?\s?-\s?old\b"
        r"|years?\s+old\b|a\.?m\b|p\.?m\b|dollars|euros))"
    )
    between = rf"(?:between|from)\s+(?P<from>{one})\s+(?:and|to)\s+(?P<to>{one})"
    span = (
        rf"(?P<first>{one})(?:(?:\s+(?:to|or)\s+|\s?[-–]\s?)(?P<second>{one}))?(?P<plus>\s+or\s+more|-plus|\+"
        rf"|\s+plus)?"
    )
    hedged = rf"(?:{hedge})?(?:(?:{_ABOUT})\s+)?(?:(?P<vague>{vague})\b|{span})"
    return re.compile(rf"{before}(?:{between}|{hedged}|(?P<none>{none})\b(?!\.\s?\d)){after}", re.IGNORECASE)
