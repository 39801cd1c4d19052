"""Bodies in the words of a span: listed ones, institutions of a state, organisations by the words of their name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.resolve.gazetteer import Gazetteer, find_keys
from dragoman.resolve.offices import find_by_surname
from dragoman.resolve.rows import Entry, Found, Institution, Pattern
from dragoman.resolve.words import Word, fold_name, key_of
from dragoman.terms import ActorKind

_ARTICLES = frozenset({"the", "a", "an"})
_NUMBERED = re.compile(
    r"^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|dozens|hundreds|thousands|"
    r"more|about|around|nearly|at|up|over|no|another|other|unidentified|suspected|alleged|both|all|\d[\d,]*)\b",
    re.IGNORECASE,
)
_LINKS = frozenset({"of", "in", "from", "s"})
# Between a state's word and the institution: "the new Iraqi army", "Iraqi government-backed forces" is not one.
_BETWEEN = frozenset({"s", "new", "national", "own", "led", "puppet", "federal", "central", "entire", "ruling"})

_STAFF = frozenset({"officers", "officials", "department", "dept", "deputies", "detectives", "office", "officer", "s"})
_SIDES = frozenset({"opposition", "ruling", "governing", "main", "the", "a", "new"})
_BREAKS = frozenset({"and", "by", "with", "to", "at", "the"})
_RULE = frozenset({"government", "administration", "regime", "cabinet"})
_NAME_LINKS = frozenset({"of", "the", "and", "for", "in", "on", "against", "to", "de", "del", "la", "du", "des", "al",
                         "el", "y", "di", "von", "fur", "e"})  # fmt: skip


class Body(NamedTuple):
    """A body read from words: its identity (a key), its name, and what the words tell of it. `id` is that of another
    authority, where the list has one."""

    key: str
    name: str
    kind: ActorKind
    country: str | None
    sector: tuple[str, ...]
    why: str
    id: str | None = None


def is_counted(text: str) -> bool:
    """True for nameless numbers of persons: "two officers", "some militants", "an Iraqi soldier"."""
    return bool(_NUMBERED.match(text.strip()))


def from_entry(entry: Entry, words: str, why: str | None = None) -> Body:
    """A body of the gazetteer or of a user's table, found by these words, or otherwise for the reason told."""
    told = why or f"the gazetteer ({entry.source}) has “{words}”"
    if entry.own:
        told = f"{why}; a row of your table {entry.source}" if why else f"your table {entry.source} has “{words}”"
    return Body(f"entry {entry.name}", entry.name, entry.kind, entry.country, entry.sector, told, entry.id)


def from_state(iso: str, words: str, book: Gazetteer) -> Body:
    """A state as actor, told by its name, its people's name or its seat."""
    state = book.state_of[iso]
    why = f"“{words}” stands for the state {state.name}"
    return Body(f"state {iso}", state.name, ActorKind.GOVERNMENT, iso, ("GOV",), why, state.id)


def from_institution(institution: Institution, iso: str, words: str, book: Gazetteer) -> Body:
    """A state's institution: the force listed for this role and state, else a name made from the state's."""
    state = book.state_of[iso]
    holder = book.holders.get((institution.role, iso))
    if holder:
        return from_entry(holder, words)
    if institution.called == "{name}":
        return from_state(iso, words, book)
    name = institution.called.format(name=state.name, state=state.called, adj=state.adjective)
    why = f"“{words}”: the {institution.role} of {state.name}"
    return Body(f"body {name}", name, institution.kind, iso, institution.sector, why)


def strip_frame(words: Sequence[Word], book: Gazetteer) -> list[Word]:
    """Words without articles in front and without "the rebel group", "so-called" and the like."""
    left = list(words)
    longest = book.longest["bodies_before"]
    while len(left) > 1:
        if left[0].key in _ARTICLES:
            left = left[1:]
            continue
        tried = range(min(longest.get(left[0].key, 0), len(left) - 1), 0, -1)
        size = next((n for n in tried if key_of([w.key for w in left[:n]]) in book.kinds.bodies_before), 0)
        if not size:
            break
        left = left[size:]
    return left


def find_listed(words: Sequence[Word], text: str, book: Gazetteer, has_case: bool) -> Body | None:
    """The gazetteer's body that the words name whole, or with words for its members after it ("Hamas fighters")."""
    left = strip_frame(words, book)
    led = None if is_counted(text) else _find_led(left, book, has_case)
    if led:
        return led
    kept = list(left)
    while kept:
        entry = book.find_entry(kept, has_case)
        if entry and (len(kept) == len(left) or entry.kind is not ActorKind.PERSON):
            return from_entry(entry, " ".join(word.surface for word in kept))
        size = next((n for n in (2, 1) if key_of([w.key for w in kept[-n:]]) in book.kinds.members), 0)
        if not size or is_counted(text):
            break
        del kept[-size:]
    return None if is_counted(text) else _find_described(left, book, has_case)


