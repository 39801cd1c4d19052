"""`dragoman split`: a person takes events out of an incident."""

from __future__ import annotations

import click

from dragoman.errors import UsageError
from dragoman.incidents import EventKey
from dragoman.show.cli.judging import check_reason, takes_reason, tell_ruling
from dragoman.views import IncidentView


@click.command()
@click.argument("situation")
@click.argument("incident")
@click.argument("events", metavar="EVENT...", nargs=-1, required=True)
@takes_reason
def split(situation: str, incident: str, events: tuple[str, ...], why: str, by: str) -> None:
    """Take events out of an incident.

    EVENT is the id of an event, as `dragoman show` lists it, or the id of a report for all that it tells of the
    incident. Events that are named together stay together. The judgement is kept with its reason and can be taken back.

    \b
    Examples:
      dragoman split iraq.db i3f2a9c0d1e27 E8d1f00aa2b31 --why "another checkpoint, the day before"
      dragoman split iraq.db i3f2a9c0d1e27 gazette-0412 --why "this is the bombing of the year before"
    """
    check_reason(why)
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        before = {row.id for row in opened.incidents()}
        keys = find_events(opened.incident(incident), events)
        ruling = opened.split(keys, why=why, by=by)
        rest = opened.incident(incident).row
        tell_ruling(ruling, situation, [rest, *(row for row in opened.incidents() if row.id not in before)])


def find_events(view: IncidentView, names: tuple[str, ...]) -> list[EventKey]:
    """The events of an incident that are named by their id or their report. UsageError where one is not in it."""
    keys = [(told.report, told.event.id) for told in view.told]
    strange = [name for name in names if not any(name in key for key in keys)]
    if strange:
        raise UsageError(f"{strange[0]} is no event or report of {view.row.id}. `dragoman show` lists them")
    return [key for key in keys if any(name in key for name in names)]
