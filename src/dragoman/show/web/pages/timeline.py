"""Incidents over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.export.quads import QUAD_OF, Quad
from dragoman.export.situation_columns import TIMELINE_COLUMNS
from dragoman.show.web.answers import Answers
from dragoman.show.web.facets import Facet, list_facets
from dragoman.show.web.filters import FILTERS, list_asked, read_filter
from dragoman.show.web.page import Asked, Door, Page, make_sheet
from dragoman.show.web.quads import QuadCounts, count_quads
from dragoman.views import Period, TimelineRow


class PeriodRow(Struct, frozen=True):
    """A period by its first day: incidents by quad, and their dead added up."""

    period: str
    counts: QuadCounts
    killed_low: int
    killed_high: int


class TimelineData(Struct, frozen=True):
    """How many incidents of which type began in which period; those without a day are left out."""

    by: Period
    asked: dict[str, str]
    facets: tuple[Facet, ...]
    n_incidents: int
    periods: tuple[PeriodRow, ...]
    rows: tuple[TimelineRow, ...]


def read_page(answers: Answers, asked: Asked) -> Page[TimelineData]:
    """The incidents by the period in which they began."""
    wanted, by = read_filter(asked.query), _read_period(asked.query.get("by") or Period.MONTH)
    rows = answers.keep(("timeline", wanted, by), lambda: answers.situation.timeline(wanted, by=by))
    data = TimelineData(
        by=by,
        asked=list_asked(asked.query),
        facets=list_facets(answers, answers.rows(wanted), "/timeline", asked.query),
        n_incidents=sum(row.n_incidents for row in rows),
        periods=tuple(_add_up(rows)),
        rows=tuple(rows),
    )
    return Page("Timeline", data, make_sheet(TIMELINE_COLUMNS, rows))


def _read_period(word: str) -> Period:
    if word not in list(Period):
        raise UsageError(f"{word[:80]!r} is no period. Ask by day, week or month")
    return Period(word)


def _add_up(rows: Sequence[TimelineRow]) -> Iterator[PeriodRow]:
    for period, group in groupby(rows, key=lambda row: row.period):
        mine, counts = list(group), Counter[Quad]()
        for row in mine:
            counts[QUAD_OF[row.type]] += row.n_incidents
        yield PeriodRow(
            period, count_quads(counts), sum(row.killed_low for row in mine), sum(row.killed_high for row in mine)
        )


DOORS = (Door("/timeline", "timeline.html", read_page, {**FILTERS, "by": "day, week or month"}),)
