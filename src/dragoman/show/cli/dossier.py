"""`dragoman dossier`: a situation as one page to read, print and send."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from dragoman.errors import UsageError
from dragoman.export.output import replace_file
from dragoman.incidents import FigureRule
from dragoman.show.cli.asked import takes_rule
from dragoman.show.figures import number_of
from dragoman.show.screen import safe_words


@click.command()
@click.argument("situation")
@click.option("-o", "--output", "out", metavar="OUT", required=True, help="The page; it is replaced in one step.")
@takes_rule
def dossier(situation: str, out: str, rule: FigureRule) -> None:
    """Write a situation as one page to read and print.

    The page is one file of HTML that needs no network. It has a timeline, a map, a network of actors, every incident
    with its footnoted sources and lit-up sentences, figures, origins and conflicts, all sources and reports, and what
    the method cannot do.

    \b
    Examples:
      dragoman dossier iraq.db -o iraq.html
      dragoman dossier iraq.db -o iraq-low.html --figures lowest
    """
    if out == "-":
        raise UsageError("a dossier is a file. Name one with -o dossier.html")
    from dragoman.show.dossier import gather_dossier, write_page  # noqa: PLC0415 - --help must not wait for these
    from dragoman.situation import Situation  # noqa: PLC0415 - the same

    with Situation.open(situation) as opened:
        gathered = gather_dossier(opened, Path(situation).stem, datetime.now(UTC).date(), rule)
        with replace_file(Path(out)) as stream:
            for piece in write_page(gathered):
                stream.write(piece.encode())
    click.echo(safe_words(f"{out}: {number_of(len(gathered.incidents), 'incident')}"), err=True)
