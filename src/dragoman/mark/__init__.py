"""mark: Report -> Marks. One small encoder reads the report once; heads say what it saw, and where."""

from __future__ import annotations

import numpy as np
from tokenizers import Tokenizer

from dragoman.assets import Bundle
from dragoman.mark.encoder import Encoder
from dragoman.mark.heads import Heads
from dragoman.mark.labels import Labels
from dragoman.mark.marker import Marker, Thresholds

__all__ = ["Marker", "open_marker"]


def open_marker(bundle: Bundle) -> Marker:
    """The marker of a checked bundle (see `assets.open_bundle`); raises AssetError where the encoder is damaged."""
    manifest = bundle.manifest
    with np.load(bundle.folder / "heads.npz", allow_pickle=False) as archive:
        weights = {name: archive[name] for name in archive.files}
    return Marker(
        encoder=Encoder(bundle.folder / "encoder.onnx", manifest.max_tokens),
        heads=Heads(weights),
        tokenizer=Tokenizer.from_file(str(bundle.folder / "tokenizer.json")),
        labels=Labels(modes=tuple(manifest.labels["modes"])),
        thresholds=Thresholds(**manifest.thresholds),
        name=bundle.made_by,
    )
