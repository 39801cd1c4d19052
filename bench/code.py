"""What the stage `code` loses by itself: annotated triggers, roles and statements go in as marks.

`python -m bench.code GOLD.jsonl` prints the table of `bench.score`; the last line is the same as one JSON object.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from bench.score import print_table, score_records
from dragoman.assets import open_codebook
from dragoman.code.events import code_events
from dragoman.code.statements import code_statements
from dragoman.read import report_from_text
from dragoman.records import CueMark, Marks, RoleMark, Span, TriggerMark
from dragoman.terms import EventType, Responsibility, Role, Stance, Status


def main() -> None:
    """Score the file named on the command line."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    table = score_records(rows, [code_gold(row) for row in rows])
    print_table(table)
    sys.stdout.write(json.dumps(table) + "\n")


def code_gold(row: dict[str, Any]) -> dict[str, Any]:
    """The record that `code` makes from a report's annotation."""
    report = report_from_text(row["text"], id=row["id"], published=row["published"])
    marks = Marks(triggers=tuple(_triggers(row)), cues=tuple(_cues(row)), junk=(), made_by="annotation")
    statements = code_statements(report, marks)
    events = code_events(report, marks, statements, open_codebook())
    return {
        "id": row["id"],
        "text": row["text"],
        "statements": to_builtins(statements),
        "events": to_builtins(events),
        "junk": row["junk"],
    }


def _triggers(row: dict[str, Any]) -> list[TriggerMark]:
    found = []
    for number, event in enumerate(row["events"]):
        roles = [RoleMark(role=role, span=_span(item), score=1.0) for role in Role for item in event[role.value]]
        for nth, trigger in enumerate(event["triggers"]):
            found.append(
                TriggerMark(
                    span=_span(trigger),
                    type=EventType(event["type"]),
                    modes=tuple(event["modes"]),
                    status=Status(event["status"]),
                    responsibility=Responsibility(event["responsibility"]) if event["responsibility"] else None,
                    roles=tuple(roles) if nth == 0 else (),
                    event=number,
                    score=1.0,
                )
            )
    return found


def _cues(row: dict[str, Any]) -> list[CueMark]:
    return [
        CueMark(
            span=_span(item["cue"]),
            source=_span(item["source"]) if item["source"] else None,
            content=tuple(_span(part) for part in item["content"]),
            medium=_span(item["medium"]) if item["medium"] else None,
            stance=Stance(item["stance"]),
            score=1.0,
        )
        for item in row["statements"]
        if item["cue"]
    ]


def _span(item: dict[str, Any]) -> Span:
    return Span(item["start"], item["end"], item["text"])


if __name__ == "__main__":
    main()
