"""Informants: who a report names as a source, and when two reports mean the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from dragoman.merge.words import CALENDAR, list_words, stem_text, stem_word
from dragoman.records import Record, Span, Statement

# Words for whoever speaks: they tell no informant from another one.
_ANYBODY = frozenset(
    stem_word(word)
    for word in """spokesman spokeswoman spokesperson official chief head source report senior author figure statement
    office member leader deputy representative condition anonymity security local resident villager witness survivor
    neighbour neighbor people person man woman reporter journalist relative worker soldier fighter group organisation
    organization he she it they one some others""".split()
)
# Words that bodies of all sorts have: two that share these alone are the same only where one has no other.
SORTS = frozenset(
    stem_word(word)
    for word in """ministry minister police army navy forces force military agency union committee council department
    bureau party court company firm state national federal regional provincial central city town hospital university
    association movement commander authorities health""".split()
)
_TITLES = frozenset(
    stem_word(word)
    for word in """president minister prime foreign interior defence defense ministry governor mayor general colonel
    major captain lieutenant commander dr doctor mr mrs ms sheikh bishop father judge police army officer chief head
    director secretary prosecutor professor king prince queen regional provincial deputy""".split()
)
_OF_A_COUNTRY = re.compile(r"\b[A-Z][a-z]+(?:ese|[ie]an|ish|i|[nc]ch|an)\b(?= [a-z])")  # "Iraqi officials"
_OUTLET = re.compile(
    r"\b(?:news ?agenc(?:y|ies)|(?:state|local|national) (?:media|radio|television|tv)|television|tv|newspaper|daily"
    r"|broadcaster|news (?:site|channel|service|wire)|magazine)\b",
    re.IGNORECASE,
)
# Words for a body whose name may stand beside ("an unknown group, the Owl Front").
_SOME_BODY = re.compile(
    r"\b(?:group|organi[sz]ation|monitors?|monitoring|militia|rebels|movement|charity|watchdog|observatory|party|union"
    r"|firm|company)\b",
    re.IGNORECASE,
)
_CHANNELS = {
    "in a statement": re.compile(r"\b(?:statement|communiqu[eé]|press release|declaration)\b", re.IGNORECASE),
    "in a video": re.compile(r"\b(?:video|recording|audio|tape)\b", re.IGNORECASE),
    "in a message online": re.compile(
        r"\b(?:telegram|twitter|tweet\w*|facebook|social media|online|website|messag\w+)\b", re.IGNORECASE
    ),
    "to reporters": re.compile(r"\b(?:(?:press|news) conference|briefing|reporters|journalists)\b", re.IGNORECASE),
}


class Informant(Struct, frozen=True):
    """Somebody who is named as a source.

    `words` as the report has them; `stems` are those that tell this one from others of the incident, `names` those of
    proper names among them; `channels` how it speaks, in words; `is_outlet` where it is a medium of no known name.
    """

    words: str
    stems: frozenset[str]
    names: frozenset[str]
    channels: frozenset[str]
    is_outlet: bool

    @property
    def is_some_body(self) -> bool:
        """True where the words are for a body whose name may stand elsewhere: "a group"."""
        return _SOME_BODY.search(self.words) is not None

    @property
    def is_told_from_others(self) -> bool:
        """True where it has more than words for a sort of bodies ("the ministry")."""
        return not self.stems <= SORTS

    def is_one_with(self, other: Informant) -> bool:
        """Whether two may be the same: in the same words, as a part of these, or with half of them, one telling."""
        both, named = self.stems & other.stems, self.names & other.names
        if named and named not in (self.names, other.names):
            return False  # two of one surname
        if not both:
            return self.words.casefold() == other.words.casefold()
        smaller = min(len(self.stems), len(other.stems))
        return len(both) == smaller or (2 * len(both) >= smaller and not both <= SORTS)

    def is_person_of(self, other: Informant) -> bool:
        """Whether both have a name, and the shorter name stands whole in the longer one."""
        return bool(self.names and other.names) and (self.names <= other.names or other.names <= self.names)


def describe_informant(statement: Statement, record: Record, places: frozenset[str]) -> Informant:
    """The source of a statement that has one; `places` are stems of the report's places, which tell nobody apart."""
    source = statement.source or statement.cue
    setting = f"{source.text} {statement.medium.text if statement.medium else ''}"
    return Informant(
        words=source.text,
        stems=_stem_source(source.text) - places,
        names=frozenset(_list_names(source, record)) - places,
        channels=frozenset(name for name, words in _CHANNELS.items() if words.search(setting)),
        is_outlet=_OUTLET.search(source.text) is not None,
    )


def _stem_source(words: str) -> frozenset[str]:
    """What tells a source from others of its incident: not its country, which all may have."""
    bare = re.sub(r"\bgovernment", "cabinet", _OF_A_COUNTRY.sub("", words))  # by its stem it would be a governor
    return frozenset(stem_text(bare)) - _ANYBODY


def _list_names(source: Span, record: Record) -> Iterator[str]:
    """The stems of the names in a source's words, without titles; a word that opens a sentence may be none."""
    words = [w for w in list_words(source.text) if w[0] not in {m.start() for m in _OF_A_COUNTRY.finditer(source.text)}]
    openers = {sentence.start for sentence in record.sentences}
    for number, (at, word) in enumerate(words):
        stem = stem_word(word)
        if not stem or not word[0].isupper() or stem in _TITLES | _ANYBODY or word.casefold() in CALENDAR:
            continue
        follows = number + 1 < len(words) and words[number + 1][1][0].isupper()
        if source.start + at not in openers or follows:
            yield stem
