"""`dragoman conflicts`: reports of one incident that cannot both be right."""

from __future__ import annotations

import click

from dragoman.export.situation_columns import CONFLICT_COLUMNS
from dragoman.show.answer import Answer, give_answer
from dragoman.show.cli.asked import takes_filter, takes_output
from dragoman.show.conflict_view import show_conflicts
from dragoman.views import IncidentFilter


@click.command()
@click.argument("situation")
@takes_filter
@takes_output
def conflicts(situation: str, asked: IncidentFilter, form: str | None, out: str | None) -> None:
    """List where reports contradict one another.

    What reports of one incident say that cannot all be true, both sides with their words; no verdict. Figures that
    share no number, rival or denied responsibility, done against not done, days and places that do not fit.

    \b
    Examples:
      dragoman conflicts iraq.db
      dragoman conflicts iraq.db --since 2016-04 --min-origins 2
      dragoman conflicts iraq.db -o conflicts.csv
    """
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        found = opened.conflicts(asked)
        ids = dict.fromkeys(conflict.incident for conflict in found)
        answer = Answer(found, CONFLICT_COLUMNS, lambda: show_conflicts(map(opened.incident, ids)))
        give_answer(answer, form, out)
