"""What can be set from outside: one frozen value, passed in as an argument, never read from a global place."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

VERSION = "0.1.0"  # equal to pyproject.toml; tests/house holds the two together
DATA = Path(__file__).parent / "data"


class Settings(Struct, frozen=True, kw_only=True):
    """What coding is done with; by default what the package brings.

    `bundle` is the folder of the model. `actors` and `places` are files of the user's own, which go before our lists
    (docs/actors.md, docs/places.md). `place_index` is the file of places, such as `dragoman import-geonames` makes.
    """

    bundle: Path = DATA / "bundle"
    actors: tuple[Path, ...] = ()
    places: tuple[Path, ...] = ()
    place_index: Path = DATA / "places.bin"
