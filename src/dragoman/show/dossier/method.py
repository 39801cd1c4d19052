"""How the dossier came about and what it cannot do, in words."""

from __future__ import annotations

from collections import Counter

from dragoman.config import VERSION
from dragoman.incidents import FigureRule
from dragoman.show.dossier.gather import Dossier
from dragoman.show.dossier.markup import Html, join, tag
from dragoman.show.figures import number_of

_RULES = {
    FigureRule.MOST_ORIGINS: "the figure that most independent origins give last, else the latest of them",
    FigureRule.LATEST: "the figure that was published last",
    FigureRule.LOWEST: "the lowest figure",
    FigureRule.HIGHEST: "the highest figure",
    FigureRule.MEDIAN: "the middle one of the origins' figures",
    FigureRule.OFFICIAL: "the latest figure of officials",
}
_HOW = (
    "A program read the reports, sentence by sentence, and coded what they tell as events: type, doer, victim, place, "
    "day, figures, and who says so. Types are those of PLOVER. Nothing is added that no report says.",
    "Events that tell of the same occurrence are joined to incidents, by how likely it is that they do. Each incident "
    "says why. A person's judgement goes before the program's.",
    "Reports of an incident that rest on the same agency, the same informant or the same text share one origin. Many "
    "reports of one origin are one voice.",
    "Conflicts are listed with both sides. The dossier does not say who is right.",
    "A report that only recalls an incident is marked; it adds no origin.",
)
_LIMITS = (
    "The reading is a machine's. It misses events, splits one into several and joins two into one; it gets doers, days "
    "and figures wrong. Read the lit-up words, and the report, before you rely on a line.",
    "What no report tells is missing here, and reports tell most of what is near, large and recent. The number of "
    "incidents says as much of the reports as of the world.",
    "Independent means that no sign of a common origin was found, not that there is none.",
    "A point on the map stands for the place that the words name; where they name only a region, for that region.",
    "The dead of the timeline are added up over incidents; one person whom two incidents count is there twice.",
)


def build_method(dossier: Dossier) -> Html:
    """Method, limits, failures, and what made the page."""
    rule = (
        f"Figures of an incident are {_RULES[dossier.rule]} (rule “{dossier.rule}”); those of every report stand "
        "beside it."
    )
    made = Counter(report.made_by for report in dossier.reports)
    makers = (tag("li", f"{maker} ({number_of(count, 'report')})") for maker, count in made.most_common())
    return join(
        tag("ul", (tag("li", words) for words in (*_HOW, rule))),
        tag("h3", "Limits"),
        tag("ul", (tag("li", words) for words in _LIMITS)),
        _build_failures(dossier),
        tag("h3", "Made by"),
        tag("p", f"dragoman {VERSION}, {dossier.made_on.isoformat()}. The reports were coded by:"),
        tag("ul", makers),
        tag("p", "Outlines of the map: Natural Earth, public domain. Places: GeoNames, CC BY 4.0.", class_="note"),
    )


def _build_failures(dossier: Dossier) -> Html | None:
    if not dossier.failures:
        return None
    items = (tag("li", f"{failure.source}: {failure.error}") for failure in dossier.failures)
    return join(tag("h3", "Not read"), tag("ul", items))
