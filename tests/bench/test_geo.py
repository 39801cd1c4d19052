"""bench.geo: its figures are those of the scorer in ../shared, and worked by hand."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

from bench.geo import distance_km, match, score, summarise


def name(start, end, lat, lon):
    return {"start": start, "end": end, "lat": lat, "lon": lon}


GOLD = [name(0, 6, 51.5, -0.12), name(10, 15, 48.85, 2.35), name(20, 25, None, None), name(30, 35, 0.0, 0.0)]
GUESS = [name(0, 6, 51.5, -0.12), name(9, 15, 33.66, -95.55), name(20, 25, 1.0, 1.0), name(50, 55, 1.0, 1.0)]


def run():
    errors: list[tuple[float, bool]] = []
    tally: Counter[str] = Counter()
    score(GOLD, GUESS, errors, tally)
    return summarise(errors), tally


def test_figures_of_a_small_case_are_those_worked_by_hand():
    figures, tally = run()
    assert (figures["n"], figures["acc161_all"], figures["acc161_found"]) == (3, 0.3333, 0.5)
    assert (tally["right"], tally["given"], tally["wanted"]) == (1, 3, 3)


def test_figures_are_those_of_the_shared_scorer(shared: Path):
    spec = importlib.util.spec_from_file_location("score_geo", shared / "bench" / "score_geo.py")
    assert spec and spec.loader
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    scores, _, _ = theirs.run([{"id": 1, "toponyms": GOLD}], [{"id": 1, "toponyms": GUESS}])
    figures, tally = run()
    assert figures["acc161_all"] == round(scores["resolution"]["all"]["acc161"], 4)
    assert figures["acc161_found"] == round(scores["resolution"]["found"]["acc161"], 4)
    p, r, _ = scores["end_to_end"]
    assert (tally["right"] / tally["given"], tally["right"] / tally["wanted"]) == (p, r)


def test_equal_spans_pair_before_overlapping_ones():
    assert match([name(0, 9, 1, 1), name(0, 5, 1, 1)], [name(0, 5, 1, 1)]) == {0: 1}


def test_distance_of_london_and_paris_is_known():
    assert abs(distance_km(name(0, 1, 51.5074, -0.1278), name(0, 1, 48.8566, 2.3522)) - 343.6) < 1
