from __future__ import annotations

import io
import os
from pathlib import Path
from typing import BinaryIO, ClassVar

import pyarrow.parquet
import pytest

from dragoman.errors import UsageError
from dragoman.export import Exporter, Format, open_exporter, open_output
from dragoman.records import Record
from tests.show.story import story


def build_jsonl(stream: BinaryIO) -> Exporter:
    return open_exporter(Format.JSONL, stream)


def build_parquet(stream: BinaryIO) -> Exporter:
    return open_exporter(Format.PARQUET, stream)


class HalfLines:
    """An exporter that is cut in the middle of its second line."""

    by_lines: ClassVar[bool] = True

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._written = 0

    def write(self, record: Record) -> None:
        if self._written:
            self._stream.write(b"half a li")
            self._stream.flush()
            raise KeyboardInterrupt
        self._stream.write(b"a whole line\n")
        self._written += 1

    def finish(self) -> None:
        raise AssertionError("an interrupted output is not finished")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_output_stands_under_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    with open_output(out, build_jsonl) as output:
        output.write(story())
        assert not out.exists()
    assert out.read_bytes().count(b"\n") == 1
    assert names(tmp_path) == ["x.jsonl"]


def test_output_keeps_the_old_file_and_the_finished_part_when_interrupted(tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    out.write_text("old")
    with pytest.raises(KeyboardInterrupt), open_output(out, HalfLines) as output:
        output.write(story())
        output.write(story())
    assert out.read_text() == "old"
    assert (tmp_path / "x.jsonl.partial").read_text() == "a whole line\n"
    assert names(tmp_path) == ["x.jsonl", "x.jsonl.partial"]
    assert output.kept == 1


def test_output_leaves_nothing_behind_when_nothing_was_done(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="early"), open_output(tmp_path / "x.jsonl", build_jsonl):
        raise ValueError("early")
    assert names(tmp_path) == []


def test_output_drops_the_part_of_an_earlier_run_when_all_is_done(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl.partial").write_text("earlier")
    with open_output(tmp_path / "x.jsonl", build_jsonl) as output:
        output.write(story())
    assert names(tmp_path) == ["x.jsonl"]


def test_output_keeps_a_readable_parquet_file_when_interrupted(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), open_output(tmp_path / "x.parquet", build_parquet) as output:
        output.write(story())
        raise KeyboardInterrupt
    part = (tmp_path / "x.parquet.partial").read_bytes()
    assert pyarrow.parquet.read_table(io.BytesIO(part)).num_rows == 2


def test_output_follows_a_link_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("old")
    (tmp_path / "link.jsonl").symlink_to("real.jsonl")
    with open_output(tmp_path / "link.jsonl", build_jsonl) as output:
        output.write(story())
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text() != "old"


@pytest.mark.parametrize("place", [".", os.devnull, "no/such/folder/x.jsonl"])
def test_output_refuses_a_place_where_no_file_can_be(place: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="-o"), open_output(tmp_path / place, build_jsonl):
        raise AssertionError("not reached")
