"""`dragoman sources`: who tells, who tells first, who tells alone."""

from __future__ import annotations

import click

from dragoman.export.situation_columns import SOURCE_COLUMNS
from dragoman.show.answer import Answer, give_answer
from dragoman.show.cli.asked import takes_output
from dragoman.show.source_table import show_sources


@click.command()
@click.argument("situation")
@takes_output
def sources(situation: str, form: str | None, out: str | None) -> None:
    """List outlets and informants.

    Of each: how often it tells first, alone, or against others. What is only recalled counts nothing here.

    \b
    Examples:
      dragoman sources iraq.db
      dragoman sources iraq.db -o sources.csv
    """
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        rows = opened.sources()
        give_answer(Answer(rows, SOURCE_COLUMNS, lambda: show_sources(rows)), form, out)
