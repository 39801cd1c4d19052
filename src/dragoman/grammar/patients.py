"""Whom a word of harm befell: the group of persons that the grammar of the sentence ties to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.grammar.harms import BEFORE_OBJECT, CLOSE, HARM, JOINED, NOUNS, PART_OF, PASSIVE, TOGETHER_WITH
from dragoman.grammar.persons import Persons, add_persons


def find_patient(text: str, groups: Sequence[Persons], match: re.Match[str]) -> Persons | None:
    """The group of persons that is object of an active, or subject of a passive or intransitive, word of harm."""
    word = match.group().lower()
    phrase = " " in word and word.endswith(("killed", "dead", "death"))
    stative = not phrase and word.startswith(("die", "dead", "lost", "custody", "perish", "disappeared"))
    passive = stative or PASSIVE.search(text[max(0, match.start() - 80) : match.start()]) is not None
    after = _object_of(text, groups, match.end())
    if not passive or word in NOUNS:
        before = _chain_before(text, groups, match.start(), near=True)
        if (
            before is not None
            and (word.endswith(("ed", "slain")) or phrase or word in NOUNS)
            and (after is None or word in NOUNS)
        ):
            return before
    if passive:
        before = _chain_before(text, groups, match.start(), near=False)
        joined = TOGETHER_WITH.match(text, match.end())
        more = _object_of(text, groups, joined.end()) if joined and before is not None else None
        return add_persons([before, more]) if before is not None and more is not None else before
    return after


def _object_of(text: str, groups: Sequence[Persons], at: int) -> Persons | None:
    gap = BEFORE_OBJECT.match(text, at)
    reach = gap.end() if gap else at
    first = next(
        (i for i, g in enumerate(groups) if at <= g.start <= reach or (g.start <= reach < g.end and g.start >= at)),
        None,
    )
    if first is None:
        return None
    chain = [groups[first]]
    last, sure = groups[first], 1
    for group in groups[first + 1 :]:
        between = text[last.end : group.start]
        if JOINED.fullmatch(between) is None or _is_subject(text, group) or PART_OF.search(between):
            break
        if not _apposed(between, last, group):
            chain.append(group)
            sure = sure if _is_loose(between, group) else len(chain)
        last = group
    return add_persons(chain[:sure])


def _is_loose(between: str, group: Persons) -> bool:
    """A single person behind a mere comma, who is none of the group unless a list goes on to an "and".

    "killing four people, an official said" against "killing four soldiers, a nurse and a driver".
    """
    return between.strip() == "," and not group.told


def _is_subject(text: str, group: Persons) -> bool:
    """True where a word of harm or a verb of being follows at once: the group opens the next clause."""
    return (
        re.match(
            r"\s*(?:were|was|have|had|are|is|others|more|wounded|injured|hurt|dead|killed|arrested|died)\b",
            text[group.end : group.end + 40],
            re.IGNORECASE,
        )
        is not None
    )


def _chain_before(text: str, groups: Sequence[Persons], at: int, *, near: bool) -> Persons | None:
    before = [g for g in groups if g.end <= at]
    while len(before) > 1 and PART_OF.search(text[before[-2].end : before[-1].start]):
        before.pop()
    if not before:
        return None
    gap = text[before[-1].end : at]
    if len(gap) > (25 if near else 120) or ";" in gap or (near and CLOSE.fullmatch(gap) is None):
        return None
    if any(word.search(gap) for word in HARM.values()) and not re.search(r"\b(?:and|or|who|whom)\b", gap):
        return None
    chain = [before[-1]]
    for group in reversed(before[:-1]):
        between = text[group.end : chain[0].start]
        if JOINED.fullmatch(between) is None or PART_OF.search(between):
            break
        if _apposed(between, group, chain[0]):
            chain[0] = group
        else:
            chain.insert(0, group)
    return add_persons(chain)


def _apposed(between: str, left: Persons, right: Persons) -> bool:
    """ "a trader, Ana Roe": one person told twice."""
    return between.strip() == "," and not left.told and not right.told
