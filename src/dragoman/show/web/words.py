"""A report's words on a page: cut where too long, every character shown that would hide or turn others.

Everything that goes into a template is escaped by Jinja; what is made here is no mark-up, save `isolate`.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from dragoman.show.screen import safe_words

LONGEST = 300  # characters of a title, name or sentence in a list; the whole stands in the JSON and in the reader
_TURNING = {ord(sign): f"<U+{ord(sign):04X}>" for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
_UNSEEN = {
    code: f"<U+{code:04X}>" for code in (*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))
}


def short_words(words: object, most: int = LONGEST) -> str:
    """The words on one line, controls shown as <U+XXXX>, cut after `most` characters."""
    told = str(words)
    cut = safe_words(told[: most + 1])
    return f"{cut[:most].rstrip()}…" if len(told) > most else cut


def isolate(words: object, most: int = LONGEST) -> Markup:
    """The words in a <bdi>, so that words from right to left turn nothing that stands beside them."""
    return Markup("<bdi>{}</bdi>").format(escape(short_words(words, most)))


def show_turning(value: object) -> object:
    """What a template puts in: words that are no mark-up as `show_text` shows them, whatever filter was forgotten."""
    return show_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def show_text(words: str) -> str:
    """A stretch of a report as it stands, line breaks too; what would turn or hide words is shown as <U+XXXX>.

    The marks U+200E, U+200F and U+061C stay: Arabic and Hebrew need them, and they turn no letters.
    """
    return words.translate(_TURNING).translate(_UNSEEN)
