"""Options that several commands share: which incidents, under which rule of figures, in which format, where to."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar

import click

from dragoman.incidents import FigureRule
from dragoman.show.run import View
from dragoman.terms import EventType, Status
from dragoman.views import IncidentFilter

Command = Callable[..., None]
C = TypeVar("C", bound=Command)


def choose_from(words: type[StrEnum]) -> click.Choice[str]:
    """The words of an enumeration as an option takes them, in capitals or not."""
    return click.Choice([each.value for each in words], case_sensitive=False)


_FILTERS = (
    click.option("--actor", metavar="NAME", help="Who does it or has it done to them; a part of the name will do."),
    click.option("--type", type=choose_from(EventType), metavar="TYPE", help="One of the sixteen types: ASSAULT."),
    click.option("--place", metavar="NAME", help="Where it happened; a part of the name will do."),
    click.option("--country", metavar="CODE", help="The country of the place, as in ISO 3166-1 alpha-3: NOR."),
    click.option("--since", metavar="DATE", help="On or after this day, month or year (2020-01-12, 2020-01, 2020)."),
    click.option("--until", metavar="DATE", help="On or before it."),
    click.option("--status", type=choose_from(Status), help="Whether it happened."),
    click.option("--min-origins", metavar="N", type=click.IntRange(min=0), help="At least N independent origins."),
    click.option("--text", metavar="WORDS", help='Words that a report of it has; "in quotes" as a phrase.'),
)
_ASKED = ("actor", "type", "place", "country", "since", "until", "status", "min_origins", "text")


def takes_filter(command: Command) -> Command:
    """Give a command the filter options; it gets them as one IncidentFilter, `asked`."""

    @wraps(command)
    def collect(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in _ASKED}
        kind, status = chosen.pop("type"), chosen.pop("status")
        asked = IncidentFilter(
            type=EventType(kind) if kind else None, status=Status(status) if status else None, **chosen
        )
        command(asked=asked, **given)

    return _add(collect, _FILTERS)


def takes_rule(command: Command) -> Command:
    """Give a command `--figures`; it gets a FigureRule, `rule`."""

    @wraps(command)
    def collect(*, figures: str, **given: Any) -> None:
        command(rule=FigureRule(figures), **given)

    rules = choose_from(FigureRule)
    help = "Which of the figures that reports give stands for the incident."
    return _add(collect, [click.option("--figures", type=rules, default="most-origins", show_default=True, help=help)])


def takes_output(command: C) -> C:
    """Give a command `-o` and `--format`; it gets `out` and `form` for `give_answer`."""
    forms = choose_from(View)
    help = "What to write. Without it: what the ending of OUT says, else table."
    options = [
        click.option("-o", "--output", "out", metavar="OUT", help="Write to this file; it is replaced in one step."),
        click.option("--format", "form", type=forms, help=help),
    ]
    return _add(command, options)


def _add(command: C, options: Any) -> C:
    for option in reversed(options):
        command = option(command)
    return command
