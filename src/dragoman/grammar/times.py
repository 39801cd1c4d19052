"""Expressions of time in news, read against the day of publication and the day that the text speaks of.

How each form is read follows the codebook (section 5) and what the annotators of the gold train part did with
the same words; the choices and their figures are in docs/dates.md. Grain is kept: "last November" is a month,
"last week" a range of seven days, "since 2014" a range up to the publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.grammar.moments import Clock, Moment
from dragoman.grammar.periods import grain
from dragoman.grammar.singles import join_times, match_forms, match_singles, pick_longest, read_form
from dragoman.grammar.stretches import STRETCHES

_AHEAD = re.compile(
    r"(?:\b(?:will|shall|won['’]t|until|till|as\s+(?:early|soon)\s+as"
    r"|(?<!been )(?<!was )(?<!were )(?:planned|planning|scheduled|slated|due)"
    r"|(?:is|are|plans?|hopes?|expects?|expected|set)\s+(?:to|for))\b|['’]ll\s)"
    r"(?:(?!\b(?:said|told|was|were|had|did|(?!scheduled|planned)\w{3,}ed)\b)[^;\n])*\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!?]['\"”’)]*\s|[!?]['\"”’)]*\s|\n\s*\n")
_REACH = 5  # sentences back that a day told before is counted from, as in resolve.dates
_REACH_CHARACTERS = 1200


def find_times(text: str, clock: Clock) -> tuple[Moment, ...]:
    """Every expression of time in the text, in order, none within another, all read against one clock.

    Stretches ("since 2014", "from 3 to 5 May", "two days after the raid") are read as one expression.
    """
    found = pick_longest((*match_forms(text, STRETCHES), *match_singles(text)))
    return join_times(text, [read_form(match, read, clock) for match, read in found])


def read_times(text: str, published: str | None) -> tuple[Moment, ...]:
    """Every single expression of time in a whole text, in order, read as the text goes on.

    The day that the text speaks of is the last day told within five sentences; what stands behind "will", "until"
    and the like in its sentence lies ahead. Stretches fall into their parts ("since" and "2014").
    """
    moments: list[Moment] = []
    for match, read in pick_longest(match_singles(text)):
        moments.append(read_form(match, read, _clock_at(text, match.start(), published, moments)))
    return join_times(text, moments)


def lies_ahead(before: str) -> bool:
    """Whether the words before an expression of time, in its sentence, say that what it dates is still to come."""
    return _AHEAD.search(before) is not None


def _clock_at(text: str, start: int, published: str | None, told: Sequence[Moment]) -> Clock:
    ends = [m.end() for m in _SENTENCE_END.finditer(text, max(0, start - _REACH_CHARACTERS), start)]
    reach = ends[-_REACH] if len(ends) >= _REACH else max(0, start - _REACH_CHARACTERS)
    near = [m for m in told[-20:] if m.start >= reach and m.value]
    focus = next((m.value for m in reversed(near) if m.value and grain(m.value) == "day"), None)
    quarters = [m.value for m in told if m.unit == "quarter" and m.against != "focus"]
    period = quarters[-1] if quarters else None
    last = near[-1].value if near else None
    return Clock(published, focus, lies_ahead(text[ends[-1] if ends else reach : start]), last, period)
