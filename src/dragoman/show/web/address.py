"""Addresses of pages, built in one place: names are escaped whole, so that no name leads anywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import quote, urlencode, urlsplit


class Form(StrEnum):
    """The three forms of every page; `ending` is what its address ends in."""

    HTML = "html"
    JSON = "json"
    CSV = "csv"

    @property
    def ending(self) -> str:
        """`.json`; nothing for the page itself."""
        return "" if self is Form.HTML else f".{self}"


def address_of(kind: str, name: str) -> str:
    """`/actors/Red%20Front`. A name that ends in .json or .csv has its dot escaped: it is no form of another page."""
    escaped = quote(name, safe="")
    for form in (Form.JSON, Form.CSV):
        if escaped.lower().endswith(form.ending):
            escaped = f"{escaped[: -len(form.ending)]}%2E{form}"
    return f"/{kind}/{escaped.replace('.', '%2E') if not escaped.strip('.') else escaped}"


def take_form(raw_path: str, name: str) -> tuple[str, Form]:
    """The name in an address without its ending, and which form that asks for. `raw_path` is still escaped."""
    for form in (Form.JSON, Form.CSV):
        if raw_path.endswith(form.ending):
            return name.removesuffix(form.ending), form
    return name, Form.HTML


def with_query(path: str, query: Mapping[str, str], **changes: str | int | None) -> str:
    """A path with a query, some of its parameters changed (None: left out)."""
    given = {**query, **{key: None if value is None else str(value) for key, value in changes.items()}}
    told = urlencode([(key, value) for key, value in sorted(given.items()) if value])
    return f"{path}?{told}" if told else path


def web_address(url: str | None) -> str | None:
    """The address of a report, where a link may lead there: http and https only, never a script."""
    try:
        return url if url and urlsplit(url.strip()).scheme.lower() in ("http", "https") else None
    except ValueError:
        return None
