"""Scores of incidents, origins and conflicts over a wire of reports; gives the same numbers as score_wire.py."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from bench.coref import f1, round_all, score_conll
from bench.spans import Json

Place = tuple[str, int, int]
Pairs = set[tuple[str, str]]


def place_of(mention: Json) -> Place:
    """By what a mention is known: report, start, end."""
    return mention["report"], mention["start"], mention["end"]


def score_wire(
    gold: Sequence[Json], contradictions: Sequence[Json], predicted: Json, *, end_to_end: bool = False
) -> Json:
    """The figures of a prediction {"mentions", "conflicts"} against placed gold mentions and contradictions.

    End to end a predicted mention counts as the first free gold one whose words it overlaps; others are only counted.
    """
    truth: dict[Hashable, Hashable] = {place_of(mention): mention["event"] for mention in gold}
    found = dict(
        _match(truth, predicted["mentions"]) if end_to_end else ((place_of(m), m) for m in predicted["mentions"])
    )
    found = {place: mention for place, mention in found.items() if place in truth}
    scores: Json = round_all(score_conll(truth, {place: mention["incident"] for place, mention in found.items()}))
    scores["mentions"] = {"gold": len(truth), "pred": len(predicted["mentions"]), "matched": len(found)}
    origins: dict[Hashable, Hashable] = {place: mention.get("origin") for place, mention in found.items()}
    return scores | score_origins(gold, origins) | score_conflicts(contradictions, predicted.get("conflicts", []))


def _match(truth: Mapping[Hashable, Hashable], mentions: Iterable[Json]) -> Iterable[tuple[Hashable, Json]]:
    free: dict[Place, None] = dict.fromkeys(truth)  # type: ignore[arg-type]
    for mention in mentions:
        report, start, end = place_of(mention)
        hit = next((g for g in free if g[0] == report and g[1] < end and start < g[2]), None)
        if hit:
            del free[hit]
            yield hit, mention


def score_origins(gold: Sequence[Json], origins: Mapping[Hashable, Hashable]) -> Json:
    """Over pairs of gold mentions of one event in two reports: is "same origin" right?"""
    tp = fp = fn = 0
    for left, right in combinations(gold, 2):
        if left["event"] != right["event"] or left["report"] == right["report"]:
            continue
        wanted = left.get("origin") is not None and left.get("origin") == right.get("origin")
        one, two = origins.get(place_of(left)), origins.get(place_of(right))
        told = one is not None and one == two
        tp, fp, fn = tp + (wanted and told), fp + (told and not wanted), fn + (wanted and not told)
    precision, recall = tp / (tp + fp) if tp + fp else 0.0, tp / (tp + fn) if tp + fn else 0.0
    named = {"origin_pair_p": precision, "origin_pair_r": recall, "origin_pair_f1": f1(precision, recall)}
    return dict(round_all(named))


def score_conflicts(contradictions: Sequence[Json], conflicts: Sequence[Json]) -> Json:
    """Share of the gold contradictions with a right pair of reports, and of the told pairs that are right."""
    told = {(c["field"], tuple(sorted(c["reports"]))) for c in conflicts if len(c["reports"]) == 2}
    gold = [(g["field"], list_disagreeing(g)) for g in contradictions]
    plain, hard = [g for g in gold if g[0] != "status"], [g for g in gold if g[0] == "status"]
    mine = {each for each in told if each[0] != "status"}
    good = sum(any(field == g and pair in pairs for g, pairs in plain) for field, pair in mine)
    return {
        "conflict_r": _share_hit(plain, told),
        "conflict_p": round(good / len(mine), 4) if mine else 0.0,
        "other_r": _share_hit(hard, told),
        "conflicts_gold": len(plain),
        "others_gold": len(hard),
    }


def _share_hit(gold: Sequence[tuple[str, Pairs]], told: set[tuple[str, tuple[str, ...]]]) -> float:
    hits = sum(any((field, pair) in told for pair in pairs) for field, pairs in gold)
    return round(hits / len(gold), 4) if gold else 0.0


def list_disagreeing(contradiction: Json) -> Pairs:
    """The pairs of reports to which a gold contradiction gives different values, a report with itself included."""
    values: dict[str, set[str]] = {}
    for each in contradiction["values"]:
        values.setdefault(each["report"], set()).add(json.dumps(each["value"], sort_keys=True))
    alone = {(report, report) for report, told in values.items() if len(told) > 1}
    return alone | {(min(a, b), max(a, b)) for a, b in combinations(values, 2) if values[a] != values[b]}
