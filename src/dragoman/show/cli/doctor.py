"""`dragoman doctor`: is everything there that dragoman needs?"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

import click

from dragoman.assets import open_bundle, open_codebook
from dragoman.config import VERSION, Settings
from dragoman.errors import AssetError
from dragoman.show.screen import safe_words

NEEDED = ("msgspec", "click", "rich", "numpy", "onnxruntime", "tokenizers", "trafilatura")
EXTRAS = {"pyarrow": "frames"}


class Check(NamedTuple):
    """One thing looked at: whether it is in order, and what was found or what mends it."""

    name: str
    fine: bool
    found: str


@click.command()
def doctor() -> None:
    """Print versions and check the model, the codebook and the packages.

    The exit code is 3 when something is missing or damaged. Send this output with a bug report.
    """
    checks = [*_check_versions(), check_codebook(), check_bundle(Settings().bundle)]
    for check in checks:
        click.echo(safe_words(f"{'ok  ' if check.fine else 'BAD '} {check.name:<12} {check.found}"))
    if not all(check.fine for check in checks):
        raise SystemExit(AssetError.exit_code)


def _check_versions() -> Iterator[Check]:
    yield Check("dragoman", True, VERSION)
    yield Check("python", True, f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    for name in NEEDED:
        found = _version_of(name)
        yield Check(name, found is not None, found or "not installed. Install dragoman again with pip")
    for name, extra in EXTRAS.items():
        yield Check(name, True, _version_of(name) or f"not installed (the extra dragoman[{extra}])")


def _version_of(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def check_codebook() -> Check:
    """Whether the codebook is there and whole."""
    try:
        codebook = open_codebook()
    except AssetError as error:
        return Check("codebook", False, str(error))
    return Check("codebook", True, f"{codebook.version}, {len(codebook.types)} types")


def check_bundle(folder: Path) -> Check:
    """Whether the model in the folder is whole, fits this version, and has the files that it was released with."""
    try:
        manifest = open_bundle(folder).manifest
    except AssetError as error:
        return Check("model", False, str(error))
    return Check(
        "model", True, f"{manifest.name} {manifest.version} in {folder}: {', '.join(manifest.files)} as released"
    )
