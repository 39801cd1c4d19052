"""A bundle is used only when all of it was checked, and every refusal names what mends it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.assets import MEND, fixed_labels, open_bundle, open_codebook
from dragoman.config import Settings
from dragoman.errors import AssetError
from dragoman.terms import EventType

WEIGHTS = b"not really weights"


def make_bundle(folder: Path, **changes: Any) -> Path:
    """A bundle folder that passes every check, but for the changes to its manifest."""
    (folder / "model.onnx").write_bytes(WEIGHTS)
    manifest = {
        "name": "tiny",
        "version": "1",
        "format": 1,
        "dragoman": ">=0.1,<0.2",
        "encoder": "none",
        "max_tokens": 16,
        "labels": fixed_labels() | {"modes": ["visit", "arrest"]},
        "thresholds": {"trigger": 0.5},
        "files": {"model.onnx": hashlib.sha256(WEIGHTS).hexdigest()},
        "training_data": [{"name": "made up", "licence": "CC0-1.0", "documents": 2}],
        "licence": "Apache-2.0",
        "scores": {"events.typed": 0.0},
        "made_on": "2026-01-01",
    }
    (folder / "bundle.json").write_text(json.dumps(manifest | changes), encoding="utf-8")
    return folder


def test_whole_bundle_opens_and_tells_what_made_it(tmp_path: Path) -> None:
    assert open_bundle(make_bundle(tmp_path)).made_by == "tiny 1"


@pytest.mark.parametrize(
    "changes, told",
    [
        pytest.param({"format": 99}, "format 99", id="unknown format"),
        pytest.param({"dragoman": ">=7"}, ">=7", id="another library version"),
        pytest.param({"dragoman": "some"}, "range of versions", id="no range of versions"),
        pytest.param({"files": {"model.onnx": "0" * 64}}, "damaged", id="wrong sha256"),
        pytest.param({"files": {"gone.onnx": "0" * 64}}, "lacks gone.onnx", id="missing file"),
        pytest.param({"files": {"../model.onnx": "0" * 64}}, "outside", id="file outside the folder"),
        pytest.param({"max_tokens": "many"}, "max_tokens", id="wrong type"),
        pytest.param({"labels": fixed_labels() | {"modes": ["sing"]}}, "sing", id="unknown mode"),
        pytest.param({"labels": fixed_labels() | {"modes": ["visit"] * 2}}, "doubled", id="doubled mode"),
        pytest.param({"labels": fixed_labels()}, "none at all", id="no modes"),
    ],
)
def test_bundle_that_does_not_fit_is_refused_with_its_mend(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    with pytest.raises(AssetError) as caught:
        open_bundle(make_bundle(tmp_path, **changes))
    assert told in str(caught.value)
    assert MEND in str(caught.value)


@pytest.mark.parametrize("name", fixed_labels())
def test_labels_in_another_order_are_refused(tmp_path: Path, name: str) -> None:
    labels: dict[str, Any] = {**fixed_labels(), "modes": ["visit"]}
    with pytest.raises(AssetError, match=name):
        open_bundle(make_bundle(tmp_path, labels=labels | {name: labels[name][::-1]}))


def test_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AssetError, match=r"bundle\.json cannot be read"):
        open_bundle(tmp_path)


def test_bundle_that_the_package_brings_is_whole() -> None:
    assert open_bundle(Settings().bundle).manifest.licence == "Apache-2.0"


def test_codebook_tells_the_modes_of_a_type() -> None:
    assert open_codebook().modes_of("RETREAT") == ("withdraw", "release", "disarm", "ceasefire", "access", "resign")
    assert open_codebook().modes_of(EventType.AGREE) == ()


def test_codebook_has_no_entry_for_an_unknown_type() -> None:
    with pytest.raises(KeyError, match="SING"):
        open_codebook().entry_of("SING")
