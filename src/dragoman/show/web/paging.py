"""Long lists in pages."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dragoman.show.web.address import with_query


class Paging(Struct, frozen=True):
    """Where a page of a list stands: items `first` to `last` (from 1) of `total`, and where its neighbours are."""

    total: int
    first: int
    last: int
    before: str | None
    after: str | None


def make_paging(total: int, start: int, limit: int, path: str, query: Mapping[str, str]) -> Paging:
    """The paging of a list of `total` items, of which `limit` from `start` on are shown."""
    number, last = start // limit + 1, min(start + limit, total)
    return Paging(
        total=total,
        first=min(start + 1, last),
        last=last,
        before=with_query(path, query, page=number - 1 if number > 2 else None) if number > 1 else None,
        after=with_query(path, query, page=number + 1) if last < total else None,
    )
