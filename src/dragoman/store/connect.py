"""Opening a situation file, with everything that can be wrong with it told in words and with its mend."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman.errors import StoreError, UsageError
from dragoman.store.schema import APPLICATION_ID, STEPS, VERSION

Values = Sequence[object] | dict[str, object]

_WAIT = 60.0  # seconds that a process waits for another one that writes: it holds the file for one report or one merge
_TRIES = 50  # to turn on the journal of a new file: two processes may do so at once, and SQLite does not wait there
_CACHE_KIB = 32_768  # pages held in memory
_BUSY = ("locked", "busy")


class Store:
    """An open situation file. All errors of SQLite come as StoreError."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def run(self, sql: str, values: Values = ()) -> int:
        """Run one statement; the number of the last row that it put in."""
        with _explained(self.path):
            return self._connection.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run one statement for each row."""
        with _explained(self.path):
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, values: Values = ()) -> list[Any]:
        """All rows of an answer, as tuples."""
        with _explained(self.path):
            return self._connection.execute(sql, values).fetchall()

    def column(self, sql: str, values: Values = ()) -> list[Any]:
        """The first column of an answer."""
        return [row[0] for row in self.rows(sql, values)]

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first value of the first row; None where there is no row."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is run inside is written together or not at all; other writers wait meanwhile."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with _explained(self.path):
                self._connection.rollback()
            raise
        self.run("COMMIT")

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file as a whole and with what refers to what; nothing where all is well."""
        whole = [words for words in self.column("PRAGMA integrity_check") if words != "ok"]
        return whole + [
            f"{row[0]}, row {row[1]}: {row[2]} is not there" for row in self.rows("PRAGMA foreign_key_check")
        ]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def open_store(path: Path, *, create: bool) -> Store:
    """The situation file at a path, brought to this version; with `create` a new one where there is none.

    UsageError where there is no such file (or folder), StoreError where it is no situation, newer, damaged or busy.
    """
    if not create and not path.exists():
        raise UsageError(f"there is no situation file {path}. Make one with `dragoman add {path} PATH`")
    if not path.parent.is_dir() or path.is_dir():
        raise UsageError(f"{path} cannot be a situation file: name a file in a folder that exists")
    with _explained(path):
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        store = Store(path, connection)
        try:
            _check_kind(store, create)
            _set_up(store)
        except BaseException:
            connection.close()
            raise
    return store


def _check_kind(store: Store, create: bool) -> None:
    """StoreError where the file is another program's, or of a newer dragoman."""
    kind, version = store.value("PRAGMA application_id"), store.value("PRAGMA user_version")
    is_new = not kind and not version and not store.value("SELECT count(*) FROM sqlite_schema")
    if is_new and not create:
        raise StoreError(f"{store.path} is empty, no situation. Make one with `dragoman add {store.path} PATH`")
    if not is_new and kind != APPLICATION_ID:
        raise StoreError(f"{store.path} is a database of another program, no situation. Name another file")
    if version > VERSION:
        raise StoreError(
            f"{store.path} was written by a newer dragoman (its version is {version}, this one knows {VERSION}). "
            "Install the newer dragoman: pip install --upgrade dragoman"
        )


def _set_up(store: Store) -> None:
    """Settings of the connection, then the tables of this version."""
    # NORMAL: a killed process loses nothing; a power cut may lose the last reports, never the file.
    for setting in ("foreign_keys = ON", "synchronous = NORMAL", f"cache_size = -{_CACHE_KIB}", "temp_store = MEMORY"):
        store.run(f"PRAGMA {setting}")
    for _ in range(_TRIES):
        if _turn_on_journal(store):
            break
        time.sleep(_WAIT / _TRIES / 10)
    if store.value("PRAGMA user_version") == VERSION:
        return
    with store.transaction():
        for number in range(store.value("PRAGMA user_version"), VERSION):  # asked again: now nobody else can
            _take_step(store, number)


def _turn_on_journal(store: Store) -> bool:
    try:
        return bool(store.value("PRAGMA journal_mode = WAL") == "wal")
    except StoreError:
        return False


def _take_step(store: Store, number: int) -> None:
    """Bring the file from version `number` to the next, inside the transaction of the caller."""
    for statement in STEPS[number].split(";\n"):
        if statement.strip():
            store.run(statement)
    store.run(f"PRAGMA application_id = {APPLICATION_ID}")
    store.run(f"PRAGMA user_version = {number + 1}")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Errors of SQLite as StoreError with what mends them."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {_tell(str(error))}") from error


def _tell(said: str) -> str:
    if any(word in said for word in _BUSY):
        return f"another process has been writing for more than {_WAIT:.0f} seconds ({said}). Try again when it is done"
    if "not a database" in said:
        return f"it is no situation file ({said}). Name another file"
    if "malformed" in said or "corrupt" in said:
        return (
            f"the file is damaged ({said}). Put back a copy, or make a new one from the reports with `dragoman add`; "
            "`sqlite3 FILE .recover` may save what is in it"
        )
    if "full" in said:
        return f"the disk is full ({said}). Make room and run it again: what was written is kept"
    if "readonly" in said or "unable to open" in said:
        return f"it cannot be opened for writing ({said}). Check the permissions of the file and of its folder"
    return f"SQLite says: {said}. Check the file with `sqlite3 FILE 'PRAGMA integrity_check'`"
