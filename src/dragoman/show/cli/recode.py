"""`dragoman recode`: code the stored reports again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import click
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from dragoman.show.answer import print_parts
from dragoman.show.figures import number_of
from dragoman.show.screen import safe_words
from dragoman.show.style import QUIET
from dragoman.views import Recoded


@click.command()
@click.argument("situation")
@click.option("--jobs", default=1, show_default=True, metavar="N", help="Processes that share the work.")
def recode(situation: str, jobs: int) -> None:
    """Code all reports of a situation again.

    Do so after an update; what changed is listed. The texts stay as they were read, older versions are kept,
    judgements hold on where their events are still there; those that lost one are named at the end.

    \b
    Examples:
      dragoman recode iraq.db
      dragoman recode iraq.db --jobs 4
    """
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        print_parts(show_recoded(opened.recode(jobs=jobs)))


def show_recoded(recoded: Recoded) -> Iterator[RenderableType]:
    """The changes report by report, then the count, then judgements that lost an event."""
    for report, changes in groupby(recoded.changes, key=lambda change: change.report):
        yield Text(safe_words(report), style="bold")
        for change in changes:
            line = Text(f"{change.event:<14}" if change.event else "", style=QUIET)
            yield Padding(line.append(safe_words(change.what), style="not dim"), (0, 0, 0, 4))
    changed = f"{recoded.changed:,} changed" if recoded.changed else "nothing changed"
    yield Text(f"{number_of(recoded.reports, 'report')} coded again, {changed}.")
    if recoded.lost:
        yield Text(f"Judgements that name an event which is gone: {', '.join(recoded.lost)}. Look at them again.")
