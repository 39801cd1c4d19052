"""`dragoman show`: everything known of one incident, and who says what."""

from __future__ import annotations

import click

from dragoman.incidents import FigureRule
from dragoman.show.answer import print_parts
from dragoman.show.cli.asked import takes_rule
from dragoman.show.incident_view import show_incident


@click.command()
@click.argument("situation")
@click.argument("incident")
@takes_rule
def show(situation: str, incident: str, rule: FigureRule) -> None:
    """Show one incident, and who says what of it.

    INCIDENT is an id from `dragoman incidents`; an older id of it will do, too. Shown are the figures of each report
    and the rule that picks one, every telling with its words lit up and its chain of sources, the independent origins
    and why they are such, conflicts with both sides, why the events were put together, and what persons judged.

    \b
    Examples:
      dragoman show iraq.db i3f2a9c0d1e27
      dragoman show iraq.db i3f2a9c0d1e27 --figures highest
    """
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        print_parts(show_incident(opened.incident(incident, figures=rule), opened.report))
