"""Our annotation: what the repository holds of it fits the texts that it was made on and the codebook."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.assets import open_codebook
from train.corpora import read_annotated, read_lines, sum_of

TRAIN = Path(__file__).resolve().parents[2] / "train"
WRITTEN = sorted((TRAIN / "written").glob("*.jsonl"))
SETS = sorted((TRAIN / "annotated").glob("*.jsonl"))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_annotation_of_our_own_reports_fits_their_texts(path: Path) -> None:
    texts = {row["id"]: row["text"] for row in read_lines(path)}
    for row in read_lines(TRAIN / "annotated" / path.name):
        assert row["sha256"] == sum_of(texts[row["id"]])
        assert all(0 <= start < end <= len(texts[row["id"]]) for start, end in places_of(row))


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_annotation_uses_the_codebook(path: Path) -> None:
    codebook = open_codebook()
    for row in read_lines(path):
        for event in row["events"]:
            assert set(event["modes"]) <= set(codebook.modes_of(event["type"])), (row["id"], event)


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_annotation_holds_offsets_and_no_text(path: Path) -> None:
    keys = {"type", "modes", "status", "responsibility", "stance", "id", "sha256", "set"}
    for row in read_lines(path):
        assert {key for key, value in leaves(row) if isinstance(value, str)} <= keys


def test_a_text_that_has_changed_is_refused(tmp_path: Path) -> None:
    row = {"id": "a", "sha256": sum_of("one text"), "events": [], "statements": [], "junk": []}
    (tmp_path / "some.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert read_annotated(tmp_path, {"a": "one text"})[0]["text"] == "one text"
    with pytest.raises(ValueError, match="a: the text is another"):
        read_annotated(tmp_path, {"a": "another text"})


def places_of(value: Any) -> list[list[int]]:
    """All pairs of offsets at any depth."""
    if isinstance(value, dict):
        return [place for item in value.values() for place in places_of(item)]
    if not isinstance(value, list):
        return []
    if len(value) == 2 and all(isinstance(item, int) for item in value):
        return [value]
    return [place for item in value for place in places_of(item)]


def leaves(value: Any, key: str = "") -> list[tuple[str, Any]]:
    """(nearest key, value) of everything that is no object and no list."""
    if isinstance(value, dict):
        return [leaf for name, item in value.items() for leaf in leaves(item, name)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item, key)]
    return [(key, value)]
