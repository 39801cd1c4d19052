"""Sentence splitters compared on corpora with hand-made sentence boundaries, as printed in docs/read.md.

usage: python -m bench.sentences GUM.jsonl UD_EWT.jsonl ... [--with sentencex,segtok,syntok,pysbd]

A corpus is JSON lines with `text` and `sentences` ([{"start": ...}]). Line breaks are boundaries for all. A
boundary is right when a sentence starts at the same character. `lower` and `upper` are the same texts with their
letter case taken away. The packages named with --with have to be installed; dragoman's own rules need nothing.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from dragoman.read.layout import is_lower_text
from dragoman.read.sentences import find_ends

Splitter = Callable[[str], Iterable[int]]


def split_own(line: str, lower: bool = False) -> Iterator[int]:
    """Where the sentences of a line start by dragoman's rules."""
    yield 0
    yield from find_ends(line, lower=lower)


def _open_sentencex() -> Splitter:
    package = importlib.import_module("sentencex")
    return lambda line: _starts_of(package.segment("en", line))


def _open_pysbd() -> Splitter:
    segmenter = importlib.import_module("pysbd").Segmenter(language="en", clean=False, char_span=True)
    return lambda line: (sentence.start for sentence in segmenter.segment(line))


def _open_syntok() -> Splitter:
    package = importlib.import_module("syntok.segmenter")
    return lambda line: (s[0].offset for paragraph in package.process(line) for s in paragraph)


def _open_segtok() -> Splitter:
    package = importlib.import_module("segtok.segmenter")

    def split(line: str) -> Iterator[int]:
        at = 0
        for sentence in filter(None, package.split_single(line)):
            at = line.find(sentence, at)
            yield at
            at += len(sentence)

    return split


OTHERS = {"sentencex": _open_sentencex, "pysbd": _open_pysbd, "syntok": _open_syntok, "segtok": _open_segtok}


def _starts_of(pieces: Iterable[str]) -> Iterator[int]:
    at = 0
    for piece in pieces:
        yield at
        at += len(piece)


def starts_in(text: str, splitter: Splitter) -> set[int]:
    """Where the sentences of a text start, the white space before them left out."""
    found: set[int] = set()
    at = 0
    for line in text.split("\n"):
        for start in splitter(line) if line.strip() else ():
            rest = line[start:]
            if rest.strip():
                found.add(at + start + len(rest) - len(rest.lstrip()))
        at += len(line) + 1
    return found


def measure(documents: list[dict[str, Any]], change: Callable[[str], str], name: str, splitter: Splitter) -> str:
    """One row: precision, recall, F1 and speed of a splitter on the documents."""
    right = told = gold = characters = 0
    spent = 0.0
    for document in documents:
        text = change(document["text"])
        if len(text) != len(document["text"]):
            continue
        began = time.perf_counter()
        use = partial(split_own, lower=is_lower_text(text)) if name == "dragoman" else splitter
        found = starts_in(text, use)
        spent += time.perf_counter() - began
        true = {sentence["start"] for sentence in document["sentences"]}
        right, told, gold = right + len(found & true), told + len(found), gold + len(true)
        characters += len(text)
    p, r = right / told, right / gold
    return f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}  {characters / spent / 1e6:6.2f} MB/s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--with", dest="others", default="")
    options = parser.parse_args()
    splitters: dict[str, Splitter] = {"dragoman": split_own}
    splitters |= {name: OTHERS[name]() for name in filter(None, options.others.split(","))}
    for path in options.corpora:
        with open(path, encoding="utf-8") as file:
            documents = [json.loads(line) for line in file]
        for change in (str, str.lower, str.upper):
            case = "as is" if change is str else change.__name__
            for name, splitter in splitters.items():
                print(f"{path}  {case:6s} {name:10s} {measure(documents, change, name, splitter)}")


if __name__ == "__main__":
    main()
