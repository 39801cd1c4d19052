"""Where events happened: the place words of a report, each with name, point, country, division, precision and why.

A place is looked up in the index (`places_index`), what the name may mean is weighed with all other place names of the
report (`places_rank`), and words about it ("near", "northern", "border") make the point less exact (`places_reasons`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dragoman.records import Event, Place, Report, Span
from dragoman.resolve.gazetteer import Gazetteer, open_gazetteer
from dragoman.resolve.places_index import Kind, Naming, PlaceIndex, fold_place, open_places
from dragoman.resolve.places_rank import Candidate, Name, contains, list_candidates
from dragoman.resolve.places_reasons import tell_precision, tell_why
from dragoman.resolve.places_report import weigh_report
from dragoman.resolve.places_words import SORTS, Reading, find_near, read_place
from dragoman.resolve.rows import CountryWord, Found
from dragoman.resolve.words import fold_name, has_case, read_words

_CUT = re.compile(r"\s*[,;()]\s*|\s+(?:in|of|near|outside|around|from|to|at|on|inside|between|and|off|across|along)\s+"
                  r"|['’]s\s+")  # fmt: skip
_SEEN = 15_000  # inhabitants from which a town is taken in a text without capitals
_KNOWN = 500_000  # inhabitants from which it needs no other place of its country
_MEANING = {"name": "the name of", "also": "a name of", "people": "an adjective of", "capital": "the capital of",
            "seat": "the seat of government of", "within": "a place in"}  # fmt: skip


class _Head(NamedTuple):
    """What the words of an event's place come down to: the name in them and what it means."""

    name: Name
    best: Candidate
    reading: Reading


def name_places(
    report: Report, events: Sequence[Event], lists: Gazetteer | None = None, index: PlaceIndex | None = None
) -> tuple[Place, ...]:
    """The places of the events in text order, each with its name, point and country where known, and why.

    Words that mean the same place with the same precision are one place; so are unknown ones that differ by what frames
    them alone ("the market", "a market"), which have neither point nor id. Raises AssetError where the gazetteer or
    the index of places cannot be read.
    """
    spans = sorted({span for event in events for span in event.place})
    if not spans:
        return ()
    index, book, cased = index or open_places(), lists or open_gazetteer(), has_case(report.text)
    pieces = {span: _split_place(span, cased, index, book) for span in spans}
    names = weigh_report(report, [piece for found in pieces.values() for piece in found], index, book)
    known: dict[tuple[object, ...], list[tuple[Span, _Head | None]]] = {}
    for span in spans:
        head = _choose_head(span, pieces[span], names, index)
        bare = read_place(span.text)
        key = fold_name(span.text[bare.start : bare.end])
        place = (head.best.row.row, tell_precision(head.best, head.reading)) if head else (key,)
        if head or key:
            known.setdefault(place, []).append((span, head))
    return tuple(_to_place(found, index, book, cased) for found in known.values())


def _split_place(span: Span, cased: bool, index: PlaceIndex, book: Gazetteer) -> list[Span]:
    """The names inside the words of a place, as spans of the text; one where the words are a name as a whole."""
    pieces = [span]
    if not _may_be(span.text, cased, index, book):
        cuts = [(m.start(), m.end()) for m in _CUT.finditer(span.text)]
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(span.text)]
        pieces = [_cut(span, a, b) for a, b in zip(starts, ends, strict=True) if a < b]
    return [piece for piece in pieces if _may_hold(piece.text, cased, index, book)]


def _may_be(words: str, cased: bool, index: PlaceIndex, book: Gazetteer) -> bool:
    """Whether words as a whole are listed; only names of users' tables may be without a capital."""
    found = [each for each in list_candidates(words, index, book) if each.whole]
    return bool(found) if _is_named(words, cased) else any(each.row.source for each in found)


def _may_hold(words: str, cased: bool, index: PlaceIndex, book: Gazetteer) -> bool:
    """Whether words or a piece of them are listed, with the same bound."""
    found = list_candidates(words, index, book)
    return bool(found) if _is_named(words, cased) else any(each.row.source and each.whole for each in found)


def _is_named(words: str, cased: bool) -> bool:
    """Whether words hold a name: a capital letter, where the text has any."""
    return not cased or any(map(str.isupper, words))


def _cut(span: Span, start: int, end: int) -> Span:
    return Span(span.start + start, span.start + end, span.text[start:end])


