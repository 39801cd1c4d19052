"""All the place names of one report, weighed against one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.records import Report, Span
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.places_find import find_names
from dragoman.resolve.places_index import Kind, PlaceIndex, Row, fold_place
from dragoman.resolve.places_rank import Name, list_candidates, weigh_names

_GAP = re.compile(r"(?:,| in| of|, in|\s*\(|['’]s)?\s*(?:the\s+)?$")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\d?\.|news\.|m\.|edition\.)*([\w-]+)\.(?:[\w-]+\.)*([a-z]{2,})(?:/|$)", re.I)
_TOP = {"uk": "GBR", "au": "AUS", "ca": "CAN", "nz": "NZL", "ie": "IRL", "in": "IND", "za": "ZAF", "pk": "PAK",
        "ng": "NGA", "ke": "KEN", "ph": "PHL", "sg": "SGP", "my": "MYS", "il": "ISR", "de": "DEU", "fr": "FRA",
        "jp": "JPN", "cn": "CHN", "ru": "RUS", "lk": "LKA", "bd": "BGD", "np": "NPL", "gh": "GHA", "ug": "UGA",
        "tz": "TZA", "zw": "ZWE", "jm": "JAM", "lb": "LBN", "ae": "ARE", "eg": "EGY", "tr": "TUR", "ir": "IRN",
        "iq": "IRQ"}  # fmt: skip
_SHORTEST = 6  # letters of a town's name at the start of a domain


def weigh_report(report: Report, spans: Sequence[Span], index: PlaceIndex, book: Gazetteer) -> dict[Span, Name]:
    """What each of the given spans may mean, weighed with every other place name of the report."""
    given = sorted(set(spans))
    found = [each for each in find_names(report.text, index, book) if not _touches(each, given)]
    mentions = sorted([*given, *found])
    names: dict[str, Name] = {}
    for at, span in enumerate(mentions):
        name = names.get(span.text)
        if name is None:
            name = names[span.text] = Name(fold_place(span.text), span.text)
            name.candidates = list_candidates(span.text, index, book)
        else:
            name.count += 1
        own = any(each.row.kind is Kind.COUNTRY for each in name.candidates)
        told = _list_told(report.text, mentions, at, index, book)
        name.told += [row for row in told if not own or row.kind is Kind.DIVISION]
    for each in _list_hints(report, index, book):
        names.setdefault(f"hint {each.surface}", each)
    weigh_names(list(names.values()), list_home(report))
    return {span: names[span.text] for span in given}


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _list_told(text: str, mentions: Sequence[Span], at: int, index: PlaceIndex, book: Gazetteer) -> list[Row]:
    """The countries and divisions named right behind a mention ("Springfield, Illinois")."""
    if at + 1 >= len(mentions):
        return []
    here, after = mentions[at], mentions[at + 1]
    between = text[here.end : after.start]
    if len(between) > 8 or not between or not _GAP.fullmatch(between):
        return []
    return [each.row for each in list_candidates(after.text, index, book)
            if each.whole and each.row.kind in (Kind.COUNTRY, Kind.DIVISION)]  # fmt: skip


def _list_hints(report: Report, index: PlaceIndex, book: Gazetteer) -> list[Name]:
    """Names that the title, the publisher and the domain hold, as evidence beside those of the text."""
    hints = []
    for text in (report.title or "", report.publisher or ""):
        for span in find_names(text, index, book):
            hints.append(Name(fold_place(span.text), span.text))
    for address in (report.publisher, report.url):
        domain = _DOMAIN.match(address or "")
        if domain:
            host = domain.group(1).lower().removeprefix("the")
            for size in range(len(host), _SHORTEST - 1, -1):
                if index.has_key(host[:size]):
                    hints.append(Name(host[:size], host[:size]))
                    break
    for each in hints:
        each.candidates = list_candidates(each.surface, index, book)
    return hints


def list_home(report: Report) -> list[str]:
    """The countries (alpha-3) that the publisher is at home in, by the end of its domain."""
    homes = []
    for address in (report.publisher, report.url):
        domain = _DOMAIN.match(address or "")
        if domain and domain.group(2).lower() in _TOP:
            homes.append(_TOP[domain.group(2).lower()])
    return homes
