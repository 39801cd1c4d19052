"""The main path: one report to its record, stage after stage, in plain calls.

bytes --read--> Report --mark--> Marks --code--> statements, events --resolve--> dates, actors, places
"""

from __future__ import annotations

from msgspec import Struct, structs

from dragoman.assets import Codebook, open_bundle, open_codebook
from dragoman.code.conflicts import find_conflicts
from dragoman.code.counts import count_events
from dragoman.code.events import code_events
from dragoman.code.junk import add_junk
from dragoman.code.statements import code_statements
from dragoman.config import VERSION, Settings
from dragoman.errors import DragomanError, InputError
from dragoman.mark import Marker, open_marker
from dragoman.read import Input, read_input
from dragoman.records import Failure, Marks, Record, Report
from dragoman.resolve.actors import name_actors
from dragoman.resolve.dates import date_events
from dragoman.resolve.places import name_places


class Tools(Struct, frozen=True):
    """The opened assets, made once per process."""

    marker: Marker
    codebook: Codebook


def open_tools(settings: Settings | None = None) -> Tools:
    """Open and check everything that coding needs; raises AssetError where a part is missing or damaged."""
    bundle = open_bundle((settings or Settings()).bundle)
    return Tools(open_marker(bundle), open_codebook())


def code_report(report: Report, tools: Tools) -> Record:
    """One report to its record. Pure: no store, no network, no clock."""
    return code_marks(report, tools.marker.mark(report), tools)


def code_marks(report: Report, marks: Marks, tools: Tools) -> Record:
    """A report whose marks are known to its record."""
    report = add_junk(report, marks)
    statements = code_statements(report, marks)
    events = code_events(report, marks, statements, tools.codebook)
    events = count_events(report, events)
    events = date_events(report, events)
    conflicts = find_conflicts(report, statements, events)
    return Record(
        **structs.asdict(report),
        statements=statements,
        events=events,
        actors=name_actors(report, events, statements),
        places=name_places(report, events),
        conflicts=tuple((left, right) for left, right, _ in conflicts),
        conflict_reasons=tuple(why for _, _, why in conflicts),
        made_by=f"dragoman {VERSION}, {marks.made_by}, codebook {tools.codebook.version}",
    )


def code_input(item: Input, tools: Tools, published: str | None = None) -> Record | Failure:
    """One input to its record, or to what went wrong: the one place that lets no error stop a run."""
    stage = "read"
    try:
        report = read_input(item, published=published)
        stage = "code"
        return code_report(report, tools)
    except InputError as error:
        return Failure(source=error.source, stage=stage, error=error.what, place=error.place, mend=error.mend)
    except DragomanError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug met in one report must not lose the others
        what = f"internal error: {type(error).__name__}: {error}"
        return Failure(source=item.source, stage=stage, error=what, place=item.place, mend="Please report it")
