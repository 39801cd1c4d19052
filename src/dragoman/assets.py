"""Find, check and open what dragoman ships: the codebook (its ontology as data) and the model bundle.

A bundle is a folder with `bundle.json` (a `Manifest`) and the files that it names. Nothing of it is used before
all of it was checked: format, library version, label lists in order, and the sha256 of each file.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from dragoman.config import DATA, VERSION
from dragoman.errors import AssetError
from dragoman.terms import EventType, Responsibility, Role, Stance, Status

T = TypeVar("T")

BUNDLE_FORMAT = 1  # goes up when the meaning of a bundle's files changes
MEND = (
    "Put it back with `pip install --force-reinstall --no-deps dragoman`, "
    "in a clone with `git restore src/dragoman/data`"
)


class Mode(Struct, frozen=True, array_like=True):
    """A mode of an event type: how the thing was done. `means` is one line in plain words."""

    name: str
    means: str


class TypeEntry(Struct, frozen=True, kw_only=True):
    """An event type of the codebook with its quad and its modes, in the order of PLOVER."""

    code: EventType
    quad: str
    means: str
    modes: tuple[Mode, ...]


class Codebook(Struct, frozen=True, kw_only=True):
    """The ontology as data. `sectors` maps a PLOVER sector code to its meaning."""

    version: str
    types: tuple[TypeEntry, ...]
    sectors: dict[str, str]

    def entry_of(self, code: str) -> TypeEntry:
        """The entry of a type. Raises KeyError where the codebook has no such type."""
        for entry in self.types:
            if entry.code == code:
                return entry
        raise KeyError(code)

    def modes_of(self, code: str) -> tuple[str, ...]:
        """The names of the modes that the type allows."""
        return tuple(mode.name for mode in self.entry_of(code).modes)


class TrainingData(Struct, frozen=True, kw_only=True):
    """One corpus that the model learnt from: its name, its licence, how many documents."""

    name: str
    licence: str
    documents: int


class Manifest(Struct, frozen=True, kw_only=True):
    """`bundle.json`: what a bundle is, what it fits, and what it was measured at.

    `format` is BUNDLE_FORMAT of the library that it was made for, `dragoman` a range of library versions
    (PEP 440, ">=0.1,<0.2"), `labels` the label lists in the order of the model's outputs, `files` the name and
    sha256 of each file beside the manifest, `thresholds` the scores from which the marker keeps something,
    `max_tokens` the width of a window in word pieces.
    """

    name: str
    version: str
    format: int
    dragoman: str
    encoder: str
    max_tokens: int
    labels: dict[str, tuple[str, ...]]
    thresholds: dict[str, float]
    files: dict[str, str]
    training_data: tuple[TrainingData, ...]
    licence: str
    scores: dict[str, float]
    made_on: str


class Bundle(Struct, frozen=True, kw_only=True):
    """A checked bundle: its folder and its manifest."""

    folder: Path
    manifest: Manifest

    @property
    def made_by(self) -> str:
        """The name and version that every record made with it carries."""
        return f"{self.manifest.name} {self.manifest.version}"


@cache
def open_codebook() -> Codebook:
    """The codebook that the package brings. Raises AssetError where its file is missing or damaged."""
    return _decode(DATA / "codebook.json", Codebook)


def open_bundle(folder: Path) -> Bundle:
    """The bundle in a folder, checked whole.

    Raises AssetError, with what mends it, on a missing file, a manifest of another form, an unknown format, a library
    version outside its range, label lists that differ from the codebook's, or a file whose sha256 differs.
    """
    manifest = _decode(folder / "bundle.json", Manifest)
    _check_version(folder, manifest)
    _check_labels(folder, manifest)
    for name, digest in manifest.files.items():
        _check_file(folder, name, digest)
    return Bundle(folder=folder, manifest=manifest)


def fixed_labels() -> dict[str, tuple[str, ...]]:
    """The label lists that every bundle must have in exactly this order, by name."""
    return {
        "types": tuple(EventType),
        "statuses": tuple(Status),
        "responsibilities": ("none", *Responsibility),
        "stances": tuple(Stance),
        "role_tags": ("O", *(f"{tag}-{role.value}" for role in Role for tag in "BI")),
    }


def _decode(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise AssetError(f"{path.name} cannot be read in {path.parent}: {error.strerror}. {MEND}.") from error
    except msgspec.DecodeError as error:
        raise AssetError(f"{path} is not what dragoman {VERSION} expects: {error}. {MEND}.") from error


def _check_version(folder: Path, manifest: Manifest) -> None:
    if manifest.format != BUNDLE_FORMAT:
        raise AssetError(
            f"the bundle in {folder} has format {manifest.format}, this dragoman reads format {BUNDLE_FORMAT}. {MEND}."
        )
    try:
        fits = SpecifierSet(manifest.dragoman).contains(VERSION, prereleases=True)
    except InvalidSpecifier as error:
        raise AssetError(
            f"the bundle in {folder} names no range of versions: {manifest.dragoman!r}. {MEND}."
        ) from error
    if not fits:
        raise AssetError(f"the bundle in {folder} fits dragoman {manifest.dragoman}, this is {VERSION}. {MEND}.")


def _check_labels(folder: Path, manifest: Manifest) -> None:
    for name, expected in fixed_labels().items():
        if manifest.labels.get(name) != expected:
            raise AssetError(
                f"the bundle in {folder} has other labels {name!r} than the codebook: "
                f"{manifest.labels.get(name)}, expected {expected}. {MEND}."
            )
    modes = manifest.labels.get("modes", ())
    known = {mode.name for entry in open_codebook().types for mode in entry.modes}
    strange = sorted(set(modes) - known)
    if strange or not modes or len(set(modes)) < len(modes):
        raise AssetError(
            f"the bundle in {folder} has modes that are unknown, doubled or none at all: {strange or modes}. {MEND}."
        )


def _check_file(folder: Path, name: str, digest: str) -> None:
    if Path(name).name != name:
        raise AssetError(f"the bundle in {folder} names a file outside its folder: {name!r}. {MEND}.")
    try:
        with (folder / name).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise AssetError(f"the bundle in {folder} lacks {name}: {error.strerror}. {MEND}.") from error
    if found != digest:
        raise AssetError(f"{name} in {folder} is damaged: its sha256 is {found}, expected {digest}. {MEND}.")
