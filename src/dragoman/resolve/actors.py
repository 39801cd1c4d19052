"""Who takes part and who speaks: the actors of a report under one name each, with every spelling it uses.

Organised and public actors only. Private persons (victims, witnesses, passers-by) get no identity: a person is
listed when an office, rank or public title stands with the name, when a source has a role ("analyst"), or when the
gazetteer has the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Actor, Event, Report, Statement
from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.groups import Group, group_readings
from dragoman.resolve.home import find_home
from dragoman.resolve.mentions import Pages, list_mentions, read_mention
from dragoman.resolve.shortforms import add_short_forms
from dragoman.resolve.spellings import add_spellings
from dragoman.terms import ActorKind


def name_actors(report: Report, events: Sequence[Event], statements: Sequence[Statement]) -> tuple[Actor, ...]:
    """The actors of the report's events and statements, in the order in which the text first names them.

    Each has its name, kind, country (ISO 3166-1 alpha-3 or None), PLOVER sectors (the most exact first), all its
    spellings in this report and the reason in words. Raises AssetError where the gazetteer cannot be read.
    """
    book = open_gazetteer()
    pages = Pages(report)
    mentions = list_mentions(events, statements)
    readings = [reading for mention in mentions for reading in read_mention(mention, pages, book)]
    home = find_home(pages, book)
    groups, unnamed = group_readings(readings, pages, book)
    groups = add_short_forms(groups, unnamed, home, pages, book)
    add_spellings(groups, pages, book)
    return tuple(_to_actor(group, home) for group in sorted(groups, key=lambda group: group.first))


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
    )
