"""A file that is there whole or not at all.

What is written goes to a hidden file beside OUT, which takes OUT's name at the end in one step. When the work is cut
short, OUT keeps what it held before, and what was done so far is kept as OUT.partial, which ends on a whole line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import UsageError
from dragoman.export.base import Exporter
from dragoman.records import Record


def partial_path(out: Path) -> Path:
    """Where the finished part is kept when the work is cut short."""
    return out.with_name(out.name + ".partial")


@contextmanager
def open_output(out: Path, build: Callable[[BinaryIO], Exporter]) -> Iterator[OutputFile]:
    """An exporter made by `build` that writes `out`, in place only when the block ends without an exception.

    On an exception (Ctrl-C too) the records that were written whole go to `partial_path(out)`; where there are
    none, nothing is left behind. UsageError when `out` is no plain file or its folder cannot be written to.
    """
    target, hidden, stream = _open_hidden(out)
    output: OutputFile | None = None
    try:
        with stream:
            output = OutputFile(build(stream), stream)
            try:
                yield output
                output.finish()
            except BaseException:
                output.cut()
                raise
            os.fsync(stream.fileno())
    except BaseException:
        if output is not None and output.kept:
            hidden.replace(partial_path(target))
        else:
            hidden.unlink()
        raise
    hidden.replace(target)
    partial_path(target).unlink(missing_ok=True)


@contextmanager
def replace_file(out: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of `out` when the block ends without an exception; else nothing is left.

    UsageError when `out` is no plain file or its folder cannot be written to.
    """
    target, hidden, stream = _open_hidden(out)
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        hidden.unlink()
        raise
    hidden.replace(target)


def _open_hidden(out: Path) -> tuple[Path, Path, BinaryIO]:
    """The file that OUT stands for, the hidden one beside it, and a stream to that."""
    target = Path(os.path.realpath(out))
    if target.exists() and not target.is_file():
        raise UsageError(f"{out} is not a plain file. Choose another with -o, or leave -o out to write to the screen")
    hidden = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        return target, hidden, hidden.open("wb")
    except OSError as error:
        raise UsageError(f"cannot write {out}: {error.strerror}. Choose another place with -o") from error


class OutputFile:
    """An exporter that knows how many records are whole, and where the last of them ends."""

    def __init__(self, exporter: Exporter, stream: BinaryIO) -> None:
        self.by_lines = exporter.by_lines
        self.kept = 0
        self._exporter = exporter
        self._stream = stream
        self._whole = 0
        self._records = 0

    def write(self, record: Record) -> None:
        """Take one record."""
        self._exporter.write(record)
        self._stream.flush()
        self._whole = self._stream.tell()
        self._records += 1

    def finish(self) -> None:
        """Write what ends the file."""
        self._exporter.finish()
        self._stream.flush()

    def cut(self) -> None:
        """End the file after the last whole record, and set `kept` to the number of records that it then holds."""
        if self.by_lines:
            self._stream.truncate(self._whole)
        elif self._stream.tell() == self._whole and self._records:
            self.finish()
        else:
            return  # cut in the middle of a block: such a file cannot be read
        self.kept = self._records
