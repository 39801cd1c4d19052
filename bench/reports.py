"""How well the main job is done on annotated reports: `python -m bench.reports GOLD.jsonl`.

Runs `dragoman read` as a user would, on `id text title publisher published url` and nothing else of the gold file.
Prints the table of `bench.score` and, last, the same as one JSON object.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.inputs import read_lines, write_inputs
from bench.score import print_table, score_records
from bench.spans import Json


def main() -> int:
    """Measure the file named on the command line; exit code 2 where none is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    gold = read_lines(Path(sys.argv[1]))
    predicted = read_reports(gold)
    if missing := len(gold) - len(predicted):
        print(f"{missing} of {len(gold)} reports came back without a record and count as missed")
    table = score_records(gold, predicted)
    print_table(table)
    print(json.dumps(table))
    return 0


def read_reports(gold: list[Json]) -> list[Json]:
    """What `dragoman read` makes of the reports. Raises RuntimeError where the command itself fails."""
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "given.jsonl"), Path(folder, "made.jsonl")
        write_inputs(gold, given)
        command = [sys.executable, "-m", "dragoman", "read", str(given), "--format", "jsonl", "-o", str(made)]
        code = subprocess.run(command, check=False).returncode
        if code not in (0, 1) or not made.exists():  # 1: some reports could not be read, the others are there
            raise RuntimeError(f"dragoman read ended with exit code {code}")
        return read_lines(made)


if __name__ == "__main__":
    sys.exit(main())