def _choose_head(span: Span, pieces: Iterable[Span], names: Mapping[Span, Name], index: PlaceIndex) -> _Head | None:
    """The name that says where: the first that is no adjective, or one inside it that a later piece tells.

    None where no piece is known, or where the words name a line between two countries.
    """
    found = [(piece, names[piece], best) for piece in pieces if (best := names[piece].best)]
    found = [each for each in found if _is_likely(each[2], each[0].text, index)]
    nouns = [each for each in found if each[2].naming is not Naming.PEOPLE] or found
    if not nouns:
        return None
    head = nouns[0]
    for each in nouns[1:]:
        if contains(head[2].row, each[2].row):
            head = each
    reading = _read_around(span, head[0])
    if reading.line in fold_place(head[2].row.name).split():  # "Gold Coast" is a town
        reading = reading._replace(line=None)
    countries = {each[2].row.country for each in nouns if each[2].row.kind is Kind.COUNTRY}
    if reading.line and len(countries) > 1 and head[2].row.kind is Kind.COUNTRY:
        return None
    return _Head(head[1], head[2], reading)


def _is_likely(best: Candidate, words: str, index: PlaceIndex) -> bool:
    """Whether a meaning is likely enough for where an event happened.

    A piece of a longer name counts where it begins it and is a town ("Kabul airport", but not "a CIA Annex" or "a U.S.
    compound"). In words without capitals a town needs its own name, size, and another place of its country around.
    """
    row, reading = best.row, read_place(words)
    key = fold_place(words[reading.start : reading.end])
    town = row.kind in (Kind.TOWN, Kind.COUNTY)
    if row.source:
        return True
    if not best.whole:
        return row.kind in (Kind.TOWN, Kind.CAPITAL) and key.startswith(fold_place(row.name))
    if any(map(str.isupper, words)):
        return True
    if key in SORTS or any(key in index.words[each] for each in ("little", "everyday", "pieces")):
        return False
    around = best.features["with_country"] > 0 or row.population >= _KNOWN
    return not town or (best.naming is Naming.MAIN and row.population >= _SEEN and around)


def _read_around(span: Span, piece: Span) -> Reading:
    """The reading of the words from the start of the place to the end of the name in it."""
    words = span.text[: piece.start - span.start]
    before, own = read_place(f"{words} X"), read_place(piece.text)
    line = read_place(span.text).line
    near = own.near or (words.strip(" ,") if find_near(words) else None)
    return own._replace(near=near, part=own.part or before.part, line=line)


def _to_place(found: Sequence[tuple[Span, _Head | None]], index: PlaceIndex, book: Gazetteer, cased: bool) -> Place:
    """One place from its spans; the first tells the reason."""
    spans = tuple(span for span, _ in found)
    spellings = tuple(dict.fromkeys(span.text for span in spans))
    head = found[0][1]
    if head is None:
        return _leave_open(spans, spellings, book, cased)
    row = head.best.row
    state = book.state_of.get(row.country or "")
    division = row if row.kind is Kind.DIVISION else None if row.division is None else index.read_row(row.division)
    return Place(
        name=state.name if state and row.kind is Kind.COUNTRY else row.name,
        country=row.country,
        spellings=spellings,
        why=tell_why(head.name, head.best, head.reading, index, book),
        id=index.describe_id(row),
        lat=row.lat,
        lon=row.lon,
        admin1=row.admin1 or (division.name if division else None),
        precision=tell_precision(head.best, head.reading),
        spans=spans,
    )


def _leave_open(spans: tuple[Span, ...], spellings: tuple[str, ...], book: Gazetteer, cased: bool) -> Place:
    """A place without a point: its bare words as name, and the country where one word of it tells one."""
    words, reading = spans[0].text, read_place(spans[0].text)
    told = _narrowest(list(book.list_countries(read_words(words), cased)))
    why = "no point: the index of places has no name in these words that is likely enough"
    if told:
        keys = read_words(words)[told[0].first : told[0].last]
        written = " ".join(word.surface for word in keys)
        why += f"; “{written}” is {_MEANING[told[1].what]} {book.state_of[told[1].iso].name}"
    elif reading.line:
        why = f"no point: the word “{reading.line}” means a line between places of several countries, or an unknown one"
    name = words[reading.start :]
    return Place(name=name, country=told[1].iso if told else None, spellings=spellings, why=why, spans=spans)


def _narrowest(countries: list[tuple[Found, CountryWord]]) -> tuple[Found, CountryWord] | None:
    """The country word to go by: the only country, else none; of several words of one country the last."""
    return countries[-1] if len({told.iso for _, told in countries}) == 1 else None
