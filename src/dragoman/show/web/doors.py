"""All addresses of the desk, in the order in which its description lists them."""

from __future__ import annotations

from dragoman.show.web.page import Door
from dragoman.show.web.pages import (
    actors,
    conflicts,
    desk,
    failures,
    incident,
    incidents,
    judgements,
    map,
    network,
    report,
    reports,
    search,
    sources,
    timeline,
)

_PAGES = (
    desk, incidents, incident, reports, report, actors, sources, timeline, map, network, conflicts, failures,
    judgements, search,
)  # fmt: skip
DOORS: tuple[Door, ...] = tuple(door for page in _PAGES for door in page.DOORS)
