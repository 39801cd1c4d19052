"""The hand-made situation, for all tests of what is shown of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.show.wire_situation import build_situation


@pytest.fixture(scope="session")
def wires(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The situation file, to be read only."""
    return build_situation(tmp_path_factory.mktemp("wires") / "nakuru.db")
