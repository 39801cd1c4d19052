"""The page of a dossier, piece by piece, so that a large one is written without being held in memory."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

from dragoman.config import VERSION
from dragoman.show.dossier.articles import build_article, group_by_month
from dragoman.show.dossier.chronicle import draw_timeline
from dragoman.show.dossier.gather import Dossier
from dragoman.show.dossier.map import draw_map
from dragoman.show.dossier.markup import Html, escape, join, tag
from dragoman.show.dossier.method import build_method
from dragoman.show.dossier.network import draw_network
from dragoman.show.dossier.tables import build_conflicts, build_reports, build_sources
from dragoman.show.figures import number_of

_HERE = Path(__file__).parent
_SECTIONS = ("Timeline", "Map", "Actors", "Incidents", "Conflicts", "Sources", "Reports", "Method")


def write_page(dossier: Dossier) -> Iterator[str]:
    """The pieces of the HTML page, in order."""
    numbers = dossier.number_reports()
    rows = {row.id: row for row in dossier.incidents}
    yield _open_page(dossier)
    yield _section("Timeline", draw_timeline(dossier.incidents))
    yield _section("Map", draw_map(dossier.incidents))
    yield _section("Actors", draw_network(dossier.incidents, dossier.actors))
    yield from _write_incidents(dossier, numbers)
    yield _section("Conflicts", build_conflicts(dossier.conflicts, rows, numbers))
    yield _section("Sources", build_sources(dossier.sources))
    yield _section("Reports", build_reports(dossier.reports))
    yield _section("Method", build_method(dossier))
    yield f"</main>\n<script>{_read('page.js')}</script>\n</body>\n</html>\n"


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _open_page(dossier: Dossier) -> str:
    """The head of the page. Its policy lets nothing run or be loaded but what the page itself brings."""
    style = _read("page.css")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(_read('page.js'))}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content=f"dragoman {VERSION}"),
        tag("title", f"{dossier.title}: dossier"),
        Html(f"<style>{style}</style>"),
    )
    return f'<!doctype html>\n<html lang="en">\n{tag("head", head)}\n<body>\n{_build_masthead(dossier)}\n<main>\n'


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _build_masthead(dossier: Dossier) -> Html:
    links = (tag("a", name, href=f"#{name.lower()}") for name in _SECTIONS)
    return tag(
        "header",
        tag("p", "Dossier", class_="over"),
        tag("h1", dossier.title),
        tag("p", tell_cover(dossier), class_="cover"),
        tag("nav", links, aria_label="Sections"),
        class_="masthead",
    )


def tell_cover(dossier: Dossier) -> str:
    """What the dossier covers: `66 reports of 14 outlets, 2012-10-17 to 2023-01-28: 56 incidents, 7 with conflicts`."""
    published = sorted(report.published for report in dossier.reports if report.published)
    outlets = len({report.publisher for report in dossier.reports if report.publisher})
    told = number_of(len(dossier.reports), "report") + (f" of {number_of(outlets, 'outlet')}" if outlets else "")
    span = f", {published[0]}" + (f" to {published[-1]}" if published[-1] != published[0] else "") if published else ""
    clashing = sum(row.n_conflicts > 0 for row in dossier.incidents)
    several = sum(row.n_origins > 1 for row in dossier.incidents)
    return (
        f"{told}{span}: {number_of(len(dossier.incidents), 'incident')}, {several:,} with two independent origins or "
        f"more, {clashing:,} with conflicts. Made on {dossier.made_on.isoformat()}."
    )


def _section(name: str, body: Html) -> str:
    id = name.lower()
    heading = tag("h2", name, id=f"{id}-title")
    return tag("section", heading, body, id=id, class_="part", aria_labelledby=f"{id}-title") + "\n"


def _write_incidents(dossier: Dossier, numbers: dict[str, int]) -> Iterator[str]:
    yield '<section id="incidents" class="part" aria-labelledby="incidents-title">'
    yield tag("h2", "Incidents", id="incidents-title")
    if not dossier.incidents:
        yield tag("p", "The reports tell of none.", class_="nothing")
    else:
        search = tag("input", type="search", id="search", placeholder="Show only those with these words")
        yield tag("p", tag("label", "Search ", search), tag("output", id="found"), class_="search", hidden=True)
    for month, rows in group_by_month(dossier.incidents):
        yield f'<section class="month"><h3>{escape(month)}</h3>\n'
        for row in rows:
            yield build_article(dossier.view(row.id), numbers, dossier.record) + "\n"
        yield "</section>\n"
    yield "</section>\n"
