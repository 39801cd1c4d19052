"""The main path: one report to its record, stage after stage, in plain calls.

bytes --read--> Report --mark--> Marks --code--> statements, events --resolve--> dates, actors, places
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

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
from dragoman.resolve.gazetteer import Gazetteer
from dragoman.resolve.lists import open_lists
from dragoman.resolve.places import name_places
from dragoman.resolve.places_index import PlaceIndex


class Tools(Struct, frozen=True):
    """The opened assets, made once per process; without lists those that the package brings."""

    marker: Marker
    codebook: Codebook
    lists: Gazetteer | None = None
    index: PlaceIndex | None = None


def open_tools(settings: Settings | None = None) -> Tools:
    """Open and check everything that coding needs.

    Raises AssetError where a part is missing or damaged, UsageError where a table of the user's is not in order.
    """
    settings = settings or Settings()
    lists, index = open_lists(settings)
    return Tools(open_marker(open_bundle(settings.bundle)), open_codebook(), lists, index)


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
        actors=name_actors(report, events, statements, tools.lists),
        places=name_places(report, events, tools.lists, tools.index),
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


def open_coder(
    published: str | None, settings: Settings | None = None
) -> Callable[[Input | Failure], Record | Failure]:
    """A function from input to record or failure, for an engine; a failure to find an input stays as it is."""
    return partial(_code, open_tools(settings), published)


def open_recoder(settings: Settings | None = None) -> Callable[[Report], Record | Failure]:
    """A function that codes a report which was read before, for an engine."""
    return partial(_code_again, open_tools(settings))


def _code(tools: Tools, published: str | None, item: Input | Failure) -> Record | Failure:
    return item if isinstance(item, Failure) else code_input(item, tools, published)


def _code_again(tools: Tools, report: Report) -> Record | Failure:
    try:
        return code_report(report, tools)
    except DragomanError:
        raise
    except Exception as error:  # noqa: BLE001 - the same: one report must not lose the others
        what = f"internal error: {type(error).__name__}: {error}"
        return Failure(source=report.id, stage="code", error=what, place=None, mend="Please report it")
