"""A desk that tests only look at, made once, and one that they may write to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.show.web.made import make_situation, open_desk


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the made-up situation; copy it before writing to it."""
    return make_situation(tmp_path_factory.mktemp("desk") / "town.db")


@pytest.fixture(scope="module")
def desk(made: Path) -> Iterator[TestClient]:
    """A desk to look at."""
    with open_desk(made) as client:
        yield client


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A desk of the test's own."""
    with open_desk(Path(shutil.copy(made, tmp_path / "town.db"))) as client:
        yield client
