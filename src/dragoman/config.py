"""What can be set from outside: one frozen value, passed in as an argument, never read from a global place."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

VERSION = "0.1.0"  # equal to pyproject.toml; tests/house holds the two together
DATA = Path(__file__).parent / "data"


class Settings(Struct, frozen=True, kw_only=True):
    """`bundle` is the folder of the model: by default the one that the package brings."""

    bundle: Path = DATA / "bundle"
