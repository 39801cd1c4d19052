"""The four quads as signs and colours: circle or triangle, hollow or filled, always with the name beside or within."""

from __future__ import annotations

from dragoman.export.quads import QUAD_OF, Quad
from dragoman.show.dossier.markup import Html, join, tag
from dragoman.terms import EventType

QUAD_CLASS = {
    Quad.VERBAL_COOPERATION: "q-vcoop",
    Quad.MATERIAL_COOPERATION: "q-mcoop",
    Quad.VERBAL_CONFLICT: "q-vconf",
    Quad.MATERIAL_CONFLICT: "q-mconf",
}
_CONFLICT = (Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT)


def class_of(type: EventType) -> str:
    """The style class of an event type's quad."""
    return QUAD_CLASS[QUAD_OF[type]]


def draw_sign(quad: Quad, x: float, y: float, size: float) -> Html:
    """The sign around a point of an SVG, `size` wide and high."""
    r = size / 2
    if quad in _CONFLICT:
        points = f"{x:.1f},{y - r:.1f} {x + r:.1f},{y + r * 0.8:.1f} {x - r:.1f},{y + r * 0.8:.1f}"
        return tag("polygon", points=points, class_=f"sign {QUAD_CLASS[quad]}")
    return tag("circle", cx=float(x), cy=float(y), r=r, class_=f"sign {QUAD_CLASS[quad]}")


def sign_of(quad: Quad) -> Html:
    """The sign as a small picture in a line of text; its name has to stand beside it."""
    return tag("svg", draw_sign(quad, 6, 6, 9), viewBox="0 0 12 12", class_="glyph", aria_hidden="true")


def key_of_signs() -> Html:
    """What the four signs mean."""
    rows = (tag("li", sign_of(quad), f" {quad}") for quad in Quad)
    return tag("ul", join(rows), class_="key")
