"""`dragoman incidents`: what happened, as far as the reports can be put together."""

from __future__ import annotations

import click

from dragoman.errors import UsageError
from dragoman.export.situation_columns import EVENT_REPORT_COLUMNS, INCIDENT_COLUMNS
from dragoman.incidents import FigureRule
from dragoman.show.answer import Answer, give_answer
from dragoman.show.cli.asked import takes_filter, takes_output, takes_rule
from dragoman.show.incident_list import show_incidents
from dragoman.show.run import View, choose_view
from dragoman.views import IncidentFilter


@click.command()
@click.argument("situation")
@takes_filter
@takes_rule
@click.option("--events", is_flag=True, help="Instead: one row for each event and report. Not as a table view.")
@takes_output
def incidents(  # noqa: PLR0913 - one parameter for each option
    situation: str, asked: IncidentFilter, rule: FigureRule, events: bool, form: str | None, out: str | None
) -> None:
    """List the incidents of a situation, the earliest first.

    Of each: its id, its day, what it was and where, who did it to whom, the harm; then who tells it and the
    sentence that tells most.

    \b
    Examples:
      dragoman incidents iraq.db
      dragoman incidents iraq.db --type ASSAULT --country IRQ --since 2016-01 --until 2016-03
      dragoman incidents iraq.db --text '"car bomb" market' --min-origins 2
      dragoman incidents iraq.db --figures lowest -o incidents.csv
      dragoman incidents iraq.db --events -o events.parquet

    \b
    Rules of figures (docs/situations.md#figures):
      most-origins  what most independent origins say last, else the latest of them
      latest        what was published last
      lowest, highest, median
      official      what officials say, the latest
    """
    if events and choose_view(form, None if out == "-" else out) is View.TABLE:
        raise UsageError("--events is a table for programs. Add --format csv, or -o events.csv (.jsonl, .parquet)")
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        if events:
            give_answer(Answer(opened.reported_events(asked), EVENT_REPORT_COLUMNS, list, flat=True), form, out)
            return
        rows = opened.incidents(asked, figures=rule)
        give_answer(Answer(rows, INCIDENT_COLUMNS, lambda: show_incidents(rows)), form, out)
