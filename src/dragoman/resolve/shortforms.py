"""Definite short forms: "the general", "the ministry", "the army", taken up from what the report named before."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.resolve import bodies
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.groups import Group
from dragoman.resolve.mentions import Pages, Reading
from dragoman.resolve.offices import find_by_office, tell_term
from dragoman.resolve.words import Word, fold_name, key_of, read_words
from dragoman.terms import ActorKind

_HEADS = frozenset({"police", "constabulary", "army", "navy", "sheriff"})
_POLICE_WORDS = frozenset({"officers", "riot", "force", "forces", "officials", "spokesman", "local", "the"})
_LONGEST = 4  # words of a short form without its article
# "the group" and its like stand for the one group that the report has named; with two, nobody can tell by rule.
_GROUP_WORDS = frozenset({"group", "organization", "organisation", "movement", "militants", "extremists", "faction"})
# Institutions of which a state has one: "the army" is the state's, "police" or "authorities" may be anyone's.
_SINGLE = frozenset({
    "government", "army", "armed forces", "military", "navy", "air force", "security forces", "police", "riot police",
    "police officers", "parliament", "congress", "senate", "supreme court", "national police", "federal police",
    "national guard", "foreign ministry", "defence ministry", "defense ministry", "interior ministry",
    "justice ministry", "health ministry", "finance ministry",
})  # fmt: skip


def add_short_forms(
    groups: list[Group], unnamed: Sequence[Reading], home: str | None, pages: Pages, book: Gazetteer
) -> list[Group]:
    """Put short forms to the actor that was named before with that word; a state institution without a state
    ("the government") is that of the report's own country. What stays open names nobody. Returns all groups."""
    known = {group.body.key: group for group in groups}
    for reading in sorted(unnamed, key=lambda r: r.span.start):
        words = _content_words(pages.words_in(reading.span.start, reading.span.end))
        if not words or bodies.is_counted(reading.span.text):
            continue
        group = (
            _find_holder(known, reading, words, pages, book)
            or _find_named(list(known.values()), reading, words, pages, book)
            or _find_called(known, reading, words, pages, book)
            or _find_in_text(known, reading, words, pages, book)
            or _find_home_body(known, reading, words, home, book)
        )
        if group:
            group.take(reading)
            group.first = min(group.first, reading.span.start)
    return list(known.values())


def _content_words(words: Sequence[Word]) -> list[Word]:
    left = list(words)
    while left and left[0].key in {"the", "this", "that", "his", "its", "their", "our"}:
        left = left[1:]
    return left if len(left) <= _LONGEST else []


def _find_named(
    groups: Sequence[Group], reading: Reading, words: Sequence[Word], pages: Pages, book: Gazetteer
) -> Group | None:
    """The actor named last before the mention with the head word of it, in the same country if it tells one."""
    told = {row.iso for _, row in book.list_countries(words, pages.has_case)}
    rest = [word for word in words if word.key not in book.kinds.modifiers and word.key not in book.countries]
    keys = set(reading.heads) | ({words[-1].key} & _GROUP_WORDS if len(words) == 1 else set())
    covered = {part for key in keys for part in key.split()}
    if not keys or any(word.key not in covered for word in rest):
        return None
    whole = key_of([word.key for word in words])
    if " " in whole and whole in book.institution_words:  # "the national police" is not the treasury police
        groups = [group for group in groups if _is_called(group, whole)]
    before = [
        (_last_mention(group, reading.span.start, pages), group) for group in groups
        if _has_head(group, words[-1].key, keys) and (not told or group.body.country in told)
    ]  # fmt: skip
    if words[-1].key in _GROUP_WORDS and len(before) > 1:
        return None
    near = max((row for row in before if row[0] >= 0), key=lambda row: row[0], default=None)
    return near[1] if near else None


def _is_called(group: Group, key: str) -> bool:
    return any(fold_name(name).endswith(key) for name in (group.body.name, *group.spellings))


def _has_head(group: Group, last: str, keys: set[str]) -> bool:
    if last in _GROUP_WORDS:
        return group.body.kind is ActorKind.GROUP
    if last in group.heads or keys & set(group.heads):
        return True
    return group.body.kind is not ActorKind.PERSON and bool(keys & set(group.name_keys))


def _last_mention(group: Group, at: int, pages: Pages) -> int:
    return max((pages.text.rfind(spelling, 0, at) for spelling in group.spellings), default=-1)


def _find_holder(
    known: dict[str, Group], reading: Reading, words: Sequence[Word], pages: Pages, book: Gazetteer
) -> Group | None:
    """The person who held the office that the words name, on the day of the report; not where the report has named
    another person with that title ("the president" of a club)."""
    holder = find_by_office(words, book.home, pages.published, book, pages.has_case)
    if holder is None:
        return None
    body = bodies.from_entry(holder.entry, reading.span.text, tell_term(holder, pages.published or "", book))
    other = _find_named(list(known.values()), reading, words, pages, book)
    entry = book.entry_of.get(other.body.name) if other else None
    rival = other and other.body.kind is ActorKind.PERSON and other.body.key != body.key
    if rival and body.key not in known and not (entry and holder.term.office not in {t.office for t in entry.terms}):
        return None
    return _open(known, body, reading)


def _find_in_text(
    known: dict[str, Group], reading: Reading, words: Sequence[Word], pages: Pages, book: Gazetteer
) -> Group | None:
    """The one listed force or office of the whole text with the head word of the mention: "police" in a report that
    speaks of no police but Police Scotland, though only outside the words that play a part."""
    key = key_of([word.key for word in words if word.key not in _POLICE_WORDS])
    if key not in _HEADS:
        return None
    found = {body.key: body for body in pages.bodies(book) if key in body.name.lower().split()}
    if len(found) != 1:
        return None
    body = next(iter(found.values()))
    return _open(known, body._replace(why=f"the only body of the report with the word “{key}”; {body.why}"), reading)


def _find_called(
    known: dict[str, Group], reading: Reading, words: Sequence[Word], pages: Pages, book: Gazetteer
) -> Group | None:
    body = bodies.find_called(words, pages.published, book, pages.has_case)
    return _open(known, body, reading) if body else None


def _open(known: dict[str, Group], body: bodies.Body, reading: Reading) -> Group:
    """The group of a body among the known ones, made where it is new."""
    keys = tuple(word.key for word in read_words(body.name))
    return known.setdefault(body.key, Group(body, reading.span.start, keys))


def _find_home_body(
    known: dict[str, Group], reading: Reading, words: Sequence[Word], home: str | None, book: Gazetteer
) -> Group | None:
    """The institution of the report's own country that the words name without a country, or None."""
    key = " ".join(word.key for word in words)
    institution = book.institution_words.get(key)
    if institution is None or home is None or key not in _SINGLE:
        return None
    if institution.role == "police" and (institution.role, home) not in book.holders:
        return None
    body = bodies.from_institution(institution, home, reading.span.text, book)
    why = f"“{reading.span.text}” without a country, in a report most of whose country words tell {home}"
    return _open(known, body._replace(why=why), reading)
