"""The product's reader with last layers that were trained after another guideline than our codebook.

A public corpus measures its own guideline: PolNeAR marks more cues than our codebook, and longer ones. The encoder
is the product's; only the last layers differ (`bench/heads/`, made by `train.adapt`), so that what is measured is
what the encoder knows, not how guidelines differ.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.assets import Bundle, open_bundle
from dragoman.config import Settings
from dragoman.mark import Marker
from dragoman.mark.encoder import Encoder
from dragoman.mark.heads import Heads
from dragoman.mark.labels import Labels
from dragoman.mark.marker import Thresholds

HEADS = Path(__file__).parent / "heads"


def load_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of a numpy archive by name; those in half precision come in single."""
    with np.load(path, allow_pickle=False) as archive:
        return {name: _widened(archive[name]) for name in archive.files}


def _widened(array: NDArray[Any]) -> NDArray[Any]:
    return array.astype(np.float32) if array.dtype == np.float16 else array


def open_product() -> Bundle:
    """The bundle that the installed product uses."""
    return open_bundle(Settings().bundle)


def build_marker(
    bundle: Bundle, *, encoder: Encoder | None = None, heads: Path | None = None, cue: float | None = None
) -> Marker:
    """The marker of a bundle, with another encoder, with last layers in place of its own, or another cue threshold."""
    manifest = bundle.manifest
    weights = load_arrays(bundle.folder / "heads.npz") | (load_arrays(heads) if heads else {})
    thresholds = Thresholds(**manifest.thresholds)
    return Marker(
        encoder=encoder or Encoder(bundle.folder / "encoder.onnx", manifest.max_tokens),
        heads=Heads(weights),
        tokenizer=Tokenizer.from_file(str(bundle.folder / "tokenizer.json")),
        labels=Labels(modes=tuple(manifest.labels["modes"])),
        thresholds=thresholds if cue is None else replace(thresholds, cue=cue),
        name=bundle.made_by,
    )