def _find_led(words: Sequence[Word], book: Gazetteer, has_case: bool) -> Body | None:
    """The listed body whose members lead the words: "fighters of the Red Front"."""
    if len(words) < 3 or words[0].key not in book.kinds.members or words[1].key != "of":
        return None
    name = strip_frame(words[2:], book)
    entry = book.find_entry(name, has_case)
    if entry is None or entry.kind is ActorKind.PERSON:
        return None
    return from_entry(entry, " ".join(word.surface for word in name))


def _find_described(words: Sequence[Word], book: Gazetteer, has_case: bool) -> Body | None:
    """The listed body at the end of words that only describe it: "Russian state news agency TASS", or with words for
    its members behind it."""
    inside = find_inside(words, book, has_case)
    if not inside or inside[-1][0][0] is words[0]:
        return None
    name, body = inside[-1]
    first, last = words.index(name[0]), words.index(name[-1]) + 1
    countries = {n for found, _ in book.list_countries(words, has_case) for n in range(found.first, found.last)}
    before = [word for n, word in enumerate(words[:first]) if n not in countries]
    if any(word.key in book.kinds.members for word in words[last:]) or not words[last:]:
        behind = all(word.key in book.kinds.members or word.key in book.kinds.plain for word in words[last:])
        if behind and all(_describes(word, book, has_case) for word in before):
            return body
    return None


def _describes(word: Word, book: Gazetteer, has_case: bool) -> bool:
    """True for a word that may stand before a body's name without naming another one."""
    if word.key in _LINKS | _BREAKS or word.surface.endswith(("'s", "’s")) or word.key in book.title_words:
        return False
    kinds = book.kinds
    known = word.key in kinds.plain or word.key in kinds.modifiers or word.key in kinds.members
    return known or word.key in book.organisation_words or (has_case and word.surface.islower())


def _is_named(words: Sequence[Word], found: Found) -> bool:
    """True for an everyday word in capitals, or with one behind "the" and no name behind it ("the Times said")."""
    word, behind = words[found.first], words[found.last : found.last + 1]
    with_article = found.first > 0 and words[found.first - 1].key == "the"
    return word.surface.isupper() or (with_article and word.capital and not (behind and behind[0].capital))


def find_inside(words: Sequence[Word], book: Gazetteer, has_case: bool) -> list[tuple[Sequence[Word], Body]]:
    """Listed bodies named inside longer words ("a Hamas spokesman"), each with the words that name it."""
    inside = []
    for found in find_keys(words, book.spellings, book.longest["spellings"]):
        part = words[found.first : found.last]
        entry = book.find_entry(part, has_case)
        common = found.key in book.kinds.everyday and not _is_named(words, found)
        if entry and entry.kind is not ActorKind.PERSON and not common:
            inside.append((part, from_entry(entry, " ".join(word.surface for word in part))))
    return inside


def find_state(words: Sequence[Word], book: Gazetteer, has_case: bool) -> Body | None:
    """The state that the words name, with the article or its people's name ("the Israelis"), or None."""
    left = strip_frame(words, book)
    told = book.find_country(left, has_case)
    if told is None or told.what == "within":
        return None
    if told.what == "people" and len(left) < len(words) and not left[-1].key.endswith("s"):
        return None  # "the French" may be anyone; "French" alone is the state's, as in "French and Russian talks"
    return from_state(told.iso, " ".join(word.surface for word in left), book)


def find_institution(words: Sequence[Word], book: Gazetteer, has_case: bool) -> Body | None:
    """A state's institution: "the Kenyan army", "Kenya's army", "the army of Kenya"; no other words may stand there."""
    left = strip_frame(words, book)
    countries = [(found, told) for found, told in book.list_countries(left, has_case) if told.what != "within"]
    if len(countries) != 1 or (countries[0][1].what == "capital" and left[-1].key == "police"):
        return None
    place, told = countries[0]
    rest = [word for n, word in enumerate(left) if not place.first <= n < place.last]
    inner = [word for word in rest if word.key not in _BETWEEN or word.key == "national"]
    while inner and place.first > 0 and inner[-1].key in _LINKS | {"the"}:
        inner.pop()
    for kept in (inner, [word for word in inner if word.key not in _BETWEEN]):
        institution = book.institution_words.get(" ".join(word.key for word in kept))
        if institution:
            return from_institution(institution, told.iso, " ".join(word.surface for word in left), book)
    return None


