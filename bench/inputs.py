"""The gold files, and what of them the product is given."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from bench.spans import Json

GIVEN = ("id", "text", "title", "publisher", "published", "url")  # all else in a gold record is truth


def read_lines(path: Path) -> list[Json]:
    """The objects of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_inputs(gold: Iterable[Json], path: Path) -> None:
    """Write the reports alone, without the truth about them."""
    lines = (json.dumps({key: record[key] for key in GIVEN if record.get(key)}) for record in gold)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
