"""Fit the weights by which places are chosen, on half of the development corpora.

usage: python -m bench.geo_fit FILE.jsonl ...

A record belongs to the half that is fitted on where the first byte of the sha256 of its id is even; figures are told of
the other half alone (`python -m bench.geo FILE --rest`). Conditional logit over the candidates of each gold name, those
within 161 km being right; L2; the features of the second round depend on the weights, so it is done over some rounds.
Prints the weights for `resolve/places_rank.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.geo import NEAR_KM, Json, distance_km, is_fitted_on, to_report
from bench.inputs import read_lines
from dragoman.records import Span
from dragoman.resolve import places_rank
from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.places_index import open_places
from dragoman.resolve.places_rank import ALONE, TOGETHER, Name
from dragoman.resolve.places_report import weigh_report

FEATURES = (*ALONE, *TOGETHER)
ROUNDS = 3
STEPS = 400
RATE = 0.05
PULL = 0.003  # of L2, towards PRIOR: what was set by hand stays where the corpora say little
PRIOR = {"size": 2.0, "large": 1.5, "country": 1.0, "division": 0.5, "county": -0.5, "capital": 1.0, "feature": 0.0,
         "other": -1.0, "bare": -4.0, "people": 0.0, "sort": 3.0, "not_sort": -2.0, "inside": 6.0, "outside": -4.0,
         "home": 1.0, "with_country": 2.0, "with_division": 1.5, "with_near": 1.0, "against_country": -1.0}  # fmt: skip
Choice = tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]


def list_choices(records: list[Json]) -> list[Choice]:
    """For each gold name with candidates, right ones among them: features by candidate, and which are right."""
    choices = []
    for record in records:
        gold = {Span(t["start"], t["end"], t["text"]): t for t in record["toponyms"] if t["lat"] is not None}
        names = weigh_report(to_report(record), list(gold), open_places(), open_gazetteer())
        choices += [choice for span, told in gold.items() if (choice := to_choice(names[span], told)) is not None]
    return choices


def to_choice(name: Name, told: Json) -> Choice | None:
    """The choice that a name sets; None where nothing or everything is right."""
    rows = [[float(each.features.get(f, 0.0)) for f in FEATURES] for each in name.candidates]
    right = [distance_km(told, {"lat": e.row.lat, "lon": e.row.lon}) <= NEAR_KM for e in name.candidates]
    return (np.array(rows), np.array(right)) if any(right) and not all(right) else None


def fit(choices: list[Choice], prior: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Weights that make the right candidates likeliest (Adam on the mean log-likelihood), pulled towards `prior`."""
    weights = prior
    first = second = np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = PULL * (weights - prior)
        for rows, right in choices:
            score = rows @ weights
            share = np.exp(score - score.max())
            share /= share.sum()
            best = share * right / max(float(share[right].sum()), 1e-12)
            slope = slope + rows.T @ (share - best) / len(choices)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights = weights - RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def main() -> None:
    """Fit over some rounds and print the weights."""
    records = [r for path in sys.argv[1:] for r in read_lines(Path(path)) if is_fitted_on(r)]
    prior = np.array([PRIOR[name] for name in FEATURES])
    for _ in range(ROUNDS):
        choices = list_choices(records)
        weights = fit(choices, prior)
        right = sum(bool(right[int(np.argmax(rows @ weights))]) for rows, right in choices)
        print(f"{len(choices)} choices, {right / len(choices):.3f} right")
        places_rank.WEIGHTS.update({name: round(float(w), 2) for name, w in zip(FEATURES, weights, strict=True)})
    print(places_rank.WEIGHTS)


if __name__ == "__main__":
    main()
