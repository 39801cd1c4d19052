"""How well attributions are found as PolNeAR marks them: `python -m bench.polnear FILE.jsonl`.

Scored on the marks: exact spans of sources, cues and contents, and whole attributions (`linked`: paired by their
cues, source and content overlapping), as ../shared/bench/score_spans.py counts them. The last line is one JSON object.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.guided import HEADS, build_marker, open_product
from bench.inputs import read_lines
from bench.spans import Json
from bench.tally import Tally
from dragoman.mark import Marker
from dragoman.read import report_from_text
from dragoman.records import CueMark, Span

PARTS = ("source", "cue", "content")
CUE = 0.5  # no threshold was tuned for PolNeAR


def main() -> int:
    """Measure the file named on the command line; exit code 2 where none is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    marker, tally = build_marker(open_product(), heads=HEADS / "polnear.npz", cue=CUE), Tally()
    for record in read_lines(Path(sys.argv[1])):
        score_record(tally, record["attributions"], find_attributions(marker, record))
    table = tally.table()
    for part, row in table.items():
        print(f"{part:8s} P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}")
    print(json.dumps(table))
    return 0


def find_attributions(marker: Marker, record: Json) -> list[Json]:
    """The attributions of a record in PolNeAR's layout: lists of spans under `source`, `cue` and `content`."""
    marks = marker.mark(report_from_text(record["text"], id=record["id"]))
    return [_adapt(cue) for cue in marks.cues]


def _adapt(cue: CueMark) -> Json:
    return {
        "source": [_place(cue.source)] if cue.source else [],
        "cue": [_place(cue.span)],
        "content": [_place(span) for span in cue.content],
    }


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def score_record(tally: Tally, gold: list[Json], found: list[Json]) -> None:
    """Add one record's hits."""
    for part in PARTS:
        ours, theirs = _places(gold, part), _places(found, part)
        tally.add(part, len(ours & theirs), len(theirs), len(ours))
    pairs = _pair([_characters(item["cue"] or item["content"]) for item in found],
                  [_characters(item["cue"] or item["content"]) for item in gold])  # fmt: skip
    right = sum(all(_meet(found[i][part], gold[j][part]) for part in ("source", "content")) for i, j in pairs)
    tally.add("linked", right, len(found), len(gold))


def _places(items: list[Json], part: str) -> set[tuple[int, int]]:
    return {(span["start"], span["end"]) for item in items for span in item[part]}


def _characters(spans: Iterable[Json]) -> set[int]:
    return {at for span in spans for at in range(span["start"], span["end"])}


def _meet(left: list[Json], right: list[Json]) -> bool:
    """Both absent, or a character in common."""
    ours, theirs = _characters(left), _characters(right)
    return bool(ours & theirs) or not (ours or theirs)


def _pair(found: list[set[int]], gold: list[set[int]]) -> list[tuple[int, int]]:
    """As many one-to-one pairs that share characters as there can be (Kuhn 1955), larger shares tried first."""
    near = [sorted((j for j, g in enumerate(gold) if f & g), key=lambda j: (-len(f & gold[j]), -j)) for f in found]
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in near[i]:
            if j not in tried:
                tried.add(j)
                if j not in owner or place(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    for i in range(len(found)):
        place(i, set())
    return [(i, j) for j, i in owner.items()]


if __name__ == "__main__":
    sys.exit(main())
