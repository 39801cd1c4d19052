"""Jinja2 with what the templates say things with. Everything is escaped; a name that is missing is an error."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dragoman.export.quads import QUAD_OF, Quad
from dragoman.incidents import FigureRule
from dragoman.show import incident_words
from dragoman.show.figures import casualties_line, count_words, number_of
from dragoman.show.style import QUAD_SIGN
from dragoman.show.web.address import address_of, web_address, with_query
from dragoman.show.web.lighting import span_id
from dragoman.show.web.words import isolate, short_words, show_text, show_turning
from dragoman.terms import CountKind, EventType

FOLDER = Path(__file__).parent
SECTIONS = (
    ("desk", "Desk"),
    ("incidents", "Incidents"),
    ("timeline", "Timeline"),
    ("map", "Map"),
    ("network", "Network"),
    ("actors", "Actors"),
    ("sources", "Sources"),
    ("conflicts", "Conflicts"),
    ("reports", "Reports"),
)
FIELDS = ("type", "status", "responsibility", "date", *(kind.value for kind in CountKind))


def open_templates() -> Environment:
    """The environment of all templates: whatever they put in is escaped, and shows what would turn or hide words."""
    found = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        finalize=show_turning,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {
        "words": short_words,
        "bdi": isolate,
        "text": show_text,
        "count": count_words,
        "figure": incident_words.figure_words,
        "harm": incident_words.harm_words,
        "casualties": casualties_line,
        "told": incident_words.told_words,
        "place": incident_words.place_words,
        "figures": incident_words.list_figures,
        "web": web_address,
        "slug": lambda words: str(words).replace(" ", "-"),
        "number": lambda number: f"{number:,}",
        "percent": lambda p: "over 99 %" if p > 0.99 else f"{p * 100:.0f} %",
        "figure_of": getattr,
        "moment": lambda at: str(at)[:16].replace("T", " "),
    }
    found.globals |= _list_globals()
    return found


def _list_globals() -> Mapping[str, object]:
    return {
        "link": address_of,
        "with_query": with_query,
        "number_of": number_of,
        "days": incident_words.days_words,
        "quad_of": quad_of,
        "quad_sign": quad_sign,
        "quads": tuple(Quad),
        "rules": tuple(FigureRule),
        "span_id": span_id,
        "asset": partial(asset_address, stamp=stamp_assets()),
        "sections": SECTIONS,
        "fields": FIELDS,
    }


def quad_of(kind: EventType) -> Quad:
    """The quad of a type."""
    return QUAD_OF[kind]


def quad_sign(quad: Quad) -> str:
    """The sign of a quad, as the terminal has it."""
    return QUAD_SIGN[quad]


def stamp_assets() -> str:
    """What changes with any file that the browser gets. It stands in their addresses, so that they may be kept."""
    files = sorted(each for each in (FOLDER / "static").rglob("*") if each.is_file())
    told = "".join(f"{each.name} {each.stat().st_size} {each.stat().st_mtime_ns}\n" for each in files)
    return blake2b(told.encode(), digest_size=4).hexdigest()


def asset_address(name: str, stamp: str) -> str:
    """The address of a file for the browser; what the file asks for beside it has the stamp in its address, too."""
    return f"/static/{stamp}/{name}"
