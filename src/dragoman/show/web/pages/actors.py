"""The list of actors, and one of them: spellings, whom it acts on, who acts on it, what it says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.export.chain import source_name
from dragoman.export.quads import QUAD_OF, Quad
from dragoman.export.sheet import Column
from dragoman.export.situation_columns import INCIDENT_COLUMNS
from dragoman.records import Record
from dragoman.show.web.answers import Answers
from dragoman.show.web.filters import PAGES, read_slice
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.paging import Paging, make_paging
from dragoman.show.web.quads import QuadCounts, count_quads
from dragoman.show.web.reading import find_named, read_newest
from dragoman.situation.describe import is_public
from dragoman.views import ActorRow, IncidentFilter, IncidentRow

COLUMNS: tuple[Column[ActorRow], ...] = (
    Column("name", str, "The best-known name", lambda a: a.name),
    Column("kind", str, "What sort of body or person", lambda a: a.kind),
    Column("country", str, "Its country (ISO 3166-1 alpha-3)", lambda a: a.country),
    Column("incidents", int, "Incidents that it takes part in", lambda a: a.n_incidents),
    Column("events", int, "Events of reports that it takes part in", lambda a: a.n_events),
    Column("as_actor", int, "Of those as doer", lambda a: a.n_as_actor),
    Column("as_recipient", int, "As the one it was done to", lambda a: a.n_as_recipient),
    Column("claimed", int, "That it claims", lambda a: a.n_claimed),
    Column("denied", int, "That it denies", lambda a: a.n_denied),
    Column("first_on", str, "First day", lambda a: a.first_on),
    Column("last_on", str, "Last day", lambda a: a.last_on),
)
_SHOWN = 20  # incidents, ties and sayings on the page of an actor


class ActorsData(Struct, frozen=True):
    """Actors whose names hold `text`, those with most incidents first. Its CSV holds them all."""

    paging: Paging
    text: str
    actors: tuple[ActorRow, ...]


class Tie(Struct, frozen=True):
    """Somebody that an actor has to do with: incidents by quad, in the order of the four quads."""

    name: str
    counts: QuadCounts


class Saying(Struct, frozen=True):
    """Words of an actor: its statement in a report."""

    report: str
    published: str | None
    statement: str
    stance: str
    words: str


class ActorData(Struct, frozen=True):
    """One actor. `rows` are the bodies of this name (in several countries), `spellings` and `said` come from `n_looked`
    reports, the newest that tell of it.
    """

    name: str
    rows: tuple[ActorRow, ...]
    spellings: tuple[str, ...]
    n_looked: int
    n_incidents: int
    incidents: tuple[IncidentRow, ...]
    acts_on: tuple[Tie, ...]
    acted_on_by: tuple[Tie, ...]
    together: tuple[Tie, ...]
    said: tuple[Saying, ...]


def read_list(answers: Answers, asked: Asked) -> Page[ActorsData]:
    """The actors, or those whose names hold the words asked for."""
    text = asked.query.get("text", "").strip()
    rows = [row for row in answers.actors() if text.casefold() in row.name.casefold()]
    start, limit = read_slice(asked.query)
    paging = make_paging(len(rows), start, limit, "/actors", asked.query)
    return Page("Actors", ActorsData(paging, text, tuple(rows[start : start + limit])), make_sheet(COLUMNS, rows))


def read_page(answers: Answers, asked: Asked) -> Page[ActorData]:
    """The actor of a name, also one who only speaks, and its incidents as CSV. Private persons have no page."""
    name = asked.name
    rows = tuple(row for row in answers.actors() if row.name == name)
    mine = [row for row in answers.rows(IncidentFilter(actor=name)) if name in row.actors or name in row.recipients]
    records = read_newest(answers, mine or find_named(answers, name))
    if not rows and not any(actor.name == name and is_public(actor) for each in records for actor in each.actors):
        raise UsageError(f"{name!r} is no body or public figure in this situation. The list of actors has all who act")
    data = ActorData(
        name=name,
        rows=rows,
        spellings=_list_spellings(name, records),
        n_looked=len(records),
        n_incidents=len(mine),
        incidents=tuple(mine[:_SHOWN]),
        acts_on=_list_ties((row, row.recipients) for row in mine if name in row.actors),
        acted_on_by=_list_ties((row, row.actors) for row in mine if name in row.recipients),
        together=_list_ties((row, [n for n in row.actors if n != name]) for row in mine if name in row.actors),
        said=tuple(_list_sayings(name, records))[:_SHOWN],
    )
    return Page(name, data, make_sheet(INCIDENT_COLUMNS, mine))


def _list_spellings(name: str, records: Sequence[Record]) -> tuple[str, ...]:
    counts = Counter(
        " ".join(spelling.split())
        for record in records
        for actor in record.actors
        if actor.name == name
        for spelling in actor.spellings
    )
    return tuple(spelling for spelling, _ in counts.most_common(_SHOWN) if spelling != name)


def _list_ties(found: Iterable[tuple[IncidentRow, Sequence[str]]]) -> tuple[Tie, ...]:
    counts: dict[str, Counter[Quad]] = defaultdict(Counter)
    for row, names in found:
        for name in names:
            counts[name][QUAD_OF[row.type]] += 1
    most = sorted(counts.items(), key=lambda each: (-sum(each[1].values()), each[0]))[:_SHOWN]
    return tuple(Tie(name, count_quads(by_quad)) for name, by_quad in most)


def _list_sayings(name: str, records: Sequence[Record]) -> Iterator[Saying]:
    for record in records:
        for statement in record.statements:
            if statement.content and source_name(statement, record) == name:
                words = " … ".join(" ".join(span.text.split()) for span in statement.content)
                yield Saying(record.id, record.published, statement.id, statement.stance, words)


DOORS = (
    Door("/actors", "actors.html", read_list, {"text": "a part of the name", **PAGES}),
    Door("/actors/{name}", "actor.html", read_page, {}),
)
