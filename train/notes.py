"""A reader's notes on a report as annotation: `python -m train.notes REPORTS.jsonl NOTES OUT.jsonl`.

Whoever annotates a report reads it with its sentences numbered (`python -m train.notes REPORTS.jsonl`) and
writes short notes that quote words by the number of their sentence; this turns them into offsets. What is kept
in the repository are the offsets with a sum of the text, never the text of a corpus. `train/README.md` shows the form.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.read.sentences import find_sentences
from dragoman.terms import EventType, Responsibility, Stance, Status
from train.corpora import read_lines, sum_of

Place = tuple[int, int]
_PARTS = {"t": "triggers", "a": "actor", "r": "recipient", "p": "place", "d": "time", "w": "weapon"}
_SAID = {"c": "cue", "s": "source", "x": "content", "m": "medium"}
_QUOTED = re.compile(r"(\d+)\s+(.+?)(?:\s+#(\d+))?$")


@dataclass
class Notes:
    """What was noted of one report; places are [start, end) in code points of its text."""

    id: str
    text: str
    events: list[dict[str, Any]] = field(default_factory=list)
    statements: list[dict[str, Any]] = field(default_factory=list)
    junk: list[Place] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def row(self) -> dict[str, Any]:
        """The annotation as it is stored."""
        marks = {"events": self.events, "statements": self.statements, "junk": self.junk}
        return {"id": self.id, "sha256": sum_of(self.text), **marks}


def number_sentences(text: str) -> list[Place]:
    """The sentences of a text, in order; the first has the number 1 in notes."""
    return [(sentence.start, sentence.end) for sentence in find_sentences(text)]


def show_report(row: dict[str, Any]) -> str:
    """A report as its annotator reads it."""
    lines = [f"## {row['id']}   (published {row.get('published')})"]
    for number, (start, end) in enumerate(number_sentences(row["text"]), 1):
        lines.append(f"[{number}] {' '.join(row['text'][start:end].split())}")
    return "\n".join(lines) + "\n"


def read_notes(path: Path, texts: dict[str, str]) -> list[Notes]:
    """The notes of a file; faults are collected for each report, with the number of the line."""
    found: list[Notes] = []
    item: dict[str, Any] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        bare = line.strip()
        if not bare:
            continue
        if bare.startswith("## "):
            name = bare[3:].split("   ")[0].strip()
            if name not in texts:
                raise SystemExit(f"{path}:{number}: no report has the id {name!r}")
            found.append(Notes(name, texts[name]))
            continue
        try:
            item = _read_line(bare, found[-1], item)
        except (ValueError, KeyError, IndexError) as fault:
            found[-1].faults.append(f"{path}:{number}: {bare}: {fault}")
    for notes in found:
        _check(notes)
    return found


def _read_line(line: str, notes: Notes, item: dict[str, Any]) -> dict[str, Any]:
    if line.startswith("E "):
        item = _new_event(line[2:])
        notes.events.append(item)
    elif line.startswith("S "):
        item = {"stance": Stance(line[2:].strip()).value, "source": None, "cue": None, "content": [], "medium": None}
        notes.statements.append(item)
    else:
        name, _, quoted = line.partition(":")
        places = [_find(part.strip(), notes.text) for part in quoted.split("||")]
        if name == "J":
            notes.junk += places
        elif "type" in item:
            item[_PARTS[name]] += places
        elif _SAID[name] == "content":
            item["content"] += places
        else:
            item[_SAID[name]] = places[0]
    return item


def _new_event(line: str) -> dict[str, Any]:
    head, status, responsibility = (part.strip() for part in line.split("|"))
    kind, *modes = head.split()
    event: dict[str, Any] = {"type": EventType(kind).value, "modes": modes, "status": Status(status).value}
    event["responsibility"] = None if responsibility == "-" else Responsibility(responsibility).value
    return event | {name: [] for name in _PARTS.values()}


def _find(quoted: str, text: str) -> Place:
    """The place of words quoted as `3 the words`, `3 from here ... to here`, `3 *`; ` #2` is their second time."""
    match = _QUOTED.match(quoted)
    if not match:
        raise ValueError(f"{quoted!r} is not a sentence number and words")
    start, end = number_sentences(text)[int(match[1]) - 1]
    sentence, words = text[start:end], match[2].strip()
    if words == "*":
        return start, end
    first, _, last = (part.strip() for part in words.partition(" ... "))
    opened = _match(first, sentence, int(match[3] or 1))
    stop = _match(last, text[start + opened[1] : end], 1, text[start + opened[1] :])[1] if last else 0
    return start + opened[0], start + opened[1] + stop


def _match(words: str, sentence: str, nth: int, beyond: str = "") -> Place:
    """The nth time that words stand in a sentence, else in what comes after it (for the end of long contents)."""
    body = r"\s+".join(map(re.escape, words.split()))
    for pattern in (rf"(?<!\w){body}(?!\w)", body):
        for flags in (0, re.IGNORECASE):
            found = list(re.finditer(pattern, sentence, flags))
            if len(found) >= nth:
                return found[nth - 1].span()
    if beyond:
        return _match(words, beyond, nth)
    raise ValueError(f"{words!r} does not stand in the sentence {' '.join(sentence.split())!r}")


def _check(notes: Notes) -> None:
    """An event without a trigger, or a statement without cue or content, is no annotation."""
    for event in notes.events:
        if not event["triggers"]:
            notes.faults.append(f"{notes.id}: an event {event['type']} has no trigger")
    for statement in notes.statements:
        if statement["cue"] is None or not statement["content"]:
            notes.faults.append(f"{notes.id}: a statement has no cue or no content")


def main() -> None:
    """Show the reports, or turn notes on them into annotation; faults end it with exit code 1."""
    rows = list(read_lines(Path(sys.argv[1])))
    if len(sys.argv) == 2:
        sys.stdout.write("\n".join(map(show_report, rows)))
        return
    notes = read_notes(Path(sys.argv[2]), {row["id"]: row["text"] for row in rows})
    faults = [fault for item in notes for fault in item.faults]
    if faults:
        raise SystemExit("\n".join(faults))
    lines = [json.dumps(item.row()) + "\n" for item in notes]
    Path(sys.argv[3]).write_text("".join(lines), encoding="utf-8")
    events, said = sum(len(item.events) for item in notes), sum(len(item.statements) for item in notes)
    sys.stdout.write(f"{len(notes)} reports, {events} events, {said} statements\n")


if __name__ == "__main__":
    main()
