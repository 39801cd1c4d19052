"""Where events happened: the place words of a report, under one name each, with the country that they tell.

First edition: names and countries from the words alone; coordinates and GeoNames ids come with a later one.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Event, Place, Report, Span
from dragoman.resolve.gazetteer import CountryWord, Found, Gazetteer, open_gazetteer
from dragoman.resolve.words import Word, has_case, key_of, read_words

# Words in front of a name that say what sort of place it is or where in it: no part of the name.
_FRAME = frozenset({"the", "a", "an", "in", "at", "near", "of", "around", "outside", "inside", "central", "eastern",
                    "western", "northern", "southern", "downtown", "greater", "city", "town", "village", "province",
                    "district", "capital", "state", "region", "area", "department", "governorate",
                    "neighbouring", "neighboring", "southeastern", "southwestern", "northeastern", "northwestern",
                    "mainland", "rural", "suburb", "municipality"})  # fmt: skip
_MEANING = {"name": "the name of", "also": "a name of", "people": "an adjective of", "capital": "the capital of",
            "seat": "the seat of government of", "within": "a place in"}  # fmt: skip


def name_places(report: Report, events: Sequence[Event]) -> tuple[Place, ...]:
    """The places of the events in text order, each with its name, its country where the words tell one, and why.

    Spellings that differ by article, case, accents or a word such as "province" alone are one place. A place
    without a proper name ("a market") keeps its words as name and has no country. Raises AssetError where the
    gazetteer cannot be read.
    """
    book = open_gazetteer()
    cased = has_case(report.text)
    grouped: dict[str, list[Span]] = {}
    for span in sorted({span for event in events for span in event.place}):
        words = _strip_frame(read_words(span.text))
        grouped.setdefault(key_of([word.key for word in words]), []).append(span)
    return tuple(_to_place(spans, book, cased) for key, spans in grouped.items() if key)


def _to_place(spans: Sequence[Span], book: Gazetteer, cased: bool) -> Place:
    """One place from its spellings; the first tells the name."""
    words = read_words(spans[0].text)
    bare = _strip_frame(words)
    name = spans[0].text[bare[0].start : bare[-1].end]
    told = _narrowest(list(book.list_countries(words, cased)))
    whole = book.find_country(bare, cased)
    if whole and whole.what in {"name", "also"}:
        name = book.state_of[whole.iso].name
    country = told[1].iso if told else None
    why = "no word of it tells a country"
    if told:
        written = " ".join(word.surface for word in words[told[0].first : told[0].last])
        why = f"“{written}” is {_MEANING[told[1].what]} {book.state_of[told[1].iso].name}"
    return Place(name=name, country=country, spellings=tuple(dict.fromkeys(s.text for s in spans)), why=why)


def _narrowest(countries: list[tuple[Found, CountryWord]]) -> tuple[Found, CountryWord] | None:
    """The country word to go by: the only country, else none; of several words of one country the last."""
    return countries[-1] if len({told.iso for _, told in countries}) == 1 else None


def _strip_frame(words: Sequence[Word]) -> list[Word]:
    """Words without those that only frame the name, at both ends; all of them where nothing else is there."""
    first, last = 0, len(words)
    while first < last and words[first].key in _FRAME:
        first += 1
    while last > first and words[last - 1].key in _FRAME:
        last -= 1
    return list(words[first:last]) or list(words)
