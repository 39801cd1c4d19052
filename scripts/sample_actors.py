"""Print a random sample of the gazetteer for a second check by eye: `python scripts/sample_actors.py [N] [SEED]`.

Half of the N rows (200 by default) are terms of office, half are rows of groups, parties, services and outlets; the
same seed gives the same rows as long as the lists are the same. docs/actors.md has what the last check found.
"""

from __future__ import annotations

import random
import sys

from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.terms import ActorKind

SEED = 20261123


def main() -> int:
    """Print the sample, a row a line."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else SEED)  # noqa: S311 - a sample, no secret
    book = open_gazetteer()
    terms = sorted((term.of, term.office, term.start, term.end, e.name) for e in book.entries for term in e.terms)
    bodies = [entry for entry in book.entries if entry.kind is not ActorKind.PERSON]
    for of, office, start, end, name in sorted(draw.sample(terms, wanted // 2)):
        print(f"{of} | {office} | {name} | {start} to {end}")
    for entry in sorted(draw.sample(bodies, wanted - wanted // 2), key=lambda entry: (entry.source, entry.name)):
        also = ", ".join(key for key in book.keys_of[entry.name])
        print(f"{entry.source} | {entry.name} | {entry.kind} | {entry.country} | {'+'.join(entry.sector)} | {also}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
