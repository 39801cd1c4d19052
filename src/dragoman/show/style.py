"""Colours and marks. Hue is blue for cooperation and orange for conflict, light for words and dark for deeds.

The colours are those of Okabe and Ito, "Color universal design" (2008), which the common forms of colour blindness
keep apart. They are never alone: every quad has its own sign and is named, every span has a label.
"""

from __future__ import annotations

from dragoman.export.quads import Quad

QUAD_STYLE = {
    Quad.VERBAL_COOPERATION: "#56B4E9",
    Quad.MATERIAL_COOPERATION: "#0072B2",
    Quad.VERBAL_CONFLICT: "#E69F00",
    Quad.MATERIAL_CONFLICT: "#D55E00",
}
QUAD_SIGN = {
    Quad.VERBAL_COOPERATION: "○",
    Quad.MATERIAL_COOPERATION: "●",
    Quad.VERBAL_CONFLICT: "△",
    Quad.MATERIAL_CONFLICT: "▲",
}
LABEL_STYLE = {
    "what": "bold reverse",
    "who": "bold #56B4E9",
    "to whom": "bold #E69F00",
    "where": "bold #009E73",
    "when": "bold #CC79A7",
    "with": "bold #D55E00",
    "source": "bold #56B4E9",
    "says": "bold reverse",
    "content": "#E69F00",
    "through": "bold #009E73",
}
FIGURE_STYLE = "bold underline"
QUIET = "dim"
