"""Copies of annotated reports with junk lines of our own put between their sentences.

The annotated reports hold little junk, and much of it of one kind; these copies show the model more of what
web pages leave in a text. All offsets of the annotation move with the words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

LINES = Path(__file__).parent / "junk_lines.txt"
_BOUNDARY = re.compile(r"\n+|(?<=[a-z][.!?]) (?=[A-Z])")
_MOST = 4  # lines put into one report


def read_junk_lines() -> list[str]:
    """Our lines, without the remark at the top."""
    lines = LINES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines[1:] if line]


def litter_report(row: dict[str, Any], lines: list[str], chance: random.Random) -> dict[str, Any]:
    """A copy of an annotated report with up to four junk lines at boundaries of lines or sentences."""
    text: str = row["text"]
    places = [match.end() for match in _BOUNDARY.finditer(text) if not _inside_part(row, match.end())]
    chosen = sorted(chance.sample([*places, len(text)], min(len(places) + 1, chance.randint(1, _MOST))))
    put = [(at, _dressed(chance.choice(lines), chance)) for at in chosen]
    pieces, last = [], 0
    for at, line in put:
        pieces += [text[last:at], line]
        last = at
    moved = _map_spans(row, lambda offset, is_end: _move(offset, is_end, put))
    moved["text"] = "".join([*pieces, text[last:]])
    moved["junk"] = moved["junk"] + _put_spans(put)
    return moved


def _dressed(line: str, chance: random.Random) -> str:
    """The line as a line of its own or inside running text."""
    return f"\n{line}\n" if chance.random() < 0.7 else f" {line} "


def _inside_part(row: dict[str, Any], at: int) -> bool:
    spans = [item for event in row["events"] for item in event["triggers"]]
    spans += [item for statement in row["statements"] for item in statement["content"]]
    return any(item["start"] < at < item["end"] for item in spans)


def _move(offset: int, is_end: bool, put: list[tuple[int, str]]) -> int:
    return offset + sum(len(line) for at, line in put if at < offset or (at == offset and not is_end))


def _put_spans(put: list[tuple[int, str]]) -> list[dict[str, Any]]:
    spans, shift = [], 0
    for at, line in put:
        bare = line.strip()
        start = at + shift + line.index(bare)
        spans.append({"start": start, "end": start + len(bare), "text": bare})
        shift += len(line)
    return spans


def _map_spans(value: Any, move: Callable[[int, bool], int]) -> Any:
    """A copy of nested lists and objects in which every start and end was moved."""
    if isinstance(value, list):
        return [_map_spans(item, move) for item in value]
    if not isinstance(value, dict):
        return value
    copy = {key: _map_spans(item, move) for key, item in value.items()}
    if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
        copy["start"], copy["end"] = move(value["start"], False), move(value["end"], True)
    return copy
