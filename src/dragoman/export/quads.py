"""The four quads of PLOVER: whether a type is words or deeds, for or against (manual draft 0.8, 2021)."""

from __future__ import annotations

from enum import StrEnum

from dragoman.terms import EventType as E


class Quad(StrEnum):
    """The quad's name as it stands in tables."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


_TYPES = {
    Quad.VERBAL_COOPERATION: (E.AGREE, E.CONSULT, E.SUPPORT, E.CONCEDE),
    Quad.MATERIAL_COOPERATION: (E.COOPERATE, E.AID, E.RETREAT),
    Quad.VERBAL_CONFLICT: (E.REQUEST, E.ACCUSE, E.REJECT, E.THREATEN),
    Quad.MATERIAL_CONFLICT: (E.PROTEST, E.SANCTION, E.MOBILIZE, E.COERCE, E.ASSAULT),
}
QUAD_OF = {kind: quad for quad, kinds in _TYPES.items() for kind in kinds}
