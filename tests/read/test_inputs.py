"""What lies behind paths: kinds, ids, order, and what cannot be a report."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dragoman.read import Input, list_inputs
from dragoman.read.limits import MAX_LINE_BYTES
from dragoman.records import Failure

LINE = '{"id": "%s", "text": "The port was shelled."}\n'


def inputs(*paths: Path | str) -> list[Input]:
    found = list(list_inputs([str(path) for path in paths]))
    assert not [item for item in found if isinstance(item, Failure)]
    return [item for item in found if isinstance(item, Input)]


def failures(*paths: Path | str) -> list[Failure]:
    return [item for item in list_inputs([str(path) for path in paths]) if isinstance(item, Failure)]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, words in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words.encode())
    return folder


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sequence[object]]:
    """A list: put bytes in, and they are standard input."""

    class Feed(list[object]):
        def append(self, raw: object) -> None:
            assert isinstance(raw, bytes)
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))

    yield Feed()


@pytest.mark.parametrize(
    ("name", "words", "kind"),
    [
        ("a.txt", "The port.", "text"),
        ("a.md", "The port.", "text"),
        ("a.HTML", "<p>The port.", "html"),
        ("report", "The port.", "text"),
        ("report", "<!DOCTYPE html><p>The port.", "html"),
        ("a.report", "The port.", "text"),
    ],
)
def test_a_file_is_known_by_its_ending_or_its_first_bytes(tmp_path: Path, name: str, words: str, kind: str) -> None:
    write(tmp_path, {name: words})
    [found] = inputs(tmp_path / name)
    assert (found.kind, found.id, found.payload) == (kind, Path(name).stem, str(tmp_path / name))


def test_a_folder_is_read_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"b.txt": "x", "a/z.txt": "x", "a/c.d.html": "x", ".hidden.txt": "x", ".git/x.txt": "x", "c.jsonl": LINE % "k"},
    )
    assert [item.id for item in inputs(tmp_path)] == ["a/c.d", "a/z", "b", "k"]


def test_files_of_unknown_kind_in_a_folder_are_counted(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "x", "b.csv": "x,y", "c.pdf": "%PDF-1.4", "d": "\x00\x01"})
    assert [(Path(f.source).name, "does not read files of this kind" in f.error) for f in failures(tmp_path)] == [
        ("b.csv", True),
        ("c.pdf", True),
        ("d", True),
    ]


@pytest.mark.parametrize(
    ("files", "again"), [({"a.txt": "x", "a.html": "x"}, "a"), ({"a.txt": "x", "b.jsonl": LINE % "a"}, "a")]
)
def test_two_reports_with_one_id_are_a_failure_that_names_both(
    tmp_path: Path, files: dict[str, str], again: str
) -> None:
    write(tmp_path, files)
    [failure] = failures(*(tmp_path / name for name in files))
    first, second = (str(tmp_path / name) for name in files)
    assert failure.source == second
    assert first in failure.error and repr(again) in failure.error


def test_the_same_path_twice_is_a_failure(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "x"})
    assert len(failures(tmp_path / "a.txt", tmp_path / "a.txt")) == 1


def test_lines_of_a_jsonl_file_are_reports_and_blank_ones_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": "\ufeff" + LINE % "x" + "\n  \n" + LINE % "y"})
    assert [(item.id, item.place) for item in inputs(tmp_path / "a.jsonl")] == [("x", "line 1"), ("y", "line 4")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": "x", "text": "The por', "breaks off"),
        ('{"id": "x"}', "missing required field `text`"),
        ('{"id": 7, "text": "x"}', "`$.id`"),
        ('{"id": "x", "text": "x", "title": ["x"]}', "`$.title`"),
        ('["x"]', "`$`"),
        ('{"id": " ", "text": "x"}', "`$.id`"),
        ("The port was shelled.", "no JSON"),
    ],
)
def test_a_bad_json_line_is_a_failure_and_the_next_line_is_read(tmp_path: Path, line: str, words: str) -> None:
    write(tmp_path, {"a.jsonl": f"{line}\n" + LINE % "y"})
    failure, good = list_inputs([str(tmp_path / "a.jsonl")])
    assert isinstance(failure, Failure) and isinstance(good, Input)
    assert (failure.source, failure.place) == (str(tmp_path / "a.jsonl"), "line 1")
    assert words in failure.error and failure.mend


def test_bytes_that_are_not_utf8_in_a_json_line_are_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "x", "text": "caf\xe9"}\n')
    [failure] = failures(tmp_path / "a.jsonl")
    assert failure.place == "line 1"


def test_an_endless_json_line_is_a_failure_and_the_next_line_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": '{"id": "x", "text": "' + "x" * MAX_LINE_BYTES + '"}\n' + LINE % "y"})
    failure, good = list_inputs([str(tmp_path / "a.jsonl")])
    assert isinstance(failure, Failure) and "too much for one report" in failure.error
    assert isinstance(good, Input) and (good.id, good.place) == ("y", "line 2")


def test_a_missing_path_an_empty_folder_and_a_device_are_failures(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = failures(tmp_path / "none.txt", tmp_path / "empty", "/dev/null")
    assert [f.error.split(":")[0] for f in found] == [
        "there is no such file or folder",
        "the folder holds no files",
        "it is neither a file nor a folder",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_a_failure_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a/x.txt": "x", "b.txt": "x"})
    (tmp_path / "a").chmod(0)
    failure, good = list_inputs([str(tmp_path)])
    (tmp_path / "a").chmod(0o700)
    assert isinstance(failure, Failure) and "permission" in failure.error and "chmod" in failure.mend
    assert isinstance(good, Input) and good.id == "b"


@pytest.mark.parametrize(
    ("raw", "kind", "id"),
    [
        (b"The port was shelled.\n", "text", "stdin"),
        (b"<html><body><p>The port.", "html", "stdin"),
        ((LINE % "x").encode(), "jsonl", "x"),
        (b"\n\n" + (LINE % "x").encode(), "jsonl", "x"),
    ],
)
def test_standard_input_is_known_by_its_first_line(stdin: list[object], raw: bytes, kind: str, id: str) -> None:
    stdin.append(raw)
    [found] = inputs("-")
    assert (found.source, found.kind, found.id) == ("-", kind, id)
