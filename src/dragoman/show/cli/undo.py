"""`dragoman undo`: a judgement or a correction is taken back."""

from __future__ import annotations

import click

from dragoman.show.cli.judging import check_reason
from dragoman.show.screen import safe_words


@click.command()
@click.argument("situation")
@click.argument("judgement")
@click.option("--why", metavar="REASON", required=True, help="The reason, in a sentence.")
def undo(situation: str, judgement: str, why: str) -> None:
    """Take back a judgement or a correction.

    It stays in the log with the reason. JUDGEMENT is the id that `join` and `split` print; `dragoman judgements` and
    `dragoman show` list them.

    \b
    Example:
      dragoman undo iraq.db j5c0e1d2f3a4b --why "the outlet has corrected the day"
    """
    check_reason(why)
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        opened.undo(judgement, why=why)
    click.echo(safe_words(f"{judgement} is taken back, and its events are put together as they would be without it."))
