"""The chain of an event: who says so, through whom, from the innermost source out to the report itself.

The chain follows the first statement in `said_by` (the innermost), then `via` from statement to statement.
"""

from __future__ import annotations

import re

from dragoman.export.names import named
from dragoman.records import Event, Record, Span, Statement

UNNAMED = "an unnamed source"
_TITLED = re.compile(
    r"^(?:in|by)\b.*\b(?:newspaper|paper|daily|weekly|magazine|journal|review|site|website|article|column)\b"
    r".*[\"“„«»‘](?P<title>[^\"“”„«»‘’]+)[\"“”»’]?$",
    re.DOTALL | re.IGNORECASE,
)
_STANDS_ALONE = re.compile(  # the medium begins with a preposition or a verb form, so that no "through" is wanted
    r"(?:in|on|at|to|by|via|with|before|under|within|through|throughout|during|outside|from|told|speaking|\w+ed)\b",
    re.IGNORECASE,
)


def chain_of(event: Event, record: Record) -> tuple[Statement, ...]:
    """The statements behind the event, innermost first; empty when the report tells it in its own voice."""
    by_id = {statement.id: statement for statement in record.statements}
    first = by_id.get(event.said_by[0]) if event.said_by else None
    return relays_of(first, record) if first is not None else ()


def relays_of(statement: Statement, record: Record) -> tuple[Statement, ...]:
    """The statement and those that relay it, innermost first; a ring of `via` is walked once."""
    by_id = {each.id: each for each in record.statements}
    chain = [statement]
    while (outer := by_id.get(chain[-1].via or "")) is not None and outer not in chain:
        chain.append(outer)
    return tuple(chain)


def chain_line(event: Event, record: Record) -> str:
    """The chain in words: `the harbour union, by Ada Moen, in «Kysten», by this report`."""
    return _join_links(chain_of(event, record), record)


def statement_line(statement: Statement, record: Record) -> str:
    """The chain of one statement in words, from its source out to the report."""
    return _join_links(relays_of(statement, record), record)


def source_name(statement: Statement, record: Record) -> str:
    """The best-known name of the source, else its words, else "an unnamed source"."""
    actor = named(statement.source, record.actors)
    if actor is not None:
        return actor.name
    return _one_line(statement.source) if statement.source is not None else UNNAMED


def report_name(record: Record) -> str:
    """The outlet, where it is known, else "this report"."""
    return record.publisher or "this report"


def _join_links(chain: tuple[Statement, ...], record: Record) -> str:
    links: list[str] = []
    outer = [source_name(statement, record) for statement in chain] + [report_name(record)]
    for place, name in enumerate(outer):
        if place == 0:
            links.append(name)
        elif name != outer[place - 1] or name == UNNAMED:
            links.append(f"by {name}")
        words = _medium_of(chain[place], record) if place < len(chain) else None
        if words is not None and words not in links:
            links.append(words)
    return ", ".join(links)


def _medium_of(statement: Statement, record: Record) -> str | None:
    """The medium in words; where the statement names none, the one publication that this source wrote in elsewhere.

    A retold article names its author's paper once, and then only says "the writer adds".
    """
    if statement.medium is not None:
        return _medium_words(statement.medium)
    if statement.source is None:
        return None
    source = source_name(statement, record)
    media = {
        _medium_words(other.medium)
        for other in record.statements
        if other.medium is not None and _TITLED.match(_one_line(other.medium)) and source_name(other, record) == source
    }
    return media.pop() if len(media) == 1 else None


def _medium_words(medium: Span) -> str:
    """A publication by its title («Kysten»), any other medium in its own words, "through" before a bare noun."""
    words = _one_line(medium)
    titled = _TITLED.match(words)
    if titled is not None:
        return f"in «{titled['title'].strip()}»"
    return words if _STANDS_ALONE.match(words) else f"through {words}"


def _one_line(words: Span) -> str:
    return " ".join(words.text.split())
