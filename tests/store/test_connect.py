"""Opening a situation file: what is no situation is refused in words, with what mends it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import StoreError, UsageError
from dragoman.store import open_store
from dragoman.store.schema import APPLICATION_ID, VERSION


def make(path: Path) -> Path:
    open_store(path, create=True).close()
    return path


def set_up(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_new_file_says_what_it_is_and_is_whole(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db", create=True)
    assert store.value("PRAGMA application_id") == APPLICATION_ID
    assert store.value("PRAGMA user_version") == VERSION
    assert store.value("PRAGMA journal_mode") == "wal"
    assert store.value("PRAGMA foreign_keys") == 1
    assert store.check() == []
    store.close()


def test_file_that_is_not_there_is_made_only_when_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="dragoman add"):
        open_store(tmp_path / "a.db", create=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("path", ["missing/a.db", "."])
def test_path_that_cannot_be_a_file_is_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name a file in a folder that exists"):
        open_store(tmp_path / path, create=True)


def test_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db")
    set_up(path, f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer dragoman"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_database_of_another_program_is_refused(tmp_path: Path) -> None:
    set_up(tmp_path / "a.db", "CREATE TABLE songs (title)")
    with pytest.raises(StoreError, match="another program"):
        open_store(tmp_path / "a.db", create=True)


def test_text_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("A report about a harbour.\n" * 99, encoding="utf-8")
    with pytest.raises(StoreError, match="no situation file"):
        open_store(tmp_path / "a.db", create=True)


def test_empty_file_is_filled_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    with pytest.raises(StoreError, match="is empty"):
        open_store(tmp_path / "a.db", create=False)
    make(tmp_path / "a.db")


def test_damaged_file_is_told_with_its_mend(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\x07" * (len(whole) - 4096))
    with pytest.raises(StoreError, match=r"damaged.*Put back a copy"):
        open_store(path, create=False).value("SELECT count(*) FROM reports")


def test_what_a_transaction_wrote_is_gone_where_it_fails(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db", create=True)
    with pytest.raises(KeyError), store.transaction():
        store.run("INSERT INTO meta (name, value) VALUES ('a', 'b')")
        raise KeyError
    assert store.value("SELECT count(*) FROM meta") == 0
    store.close()


def test_broken_reference_is_found_by_the_check(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db")
    set_up(path, "INSERT INTO tellings (serial, body) VALUES (7, x'')")
    store = open_store(path, create=False)
    assert store.check() == ["tellings, row 7: reports is not there"]
    store.close()
