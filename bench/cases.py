"""Truth about the samples, written by hand in `bench/cases/samples.yaml`, in the form of the gold files."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from bench.spans import Json

ROOT = Path(__file__).resolve().parent.parent
CASES = Path(__file__).parent / "cases" / "samples.yaml"
ROLES = ("triggers", "actor", "recipient", "place", "time", "weapon")


def read_cases() -> list[Json]:
    """The gold records. Raises ValueError where words of a case do not stand in its sample."""
    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [_to_gold(id, case) for id, case in cases.items()]


def _to_gold(id: str, case: Json) -> Json:
    text = (ROOT / "samples" / f"{id}.txt").read_text(encoding="utf-8")
    return {
        "id": id,
        "text": text,
        "published": case["published"],
        "statements": [_to_statement(text, name, told) for name, told in case.get("statements", {}).items()],
        "events": [_to_event(text, told) for told in case["events"]],
        "conflicts": case.get("conflicts", []),
        "junk": [find_words(text, words) for words in case.get("junk", [])],
    }


def _to_statement(text: str, id: str, told: Json) -> Json:
    spans: Json = {
        key: find_words(text, told[key]) if key in told else None for key in ("source", "cue", "content", "medium")
    }
    rest = {"id": id, "stance": told.get("stance", "assert"), "via": told.get("via")}
    return spans | {"content": [spans["content"]]} | rest


def _to_event(text: str, told: Json) -> Json:
    spans = {role: [find_words(text, words) for words in told.get(role, [])] for role in ROLES}
    return {"modes": [], "date": None, "responsibility": None, "said_by": [], **told, **spans}


def find_words(text: str, words: str) -> Json:
    """The span of the words; "words ~2" is their second place, "first ... last" runs from the first to the last."""
    words, _, nth = words.partition(" ~")
    first, _, last = words.partition(" ... ")
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(first)}(?!\w)", text)]
    if len(places) < int(nth or 1):
        raise ValueError(f"{words!r} does not stand {nth or 1} times in the sample")
    start = places[int(nth or 1) - 1]
    end = text.index(last, start) + len(last) if last else start + len(first)
    return {"start": start, "end": end, "text": text[start:end]}
