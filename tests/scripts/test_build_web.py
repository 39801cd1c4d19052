"""The lock of the desk's libraries: complete, without addresses, and small."""

from __future__ import annotations

import build_web

from tests.conftest import ROOT

STATIC = ROOT / "src/dragoman/show/web/static"
MOST = 1_500_000  # bytes that the desk's files may add to the package


def test_every_library_comes_with_its_licence() -> None:
    packages = build_web.read_lock()
    assert packages
    assert not [each["name"] for each in packages if not any("LICENSE" in file["to"] for file in each["files"])]


def test_lock_holds_no_address() -> None:
    assert "://" not in build_web.LOCK.read_text(encoding="utf-8")


def test_nothing_lies_beside_what_is_locked() -> None:
    locked = {ROOT / file["to"] for package in build_web.read_lock() for file in package["files"]}
    assert {path for path in (STATIC / "vendor").iterdir()} <= locked


def test_file_that_differs_from_the_lock_is_told() -> None:
    package = build_web.read_lock()[0]
    changed = {**package, "files": [{**package["files"][0], "sha256": "0"}]}
    assert build_web.check_files([changed])
    assert not build_web.check_files([package])


def test_files_of_the_desk_are_small() -> None:
    assert sum(path.stat().st_size for path in STATIC.rglob("*") if path.is_file()) < MOST


def test_scripts_ask_nothing_of_other_hosts() -> None:
    own = [path for path in STATIC.glob("*") if path.suffix in {".js", ".css"}]
    assert not [path.name for path in own if "http:" in path.read_text("utf-8") or "https:" in path.read_text("utf-8")]
