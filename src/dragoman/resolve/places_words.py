"""Reading the words of a place: its bare name, what sort of place they say it is, and which part of it they mean."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import NamedTuple

from dragoman.resolve.places_index import Kind

_AREA = frozenset({Kind.DIVISION, Kind.COUNTY, Kind.REGION})
# Words beside a name that tell its sort. A name with one is looked up with and without it.
SORTS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(["province", "governorate", "oblast", "krai", "prefecture", "department", "state", "provinces"],
                    frozenset({Kind.DIVISION, Kind.REGION})),
    **dict.fromkeys(["county", "parish", "district", "subdistrict", "counties", "raion", "tehsil"],
                    frozenset({Kind.COUNTY, Kind.DIVISION})),
    **dict.fromkeys(["municipality", "borough"], frozenset({Kind.COUNTY, Kind.DIVISION, Kind.TOWN})),
    **dict.fromkeys(["region", "territory", "area", "valley", "basin", "peninsula"], _AREA),
    **dict.fromkeys(["city", "town", "village", "township", "hamlet", "suburb", "settlement", "capital", "neighborhood",
                     "neighbourhood", "camp"], frozenset({Kind.TOWN, Kind.CAPITAL})),
    **dict.fromkeys(["river", "creek"], frozenset({Kind.RIVER})),
    **dict.fromkeys(["sea", "ocean", "gulf", "bay", "strait", "channel"], frozenset({Kind.SEA})),
    **dict.fromkeys(["lake"], frozenset({Kind.LAKE})),
    **dict.fromkeys(["island", "islands", "isle"], frozenset({Kind.ISLAND, Kind.DIVISION, Kind.COUNTRY, Kind.TOWN})),
    **dict.fromkeys(["mountains", "mountain", "mount", "hills", "desert"], frozenset({Kind.MOUNTAIN, Kind.REGION})),
    **dict.fromkeys(["base", "airbase", "airport", "airfield", "crossing", "checkpoint", "prison", "refinery", "dam",
                     "hospital", "university", "port"], frozenset({Kind.SITE})),
    **dict.fromkeys(["country", "republic", "kingdom", "nation"], frozenset({Kind.COUNTRY})),
}  # fmt: skip
_WINDS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east",
          "north-west", "south-east", "south-west")  # fmt: skip
_PARTS = frozenset({*_WINDS, *(f"{wind}ern" for wind in _WINDS), "central", "upper", "lower", "rural", "mainland",
                    "northernmost", "southernmost", "coastal", "mid", "far"})  # fmt: skip
_NEAR = frozenset({"near", "outside", "around", "close", "toward", "towards", "off", "beyond", "km", "kilometres",
                   "kilometers", "miles", "mile", "kilometer", "kilometre", "outskirts", "surrounding", "vicinity",
                   "northward"})  # fmt: skip
_INSIDE = frozenset({"downtown", "inner", "greater", "metropolitan", "suburban", "midtown"})
_LITTLE = frozenset({"the", "a", "an", "in", "at", "of", "on", "and", "to", "inside", "neighbouring", "neighboring",
                     "its", "their", "about", "some", "by", "across", "throughout", "within", "entire", "whole", "near",
                     "nearby", "former", "old", "ancient", "besieged", "embattled", "occupied", "restive"})  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[.'’‘-][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_LINE = re.compile(r"\b(border|frontier|road|highway|motorway|route|between|coast|railway|pipeline)\b", re.I)


class Reading(NamedTuple):
    """What the words of a place say: the name at [start, end) of them, sorts that are told, and how it is meant.

    `part` is the word that means a part of the place ("northern"), `near` one that means somewhere about it, `line`
    one for a border, coast or road.
    """

    start: int
    end: int
    sorts: frozenset[Kind]
    part: str | None
    near: str | None
    line: str | None


def read_place(words: str) -> Reading:
    """The reading of the words of a place; the name is all of them where nothing is left beside what frames it."""
    tokens = [(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(words)]
    first, last = 0, len(tokens)
    sorts: frozenset[Kind] = frozenset()
    part = near = None
    while first < last:
        word = tokens[first][2]
        if word.isdigit() or word in _LITTLE or word in _INSIDE:
            near = near or (word if word == "near" else None)
        elif word in _PARTS:
            part = part or word
        elif word in _NEAR:
            near = near or word
        elif word in SORTS and first + 1 < last and tokens[first + 1][2] == "of":
            sorts |= SORTS[word]
        else:
            break
        first += 1
    while last > first + 1 and tokens[last - 1][2].rstrip(".") in SORTS and words[tokens[last - 1][0]].islower():
        sorts |= SORTS[tokens[last - 1][2].rstrip(".")]
        last -= 1
    line = _LINE.search(words)
    if first >= last:
        return Reading(0, len(words), sorts, part, near, line and line.group(1).lower())
    return Reading(tokens[first][0], tokens[last - 1][1], sorts, part, near, line and line.group(1).lower())


def find_near(words: str) -> bool:
    """Whether one of some words means "somewhere about"."""
    return any(m.group().lower() in _NEAR for m in _WORD.finditer(words))


def list_forms(words: str) -> list[tuple[str, frozenset[Kind]]]:
    """The spellings under which a name may be listed, the plain one first, each with the sorts that it leaves out."""
    plain = _POSSESSIVE.sub("", words)
    forms = {plain: frozenset[Kind]()}
    tokens = plain.split()
    if len(tokens) > 1:
        head, tail = tokens[0].lower(), tokens[-1].lower()
        if tail in SORTS:
            forms.setdefault(" ".join(tokens[:-1]), SORTS[tail])
        if head in SORTS:
            forms.setdefault(" ".join(tokens[2 if tokens[1] == "of" else 1 :]), SORTS[head])
    reading = read_place(plain)
    forms.setdefault(plain[reading.start : reading.end], reading.sorts)
    return [(form, sorts) for form, sorts in forms.items() if form]


def list_pieces(words: str, empty: Set[str]) -> list[str]:
    """The runs of capitalised words inside a longer name, longest first, those nearer the end before.

    `empty` are words that name no place by themselves ("University").
    """
    tokens = [m for m in _WORD.finditer(words)]
    pieces = []
    for size in range(min(len(tokens) - 1, 4), 0, -1):
        for first in range(len(tokens) - size, -1, -1):
            run = tokens[first : first + size]
            capital = run[0].group()[:1].isupper() and run[-1].group()[:1].isupper()
            if capital and not all(word.group().lower().rstrip(".") in empty for word in run):
                pieces.append(_POSSESSIVE.sub("", words[run[0].start() : run[-1].end()]))
    return pieces
