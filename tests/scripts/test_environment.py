"""The set-up tells when the environment is stale, and ends with a message that names the mend."""

from __future__ import annotations

import sys
from pathlib import Path

import environment
import pytest


def test_stamp_changes_with_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = environment.stamp_of_lock()
    lock = tmp_path / "constraints.txt"
    lock.write_text("click==0\n", encoding="utf-8")
    monkeypatch.setattr(environment, "LOCK", lock)
    assert environment.stamp_of_lock() != before


def test_failed_step_shows_what_was_said_and_what_to_do(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        environment.call([sys.executable, "-c", "raise SystemExit('no route to host')"], "installing the packages")
    assert "no route to host" in str(caught.value)
    assert "stopped while installing the packages" in str(caught.value)
    assert capfd.readouterr().out == ""


def test_old_python_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "OLDEST", (99, 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is 3"):
        environment.check_python()


def test_missing_module_names_the_package_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="python3-venv"):
        environment.check_python()
