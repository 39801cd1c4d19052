"""HTML to the article's text and what the page says about it, by trafilatura."""

from __future__ import annotations

import logging
import re

from msgspec import Struct

from dragoman.errors import InputError

_PARAGRAPH_WORDS = 12  # "Please enable JavaScript and cookies to go on." has fewer


class Article(Struct, frozen=True):
    """The words of an article and the facts that its page gives; None where it gives none."""

    text: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    url: str | None


def extract_article(html: str, *, source: str) -> Article:
    """The article of a page, one line for each paragraph, menus and comments left out.

    Raises InputError where the page has no article.
    """
    # Lazy: loading trafilatura takes about 0.3 s, and only HTML needs it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # the reason is given once, by the InputError below
    found = bare_extraction(html, include_comments=False, with_metadata=True)
    text = str(getattr(found, "text", None) or "")
    if not _has_paragraph(text):
        mend = "Save the page that holds the article itself, or its text as .txt"
        raise InputError("no article was found in this HTML", source=source, place=None, mend=mend)
    return Article(
        text=text,
        title=_fact(found, "title"),
        publisher=_fact(found, "sitename") or _fact(found, "hostname"),
        author=_fact(found, "author"),
        published=_fact(found, "date"),
        url=_fact(found, "url"),
    )


def _has_paragraph(text: str) -> bool:
    """True where one line is long enough for a sentence and ends as one; menus, which come back too, do not."""
    return any(len(line.split()) >= _PARAGRAPH_WORDS and re.search(r"[.!?…]", line) for line in text.splitlines())


def _fact(found: object, name: str) -> str | None:
    fact = getattr(found, name, None)
    return str(fact).strip() or None if fact else None
