"""The options that name the user's own lists, the same for every command that looks names up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dragoman.config import Settings

F = TypeVar("F", bound=Callable[..., Any])

_FILE = click.Path(path_type=Path)


def take_actors(command: F) -> F:
    """Add --actors."""
    return click.option(
        "--actors",
        type=_FILE,
        multiple=True,
        metavar="FILE",
        help="Actors of your own, which go before ours: CSV, YAML or FollowTheMoney (docs/actors.md). May be repeated.",
    )(command)


def take_places(command: F) -> F:
    """Add --places and --place-index."""
    command = click.option(
        "--place-index",
        type=_FILE,
        metavar="FILE",
        help="The places to look up, as `dragoman import-geonames` writes them, in place of ours.",
    )(command)
    return click.option(
        "--places",
        type=_FILE,
        multiple=True,
        metavar="FILE",
        help="Places of your own, which go before all others: CSV or YAML (docs/places.md). May be repeated.",
    )(command)


def make_settings(
    actors: tuple[Path, ...] = (), places: tuple[Path, ...] = (), place_index: Path | None = None
) -> Settings:
    """The settings that the options ask for."""
    chosen = {"place_index": place_index} if place_index else {}
    return Settings(actors=actors, places=places, **chosen)