def find_ruled(words: Sequence[Word], published: str | None, book: Gazetteer) -> Body | None:
    """The state whose head on the day of the report gives a government its name: "the Cristiani government"."""
    left = [word for word in words if word.key not in _ARTICLES | {"s", "president", "of"} | book.kinds.plain]
    if len(left) < 2 or words[-1].key not in _RULE:
        return None
    left = [word for word in left[:-1] if word.capital or word.surface == word.key]
    found = find_by_surname(["president", "prime minister"], left, filter(None, [book.home]), published, book)
    if found and found[0].country and left[-1].key in fold_name(found[0].name).split():
        return from_state(found[0].country, " ".join(word.surface for word in words), book)._replace(why=found[1])
    return None


def find_called(words: Sequence[Word], published: str | None, book: Gazetteer, has_case: bool) -> Body | None:
    """The body that everyday words ("the rebels") mean in reports of one country, told by the words or the report's
    own, and of certain years."""
    told = list(book.list_countries(words, has_case))
    inside = {n for found, _ in told for n in range(found.first, found.last)}
    whole = key_of([word.key for word in words])
    key = key_of([word.key for n, word in enumerate(words) if n not in inside and word.key not in _SIDES])
    places: set[str | None] = {row.iso for _, row in told} or {book.home}
    for row in book.kinds.called:
        fits = (key in row.words and places == {row.country}) or (whole in row.words and book.home == row.country)
        if fits and row.first <= (published or "")[:4] <= row.last:
            written = " ".join(word.surface for word in words)
            why = f"“{written}” in a report on {row.country} of {row.first} to {row.last} means this one"
            return from_entry(book.entry_of[row.name], written, why)
    return None


def find_pattern(words: Sequence[Word], book: Gazetteer) -> Pattern | None:
    """The pattern that the words of a name fit: by its head (the words before "of"), else by any word."""
    numbers = book.organisation_words
    stop = next((n for n, word in enumerate(words) if word.key in {"of", "for", "in", "on", "against"}), len(words))
    for part in (words[:stop], words):
        found = find_keys(part, numbers, book.longest["organisations"])
        if found:
            return book.kinds.organisations[min(numbers[f.key] for f in found)]
    return None


def _name_police(words: Sequence[Word], book: Gazetteer) -> str | None:
    """The full name of a local force of the United States: "Tulsa police officers" is the Tulsa Police Department,
    "Polk County sheriff's deputies" the Polk County Sheriff's Office; None for all others."""
    if book.home != "USA":
        return None
    first = next((n for n, word in enumerate(words) if word.key in {"police", "sheriff", "sheriffs"}), 0)
    if not first or any(word.key not in _STAFF for word in words[first + 1 :]):
        return None
    place = " ".join(word.surface for word in words[:first])
    if words[first].key == "police":
        return None if words[first - 1].key in {"state", "county"} else f"{place} Police Department"
    return f"{place} Sheriff's Office" if words[first - 1].key == "county" else None


def _can_be_in_name(word: Word, book: Gazetteer, has_case: bool) -> bool:
    """True for a word that an organisation's name may have: a capital, a small link, a word for a kind of body."""
    if not has_case:
        strange = word.key in book.kinds.members or word.key in book.title_words or word.key in {"and", "from"}
        return word.key in book.organisation_words or not strange
    if word.surface[0].isupper() or word.surface[0].isdigit() or word.key in _NAME_LINKS:
        return True
    return word.key in book.organisation_words and word.key not in book.title_words


def find_organisation(words: Sequence[Word], book: Gazetteer, has_case: bool, opens: bool) -> Body | None:
    """An organisation that no list has, by the words of its name; it keeps its own words as name.

    There must be a proper part: a capitalised word that is no everyday word (the first word of a sentence, `opens`,
    does not count by itself), in a text without capitals a word that tells a country.
    """
    left = strip_frame(words, book)
    pattern = find_pattern(left, book)
    if pattern is None or len(left) < 2:
        return None
    countries = list(book.list_countries(left, has_case))
    inside = {n for found, _ in countries for n in range(found.first, found.last)}
    proper = [
        n for n, word in enumerate(left)
        if n in inside or (has_case and word.capital and not (n == 0 and opens and len(left) == len(words)))
    ]  # fmt: skip
    named = any(n in inside or left[n].key not in book.kinds.plain for n in proper)
    if not named or not all(_can_be_in_name(word, book, has_case) for word in left):
        return None
    name = _name_police(left, book) or " ".join(word.surface for word in left)
    country = countries[0][1].iso if len({told.iso for _, told in countries}) == 1 else None
    why = f"a word such as “{pattern.words[0]}” names an organisation"
    why += f"; country {country} from its words" if country else ""
    return Body(f"body {name.lower()}", name, pattern.kind, country, pattern.sector, why)
