"""Markup that cannot forget to escape: whatever is not `Html` already is text, and is escaped where it is put in.

Text of a report may hold anything: tags, quotes, control and bidirectional characters. The latter two are shown as
<U+XXXX>, as in the terminal, so that nothing reorders the words around them.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from urllib.parse import urlsplit

from dragoman.show.screen import safe_words

_EMPTY_TAGS = frozenset({"meta", "input", "br"})
_SAFE_SCHEMES = frozenset({"http", "https"})


class Html(str):
    """Text that is markup."""

    __slots__ = ()


Child = str | None | Iterable["Child"]
Attribute = str | int | float | bool | None


def escape(words: str) -> Html:
    """Text as markup that shows it, white space as single spaces; safe inside an attribute's quotes, too."""
    return words if isinstance(words, Html) else Html(html.escape(safe_words(words), quote=True))


def join(*children: Child) -> Html:
    """Children one after another, text escaped, None left out."""
    return Html("".join(_flatten(children)))


def _flatten(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if isinstance(child, str):
            yield escape(child)
        elif child is not None:
            yield from _flatten(child)


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element. `class_` and `for_` lose their underscore, others become hyphens; None and False leave one out."""
    written = "".join(_write(key, value) for key, value in attributes.items())
    if name in _EMPTY_TAGS:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def _write(key: str, value: Attribute) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    shown = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return f' {name}="{escape(shown)}"'


def link_out(address: str | None, *children: Child) -> Html:
    """A link to a page of the web; the children alone where the address is none, or one that could run a script."""
    try:
        safe = address is not None and urlsplit(address).scheme.lower() in _SAFE_SCHEMES
    except ValueError:
        safe = False
    return tag("a", *children, href=address, rel="noreferrer noopener") if safe else join(*children)
