"""What one report tells of one event, made ready to be compared with what others tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dragoman.merge.pages import Days, Page, read_days
from dragoman.merge.words import Rarity, list_words, stem_text
from dragoman.records import Actor, Count, Event, Record, Span
from dragoman.terms import CountKind, EventType, Status
from dragoman.text import Stretch

_NUMBER_WORDS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
                 "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}  # fmt: skip
_LONG_AGO = 10  # days before publication from which an event is only recalled; a week's review is still news
_OLD_NEWS = 3  # days before the newest event of its report from which one that does not lead it is only recalled
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_RECALLS = re.compile(
    rf"\b(?:earlier(?! (?:on|today|in the))|previous(?:ly)?|last (?:year|month|summer|winter|spring|autumn|{_MONTH})"
    r"|(?:a|two|three|four|five|six|\d+) (?:weeks?|months?|years?) (?:ago|before|earlier)|in the past|back in)\b",
    re.IGNORECASE,
)
_DAYS_OF_YEAR = 365.2425
_LEAD = 3  # sentences in which the news stands
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


class Spot(Struct, frozen=True):
    """A place as it is compared: its id, country and point where known, and the stems of its words.

    `alone` where nothing else in the report is of its country though other words tell others: then its name may well
    be another place's, and it is not held against a join.
    """

    name: str
    stems: frozenset[str]
    id: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: int
    alone: bool = False


class Telling(Struct, frozen=True, kw_only=True):
    """One event of one report, ready to be compared. `key` is (report id, event id).

    `trigger` are the stems of the triggers, `head` those of the fullest one; `sentence`, `around` and `topic` are
    vectors of the trigger's sentence, of that with its neighbours, and of the report; `names` and `numbers` stand in
    the sentence, which is the `number`th, and `near_names` in it or beside it; `about` are the names that the report is
    about, `lands` the countries of all its places and actors. `recalled` says why the report only recalls the event, or
    None; `leads` where it stands at the report's head; `story` is set where reports were grouped by stories.
    """

    key: tuple[str, str]
    trigger: frozenset[str]
    head: frozenset[str]
    sentence: Mapping[str, float]
    around: Mapping[str, float]
    topic: Mapping[str, float]
    names: frozenset[str]
    near_names: frozenset[str]
    about: tuple[str, ...]
    numbers: frozenset[str]
    number: int
    type: EventType | None = None
    modes: frozenset[str] = frozenset()
    days: Days | None = None
    date: str | None = None
    published: Days | None = None
    spots: tuple[Spot, ...] = ()
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    tolls: Mapping[CountKind, Count] = {}
    status: Status | None = None
    recalled: str | None = None
    leads: bool = False
    lands: frozenset[str] = frozenset()
    story: int | None = None


def describe_record(record: Record, rarity: Rarity) -> tuple[Telling, ...]:
    """The events of a record as tellings, in its order."""
    known = [*(place.name for place in record.places), *(actor.name for actor in record.actors)]
    page = Page(record, rarity, known)
    told = (*(place.country for place in record.places), *(actor.country for actor in record.actors))
    lands = frozenset(country for country in told if country)
    newest = _find_newest(page, record.events)
    return tuple(
        replace(_describe_event(event, record, page), lands=lands, recalled=_tell_recalled(page, event, newest))
        for event in record.events
    )


def describe_mention(page: Page, span: Stretch, key: tuple[str, str]) -> Telling:
    """Bare words of a report as a telling: what a mention tells of which nothing but the place is known."""
    return _describe_words(page, [Span(span.start, span.end, page.report.text[span.start : span.end])], key)


def _describe_event(event: Event, record: Record, page: Page) -> Telling:
    days = read_days(event.date)
    said = [actor for span in event.actor for actor in _named(span, record.actors)]
    return replace(
        _describe_words(page, event.triggers, (record.id, event.id)),
        type=event.type,
        modes=frozenset(event.modes),
        days=days,
        date=event.date,
        published=page.published,
        spots=tuple(spot for span in event.place for spot in _spots_of(span, record)),
        actors=frozenset(actor.name for actor in said) | _stems_of(event.actor),
        recipients=frozenset(a.name for s in event.recipient for a in _named(s, record.actors))
        | _stems_of(event.recipient),
        tolls={kind: count for kind in CountKind if (count := getattr(event, kind.value)) is not None},
        status=event.status,
        leads=_leads(page, event),
    )


def _leads(page: Page, event: Event) -> bool:
    """Whether an event stands at the head of its report, or in its title."""
    if any(page.number_of(span.start) < _LEAD for span in event.triggers):
        return True
    title = set(stem_text(page.report.title or ""))
    return any(title & set(stem_text(span.text)) for span in event.triggers)


def _describe_words(page: Page, triggers: Sequence[Span], key: tuple[str, str]) -> Telling:
    stems = [frozenset(stem_text(span.text)) or frozenset([span.text.casefold()]) for span in triggers]
    numbers = {page.number_of(span.start) for span in triggers}
    near = {n + step for n in numbers for step in (-1, 0, 1)}
    text, around = page.text_of(numbers), page.text_of(near)
    return Telling(
        key=key,
        trigger=frozenset[str]().union(*stems),
        head=stems[0],
        sentence=page.rarity.weigh(stem_text(text)),
        around=page.rarity.weigh(stem_text(around)),
        topic=page.topic,
        names=page.names_in(numbers),
        near_names=page.names_in(near),
        about=page.about,
        numbers=_numbers_in(text),
        number=min(numbers),
    )


def _named(span: Span, actors: Sequence[Actor]) -> list[Actor]:
    return [actor for actor in actors if span.text in actor.spellings]


def _stems_of(spans: Iterable[Span]) -> frozenset[str]:
    return frozenset(stem for span in spans for stem in stem_text(span.text))


def _spots_of(span: Span, record: Record) -> list[Spot]:
    stems = frozenset(stem_text(span.text))
    places = record.places
    found = [place for place in places if span in place.spans] or [p for p in places if span.text in p.spellings]
    if not found:
        return [Spot(span.text, stems, None, None, None, None, 7)]
    place = found[0]
    lands = Counter(p.country for p in places if p.country) + Counter(a.country for a in record.actors if a.country)
    alone = place.country is not None and lands[place.country] == 1 and len(lands) > 1
    stems |= frozenset(stem_text(place.name))
    return [Spot(place.name, stems, place.id, place.country, place.lat, place.lon, place.precision or 7, alone)]


def _tell_recalled(page: Page, event: Event, newest: Days | None) -> str | None:
    """Why a report only recalls an event: its day lies far back, or it has none and stands with words that say so."""
    leads, days = page.number_of(event.triggers[0].start) == 0, read_days(event.date)
    if days:
        if page.published and page.published.first - days.last > _LONG_AGO:
            return f"{event.date} lies {page.published.first - days.last} days before the report"
        if newest and newest.first - days.last >= _OLD_NEWS and not leads:
            return f"{event.date} lies {newest.first - days.last} days before the report's newest event"
        return None
    sentence = page.text_of([page.number_of(event.triggers[0].start)])
    cue = _RECALLS.search(sentence)
    if cue and not leads:
        return f"“{cue.group()}” stands with it"
    years = {int(year) for year in _YEAR.findall(sentence)}
    if years and page.published and max(years) < page.published.first // _DAYS_OF_YEAR:
        return f"the year {max(years)} stands with it"
    return None


def _find_newest(page: Page, events: Sequence[Event]) -> Days | None:
    """The latest day of an event that has happened by the day of the report."""
    days = [d for event in events if event.status is Status.ACTUAL and (d := read_days(event.date)) and d.width == 1]
    past = [d for d in days if page.published is None or d.first <= page.published.last]
    return max(past, key=lambda d: d.first, default=None)


def _numbers_in(text: str) -> frozenset[str]:
    words = [word.casefold() for _, word in list_words(text)]
    return frozenset(
        _NUMBER_WORDS.get(word, word.replace(",", "")) for word in words if word[0].isdigit() or word in _NUMBER_WORDS
    )
