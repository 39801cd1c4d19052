"""What a run has met: the counts of its last line, and its failures for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dragoman.codec import to_json
from dragoman.records import Failure, Record
from dragoman.show.figures import number_of
from dragoman.show.screen import safe_words


@dataclass
class Tally:
    """What a run has met so far."""

    reports: int = 0
    events: int = 0
    statements: int = 0
    conflicts: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, result: Record | Failure) -> None:
        """Count one result."""
        if isinstance(result, Failure):
            self.failures.append(result)
            return
        self.reports += 1
        self.events += len(result.events)
        self.statements += len(result.statements)
        self.conflicts += len(result.conflicts)

    def summary(self) -> str:
        """`312 reports: 1,204 events, 903 statements, 14 conflicts; 2 failures`."""
        told = (
            number_of(count, noun)
            for count, noun in ((self.events, "event"), (self.statements, "statement"), (self.conflicts, "conflict"))
        )
        failed = f"; {number_of(len(self.failures), 'failure')}" if self.failures else ""
        return f"{number_of(self.reports, 'report')}: {', '.join(told)}{failed}"


def failures_path(out: Path) -> Path:
    """Where the failures of a run are written: records.jsonl has records.failures.jsonl."""
    return out.with_suffix(".failures.jsonl")


def write_failures(out: Path, failures: list[Failure]) -> None:
    """The failures as JSON lines beside OUT; those of an earlier run go away where there are none."""
    path = failures_path(out)
    if failures:
        path.write_text("".join(to_json(failure) + "\n" for failure in failures), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)


def failure_line(failure: Failure) -> str:
    """`notes.pdf, byte 0: not a text. Save it as text`, safe to print."""
    place = f", {failure.place}" if failure.place else ""
    return safe_words(f"{failure.source}{place}: {failure.error.rstrip('.')}. {failure.mend}")
