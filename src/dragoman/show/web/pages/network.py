"""Who acts on whom, by quad and month."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from dragoman.export.quads import QUAD_OF, Quad
from dragoman.export.sheet import Column
from dragoman.show.web.answers import Answers
from dragoman.show.web.facets import Facet, list_facets
from dragoman.show.web.filters import FILTERS, list_asked, read_filter
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.quads import QuadCounts, count_quads
from dragoman.views import IncidentRow

_LINKS = 5_000  # rows that go to the browser: those of the pairs with most incidents
_PAIRS = 60


class Link(Struct, frozen=True):
    """How many incidents of a quad, that began in a month ("" where no day is told), an actor did to a recipient."""

    actor: str
    recipient: str
    quad: Quad
    period: str
    n: int


class Pair(Struct, frozen=True):
    """An actor and a recipient: their incidents by quad."""

    actor: str
    recipient: str
    counts: QuadCounts


class NetworkData(Struct, frozen=True):
    """Who acts on whom. `links` are those of the pairs with most incidents; its CSV holds them all."""

    asked: dict[str, str]
    facets: tuple[Facet, ...]
    n_pairs: int
    pairs: tuple[Pair, ...]
    links: tuple[Link, ...]


# Words that open with an article, a possessive or a number: no bare name.
_COMMON = re.compile(
    r"(?:the|an?|its|his|her|their|some|several|at least|more than|\d+|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)

COLUMNS: tuple[Column[Link], ...] = (
    Column("actor", str, "Who does it", lambda link: link.actor),
    Column("recipient", str, "To whom", lambda link: link.recipient),
    Column("quad", str, "Verbal or material, cooperation or conflict", lambda link: link.quad),
    Column("period", str, "The month in which it began", lambda link: link.period or None),
    Column("incidents", int, "How many", lambda link: link.n),
)


def read_page(answers: Answers, asked: Asked) -> Page[NetworkData]:
    """Who acts on whom, by quad and month."""
    rows = answers.rows(read_filter(asked.query))
    links = list_links(rows, answers.public())
    pairs: dict[tuple[str, str], Counter[Quad]] = defaultdict(Counter)
    for link in links:
        pairs[link.actor, link.recipient][link.quad] += link.n
    most = sorted(pairs.items(), key=lambda each: (-sum(each[1].values()), each[0]))
    rank = {pair: number for number, (pair, _) in enumerate(most)}
    links.sort(key=lambda link: (rank[link.actor, link.recipient], link.period, link.quad))
    data = NetworkData(
        asked=list_asked(asked.query),
        facets=list_facets(answers, rows, "/network", asked.query),
        n_pairs=len(pairs),
        pairs=tuple(Pair(*pair, count_quads(counts)) for pair, counts in most[:_PAIRS]),
        links=tuple(links[:_LINKS]),
    )
    return Page("Network", data, make_sheet(COLUMNS, links))


def list_links(rows: Sequence[IncidentRow], public: frozenset[str]) -> list[Link]:
    """Every actor of an incident with every recipient of it, by quad and month.

    Those are bodies, public figures and groups in common words ("the rebels"): no private person's name.
    """
    counts = Counter(
        (actor, recipient, QUAD_OF[row.type], (row.date_from or "")[:7])
        for row in rows
        for actor in row.actors
        for recipient in row.recipients
        if all(name in public or _COMMON.match(name) for name in (actor, recipient))
    )
    return [Link(*key, n) for key, n in counts.items()]


DOORS = (Door("/network", "network.html", read_page, FILTERS),)
