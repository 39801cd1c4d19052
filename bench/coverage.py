"""How many of the actors that annotators named the gazetteer holds: totals by kind and region, never a name.

usage: python -m bench.coverage SHARED

Reads SHARED/gold/train.jsonl and dev.jsonl (their `actors`) and SHARED/corpora/wire/events.jsonl (doers and
recipients of its events, which have no kind; "civilians" and other words without a capital are nobody's name). An
actor is held where its very name is a spelling of a row or the name of a state; whether the words of the report are
another spelling does not count here. The last line is one JSON object.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.inputs import read_lines
from bench.names import REGIONS
from dragoman.resolve.gazetteer import Gazetteer, open_gazetteer
from dragoman.resolve.words import fold_name

NOWHERE = "no country"


class Named(NamedTuple):
    """An actor that annotators named: its name, its kind and its country (alpha-3), where told."""

    name: str
    kind: str | None
    country: str | None


def list_gold(path: Path) -> Iterator[Named]:
    """The actors of a gold file, each once a report."""
    for record in read_lines(path):
        for actor in record["actors"]:
            yield Named(actor["name"], actor["kind"], actor["country"])


def list_wire(path: Path, book: Gazetteer) -> Iterator[Named]:
    """The named doers and recipients of the wire's events; the country is that of the event."""
    for event in read_lines(path):
        told = book.countries.get(fold_name(event.get("country") or ""))
        for name in (*event["actors"], *event["recipients"]):
            if any(map(str.isupper, name)):
                yield Named(name, None, told.iso if told else None)


def is_held(name: str, book: Gazetteer) -> bool:
    """Whether the gazetteer has just this name."""
    key = fold_name(name)
    told = book.countries.get(key)
    return key in book.spellings or (told is not None and told.what in {"name", "also"})


def count(actors: Iterable[Named], book: Gazetteer) -> dict[str, dict[str, float]]:
    """The number of actors and the share that is held: all, by kind, by region."""
    wanted: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for actor in actors:
        rows = ["all", f"region {REGIONS.get(actor.country or '', NOWHERE)}"]
        rows += [f"kind {actor.kind}"] if actor.kind else []
        wanted.update(rows)
        held.update(rows if is_held(actor.name, book) else [])
    return {row: {"n": n, "held": round(held[row] / n, 3)} for row, n in sorted(wanted.items())}


def main() -> int:
    """Print the table and the JSON line; exit code 2 where no folder is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    shared, book = Path(sys.argv[1]), open_gazetteer()
    found: dict[str, Any] = {
        "train": count(list_gold(shared / "gold" / "train.jsonl"), book),
        "dev": count(list_gold(shared / "gold" / "dev.jsonl"), book),
        "wire": count(list_wire(shared / "corpora" / "wire" / "events.jsonl", book), book),
    }
    print(f"{'':24s}" + "".join(f"{name:>18s}" for name in found))
    for row in dict.fromkeys(row for table in found.values() for row in table):
        cells = [
            f"{table[row]['held']:.3f} of {table[row]['n']:5d}" if row in table else "" for table in found.values()
        ]
        print(f"{row:24s}" + "".join(f"{cell:>18s}" for cell in cells))
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
