"""Who takes part and who speaks: the actors of a report under one name each, with every spelling it uses.

Organised and public actors only. Private persons (victims, witnesses, passers-by) get no identity: a person is
listed when an office, rank or public title stands with the name, when a source has a role ("analyst"), or when the
gazetteer has the name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.records import Actor, Event, Report, Statement
from dragoman.resolve.gazetteer import Gazetteer, open_gazetteer
from dragoman.resolve.groups import Group, group_readings
from dragoman.resolve.home import HOME_SHARE, HOME_WORDS, find_home
from dragoman.resolve.mentions import Pages, list_mentions, read_medium, read_mention
from dragoman.resolve.people import list_people
from dragoman.resolve.shortforms import add_short_forms
from dragoman.resolve.spellings import add_spellings
from dragoman.terms import ActorKind


def name_actors(
    report: Report, events: Sequence[Event], statements: Sequence[Statement], lists: Gazetteer | None = None
) -> tuple[Actor, ...]:
    """The actors of the report's events and statements, in the order in which the text first names them.

    Each has its name, kind, country (ISO 3166-1 alpha-3 or None), PLOVER sectors (the most exact first), all its
    spellings in this report, the reason in words, and its id where a list has one. `lists` is the gazetteer, by default
    the one that the package brings; one that is at home somewhere keeps its country. Raises AssetError where the
    gazetteer cannot be read.
    """
    pages, lists = Pages(report), lists or open_gazetteer()
    home = find_own_country(pages, lists)
    book = lists.at_home(home, report.published)
    mentions = list_mentions(events, statements)
    readings = [reading for mention in mentions for reading in read_mention(mention, pages, book)]
    readings += [r for s in statements if s.medium for r in read_medium(s.medium, pages, book)]
    people = list_people(pages, [s.source for s in statements if s.source], book)
    groups, unnamed = group_readings(readings, people, pages, book)
    groups = add_short_forms(groups, unnamed, home, pages, book)
    add_spellings(groups, pages, book)
    return tuple(_to_actor(group, home) for group in sorted(groups, key=lambda group: group.first))


def find_own_country(pages: Pages, lists: Gazetteer) -> str | None:
    """The country (alpha-3) that the report is of: the one that `lists` is at home in, else what its words tell."""
    return lists.home or find_home(pages, lists) or _home_of_bodies(pages, lists)


def _home_of_bodies(pages: Pages, book: Gazetteer) -> str | None:
    """The country (alpha-3) of most listed bodies and country words of the text together, where country words alone
    tell none: a guerrilla radio that speaks of its own country does not name it."""
    told = [row.iso for _, row in book.list_countries(pages.words, pages.has_case)]
    told += [body.country for body in pages.bodies(book) if body.country and body.kind is not ActorKind.MEDIA]
    ranked = Counter(told).most_common(1)
    if not ranked or ranked[0][1] < HOME_WORDS or ranked[0][1] / len(told) < HOME_SHARE:
        return None
    return ranked[0][0]


def _to_actor(group: Group, home: str | None) -> Actor:
    body = group.body
    country, why = body.country, body.why
    if country is None and home and group.is_local:
        country = home
        why += f"; country {home} inferred: most country words of the report tell it"
    return Actor(
        name=body.name,
        kind=ActorKind(body.kind),
        country=country,
        sector=body.sector,
        spellings=tuple(group.spellings),
        why=why,
        id=body.id,
    )
