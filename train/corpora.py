"""The corpora that the model is trained on, as examples with word offsets.

The folder that holds `gold/` and `corpora/` is an argument; `train/README.md` says where each corpus comes from.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.mark.words import Words, split_words
from dragoman.terms import Role

NEAR = 60  # words: a role span further from a trigger than this is taught only to its nearest trigger
ROLES = tuple(role.value for role in Role)
MENTION_OF = {role: "participant" if role in ("actor", "recipient") else role for role in ROLES}
OTHER_LABELS = {  # guidelines that have tags of their own; each gets a last layer that is left out of the bundle
    "ecb": ("action", "human", "non_human", "time", "location"),
    "names": ("person", "body", "place"),
    "muc": ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"),
}
NAMES = {
    **dict.fromkeys(("Person", "person", "politician"), "person"),
    **dict.fromkeys(("Organisation", "organization", "organisation", "politicalparty"), "body"),
    **dict.fromkeys(("Location", "place", "location", "country"), "place"),
}
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
    other: str = ""
    other_spans: list[tuple[str, int, int]] = field(default_factory=list)
    annotated: list[tuple[int, int]] | None = None

    @property
    def other_labels(self) -> tuple[str, ...]:
        """The labels of the guideline that `other` names."""
        return OTHER_LABELS[self.other]


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_polnear(path: Path, excluded: set[str]) -> list[Example]:
    """PolNeAR's attributions, without the records that are near a measured text."""
    rows = (row for row in read_lines(path) if row["id"] not in excluded)
    return [_polnear_example(row) for row in rows]


def read_semantic_roles(path: Path) -> list[Example]:
    """PropBank's predicates of UD EWT: doer, undergoer, place and time of any verb or verbal noun."""
    return [_predicates_example(row) for row in read_lines(path)]


def read_typed(path: Path, known: Sequence[str]) -> list[Example]:
    """Texts that are known to tell of an event of a type (`label`), without the words that do."""
    rows = (row for row in read_lines(path) if row["label"] in known)
    return [Example(str(row["id"]), "typed", split_words(row["text"]), type=row["label"]) for row in rows]


def read_names(path: Path, excluded: set[str]) -> list[Example]:
    """Names of persons, bodies and places; of nested ones the longest, of GUM's only those with a capital."""
    rows = (row for row in read_lines(path) if row["id"] not in excluded)
    return [_names_example(row) for row in rows]


def read_muc(path: Path, excluded: set[str]) -> list[Example]:
    """MUC-4's fillers where their strings stand in the text (small letters), by the five string roles."""
    rows = (row for row in read_lines(path) if row["id"] not in excluded)
    return [_muc_example(row) for row in rows]


def _names_example(row: dict[str, Any]) -> Example:
    words = split_words(row["text"])
    spans: list[tuple[str, int, int]] = []
    for item in sorted(row["entities"], key=lambda item: item["start"] - item["end"]):
        at = _locate(item, words)
        named = any(character.isupper() for character in item["text"]) and item.get("confidence", 1) > 0.5
        if (
            at
            and named
            and item["type"] in NAMES
            and not any(at[0] < last and first < at[1] for _, first, last in spans)
        ):
            spans.append((NAMES[item["type"]], *at))
    return Example(row["id"], "names", words, other="names", other_spans=spans)


def _muc_example(row: dict[str, Any]) -> Example:
    words = split_words(row["text_lower"])
    spans = []
    for label, item in _muc_mentions(row["templates"]):
        at = _locate(item, words)
        if at:
            spans.append((label, *at))
    return Example(row["id"], "muc", words, other="muc", other_spans=sorted(set(spans), key=lambda span: span[1:]))


def _muc_mentions(templates: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    keys = {"perp_individuals": "PerpInd", "perp_orgs": "PerpOrg", "phys_targets": "Target"}
    keys |= {"human_targets": "Victim", "instruments": "Weapon"}
    for template in templates:
        for key, label in keys.items():
            for filler in template[key]:
                yield from ((label, mention) for mention in filler["mentions"])


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
    located = [part for item in example.triggers for part in item.parts]
    example.mentions = [(MENTION_OF[role], first, last) for role, first, last in located]
    return example


def _of_tokens(tokens: list[list[Any]], start: int, end: int) -> dict[str, Any]:
    """The characters of UD tokens [start, end): the last two items of a token are its relation and its start."""
    return {"start": tokens[start][5], "end": tokens[end - 1][5] + len(tokens[end - 1][0])}


def _chains_example(row: dict[str, Any]) -> Example:
    words = split_words(row["text"])
    example = Example(row["id"], "links", words, other="ecb")
    seen = [_locate(sentence, words) for sentence in row["sentences"] if sentence["annotated"]]
    example.annotated = [at for at in seen if at]
    example.other_spans = _locate_parts([(item["kind"], item) for item in row["mentions"]], words)
    numbers: dict[str, int] = {}
    for mention in row["mentions"]:
        place = _locate(mention, words) if mention["kind"] == "action" else None
        if place and mention.get("chain"):
            number = numbers.setdefault(mention["chain"], len(numbers))
            example.triggers.append(Anchor(*place, "cue", [], event=number))
    return example


def read_annotated(folder: Path, texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Our annotation in `train/annotated` as rows of the gold's form; `texts` are the reports' by id.

    Raises ValueError where a text is not the one that was annotated.
    """
    rows = []
    for path in sorted(folder.glob("*.jsonl")):
        for row in read_lines(path):
            text = texts[row["id"]]
            if row["sha256"] != sum_of(text):
                raise ValueError(f"{path}: {row['id']}: the text is another than the one that was annotated")
            rows.append(_gold_row(row, text) | {"set": path.stem})
    return rows


def sum_of(text: str) -> str:
    """The sum by which an annotation knows the text that it was made on."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _gold_row(row: dict[str, Any], text: str) -> dict[str, Any]:
    """Pairs of offsets as spans with their words, at any depth."""

    def spelled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: spelled(item) for key, item in value.items()}
        if isinstance(value, list) and len(value) == 2 and all(isinstance(item, int) for item in value):
            return {"start": value[0], "end": value[1], "text": text[value[0] : value[1]]}
        return [spelled(item) for item in value] if isinstance(value, list) else value

    return {"id": row["id"], "text": text, **{key: spelled(row[key]) for key in ("events", "statements", "junk")}}


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
