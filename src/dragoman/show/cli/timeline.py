"""`dragoman timeline`: incidents over time."""

from __future__ import annotations

import click

from dragoman.export.situation_columns import TIMELINE_COLUMNS
from dragoman.show.answer import Answer, give_answer
from dragoman.show.cli.asked import choose_from, takes_filter, takes_output
from dragoman.show.timeline_view import show_timeline
from dragoman.views import IncidentFilter, Period


@click.command()
@click.argument("situation")
@takes_filter
@click.option(
    "--by",
    type=choose_from(Period),
    default="month",
    show_default=True,
    help="A line for each.",
)
@takes_output
def timeline(situation: str, asked: IncidentFilter, by: str, form: str | None, out: str | None) -> None:
    """Show how many incidents began when.

    Each has a sign of its quad; their dead are added up. Weeks begin on Monday. Periods without an incident and
    incidents without a day are left out.

    \b
    Examples:
      dragoman timeline iraq.db
      dragoman timeline iraq.db --by week --type PROTEST
      dragoman timeline iraq.db --by day -o days.csv
    """
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        rows = opened.timeline(asked, by=Period(by))
        give_answer(Answer(rows, TIMELINE_COLUMNS, lambda: show_timeline(rows, Period(by))), form, out)
