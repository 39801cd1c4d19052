"""The rows of the table that are about events."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from bench.spans import Json, count_hits, listed, pair_best, same_span
from bench.tally import Tally

ROLES = ("actor", "recipient", "place", "time", "weapon")
COUNTS = ("killed", "injured", "abducted", "arrested", "displaced")
SAME_TYPE = 100  # an event of the same type is preferred to any number of shared triggers


class Sides(NamedTuple):
    """The events of both sides, and the pairs of the same type that were found."""

    text: str
    gold: list[Json]
    predicted: list[Json]
    typed: list[tuple[Json, Json]]


def score_events(tally: Tally, gold: Json, predicted: Json, matched: set[tuple[str, str]]) -> None:
    """Fill the rows of events; `matched` are the pairs of statement ids that tell the same."""
    text, ours, theirs = gold["text"], listed(gold, "events"), listed(predicted, "events")
    _score_triggers(tally, text, ours, theirs)
    likeness: dict[tuple[int, int], float] = {}
    for i, g in enumerate(ours):
        for j, p in enumerate(theirs):
            if hits := count_hits(text, g["triggers"], listed(p, "triggers")):
                likeness[i, j] = hits + (SAME_TYPE if g["type"] == p.get("type") else 0)
    found = [(ours[i], theirs[j]) for i, j in pair_best(likeness)]
    sides = Sides(text, ours, theirs, [(g, p) for g, p in found if g["type"] == p.get("type")])
    tally.add("events.found", len(found), len(theirs), len(ours))
    tally.add("events.typed", len(sides.typed), len(theirs), len(ours))
    _score_roles(tally, sides)
    _score_modes(tally, sides)
    _score_dates(tally, sides)
    _score_counts(tally, sides)
    _score_status(tally, sides)
    _score_sources(tally, sides, matched, gold, predicted)


def _score_triggers(tally: Tally, text: str, ours: list[Json], theirs: list[Json]) -> None:
    left = [(event["type"], span) for event in ours for span in event["triggers"]]
    right = [(event.get("type"), span) for event in theirs for span in listed(event, "triggers")]
    both = {
        (i, j): 1.0
        for i, (kind, span) in enumerate(left)
        for j, (other, word) in enumerate(right)
        if kind == other and count_hits(text, [span], [word])
    }
    tally.add("triggers", len(pair_best(both)), len(right), len(left))


def _score_roles(tally: Tally, sides: Sides) -> None:
    total: Counter[str] = Counter()
    for role in ROLES:
        right = sum(_count_same(sides.text, listed(g, role), listed(p, role)) for g, p in sides.typed)
        n_predicted = sum(len(listed(p, role)) for p in sides.predicted)
        n_gold = sum(len(listed(g, role)) for g in sides.gold)
        tally.add(role, right, n_predicted, n_gold)
        total.update(right=right, predicted=n_predicted, gold=n_gold)
        total.update({"typed predicted": sum(len(listed(p, role)) for _, p in sides.typed)})
        total.update({"typed gold": sum(len(listed(g, role)) for g, _ in sides.typed)})
    tally.add("args", total["right"], total["predicted"], total["gold"])
    tally.add("args|typed", total["right"], total["typed predicted"], total["typed gold"])


def _count_same(text: str, ours: list[Json], theirs: list[Json]) -> int:
    same = {(i, j): 1.0 for i, g in enumerate(ours) for j, p in enumerate(theirs) if same_span(text, g, p)}
    return len(pair_best(same))


def _score_modes(tally: Tally, sides: Sides) -> None:
    right = sum(len(_modes(g) & _modes(p)) for g, p in sides.typed)
    n_predicted, n_gold = (sum(len(_modes(pair[side])) for pair in sides.typed) for side in (1, 0))
    tally.add("modes|typed", right, n_predicted, n_gold)
    everywhere = [sum(len(_modes(event)) for event in events) for events in (sides.predicted, sides.gold)]
    tally.add("modes", right, *everywhere)


def _modes(event: Json) -> set[str]:
    return set(listed(event, "modes"))


def _score_dates(tally: Tally, sides: Sides) -> None:
    right = sum(bool(g.get("date")) and g.get("date") == p.get("date") for g, p in sides.typed)
    tally.add("date", right, *(sum(bool(e.get("date")) for e in events) for events in (sides.predicted, sides.gold)))
    typed = (sum(bool(pair[side].get("date")) for pair in sides.typed) for side in (1, 0))
    tally.add("date|typed", right, *typed)


def _score_counts(tally: Tally, sides: Sides) -> None:
    right = sum(g.get(kind) is not None and g.get(kind) == p.get(kind) for g, p in sides.typed for kind in COUNTS)
    tally.add("counts|typed", right, *(_n_counts([pair[side] for pair in sides.typed]) for side in (1, 0)))
    tally.add("counts", right, _n_counts(sides.predicted), _n_counts(sides.gold))


def _n_counts(events: list[Json]) -> int:
    return sum(event.get(kind) is not None for event in events for kind in COUNTS)


def _score_status(tally: Tally, sides: Sides) -> None:
    for g, p in sides.typed:
        tally.hit("status", g.get("status") == p.get("status"))
        if g.get("responsibility"):
            tally.hit("responsibility", g["responsibility"] == p.get("responsibility"))
    right = sum(g["status"] != "actual" and g["status"] == p.get("status") for g, p in sides.typed)
    n_predicted = sum(p.get("status", "actual") != "actual" for p in sides.predicted)
    tally.add("status.other", right, n_predicted, sum(g.get("status") != "actual" for g in sides.gold))


def _score_sources(tally: Tally, sides: Sides, matched: set[tuple[str, str]], gold: Json, predicted: Json) -> None:
    everywhere = [sum(bool(e.get("said_by")) for e in events) for events in (sides.predicted, sides.gold)]
    said = [(g, p) for g, p in sides.typed if g.get("said_by") and p.get("said_by")]
    right = sum((g["said_by"][0], p["said_by"][0]) in matched for g, p in said)
    tally.add("said_by", right, *everywhere)
    typed = (sum(bool(pair[side].get("said_by")) for pair in sides.typed) for side in (1, 0))
    tally.add("said_by|typed", right, *typed)
    whole = 0
    for g, p in said:
        ours, theirs = _chain(g, gold), _chain(p, predicted)
        same = len(ours) == len(theirs) and all(pair in matched for pair in zip(ours, theirs, strict=True))
        whole += bool(ours) and same
    tally.add("chain", whole, *everywhere)


def _chain(event: Json, record: Json) -> list[str]:
    """The ids of the statements that carry the event, innermost first, along `via`."""
    above = {statement.get("id"): statement.get("via") for statement in listed(record, "statements")}
    found: list[str] = []
    at = event["said_by"][0]
    while at is not None and at in above and at not in found:
        found.append(at)
        at = above[at]
    return found
