"""No sentence of the developers' material gets into the repository; it is not ours to pass on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import list_texts

RUN = 8  # words; shorter runs are shared by accident
WORD = re.compile(r"\w+")
NAMES = ("resources/actors", "src/dragoman/data/gazetteer.json")  # long names of bodies are facts, nobody's sentences
LITTLE = {"the", "a", "an", "of", "in", "to", "and", "that", "by", "for", "with", "is", "was", "on", "at", "it"}


def test_no_run_of_words_comes_from_a_report_that_is_not_ours(shared: Path) -> None:
    theirs = {run for text in list_reports(shared) for run in list_runs(text)}
    assert not list_borrowed(theirs, "")


@pytest.mark.parametrize("folder", ["resources/codebook", "docs"])
def test_codebook_is_told_in_our_own_words(shared: Path, folder: str) -> None:
    theirs = set(list_runs((shared / "codebook.md").read_text(encoding="utf-8")))
    assert not list_borrowed(theirs, folder)


def list_borrowed(theirs: set[tuple[str, ...]], folder: str) -> list[str]:
    return sorted(
        {
            f"{path}: {' '.join(run)}"
            for path, text in list_texts()
            if str(path).startswith(folder)
            and path.name not in {"LICENSE", "tokenizer.json"}
            and not str(path).startswith(NAMES)
            for run in list_runs(text)
            if run in theirs
        }
    )


def list_reports(shared: Path) -> Iterator[str]:
    yield (shared / "sample" / "relayed-analysis.txt").read_text(encoding="utf-8")
    for path in sorted((shared / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def list_runs(text: str) -> Iterator[tuple[str, ...]]:
    """Runs of words as a sentence has them; a row of numbers is nobody's."""
    words = [word.lower() for word in WORD.findall(text)]
    return (run for run in zip(*(words[i:] for i in range(RUN)), strict=False) if LITTLE & set(run))
