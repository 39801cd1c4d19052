"""What the commands of a person's judgement share: the name and the reason, and the line that tells what came of it."""

from __future__ import annotations

from collections.abc import Callable
from getpass import getuser
from typing import TypeVar

import click

from dragoman.errors import UsageError
from dragoman.show.figures import number_of
from dragoman.show.incident_list import what_words
from dragoman.show.incident_words import days_words, place_words, told_words
from dragoman.show.screen import safe_words
from dragoman.views import IncidentRow, Ruling

C = TypeVar("C", bound=Callable[..., None])


def find_person() -> str:
    """The login name; "person" where the system tells none."""
    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return "person"


def takes_reason(command: C) -> C:
    """Give a command `--why` and `--by`."""
    by = click.option("--by", metavar="NAME", default=find_person, show_default="the login name", help="Who judges.")
    return click.option("--why", metavar="REASON", required=True, help="The reason, in a sentence.")(by(command))


def check_reason(why: str) -> None:
    """UsageError where the reason is empty."""
    if not why.strip():
        raise UsageError("--why is empty. A judgement needs its reason: say why in a sentence")


def tell_ruling(ruling: Ruling, situation: str, rows: list[IncidentRow]) -> None:
    """Print the judgement's id, how to withdraw it, and the incidents that it led to."""
    held = "one incident" if ruling.same else "not one incident"
    click.echo(safe_words(f"{ruling.id}: {number_of(len(ruling.pairs), 'pair')} of events held for {held}."))
    for row in rows:
        facts = (what_words(row), days_words(row.date_from, row.date_to), place_words(row), told_words(row))
        click.echo(safe_words(f"  {row.id}  {' · '.join(fact for fact in facts if fact)}"))
    click.echo(safe_words(f"To take it back: dragoman undo {situation} {ruling.id} --why ..."))
