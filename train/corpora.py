"""The corpora that the model is trained on, as examples with word offsets.

The folder that holds `gold/` and `corpora/` is an argument; `train/README.md` says where each corpus comes from.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.mark.words import Words, split_words
from dragoman.terms import Role

NEAR = 60  # words: a role span further from a trigger than this is taught only to its nearest trigger
ROLES = tuple(role.value for role in Role)
MENTION_OF = {role: "participant" if role in ("actor", "recipient") else role for role in ROLES}
PROPBANK = {"ARG0": "actor", "ARG1": "recipient", "ARGM-LOC": "place", "ARGM-TMP": "time"}


@dataclass
class Anchor:
    """A trigger or cue: words [start, end) and the spans that belong to it, as (label, start, end) in words."""

    start: int
    end: int
    type: str
    parts: list[tuple[str, int, int]]
    modes: tuple[str, ...] = ()
    status: str = "actual"
    responsibility: str = "none"
    stance: str = "assert"
    event: int = -1


@dataclass
class Example:
    """One report for training; `kind` names the corpus, whose guidelines decide which heads learn from it."""

    id: str
    kind: str
    words: Words
    triggers: list[Anchor] = field(default_factory=list)
    cues: list[Anchor] = field(default_factory=list)
    junk: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[tuple[str, int, int]] = field(default_factory=list)
    type: str | None = None


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_gold(path: Path) -> list[Example]:
    """Our annotated reports."""
    return [gold_example(row) for row in read_lines(path)]


def read_polnear(path: Path, excluded: set[str]) -> list[Example]:
    """PolNeAR's attributions, without the records that are near a measured text."""
    rows = (row for row in read_lines(path) if row["id"] not in excluded)
    return [_polnear_example(row) for row in rows]


def read_semantic_roles(path: Path) -> list[Example]:
    """PropBank's predicates of UD EWT: doer, undergoer, place and time of any verb or verbal noun."""
    return [_predicates_example(row) for row in read_lines(path)]


def read_typed(path: Path, text: str, label: str, known: Sequence[str]) -> list[Example]:
    """Texts (key `text`) that are known to tell of an event of a type (key `label`), without the words that do."""
    rows = (row for row in read_lines(path) if row[label] in known)
    return [Example(str(row["id"]), "typed", split_words(row[text]), type=row[label]) for row in rows]


def read_links(path: Path, excluded: set[str]) -> list[Example]:
    """ECB+'s mentions of actions, with those of one chain as one event."""
    return [_chains_example(row) for row in read_lines(path) if row["id"] not in excluded]


def _predicates_example(row: dict[str, Any]) -> Example:
    words = split_words(row["text"])
    example = Example(row["id"], "roles", words)
    for sentence in row["sentences"]:
        for at, _, arguments in sentence.get("srl") or ():
            place = _locate(_of_tokens(sentence["tokens"], at, at + 1), words)
            parts = [
                (PROPBANK[label], _of_tokens(sentence["tokens"], start, end))
                for label, start, end in arguments
                if label in PROPBANK
            ]
            if place and parts:
                example.triggers.append(Anchor(*place, "cue", _locate_parts(parts, words)))
    return example


def _of_tokens(tokens: list[list[Any]], start: int, end: int) -> dict[str, Any]:
    """The characters of UD tokens [start, end): the last two items of a token are its relation and its start."""
    return {"start": tokens[start][5], "end": tokens[end - 1][5] + len(tokens[end - 1][0])}


def _chains_example(row: dict[str, Any]) -> Example:
    words = split_words(row["text"])
    example = Example(row["id"], "links", words)
    numbers: dict[str, int] = {}
    for mention in row["mentions"]:
        place = _locate(mention, words) if mention["kind"] == "action" else None
        if place and mention.get("chain"):
            number = numbers.setdefault(mention["chain"], len(numbers))
            example.triggers.append(Anchor(*place, "cue", [], event=number))
    return example


def gold_example(row: dict[str, Any]) -> Example:
    words = split_words(row["text"])
    example = Example(row["id"], "gold", words, junk=[at for item in row["junk"] if (at := _locate(item, words))])
    for number, event in enumerate(row["events"]):
        example.triggers += _event_triggers(event, number, words)
    for statement in row["statements"]:
        at = _locate(statement["cue"], words) if statement["cue"] else None
        if at:
            parts = [("source", statement["source"]), ("medium", statement["medium"])]
            parts += [("content", item) for item in statement["content"]]
            example.cues.append(Anchor(*at, "cue", _locate_parts(parts, words), stance=statement["stance"]))
    example.mentions = _mentions(row, words)
    return example


def _mentions(row: dict[str, Any], words: Words) -> list[tuple[str, int, int]]:
    """Every participant, place, time and weapon of a report, whichever event it belongs to."""
    parts = [("participant", item["source"]) for item in row["statements"]]
    for event in row["events"]:
        parts += [(MENTION_OF[role], item) for role in ROLES for item in event[role]]
    return _locate_parts(parts, words)


def _event_triggers(event: dict[str, Any], number: int, words: Words) -> list[Anchor]:
    places = [at for at in (_locate(item, words) for item in event["triggers"]) if at]
    parts = _locate_parts([(role, item) for role in ROLES for item in event[role]], words)
    anchors = []
    for place in places:
        near = [part for part in parts if _taught_to(part, place, places)]
        anchors.append(
            Anchor(
                *place,
                event["type"],
                near,
                modes=tuple(event["modes"]),
                status=event["status"],
                responsibility=event["responsibility"] or "none",
                event=number,
            )
        )
    return anchors


def _taught_to(part: tuple[str, int, int], place: tuple[int, int], places: list[tuple[int, int]]) -> bool:
    distance = abs(part[1] - place[0])
    return distance <= NEAR or distance == min(abs(part[1] - other[0]) for other in places)


def _polnear_example(row: dict[str, Any]) -> Example:
    words = split_words(row["text"])
    example = Example(row["id"], "polnear", words)
    for attribution in row["attributions"]:
        cue = [at for at in (_locate(item, words) for item in attribution["cue"]) if at]
        if not cue:
            continue
        parts = [(name, item) for name in ("source", "content") for item in attribution[name]]
        example.cues.append(Anchor(*cue[0], "cue", _locate_parts(parts, words)))
    return example


def _locate_parts(parts: list[tuple[str, Any]], words: Words) -> list[tuple[str, int, int]]:
    found = []
    for label, item in parts:
        at = _locate(item, words) if item else None
        if at:
            found.append((label, *at))
    return found


def _locate(item: dict[str, Any], words: Words) -> tuple[int, int] | None:
    """The words [start, end) that a span of characters covers, None if it covers none."""
    start = bisect_left(words.ends, item["start"] + 1)
    end = bisect_left(words.starts, item["end"])
    return (start, end) if start < end else None
