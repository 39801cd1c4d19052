"""A page before it is written: what it shows (also its JSON), the rows of its CSV, and what was asked for."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from msgspec import Struct

from dragoman.export.sheet import Column, write_csv
from dragoman.show.web.address import Form, address_of
from dragoman.show.web.answers import Answers

D = TypeVar("D", bound=Struct, covariant=True)
T = TypeVar("T")


@dataclass(frozen=True)
class Sheet:
    """The table of a page."""

    write: Callable[[io.BytesIO], None]

    def to_bytes(self) -> bytes:
        """The table as CSV."""
        stream = io.BytesIO()
        self.write(stream)
        return stream.getvalue()


def make_sheet(columns: Sequence[Column[T]], things: Sequence[T]) -> Sheet:
    """A table with a row for each thing."""
    return Sheet(lambda stream: write_csv(columns, things, stream))


@dataclass(frozen=True)
class Asked:
    """What a visitor asks for: the name in the address ("" where it has none), the query, and the visit last seen."""

    name: str
    query: Mapping[str, str]
    seen: int | None


@dataclass(frozen=True)
class Page(Generic[D]):
    """A page: `data` is what its template reads as `data`, and its JSON; `title` may hold a report's words."""

    title: str
    data: D
    sheet: Sheet


@dataclass(frozen=True)
class Door:
    """One address: `path` (with `{name}` where it names a thing), its template, and the function that makes its page.

    `query` tells the parameters that it understands, each with its meaning.
    """

    path: str
    template: str
    read: Callable[[Answers, Asked], Page[Any]]
    query: Mapping[str, str]

    @property
    def names(self) -> bool:
        """Whether the address names a thing."""
        return "{name}" in self.path

    @property
    def gives(self) -> str:
        """What the page gives: the first line of its function's docstring."""
        return (self.read.__doc__ or "").strip().partition("\n")[0]

    def here(self, name: str) -> str:
        """The address of the page of a name."""
        return address_of(self.path.split("/")[1], name) if self.names else self.path

    def twin(self, name: str, form: Form) -> str:
        """The address of the same in another form."""
        return ("/desk" if self.path == "/" else self.here(name)) + form.ending
