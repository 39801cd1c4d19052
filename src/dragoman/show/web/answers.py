"""What many pages ask of a situation, kept until its file changes."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from dragoman.incidents import FigureRule
from dragoman.situation import Situation
from dragoman.views import ActorRow, IncidentFilter, IncidentRow, SourceRow

T = TypeVar("T")

_LAG = 60.0  # seconds; counting sources is the dearest question, 0.4 s at 10,000 reports, and a facet wants names only
_KEPT_OF = 500  # incidents of which something is held
_KEPT = 12  # answers that are held; the largest, all incidents of 10,000 reports, takes some 40 MB


class Answers:
    """An open situation with its last answers. Another process may write to the file: then all are asked anew."""

    def __init__(self, situation: Situation, path: Path) -> None:
        self.situation = situation
        self.path = path
        self._stamp: Hashable = None
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._outlets: tuple[float, list[str]] | None = None
        self._kept_of: dict[str, tuple[IncidentRow, Any]] = {}

    def rows(
        self, asked: IncidentFilter | None = None, rule: FigureRule = FigureRule.MOST_ORIGINS
    ) -> list[IncidentRow]:
        """All incidents that a filter asks for, the newest first."""
        asked = asked or IncidentFilter()
        return self.keep(("rows", asked, rule), lambda: _newest_first(self.situation.incidents(asked, figures=rule)))

    def actors(self) -> list[ActorRow]:
        """All actors."""
        return self.keep("actors", self.situation.actors)

    def public(self) -> frozenset[str]:
        """The names of actors that have a page: bodies and public figures."""
        return self.keep("public", lambda: frozenset(row.name for row in self.actors()))

    def sources(self) -> list[SourceRow]:
        """All outlets and informants."""
        return self.keep("sources", self.situation.sources)

    def outlets(self) -> list[str]:
        """The names of outlets, those with most incidents first; as they were a minute ago at most."""
        now = time.monotonic()
        if self._outlets is None or now - self._outlets[0] > _LAG:
            self._outlets = now, [source.name for source in self.sources() if source.kind == "outlet"]
        return self._outlets[1]

    def keep(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The kept answer to a question, or the one that `answer` gives now."""
        stamp = _stamp_file(self.path)
        if stamp != self._stamp:
            self._kept.clear()
            self._stamp = stamp
        if question not in self._kept:
            self._kept[question] = answer()
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(question)
        found: T = self._kept[question]
        return found

    def keep_of(self, row: IncidentRow, answer: Callable[[], T]) -> T:
        """What `answer` gives of one incident, kept until its row changes, whatever else is written."""
        kept = self._kept_of.get(row.id)
        if kept is None or kept[0] != row:
            if len(self._kept_of) >= _KEPT_OF:
                self._kept_of.clear()
            kept = self._kept_of[row.id] = (row, answer())
        found: T = kept[1]
        return found


def _newest_first(rows: Sequence[IncidentRow]) -> list[IncidentRow]:
    """By the last day; those without a day by their first publication, those without either last."""
    return sorted(rows, key=lambda row: (row.date_to or row.first_published or "", row.id), reverse=True)


def _stamp_file(path: Path) -> Hashable:
    """What changes whenever anybody writes to the file: size and time of it and of its journal."""
    return tuple(
        (found.st_size, found.st_mtime_ns) if each.exists() and (found := each.stat()) else None
        for each in (path, path.with_name(path.name + "-wal"))
    )
