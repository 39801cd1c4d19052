"""Tables of what words might mean, for people: the answer, why, and the candidates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import click
import msgspec
from msgspec import Struct
from rich.text import Text

from dragoman.show.screen import open_console, safe_words
from dragoman.show.style import QUIET

VIEWS = ("table", "jsonl")
CHOSEN = "→"


class Candidate(NamedTuple):
    """One thing that words might mean, as it is shown; empty facts are left out."""

    chosen: bool
    score: str
    name: str
    facts: Sequence[str | None]
    why: str


def print_lines(values: Iterable[Struct]) -> None:
    """Each value as one line of JSON."""
    for value in values:
        click.echo(msgspec.json.encode(value))


def print_answer(query: str, answers: Sequence[str], why: str, facts: Sequence[str]) -> None:
    """The heading: the words, what they are, what they were read against, and why."""
    console = open_console()
    title = Text(safe_words(f"“{query}” "), style="bold")
    title.append(safe_words(" and ".join(answers)) or "unresolved")
    console.print(title, soft_wrap=True)
    if facts:
        console.print(Text("    " + safe_words(" · ".join(facts)), style=QUIET), soft_wrap=True)
    console.print(Text("    why: " + safe_words(why)), soft_wrap=True)


def print_candidates(rows: Iterable[Candidate]) -> None:
    """The candidates, each with a line of facts and one of reasons."""
    console = open_console()
    for row in rows:
        line = Text(f"  {CHOSEN if row.chosen else ' '} {row.score:>5}  ")
        line.append(safe_words(row.name), style="bold")
        facts = " · ".join(fact for fact in row.facts if fact)
        line.append(safe_words(f"  {facts}" if facts else ""), style=QUIET)
        console.print(line, soft_wrap=True)
        console.print(Text(" " * 11 + safe_words(row.why)), soft_wrap=True)
    console.print()
