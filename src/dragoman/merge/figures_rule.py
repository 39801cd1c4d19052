"""The figure of an incident under a rule: which of the figures that reports give stands for it, and why.

Every report's figure is kept; a rule only picks one of them, as those do who code conflict events by hand: UCDP keeps a
lowest, a best and a highest figure (`lowest`, `most-origins`, `highest`), ACLED takes the most conservative or the most
recent one (`lowest`, `latest`), and merging by a rule of the user's choice is what report-level data sets offer
(Weidmann and Rød 2015; van Baalen and Höglund 2026). A figure is never computed, by sum or average: each has words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from dragoman.incidents import EventKey, Figure, FigureRule, Incident, Origin, ToldFigure
from dragoman.merge.tolls import Toll, find_toll, is_part
from dragoman.records import Record, Statement
from dragoman.terms import ActorKind, CountKind, Stance
from dragoman.text import overlap

_OFFICIAL = re.compile(
    r"\b(?:officials?|authorit(?:y|ies)|minist(?:ry|ries|ers?)|government|governor|mayor|president|prosecutors?|police"
    r"|army|navy|military|coast ?guard|gendarmes?|gendarmerie|civil (?:defen[cs]e|protection))\b",
    re.IGNORECASE,
)
_STATE = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY})
_NO_STATE = frozenset({ActorKind.GROUP, ActorKind.PARTY, ActorKind.MEDIA, ActorKind.IGO, ActorKind.CROWD})


def list_figures(
    incident: Incident, records: Mapping[str, Record], origins: Sequence[Origin]
) -> tuple[ToldFigure, ...]:
    """What each report of the incident gives, one figure for each kind, in the order of the reports' ids.

    `records` and `origins` are those of the incident. What is planned, feared, denied or unclear has no figure, nor has
    one that its source denies or foretells. Where several events of a report have one, a total goes before a part
    and a large one before a small one.
    """
    origin_of = {key: origin.id for origin in origins for key in origin.members}
    found: dict[tuple[str, CountKind], ToldFigure] = {}
    for member in incident.members:
        key = (member.report, member.event)
        for told in _read_member(records[member.report], key, member.recalled is not None, origin_of[key]):
            known = found.get((told.report, told.kind))
            if known is None or _weigh_in_report(told) > _weigh_in_report(known):
                found[told.report, told.kind] = told
    return tuple(found[key] for key in sorted(found))


def pick_figures(told: Sequence[ToldFigure], rule: FigureRule = FigureRule.MOST_ORIGINS) -> tuple[Figure, ...]:
    """The incident's figure of each kind that has one under the rule, in the order of `CountKind`.

    A part counts only where no report tells a total, and what is only recalled where no report tells it as news.
    """
    picked = (_pick_figure([figure for figure in told if figure.kind is kind], rule) for kind in CountKind)
    return tuple(figure for figure in picked if figure is not None)


def _read_member(record: Record, key: EventKey, recalled: bool, origin: str) -> Iterator[ToldFigure]:
    event = next(event for event in record.events if event.id == key[1])
    for kind in CountKind:
        toll = find_toll(event, record, kind)
        if toll is None:
            continue
        behind = _find_statements(record, event.said_by, toll)
        if behind and behind[0].stance in (Stance.DENY, Stance.PREDICT):
            continue
        yield ToldFigure(
            kind=kind,
            low=toll.count.low,
            high=toll.count.high,
            report=record.id,
            event=event.id,
            words=toll.words,
            origin=origin,
            published=record.published,
            recalled=recalled,
            official=bool(behind) and _is_official(behind[0], record),
            part=is_part(toll, record),
        )


def _find_statements(record: Record, said_by: Sequence[str], toll: Toll) -> list[Statement]:
    """Who says the figure, innermost first: those in whose words it stands, else those who tell the event."""
    around = [s for s in record.statements if any(overlap(content, toll.words) for content in s.content)]
    around.sort(key=lambda s: sum(content.end - content.start for content in s.content))
    return around or [s for id in said_by for s in record.statements if s.id == id]


def _is_official(statement: Statement, record: Record) -> bool:
    """Whether the source is of a state: by the kind of the actor that it names, else by its words."""
    if statement.source is None:
        return False
    words = statement.source.text
    kinds = {actor.kind for actor in record.actors if words in actor.spellings}
    return bool(kinds & _STATE) or (not kinds & _NO_STATE and _OFFICIAL.search(words) is not None)


def _weigh_in_report(figure: ToldFigure) -> tuple[bool, int, int]:
    return not figure.part, _top(figure), -figure.words.start


def _pick_figure(told: Sequence[ToldFigure], rule: FigureRule) -> Figure | None:
    if rule is FigureRule.OFFICIAL:
        told = [figure for figure in told if figure.official]
    pool, caution = _choose_pool(told)
    if not pool:
        return None
    best, why = _PICKS[rule](sorted(pool, key=_age))
    by = tuple(sorted((figure.report, figure.event) for figure in pool if _agree(figure, best)))
    return Figure(kind=best.kind, low=best.low, high=best.high, rule=rule, why=why + caution, by=by)


def _choose_pool(told: Sequence[ToldFigure]) -> tuple[list[ToldFigure], str]:
    """Totals before parts, news before what is only recalled."""
    for part, recalled in ((False, False), (False, True), (True, False), (True, True)):
        pool = [figure for figure in told if figure.part is part and figure.recalled is recalled]
        if pool:
            return pool, "; only a part is told" * part + "; reports only recall it" * recalled
    return [], ""


def _pick_most_origins(pool: Sequence[ToldFigure]) -> tuple[ToldFigure, str]:
    last = _list_last(pool)
    votes = {figure: sum(_agree(figure, other) for other in last) for figure in last}
    most = max(votes.values())
    leading = [figure for figure in last if votes[figure] == most]
    best, why = _pick_latest(leading)
    if most == len(last):
        return best, "the only origin gives it" if most == 1 else f"all {most} origins give it"
    told = f"{most} of {len(last)} origins {'gives' if most == 1 else 'give'} it"
    tied = any(not _agree(best, figure) for figure in leading)
    return best, f"{told}, as many as give another, and it is {why}" if tied else told


def _pick_latest(pool: Sequence[ToldFigure]) -> tuple[ToldFigure, str]:
    best = max(pool, key=_age)
    return best, f"the one told last ({best.published})" if best.published else "the only one without a day"


def _pick_lowest(pool: Sequence[ToldFigure]) -> tuple[ToldFigure, str]:
    best = min(pool, key=lambda figure: (_bottom(figure), _top(figure)))
    return best, _tell_extreme("lowest", pool)


def _pick_highest(pool: Sequence[ToldFigure]) -> tuple[ToldFigure, str]:
    best = max(pool, key=lambda figure: (_top(figure), _bottom(figure)))
    return best, _tell_extreme("highest", pool)


def _pick_median(pool: Sequence[ToldFigure]) -> tuple[ToldFigure, str]:
    last = sorted(_list_last(pool), key=lambda figure: (_bottom(figure), _top(figure)))
    best = last[(len(last) - 1) // 2]
    if len(last) == 1:
        return best, "the only origin gives it"
    middle = "the middle one" if len(last) % 2 else "the lower of the two middle ones"
    return best, f"{middle} of the figures of {len(last)} origins"


def _pick_official(pool: Sequence[ToldFigure]) -> tuple[ToldFigure, str]:
    best, why = _pick_latest(pool)
    return best, f"officials say so; {why}" if len(pool) > 1 else "officials say so"


def _tell_extreme(word: str, pool: Sequence[ToldFigure]) -> str:
    return f"the {word} of {len(pool)} reports' figures" if len(pool) > 1 else "the only figure"


def _list_last(pool: Sequence[ToldFigure]) -> list[ToldFigure]:
    """What each origin says last: a toll that it has corrected since is not held against it."""
    by_origin: dict[str, list[ToldFigure]] = defaultdict(list)
    for figure in pool:
        by_origin[figure.origin].append(figure)
    return [max(figures, key=_age) for figures in by_origin.values()]


def _age(figure: ToldFigure) -> tuple[str, int, int, str, str]:
    """Later ones are greater; of two published together the larger toll, for tolls rise, then the tighter one."""
    return figure.published or "", _bottom(figure), -_top(figure), figure.report, figure.event


def _bottom(figure: ToldFigure) -> int:
    return figure.low if figure.low is not None else figure.high or 0


def _top(figure: ToldFigure) -> int:
    return figure.high if figure.high is not None else figure.low or 0


def _agree(left: ToldFigure, right: ToldFigure) -> bool:
    """Whether two figures name the same number: "14" and "at least 14" do."""
    return (left.low, _top(left)) == (right.low, _top(right))


_PICKS: dict[FigureRule, Callable[[Sequence[ToldFigure]], tuple[ToldFigure, str]]] = {
    FigureRule.MOST_ORIGINS: _pick_most_origins,
    FigureRule.LATEST: _pick_latest,
    FigureRule.LOWEST: _pick_lowest,
    FigureRule.HIGHEST: _pick_highest,
    FigureRule.MEDIAN: _pick_median,
    FigureRule.OFFICIAL: _pick_official,
}
