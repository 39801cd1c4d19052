"""The way to the terminal: words made safe to print, and the two consoles.

A report may hold anything: escape sequences that recolour or rename a terminal, bidirectional overrides that show
words in another order than they stand. Whatever comes from a report, a file name or an error goes through
`safe_words` first, and is never given to rich as markup.
"""

from __future__ import annotations

import unicodedata
from typing import IO

from rich.console import Console

# Bidirectional controls: Unicode Standard Annex 9, table 4 (implicit marks, embeddings, overrides and isolates).
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_WIDTH_OF_FILES = 100  # cells, of the table view in a file


def safe_words(words: str) -> str:
    """The words on one line, with every control, surrogate and bidirectional character shown as <U+XXXX>."""
    return "".join(map(safe_character, words))


def safe_character(character: str) -> str:
    """One character as it may go to a terminal; white space of every kind is a space."""
    if character.isspace() and character not in "\x1c\x1d\x1e\x1f\x85":
        return " "
    if character in _BIDI or unicodedata.category(character) in _UNSAFE:
        return f"<U+{ord(character):04X}>"
    return character


def open_console(*, stderr: bool = False) -> Console:
    """A console on standard output or error: colour only on a terminal and not when NO_COLOR is set."""
    return PipeConsole(stderr=stderr, markup=False, emoji=False, highlight=False)


def open_plain_console(stream: IO[str], *, to_file: bool) -> Console:
    """A console that writes plain text, for a file 100 cells wide, for a pipe as wide as the terminal behind it."""
    return PipeConsole(
        file=stream,
        width=_WIDTH_OF_FILES if to_file else None,
        force_terminal=False,
        no_color=True,
        markup=False,
        emoji=False,
        highlight=False,
    )


class PipeConsole(Console):
    """A console that lets a broken pipe through, so that the command line decides how to end."""

    def on_broken_pipe(self) -> None:
        """Raise the BrokenPipeError that rich is about to swallow."""
        raise BrokenPipeError
