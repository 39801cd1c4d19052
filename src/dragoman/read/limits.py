"""How much one report may hold. Beyond, it is no report but a collection, and is refused before it is read."""

from __future__ import annotations

from dragoman.errors import InputError

MAX_CHARACTERS = 1_000_000  # one report; the longest of our corpora has 40,000
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS  # four bytes are the most that UTF-8 needs for a character
MAX_HTML_BYTES = 10_000_000  # pages carry ten times their text in mark-up and scripts
MAX_LINE_BYTES = 8_000_000  # a JSON line: escapes take up to six bytes a character


def too_long(size: int, limit: int, unit: str, *, source: str, place: str | None) -> InputError:
    """The error for a report of `size` bytes or characters, where `limit` are allowed."""
    what = f"it has {'more than ' if size > limit else ''}{min(size, limit):,} {unit}, too much for one report"
    return InputError(what, source=source, place=place, mend="Split it into one file or JSON line for each report")
