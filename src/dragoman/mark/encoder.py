"""The encoder: word pieces in, one vector for each piece out. The only place that imports onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dragoman.errors import AssetError

_CLS, _SEP, _PAD = 101, 102, 0  # BERT's vocabulary
_BATCH = 8  # windows: more gain nothing on one core, and cost memory


class Encoder:
    """An ONNX session on one thread: `--jobs` is how dragoman uses more cores, so that they do not compete.

    `max_tokens` is the width of a window that the model was trained on, special tokens included.
    """

    def __init__(self, path: Path, max_tokens: int) -> None:
        self.max_pieces = max_tokens - 2  # [CLS] and [SEP] are put around each window here
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # noqa: BLE001 - onnxruntime's own errors share no public base class
            raise AssetError(f"{path}: the encoder cannot be opened ({error}). Install dragoman again") from error

    def encode(self, windows: Sequence[NDArray[np.int64]]) -> list[NDArray[np.float32]]:
        """Vectors (pieces, width) for the piece ids of each window; special tokens are added and taken off here.

        Windows are sorted by length first, so that a batch holds little padding.
        """
        order = sorted(range(len(windows)), key=lambda at: len(windows[at]))
        found: dict[int, NDArray[np.float32]] = {}
        for first in range(0, len(order), _BATCH):
            batch = order[first : first + _BATCH]
            vectors = self._run([windows[at] for at in batch])
            for row, at in enumerate(batch):
                found[at] = vectors[row, 1 : 1 + len(windows[at])]
        return [found[at] for at in range(len(windows))]

    def _run(self, batch: list[NDArray[np.int64]]) -> NDArray[np.float32]:
        longest = max(len(ids) for ids in batch) + 2
        ids = np.full((len(batch), longest), _PAD, dtype=np.int64)
        mask = np.zeros((len(batch), longest), dtype=np.int64)
        for row, pieces in enumerate(batch):
            ids[row, : len(pieces) + 2] = [_CLS, *pieces, _SEP]
            mask[row, : len(pieces) + 2] = 1
        vectors: NDArray[np.float32] = self._session.run(["vectors"], {"ids": ids, "mask": mask})[0]
        return vectors
