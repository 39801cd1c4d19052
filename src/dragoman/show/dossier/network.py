"""Who acts on whom: the known actors of the incidents as a network, and the same as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import hypot, sqrt

from msgspec import Struct

from dragoman.export.quads import QUAD_OF, Quad
from dragoman.show.dossier.layout import lay_out
from dragoman.show.dossier.markup import Html, join, tag
from dragoman.show.dossier.placing import Labels
from dragoman.show.dossier.signs import QUAD_CLASS, key_of_signs, sign_of
from dragoman.show.figures import number_of
from dragoman.terms import Status
from dragoman.views import ActorRow, IncidentRow

_MOST = 32  # actors in the picture
_WIDTH = 960


class _Tie(Struct, frozen=True):
    """What one actor does to another: incidents by quad."""

    actor: str
    recipient: str
    counts: Counter[Quad]

    @property
    def quad(self) -> Quad:
        """The quad of most of the incidents."""
        return max(Quad, key=lambda quad: self.counts[quad])


def draw_network(rows: Sequence[IncidentRow], actors: Sequence[ActorRow]) -> Html:
    """The picture, its key and the table, or a sentence where no known actor acts on another."""
    ties = _find_ties(rows, {actor.name for actor in actors})
    if not ties:
        return tag("p", "No incident has known actors on both sides.", class_="nothing")
    weight = Counter(name for tie in ties for name in (tie.actor, tie.recipient) for _ in range(tie.counts.total()))
    names = sorted(weight, key=lambda name: (-weight[name], name))[:_MOST]
    shown = [tie for tie in ties if tie.actor in names and tie.recipient in names]
    label = f"Network of {number_of(len(names), 'actor')}"
    drawn, height = _draw(names, shown, weight)
    picture = tag("svg", drawn, viewBox=f"0 0 {_WIDTH} {height:.0f}", role="img", aria_label=label)
    left_out = f" The {len(names)} with most incidents are shown." if len(weight) > len(names) else ""
    note = (
        "A line leads from who acts to whom it is done to; it is thicker where they meet in more incidents, and has "
        f"the colour of most of these. Only those known by name; what is denied or only planned is left out.{left_out}"
    )
    return join(tag("div", picture, class_="scroll"), key_of_signs(), tag("p", note, class_="note"), _build_table(ties))


def _find_ties(rows: Sequence[IncidentRow], known: set[str]) -> list[_Tie]:
    found: dict[tuple[str, str], Counter[Quad]] = {}
    for row in rows:
        if row.status is not Status.ACTUAL:
            continue
        for actor in row.actors:
            for recipient in row.recipients:
                if actor in known and recipient in known and actor != recipient:
                    found.setdefault((actor, recipient), Counter())[QUAD_OF[row.type]] += 1
    ties = [_Tie(actor, recipient, counts) for (actor, recipient), counts in found.items()]
    return sorted(ties, key=lambda tie: (-tie.counts.total(), tie.actor, tie.recipient))


def _draw(names: Sequence[str], ties: Sequence[_Tie], weight: Counter[str]) -> tuple[Html, float]:
    number = {name: i for i, name in enumerate(names)}
    lines = sorted({(min(p), max(p)) for tie in ties if (p := (number[tie.actor], number[tie.recipient]))})
    places, height = lay_out(len(names), lines, _WIDTH)
    labels = Labels(_WIDTH, height)
    for name, (x, y) in zip(names, places, strict=True):
        labels.keep_free(x, y, 2 * _radius(weight[name]))
    drawn = [_draw_tie(tie, places[number[tie.actor]], places[number[tie.recipient]], weight) for tie in ties]
    dots = [
        tag("circle", tag("title", name), cx=x, cy=y, r=_radius(weight[name]), class_="actor")
        for name, (x, y) in zip(names, places, strict=True)
    ]
    texts = [
        labels.write_beside(_shorten(name), at, 2 * _radius(weight[name]), under=True)
        for name, at in zip(names, places, strict=True)
    ]
    return join(_arrowheads(), drawn, dots, texts), height


def _shorten(name: str) -> str:
    return name if len(name) <= 30 else name[:29] + "…"


def _radius(weight: int) -> float:
    return min(3.5 + 1.6 * sqrt(weight), 13.0)


def _arrowheads() -> Html:
    """One for each quad: in SVG an arrowhead does not take the colour of its line."""
    heads = (
        tag(
            "marker",
            tag("path", d="M0 0 6 3 0 6Z", class_=f"head {kind}"),
            id=f"to-{kind}",
            viewBox="0 0 6 6",
            refX=5,
            refY=3,
            markerWidth=9,
            markerHeight=9,
            markerUnits="userSpaceOnUse",
            orient="auto",
        )
        for kind in QUAD_CLASS.values()
    )
    return tag("defs", heads)


def _draw_tie(tie: _Tie, start: tuple[float, float], end: tuple[float, float], weight: Counter[str]) -> Html:
    """A line bent to one side, so that the way back has its own, and ending at the rim of the dot."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1) or 1.0
    rim = (_radius(weight[tie.recipient]) + 3) / length
    bend = 0.12
    mx, my = (x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend
    ex, ey = x2 + (mx - x2) * rim, y2 + (my - y2) * rim
    kind = QUAD_CLASS[tie.quad]
    path = f"M{x1:.1f} {y1:.1f}Q{mx:.1f} {my:.1f} {ex:.1f} {ey:.1f}"
    width = min(1 + 0.6 * tie.counts.total(), 5.0)
    title = tag("title", _tell_tie(tie))
    return tag("path", title, d=path, class_=f"tie {kind}", stroke_width=width, marker_end=f"url(#to-{kind})")


def _tell_tie(tie: _Tie) -> str:
    told = ", ".join(f"{tie.counts[quad]} {quad}" for quad in Quad if tie.counts[quad])
    return f"{tie.actor} → {tie.recipient}: {told}"


def _build_table(ties: Sequence[_Tie]) -> Html:
    head = tag("tr", *(tag("th", words, scope="col") for words in ("who", "to whom", "incidents", "most are")))
    body = (
        tag(
            "tr",
            tag("td", tie.actor),
            tag("td", tie.recipient),
            tag("td", str(tie.counts.total()), class_="number"),
            tag("td", sign_of(tie.quad), f" {tie.quad}"),
        )
        for tie in ties
    )
    return tag(
        "details",
        tag("summary", f"The same as a table ({number_of(len(ties), 'line')})"),
        tag("div", tag("table", tag("thead", head), tag("tbody", body)), class_="scroll"),
    )
