"""`dragoman judgements`: what persons judged and corrected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click
from rich.console import RenderableType
from rich.text import Text

from dragoman.show.answer import print_parts
from dragoman.show.conflict_view import field_grid
from dragoman.show.incident_words import entry_words
from dragoman.show.screen import safe_words
from dragoman.views import Edit, Ruling


@click.command()
@click.argument("situation")
def judgements(situation: str) -> None:
    """List what persons judged and corrected.

    The oldest stands first, each with its reason; what was taken back stays listed.

    \b
    Example:
      dragoman judgements iraq.db
    """
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    with Situation.open(situation) as opened:
        entries: list[Ruling | Edit] = [*opened.judgements(), *opened.edits()]
    print_parts(show_entries(sorted(entries, key=lambda entry: entry.at)))


def show_entries(entries: Sequence[Ruling | Edit]) -> Iterator[RenderableType]:
    """Each with its id, or a sentence that there is none."""
    if not entries:
        yield Text("Nobody has judged or corrected anything yet. See `dragoman join --help`.")
        return
    grid = field_grid()
    for entry in entries:
        grid.add_row(entry.id, Text(safe_words(entry_words(entry))))
    yield grid
