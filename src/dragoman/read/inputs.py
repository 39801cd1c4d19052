"""From paths to reports not yet read: files, folders, JSON lines and standard input, in a stable order."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Literal

from msgspec import Struct

from dragoman.errors import InputError
from dragoman.read.decode import looks_binary
from dragoman.read.jsonl import decode_line, iterate_lines
from dragoman.read.limits import MAX_TEXT_BYTES
from dragoman.records import Failure

Kind = Literal["text", "html", "jsonl"]

STDIN = "-"
_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
# Endings of formats that are text by their bytes but no report: coding their syntax would give nonsense.
_NOT_READ = frozenset(".json .csv .tsv .xml .rss .atom .yaml .yml .toml .ini .py .js .css .rtf .eml .tex .svg".split())
_SNIFF = 4096  # bytes that tell the kind of a file
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON_START = re.compile(rb"\s*\{")
_KNOWN = "Give it text (.txt .md), HTML (.html), JSON lines (.jsonl), a folder of these, or -"


class Input(Struct, frozen=True):
    """One report not yet read. `payload` is the path of its file, or the bytes themselves (a JSON line, stdin)."""

    source: str
    place: str | None
    kind: Kind
    id: str
    payload: str | bytes


def list_inputs(paths: Sequence[str]) -> Iterator[Input | Failure]:
    """The reports behind the paths, in the order of the paths, of names in a folder, of lines in a file.

    Cheap and streaming: files are named, not read, and JSON lines are held one at a time. `-` is standard input.
    What cannot be a report (a missing or unreadable path, a file of unknown kind, a bad JSON line, an id that
    was there before) comes as a Failure, and the run goes on.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for item in _list_stdin() if path == STDIN else _list_path(path):
            yield _check_id(item, seen) if isinstance(item, Input) else item


def _check_id(item: Input, seen: dict[str, str]) -> Input | Failure:
    where = f"{item.source}, {item.place}" if item.place else item.source
    before = seen.setdefault(item.id, where)
    if before is where:
        return item
    what = f"the id {item.id!r} is already that of {before}"
    mend = "Rename one of the two: ids are names of files without their endings, or the `id` keys of JSON lines"
    return _failure(item.source, what, mend, item.place)


def _failure(source: str, error: str, mend: str, place: str | None = None) -> Failure:
    return Failure(source=source, stage="read", error=error, place=place, mend=mend)


def _list_path(path: str) -> Iterator[Input | Failure]:
    try:
        if os.path.isdir(path):
            yield from _list_folder(path)
        else:
            yield from _list_file(path, Path(path).stem, named=True)
    except OSError as error:
        yield _os_failure(path, error)


def _os_failure(path: str, error: OSError) -> Failure:
    if isinstance(error, FileNotFoundError):
        return _failure(path, "there is no such file or folder", "Check the path")
    if isinstance(error, PermissionError):
        return _failure(path, "no permission to read it", "Change its permissions (chmod +r, for a folder +rx)")
    return _failure(path, f"it cannot be read: {error.strerror or error}", "Check the path and the disk")


def _list_folder(folder: str) -> Iterator[Input | Failure]:
    """Everything below a folder in the order of names; hidden files and folders are passed over."""
    empty = True
    for path in _walk(folder):
        empty = False
        if isinstance(path, Failure):
            yield path
            continue
        try:
            yield from _list_file(path, Path(path).relative_to(folder).with_suffix("").as_posix(), named=False)
        except OSError as error:
            yield _os_failure(path, error)
    if empty:
        yield _failure(folder, "the folder holds no files", _KNOWN)


def _walk(folder: str) -> Iterator[str | Failure]:
    try:
        with os.scandir(folder) as entries:
            ordered = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
    except OSError as error:
        yield _os_failure(folder, error)
        return
    for entry in ordered:
        # links to folders are not followed: they may lead round in a circle
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield entry.path


def _list_file(path: str, id: str, *, named: bool) -> Iterator[Input | Failure]:
    """A file as one input, or its JSON lines. `named`: the user gave this very path, so that any text will do."""
    if not os.path.isfile(path):
        os.stat(path)  # raises where there is nothing
        yield _failure(path, "it is neither a file nor a folder", _KNOWN)
        return
    with open(path, "rb") as file:
        kind = _kind_of(path, file, named)
        if kind is None:
            ending = Path(path).suffix or "no"
            yield _failure(path, f"dragoman does not read files of this kind ({ending} ending)", _KNOWN)
        elif kind == "jsonl":
            yield from _list_lines(file, path)
        else:
            yield Input(path, None, kind, id, path)


def _kind_of(path: str, file: BinaryIO, named: bool) -> Kind | None:
    """By the ending; without a known one by the first bytes, for a file that was named or has no ending."""
    ending = Path(path).suffix.lower()
    if ending in _KINDS:
        return _KINDS[ending]
    if ending in _NOT_READ or (ending and not named):
        return None
    head = file.read(_SNIFF)
    file.seek(0)
    if looks_binary(head):
        return None
    return "html" if _HTML_START.match(head) else "text"


def _list_lines(file: BinaryIO, source: str, first: bytes = b"") -> Iterator[Input | Failure]:
    empty = True
    for number, raw in iterate_lines(file, first):
        empty = False
        place = f"line {number}"
        try:
            yield Input(source, place, "jsonl", decode_line(raw, source=source, place=place).id, raw or b"")
        except InputError as error:
            yield _failure(source, error.what, error.mend, place)
    if empty:
        yield _failure(source, "it is empty", 'Give one report a line: {"id": "a1", "text": "..."}')


def _list_stdin() -> Iterator[Input | Failure]:
    """Standard input: JSON lines if its first line opens an object, else one report with the id "stdin"."""
    file = sys.stdin.buffer
    first = file.readline(MAX_TEXT_BYTES + 1)
    while first and not first.strip():
        first = file.readline(MAX_TEXT_BYTES + 1)
    if _JSON_START.match(first.removeprefix(b"\xef\xbb\xbf")):
        yield from _list_lines(file, STDIN, first)
        return
    raw = first + file.read(max(0, MAX_TEXT_BYTES + 1 - len(first)))
    kind: Kind = "html" if _HTML_START.match(raw[:_SNIFF]) else "text"
    yield Input(STDIN, None, kind, "stdin", raw)
