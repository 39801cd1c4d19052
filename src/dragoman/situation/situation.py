"""The class `Situation`: an open situation file, what is added to it and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from dragoman.config import Settings
from dragoman.export.sheet import to_arrow
from dragoman.export.situation_columns import EVENT_REPORT_COLUMNS, INCIDENT_COLUMNS, ReportedEvent
from dragoman.incidents import Conflict, EventKey, FigureRule
from dragoman.merge.model import open_model
from dragoman.records import Failure, Record
from dragoman.situation import adding, answers, judge, recode
from dragoman.situation.adding import OnProgress
from dragoman.situation.incremental import Desk
from dragoman.store import Store, ask, log, open_store, reports, tallies
from dragoman.views import (
    ActorRow,
    AddTally,
    Edit,
    IncidentFilter,
    IncidentRow,
    IncidentView,
    Period,
    Recoded,
    ReportRow,
    Ruling,
    SourceRow,
    TimelineRow,
)


class Situation:
    """Many reports in one file, and the incidents that they tell of. Use it in a `with` block, or close it.

    Every method may raise StoreError where the file cannot be read or written, and UsageError where it is asked for
    what is not there.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._desk = Desk(store, open_model())

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Situation:
        """The situation in a file; with `create` a new one where there is none.

        UsageError where there is no such file, StoreError where it is another program's, newer, damaged or busy.
        """
        return cls(open_store(Path(path), create=create))

    def __enter__(self) -> Situation:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(
        self,
        paths: Sequence[str],
        *,
        published: str | None = None,
        jobs: int = 1,
        settings: Settings | None = None,
        on_progress: OnProgress | None = None,
    ) -> AddTally:
        """Read, code and merge the reports behind the paths (as `dragoman read` takes them).

        What is there already is passed over; a report with new content is a new version of its id. Each report is
        written as soon as it is coded, and merged with the others fifty at a time: what is cut short is kept, and the
        next `add` goes on from there. `on_progress` is called with the number of inputs that are done.
        """
        coding = adding.Coding(published, jobs, settings)
        return adding.add_paths(self._desk, paths, coding, on_progress)

    def add_records(self, records: Iterable[Record], *, on_progress: OnProgress | None = None) -> AddTally:
        """Add reports that were coded before (`dragoman read -o records.jsonl`), as `add` does."""
        return adding.add_records(self._desk, records, on_progress)

    def incidents(
        self, asked: IncidentFilter | None = None, *, figures: FigureRule | str = FigureRule.MOST_ORIGINS
    ) -> list[IncidentRow]:
        """The incidents asked for, the earliest first; those without any day last."""
        return answers.list_incidents(self._store, asked, FigureRule(figures))

    def incident(self, id: str, *, figures: FigureRule | str = FigureRule.MOST_ORIGINS) -> IncidentView:
        """Everything known of one incident. An id that it ever had finds it."""
        return answers.view_incident(self._store, id, FigureRule(figures))

    def conflicts(self, asked: IncidentFilter | None = None) -> list[Conflict]:
        """The conflicts of the incidents asked for; `limit` and `offset` count conflicts."""
        return ask.list_conflicts_of(self._store, asked or IncidentFilter())

    def sources(self) -> list[SourceRow]:
        """Outlets and informants, those with most incidents first."""
        return tallies.list_sources(self._store)

    def actors(self) -> list[ActorRow]:
        """Those who take part and are known by name, those with most incidents first."""
        return tallies.list_actors(self._store)

    def timeline(self, asked: IncidentFilter | None = None, *, by: Period | str = Period.MONTH) -> list[TimelineRow]:
        """How many incidents of which type began in which period."""
        return tallies.list_periods(self._store, asked or IncidentFilter(), Period(by))

    def reports(self, text: str | None = None) -> list[ReportRow]:
        """The reports by date of publication, or those that hold the words of `text`."""
        return reports.list_reports(self._store, ask.quote_words(text) if text is not None else None)

    def report(self, id: str, version: int | None = None) -> Record:
        """A report with all that was coded in it; the newest version unless one is told (they count from 1)."""
        return answers.read_report(self._store, id, version)

    def failures(self) -> list[Failure]:
        """What could not be read, and was not read since."""
        return reports.list_failures(self._store)

    def reported_events(self, asked: IncidentFilter | None = None) -> Iterator[ReportedEvent]:
        """The event-report table row by row: every event of the incidents asked for as each report tells it."""
        return answers.iterate_reported(self._store, asked)

    def event_table(self, asked: IncidentFilter | None = None) -> Any:
        """The event-report table as a pyarrow.Table (docs/export.md). AssetError where pyarrow is not installed."""
        return to_arrow(EVENT_REPORT_COLUMNS, self.reported_events(asked))

    def incident_table(
        self, asked: IncidentFilter | None = None, *, figures: FigureRule | str = FigureRule.MOST_ORIGINS
    ) -> Any:
        """The incidents as a pyarrow.Table (docs/export.md). AssetError where pyarrow is not installed."""
        return to_arrow(INCIDENT_COLUMNS, self.incidents(asked, figures=figures))

    def join(self, things: Sequence[str | EventKey], *, why: str, by: str) -> Ruling:
        """Hold incidents (by id) or events (report, event) for one incident, whatever their score."""
        return judge.join(self._desk, things, why, by)

    def split(self, events: Sequence[EventKey], *, why: str, by: str) -> Ruling:
        """Hold events (report, event) of one incident for another than the rest of it."""
        return judge.split(self._desk, events, why, by)

    def edit(self, event: EventKey, field: str, value: str | None, *, why: str, by: str) -> Edit:
        """Put right the type, status, date, responsibility or a figure of an event. The event as read is kept."""
        return judge.edit_event(self._desk, event, field, value, judge.Reason(why, by))

    def undo(self, id: str, *, why: str) -> None:
        """Withdraw a judgement or a correction; it stays in the log."""
        judge.undo(self._desk, id, why)

    def judgements(self) -> list[Ruling]:
        """The log of judgements, the oldest first, withdrawn ones too."""
        return log.list_rulings(self._store)

    def edits(self) -> list[Edit]:
        """The log of corrections, the oldest first, withdrawn ones too."""
        return log.list_edits(self._store)

    def recode(
        self, *, jobs: int = 1, settings: Settings | None = None, on_progress: OnProgress | None = None
    ) -> Recoded:
        """Code all reports again with the model and lists of today. Where that changes one, it gets a new version."""
        return recode.recode(self._desk, jobs, settings, on_progress)

    def since(self, visit: int) -> list[IncidentRow]:
        """The incidents of which reports tell as news that came after a visit (see `visits`)."""
        return ask.list_since(self._store, visit)

    def visits(self) -> list[tuple[int, str, str]]:
        """The log of what was done to the file: number, kind (add, recode, judge, edit) and moment."""
        return reports.list_visits(self._store)

    def check(self) -> list[str]:
        """What is wrong with the file by SQLite's own checks; nothing where it is whole."""
        return self._store.check()
