"""Words made comparable: stems, how rare each is, and how much two texts share.

How rare a stem is comes from a fixed table (`data/merge.json`), not from the reports at hand: so the score of two
events never depends on which other reports were added, or in what order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_KEPT = 6  # letters of a stem: enough to keep most words apart, few enough for "explosion", "exploded"
_KEPT_NUMBER = 12
_ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ers", "ies", "ied",
            "ed", "er", "es", "e", "s", "y")  # fmt: skip
_SHORTEST = 3  # letters that an ending leaves
# Verbs of events whose past has another stem, and nouns made of them.
_IRREGULAR = {
    "shot": "shoot", "shooting": "shoot", "shootings": "shoot", "struck": "strike", "blew": "blow", "blown": "blow",
    "took": "take", "taken": "take", "fell": "fall", "fallen": "fall", "fought": "fight", "fled": "flee",
    "flight": "flee", "died": "die", "dead": "die", "death": "die", "deaths": "die", "dying": "die", "dies": "die",
    "slain": "slay", "slew": "slay", "met": "meet", "left": "leave", "said": "say", "says": "say", "told": "tell",
    "won": "win", "lost": "lose", "loss": "lose", "held": "hold", "hit": "hit", "broke": "break", "broken": "break",
    "burnt": "burn", "bought": "buy", "sold": "sell", "sale": "sell", "stole": "steal", "stolen": "steal",
    "theft": "steal", "gave": "give", "given": "give", "went": "go", "gone": "go", "came": "come", "sent": "send",
    "found": "find", "caught": "catch", "freed": "free", "withdrew": "withdr", "withdrawn": "withdr", "quit": "quit",
    "seizure": "seiz", "arrival": "arriv", "departure": "depart", "resignation": "resign", "wounded": "wound",
    "explosives": "explos", "exploded": "explos", "explode": "explos", "explodes": "explos", "men": "man",
    "children": "child", "women": "woman", "people": "person", "talks": "talk", "began": "begin", "ran": "run",
    "chose": "choose", "chosen": "choose", "choice": "choose", "named": "name", "led": "lead", "laid": "lay",
}  # fmt: skip
_STOP = frozenset(
    """a an the this that these those and or but nor if of in on at to from by for with without about into onto over
    under between among through during before after since until as than so too very not no it its he him his she her
    they them their we us our you your i me my who whom whose which what when where why how there here is are was were
    be been being am do does did done has have had having will would shall should can could may might must also just
    only own such some any each all both more most other another one two same said say says told tell s t re ve ll d
    up down out off again then now while because against per via mr mrs ms dr""".split()
)

# Days and months are capitalised in English and name nothing.
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)


def list_words(text: str) -> list[tuple[int, str]]:
    """The words of a text as written, each with its start."""
    return [(match.start(), match.group()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=200_000)
def stem_word(word: str) -> str:
    """The stem by which a word is compared: no case, accents, possessive or ending; "" for a function word."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    bare = _POSSESSIVE.sub("", bare).replace("’", "'")
    if bare in _STOP or (len(bare) == 1 and not bare.isdigit()):
        return ""
    if bare in _IRREGULAR:
        return _IRREGULAR[bare]
    if bare[0].isdigit():
        return bare.replace(",", "")[:_KEPT_NUMBER]
    ending = next((e for e in _ENDINGS if bare.endswith(e) and len(bare) - len(e) >= _SHORTEST), "")
    return bare[: len(bare) - len(ending)][:_KEPT]


def stem_text(text: str) -> list[str]:
    """The stems of a text in its order, function words left out."""
    return [stem for _, word in list_words(text) if (stem := stem_word(word))]


class Rarity:
    """How much a stem tells: the logarithm of how few texts have it, from a table; unknown stems are the rarest."""

    def __init__(self, table: Mapping[str, float], unknown: float) -> None:
        self._table, self._unknown = table, unknown

    def of(self, stem: str) -> float:
        """The weight of one stem, 0 for one that every text has."""
        return self._table.get(stem, self._unknown)

    def total(self, stems: Iterable[str]) -> float:
        """The weight of several stems together."""
        return sum(map(self.of, stems))

    def weigh(self, stems: Iterable[str]) -> dict[str, float]:
        """The stems as a vector of length one: each by its rarity, however often it stands there."""
        weights = {stem: self.of(stem) for stem in stems}
        length = sum(value * value for value in weights.values()) ** 0.5
        return {stem: value / length for stem, value in weights.items()} if length else {}

    def share(self, left: frozenset[str], right: frozenset[str]) -> float:
        """How much of the smaller set the other one has, by rarity: 0 to 1; 0 where one is empty."""
        smaller = min(self.total(left), self.total(right))
        return self.total(left & right) / smaller if smaller else 0.0


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    if len(right) < len(left):
        left, right = right, left
    return sum(value * right[stem] for stem, value in left.items() if stem in right)


def alike(left: str, right: str) -> float:
    """How alike two stems are as strings, 0 to 1: pairs of neighbouring letters that both have (Dice).

    Told apart spellings of one name ("Mursi", "Morsi") get half or more.
    """
    if left == right:
        return 1.0
    one, two = _pairs(left), _pairs(right)
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


@lru_cache(maxsize=200_000)
def _pairs(stem: str) -> frozenset[str]:
    framed = f"^{stem}$"
    return frozenset(framed[i : i + 2] for i in range(len(framed) - 1))
