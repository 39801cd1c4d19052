"""What a dossier is made of, read from the situation; incidents are read one by one while the page is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from msgspec import Struct

from dragoman.incidents import Conflict, FigureRule
from dragoman.records import Failure, Record
from dragoman.situation import Situation
from dragoman.views import ActorRow, IncidentRow, IncidentView, ReportRow, SourceRow


class Dossier(Struct, frozen=True, kw_only=True):
    """All of a situation, for one page. `made_on` is the day of its making; `view` gives an incident
    by its id, `record` a report by its id and version.
    """

    title: str
    made_on: date
    rule: FigureRule
    reports: tuple[ReportRow, ...]
    incidents: tuple[IncidentRow, ...]
    conflicts: tuple[Conflict, ...]
    sources: tuple[SourceRow, ...]
    actors: tuple[ActorRow, ...]
    failures: tuple[Failure, ...]
    view: Callable[[str], IncidentView]
    record: Callable[[str, int], Record]

    def number_reports(self) -> dict[str, int]:
        """The number of each report in the list of reports, from 1."""
        return {report.id: number for number, report in enumerate(self.reports, 1)}


def gather_dossier(situation: Situation, title: str, made_on: date, rule: FigureRule) -> Dossier:
    """Read what the page needs. The situation has to stay open until the page is written."""
    return Dossier(
        title=title,
        made_on=made_on,
        rule=rule,
        reports=tuple(situation.reports()),
        incidents=tuple(situation.incidents(figures=rule)),
        conflicts=tuple(situation.conflicts()),
        sources=tuple(situation.sources()),
        actors=tuple(situation.actors()),
        failures=tuple(situation.failures()),
        view=partial(situation.incident, figures=rule),
        record=situation.report,
    )
