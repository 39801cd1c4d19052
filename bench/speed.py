"""How fast the main job is: `python -m bench.speed [FILE.jsonl]`.

Takes the texts of ../shared/gold/dev.jsonl where it is there, else those of samples/, read again and again until there
are WORDS words. One process on one core, from a line of JSON to a line of JSON; opening the model is not counted there
but in `cold_start_s`, the time of one whole `dragoman read` of a sample. `stages` are shares of the counted time.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.inputs import read_lines, write_inputs
from bench.spans import Json
from dragoman.codec import to_json
from dragoman.pipeline import Tools, code_marks, open_tools
from dragoman.read import list_inputs, read_input
from dragoman.records import Failure

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT.parent / "shared" / "gold" / "dev.jsonl"
SAMPLE = ROOT / "samples" / "relayed-analysis.txt"
WORDS = 20_000
STARTS = 5  # cold starts and imports are measured so many times; the median counts


def main() -> int:
    """Measure, print a table, and last the figures as one JSON object."""
    texts = list_texts(Path(sys.argv[1]) if len(sys.argv) > 1 else DEV)
    figures: Json = {
        "cold_start_s": measure_start(["-m", "dragoman", "read", str(SAMPLE)]),
        "import_s": measure_start(["-c", "import dragoman"]) - measure_start(["-c", "pass"]),
    }
    keep_to_one_core()
    figures |= measure_reading(texts, open_tools())
    figures |= {"cpu": name_cpu(), "cores": os.cpu_count(), "python": platform.python_version()}
    for name, value in figures.items():
        print(f"{name:28s} {value:.3f}" if isinstance(value, float) else f"{name:28s} {value}")
    print(json.dumps(figures))
    return 0


def list_texts(path: Path) -> list[Json]:
    """Reports of a JSON lines file, or of the samples where there is none, repeated up to WORDS words."""
    if path.exists():
        records = read_lines(path)
    else:
        records = [
            {"id": file.stem, "text": file.read_text(encoding="utf-8")} for file in sorted(SAMPLE.parent.glob("*.txt"))
        ]
    rounds = -(-WORDS // sum(len(record["text"].split()) for record in records))
    return [{**record, "id": f"{record['id']}-{i}"} for i in range(rounds) for record in records]


def measure_start(arguments: list[str]) -> float:
    """Seconds of one start of Python with these arguments, the median of several."""
    seconds = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def keep_to_one_core() -> None:
    """Keep this process on one core, so that threads of libraries cannot help; not all systems can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def measure_reading(texts: list[Json], tools: Tools) -> Json:
    """Words a second from a line of JSON to a line of JSON, the share of each stage, and the peak of memory."""
    spent = {"read": 0.0, "mark": 0.0, "code and resolve": 0.0, "write": 0.0}
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "given.jsonl")
        write_inputs(texts, path)
        for item in list_inputs([str(path)]):
            if isinstance(item, Failure):
                failed += 1
                continue
            times = [time.perf_counter()]
            report = read_input(item)
            times.append(time.perf_counter())
            marks = tools.marker.mark(report)
            times.append(time.perf_counter())
            record = code_marks(report, marks, tools)
            times.append(time.perf_counter())
            to_json(record)
            times.append(time.perf_counter())
            for name, start, end in zip(spent, times, times[1:], strict=False):
                spent[name] += end - start
    total, words = sum(spent.values()), sum(len(record["text"].split()) for record in texts)
    return {
        "words": words,
        "reports": len(texts) - failed,
        "words_per_second_per_core": words / total,
        "stages": {name: round(seconds / total, 4) for name, seconds in spent.items()},
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024),
    }


def name_cpu() -> str:
    """The model of the processor as the system tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    sys.exit(main())
