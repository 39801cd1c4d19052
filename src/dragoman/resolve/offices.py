"""Who held an office on the day of a report: "the president", "the French foreign minister", "President Cerezo"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from dragoman.resolve.gazetteer import Gazetteer, find_keys
from dragoman.resolve.rows import Entry, Term
from dragoman.resolve.words import Word, fold_name, key_of

# Share of letters that two spellings of a surname must have in common where office, state and day agree too; measured
# on gold/train, where 0.6 took "Shoyu" for Shoigu and nothing wrong.
LIKE = 0.6
ALIKE = 0.75  # the same where only the office, the day and the first name agree
_SMALL = frozenset({"the", "of", "s", "a", "an", "for", "current", "then", "new", "country", "nation",
                    "our", "honourable", "hon"})  # fmt: skip


class Holder(NamedTuple):
    """A person in an office."""

    entry: Entry
    term: Term


class Offices(NamedTuple):
    """Holders by office and state or body, and the offices that words may mean."""

    held: dict[tuple[str, str], list[Holder]]
    words: dict[str, list[tuple[str, tuple[str, ...]]]]
    regions: dict[tuple[str, str], list[str]]
    longest: dict[str, int]
    places: frozenset[str]


def list_offices(book: Gazetteer) -> Offices:
    """The tables of the gazetteer, made once."""
    return book.remember(_make_offices)


def _make_offices(book: Gazetteer) -> Offices:
    held: dict[tuple[str, str], list[Holder]] = {}
    regions: dict[tuple[str, str], list[str]] = {}
    for entry in book.entries:
        for term in entry.terms:
            held.setdefault((term.office, term.of), []).append(Holder(entry, term))
    for office, of in held:
        base, _, region = office.partition(" of ")
        if region and region != "state":
            regions.setdefault((base, of), []).append(region)
    words: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in book.kinds.offices:
        for word in row.words:
            words.setdefault(word, []).append((row.office, row.places))
    longest: dict[str, int] = {}
    for key in words:
        first, *rest = key.split()
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return Offices(held, words, regions, longest, frozenset(of for _, of in held))


def was_in_office(term: Term, day: str) -> bool:
    """True where the term surely covers the day (or the whole month or year, if that is all that is known)."""
    first, last = (day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10], (day + "-12-31")[:10]
    if len(day) == 7:
        last = day + "-31"
    begun = first >= term.start if len(term.start) == 10 else first[: len(term.start)] > term.start
    return begun and last[: len(term.end)] < term.end


def find_office_words(words: Sequence[Word], book: Gazetteer) -> tuple[str, list[Word]] | None:
    """The one office (its words) that a mention names, and the other words, small ones left out; None without one."""
    found = find_keys(words, list_offices(book).words, list_offices(book).longest)
    if len(found) != 1:
        return None
    rest = [w for n, w in enumerate(words) if not found[0].first <= n < found[0].last and w.key not in _SMALL]
    return found[0].key, rest


def holders_of(office_words: str, places: Iterable[str], day: str, book: Gazetteer) -> list[Holder]:
    """Who held an office of these words in one of the states or bodies on that day, each once."""
    offices = list_offices(book)
    found = {}
    for place in places:
        for office, only in offices.words.get(office_words, ()):
            if only and place not in only:
                continue
            names = [office, *(f"{office} of {region}" for region in offices.regions.get((office, place), ()))]
            for name in names:
                for holder in offices.held.get((name, place), ()):
                    if was_in_office(holder.term, day):
                        found[holder.entry.name] = holder
    return list(found.values())


def find_by_surname(
    titles: Iterable[str], name: Sequence[Word], places: Iterable[str], day: str | None, book: Gazetteer
) -> tuple[Entry, str] | None:
    """The holder on that day of an office with one of these titles whose name the words are, perhaps misspelt.

    Gives the entry and the why; None where nobody or more than one fits.
    """
    if not day:
        return None
    titles, places = tuple(titles), tuple(places)
    best: list[tuple[float, Holder]] = []
    for title in titles:
        for holder in holders_of(title, places, day, book):
            best.append((_likeness(name, holder.entry), holder))
    if not any(score >= LIKE for score, _ in best):  # of another country, but hardly anyone else
        everywhere = [h for title in titles for h in holders_of(title, list_offices(book).places, day, book)]
        best = [(_score_stranger(name, h.entry), h) for h in everywhere]
    best = sorted({(score, h.entry.name): (score, h) for score, h in best}.values(), key=lambda row: -row[0])
    if not best or best[0][0] < LIKE or (len(best) > 1 and best[1][0] >= LIKE and best[1][1].entry != best[0][1].entry):
        return None
    score, holder = best[0]
    written = " ".join(word.surface for word in name)
    return holder.entry, f"“{written}” is like {holder.entry.name} ({score:.2f}); {tell_term(holder, day, book)}"


def _score_stranger(name: Sequence[Word], entry: Entry) -> float:
    """1 for a holder of exactly this surname; the likeness for one of exactly this first name; else 0."""
    own = fold_name(entry.name).split()
    if own[-1] == name[-1].key:
        return 1.0
    likeness = _likeness(name, entry) if len(name) > 1 and own[0] == name[0].key else 0.0
    return likeness if likeness >= ALIKE else 0.0


def _likeness(name: Sequence[Word], entry: Entry) -> float:
    """How alike the last words of two names are, 0 to 1; first names that differ wholly make it 0."""
    keys = [word.key for word in name]
    own = fold_name(entry.name).split()
    if len(keys) == 1:
        return max(OSA.normalized_similarity(keys[0], own[-1]), 1.0 if keys[0] in own[1:] else 0.0)
    surname = max(OSA.normalized_similarity(key, each) for key in keys[1:] for each in own[1:] or own)
    first = max(OSA.normalized_similarity(key, own[0]) for key in keys[:2])
    return min(surname, 1.0) if first >= LIKE else 0.0


def tell_term(holder: Holder, day: str, book: Gazetteer) -> str:
    """The reason in words: who held which office since when, on which day of report."""
    place = book.state_of[holder.term.of].name if holder.term.of in book.state_of else holder.term.of
    return (f"{holder.entry.name} held the office “{holder.term.office}” ({place}) from {holder.term.start} until "
            f"{holder.term.end} or later, the report is of {day}")  # fmt: skip


def find_by_office(
    words: Sequence[Word], home: str | None, day: str | None, book: Gazetteer, has_case: bool
) -> Holder | None:
    """The holder whom a mention without a name means: "the president", "the French foreign minister".

    The state is told by the words, else it is the report's own (`home`). None without a day, with words that no table
    explains ("former president"), and where not exactly one holder fits.
    """
    if not day:
        return None
    told = list(book.list_countries(words, has_case))
    inside = {n for found, _ in told for n in range(found.first, found.last)}
    found = find_office_words([word for n, word in enumerate(words) if n not in inside], book)
    if found is None:
        return None
    office, rest = found
    places = {row.iso for _, row in told}
    if key_of([word.key for word in rest]) in {"un", "nato", "eu"}:
        return None
    only = {place for _, rows in list_offices(book).words[office] for place in rows or ("",)}
    if not places and office != "secretary" and "" not in only and (home not in only or not home):
        places = only
    if not places and (office in {"leader", "secretary"} or home is None):
        return None
    holders = holders_of(office, places or {home or ""}, day, book)
    if rest:
        region = key_of([word.key for word in rest])
        holders = [h for h in holders if h.term.office.partition(" of ")[2] == region]
    else:
        holders = [h for h in holders if " of " not in h.term.office or h.term.office == "head of state"] or holders
    return holders[0] if len(holders) == 1 else None
