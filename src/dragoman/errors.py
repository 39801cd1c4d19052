"""The family of errors. A class exists only where a caller does something different.

    DragomanError
      UsageError      the caller asked for the impossible                      exit code 2
      InputError      this report or file cannot be read; the run goes on      exit code 1 at the end
      AssetError      a bundle, the codebook or an extra is missing or wrong   exit code 3
      StoreError      a situation file is newer, damaged, foreign or busy      exit code 4
      InternalError   a bug of ours; says so and what to attach                exit code 70

Every message says what happened, with the value, and what to do next.
"""

from __future__ import annotations


class DragomanError(Exception):
    """The root of all errors that dragoman raises on purpose."""

    exit_code = 70


class UsageError(DragomanError):
    """The caller asked for something that cannot be done; mend the call."""

    exit_code = 2


class InputError(DragomanError):
    """One report or file cannot be read; record it, count it, go on with the next.

    `source` names the file (or `-`), `place` the line or byte inside it, `mend` what the user can do.
    """

    exit_code = 1

    def __init__(self, what: str, *, source: str, place: str | None = None, mend: str) -> None:
        self.what = what
        self.source = source
        self.place = place
        self.mend = mend
        super().__init__(f"{source}{f', {place}' if place else ''}: {what}. {mend}")


class AssetError(DragomanError):
    """A file that dragoman ships or an optional package is missing or damaged; says what mends it."""

    exit_code = 3


class StoreError(DragomanError):
    """A situation file cannot be used: of a newer version, damaged, no situation at all, or held by another process."""

    exit_code = 4


class InternalError(DragomanError):
    """A bug of dragoman itself, not of the input."""

    exit_code = 70
