"""Words of English that name nothing by themselves."""

from __future__ import annotations

from dragoman.text import WORD

_LINKS = frozenset(
    """a an the of in on at by to for from with and or but nor as than that which who whom whose this these those into
    over after before under between against since until is are was were be been being has have had do does did will
    would shall should may might can could not no so if when while where there its s""".split()
)
_PRONOUNS = frozenset(
    "i we you he she it they me us him her them my our your his their one ones some any all both each such".split()
)


def names_something(words: str) -> bool:
    """True where at least one word is more than an article, a preposition, an auxiliary or the like."""
    return any(word not in _LINKS for word in WORD.findall(words.lower()))


def tells_something(words: str) -> bool:
    """The same, where a pronoun does not do either: "it" names somebody, but tells of no deed."""
    return any(word not in _LINKS and word not in _PRONOUNS for word in WORD.findall(words.lower()))
