"""The junk rules of read/junk.py measured on lines written for it, and against gold junk.

usage: python -m bench.junk [GOLD.jsonl]

`bench/cases/junk_lines.txt` holds lines that pages and wires leave in reports, `not_junk_lines.txt` lines of reports
that look like them. Each is put between two sentences: as a line of its own (`alone`), and inside running text
(`inside`; of the second file only what ends like a sentence, since a heading has no place there). A line counts as
marked when at least half of its words are junk; `around` are the cases where words of the two sentences were marked
too. Rules were developed on the second half of each file (`seen`) and not on the first (`fresh`). `train` are the
lines that the model learns from. With a file of gold records the words of gold junk are measured as well, as in the
row `junk` of bench/score.py. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from bench.score import print_table
from bench.spans import Json, words_in
from bench.tally import Row, Tally
from dragoman.read.junk import find_junk

CASES = Path(__file__).parent / "cases"
TRAINED_ON = Path(__file__).resolve().parent.parent / "train" / "junk_lines.txt"
BEFORE = "Troops reached the edge of the town on Monday, a spokesman of the army said."
AFTER = "Two people were hurt in the shelling, according to doctors at the hospital."
_FINAL = (".", "!", "?", '."', ".”")


def read_lines(path: Path) -> list[str]:
    """The lines of a file of cases; a line that starts with "# " is a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("# ")]


def is_marked(line: str, gap: str) -> tuple[bool, bool]:
    """(line marked, a word of the sentences around it marked) with the line set between two sentences by `gap`."""
    text = f"{BEFORE}{gap}{line}{gap}{AFTER}"
    start = len(BEFORE) + len(gap)
    place = {"start": start, "end": start + len(line)}
    junk = words_in(text, [{"start": junk.start, "end": junk.end} for junk in find_junk(text)])
    own = words_in(text, [place])
    return len(junk & own) * 2 >= max(1, len(own)), bool(junk - own)


def measure_lines(tally: Tally, name: str, lines: Sequence[str]) -> None:
    """Add the rows of one set of lines: how many are marked alone and inside running text."""
    for line in lines:
        tally.hit(f"{name} alone", is_marked(line, "\n\n")[0])
    for line in lines:
        marked, around = is_marked(line, " ")
        if name.startswith("junk") or line.endswith(_FINAL):
            tally.hit(f"{name} inside", marked)
            tally.hit(f"{name} around", around)


def measure_gold(tally: Tally, records: Sequence[Json]) -> None:
    """Add the row `junk` of gold records: word tokens."""
    for record in records:
        text = record["text"]
        gold = words_in(text, record["junk"])
        told = words_in(text, [{"start": junk.start, "end": junk.end} for junk in find_junk(text)])
        tally.add("gold junk", len(gold & told), len(told), len(gold))


def measure_all(gold: Path | None) -> dict[str, Row]:
    """The whole table."""
    tally = Tally()
    for name, path in (("junk", CASES / "junk_lines.txt"), ("not junk", CASES / "not_junk_lines.txt")):
        lines = read_lines(path)
        half = len(lines) // 2
        measure_lines(tally, f"{name} fresh", lines[:half])
        measure_lines(tally, f"{name} seen", lines[half:])
    measure_lines(tally, "junk train", read_lines(TRAINED_ON))
    if gold:
        measure_gold(tally, [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()])
    return tally.table()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    table = measure_all(parser.parse_args().gold)
    print_table(table)
    print(json.dumps(table))


if __name__ == "__main__":
    main()
