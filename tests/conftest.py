"""What all tests share: the repository's root, the material beside it, and the switch that rewrites golden files."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/golden --update-golden` writes what the pipeline reads now; review the difference by eye."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/expected from the pipeline")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """The developers' material beside the repository; newcomers do not have it, so tests that need it are skipped."""
    folder = root.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the developers' material (../shared) is not beside this clone")
    return folder
