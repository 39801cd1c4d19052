"""How time and memory of a situation grow: ten thousand made-up reports in one run, and the questions at its end.

    python -m bench.scale [REPORTS] [--file FILE] [--shuffled]

The reports are made straight (see `bench.made.straight`), in the order of publication, so that what is measured is the
store and merging. For each thousand: milliseconds of the processor a report (and by the clock), resident memory, and
the size of the file. `--shuffled` adds them in random order. Then the time of every question, and how well the
incidents fit the truth.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from bench.made.straight import make_records
from dragoman.records import Record
from dragoman.situation import Situation
from dragoman.views import IncidentFilter

_STEP = 1000
_A_STORY = 2.9  # reports of an incident in the made-up world
_SEED = 5


def main(arguments: list[str]) -> None:
    """Print a line for each thousand reports, one for each question, and all of it as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="?", type=int, default=10_000)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--shuffled", action="store_true")
    asked = parser.parse_args(arguments)
    made = list(make_records(round(asked.reports / _A_STORY * 1.05), _SEED))[: asked.reports]
    if asked.shuffled:
        random.Random(_SEED).shuffle(made)  # noqa: S311 - the same order each time
    with tempfile.TemporaryDirectory() as folder:
        path = asked.file or Path(folder) / "scale.db"
        with Situation.open(path, create=True) as situation:
            steps = list(_add(situation, [record for record, _ in made], path))
            found = {"steps": steps, "questions": _ask(situation), "truth": _score(situation, made)}
    flat = steps[-1]["ms"] / steps[0]["ms"]
    print(f"last thousand against the first: {flat:.2f} times the time")
    print(json.dumps({**found, "growth": round(flat, 2)}))


def _add(situation: Situation, records: list[Record], path: Path) -> Iterator[dict[str, float]]:
    for start in range(0, len(records), _STEP):
        part = records[start : start + _STEP]
        began, clock = time.process_time(), time.perf_counter()
        tally = situation.add_records(part)
        took, passed = time.process_time() - began, time.perf_counter() - clock
        step = {
            "reports": start + len(part),
            "ms": round(took / len(part) * 1000, 2),
            "clock_ms": round(passed / len(part) * 1000, 2),
            "resident_mb": round(_read_memory(), 1),
            "file_kb_a_report": round(path.stat().st_size / (start + len(part)) / 1000, 1),
        }
        print(" ".join(f"{name} {value:>9}" for name, value in step.items()), tally.tell(), flush=True)
        yield step


def _read_memory() -> float:
    """Resident memory now, in MB; the highest so far where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize() / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _ask(situation: Situation) -> dict[str, float]:
    """Seconds of each question, the slower of two times."""
    first = situation.incidents(IncidentFilter(limit=1))[0].id
    questions: dict[str, Callable[[], object]] = {
        "incidents": lambda: situation.incidents(),
        "incidents, highest": lambda: situation.incidents(figures="highest"),
        "incidents of an actor": lambda: situation.incidents(IncidentFilter(actor="banner")),
        "incidents of a place and month": lambda: situation.incidents(
            IncidentFilter(place="quetta", since="2015-01", until="2015-06")
        ),
        "incidents with words": lambda: situation.incidents(IncidentFilter(text='market "car bomb"')),
        "incidents with two origins and a conflict": lambda: situation.incidents(
            IncidentFilter(min_origins=2, conflict=True)
        ),
        "incident": lambda: situation.incident(first),
        "conflicts": lambda: situation.conflicts(),
        "sources": lambda: situation.sources(),
        "actors": lambda: situation.actors(),
        "timeline": lambda: situation.timeline(by="week"),
        "reports with words": lambda: situation.reports("ambulances bridge"),
        "event table": lambda: situation.event_table(),
    }
    told = {}
    for name, ask in questions.items():
        told[name] = round(max(_time(ask), _time(ask)), 3)
        print(f"{name:<45} {told[name]:.3f} s", flush=True)
    return told


def _time(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return time.perf_counter() - began


def _score(situation: Situation, made: list[tuple[Record, Mapping[str, str]]]) -> dict[str, float]:
    """Precision, recall and F1 of the pairs of events that are one incident, against the made-up truth."""
    truth = {(record.id, event): name for record, told in made for event, name in told.items()}
    placed = {(e.telling.report, e.telling.event.id): e.incident for e in situation.reported_events()}
    both = _count_pairs((truth[key], placed[key]) for key in truth)
    precision = both / _count_pairs(placed[key] for key in truth)
    recall = both / _count_pairs(truth.values())
    told = {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}
    print("pairs of events:", {name: round(value, 3) for name, value in told.items()})
    return {name: round(value, 4) for name, value in told.items()}


def _count_pairs(groups: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


if __name__ == "__main__":
    main(sys.argv[1:])
