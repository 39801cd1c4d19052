"""Make the bundle from a finished run: `python -m train.export RUN BUNDLE`.

The encoder goes to ONNX with int8 weights (dynamic quantization), the heads to a numpy archive, label lists,
thresholds, training data and sha256 sums to `bundle.json`. Thresholds are chosen by `train.thresholds` afterwards.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import tempfile
import tomllib
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file
from torch import Tensor, nn

from dragoman.mark.labels import Labels
from train.model import Reader
from train.run import CONFIG, open_reader, open_tokenizer, packaged_encoder

LEFT_OUT = ("polnear_", "propbank_", "other.", "play", "kind_vectors")  # other guidelines', and the second teacher's
TRAINING_DATA = [
    {"name": "dragoman gold, train part", "licence": "texts not passed on", "documents": 271},
    {"name": "dragoman's own annotation of corpus texts", "licence": "texts not passed on", "documents": 411},
    {"name": "dragoman's own reports, annotated", "licence": "Apache-2.0", "documents": 196},
    {"name": "PolNeAR, train", "licence": "none stated", "documents": 836},
    {"name": "MUC-4, train", "licence": "none stated for the texts", "documents": 1288},
    {"name": "UD EWT with PropBank, train", "licence": "CC BY-SA 4.0", "documents": 45},
    {"name": "GUM, train", "licence": "annotation CC BY 4.0", "documents": 67},
    {"name": "re3d, train", "licence": "by source, see train/README.md", "documents": 38},
    {"name": "CrossNER politics, train", "licence": "MIT", "documents": 200},
    {"name": "NGEC synthetic stories, train", "licence": "none stated", "documents": 1136},
    {"name": "ECB+, train", "licence": "annotation CC BY 3.0", "documents": 569},
]
START = {"trigger": 0.5, "cue": 0.5, "junk": 0.5, "role": 0.5, "status": 0.5, "mode": 0.4, "link": 0.5}


class Vectors(nn.Module):
    """The encoder alone, with the inputs and the output that the bundle names."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Vectors (windows, pieces, width)."""
        return self.reader.encode(ids, mask)


def main() -> None:
    """Write the bundle folder anew."""
    options = _options()
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    named = json.loads((options.run / "labels.json").read_text(encoding="utf-8"))
    reader = load_reader(options.run, named, config)
    options.bundle.mkdir(parents=True, exist_ok=True)
    export_encoder(reader, options.bundle / "encoder.onnx")
    export_heads(reader, options.bundle / "heads.npz")
    open_tokenizer(packaged_encoder()).save(str(options.bundle / "tokenizer.json"), pretty=False)
    write_manifest(options.bundle, named, config)


def load_reader(run: Path, named: dict[str, list[str]], config: dict[str, Any]) -> Reader:
    """The trained model of a run, ready to be read from."""
    labels = Labels(modes=tuple(named["modes"]))
    reader = open_reader(packaged_encoder(), labels, config)
    reader.load_state_dict(load_file(run / "weights.safetensors"))
    return reader.eval()


def export_encoder(reader: Reader, path: Path) -> None:
    """The encoder as ONNX with int8 weights; lengths of batch and window stay open."""
    ids = torch.tensor([[101, 2023, 102], [101, 2003, 102]])
    axes = {0: "windows", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole, prepared = Path(folder) / "whole.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            Vectors(reader),
            (ids, torch.ones_like(ids)),
            str(whole),
            input_names=["ids", "mask"],
            output_names=["vectors"],
            dynamic_axes={"ids": axes, "mask": axes, "vectors": axes},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(path), weight_type=QuantType.QInt8, per_channel=True)


def export_heads(reader: Reader, path: Path) -> None:
    """The heads' weights by name, in single precision."""
    weights = {
        name: value.detach().numpy().astype(np.float32)
        for name, value in reader.heads.state_dict().items()
        if not name.startswith(LEFT_OUT)
    }
    np.savez(path, **weights)


def write_manifest(bundle: Path, named: dict[str, list[str]], config: dict[str, Any]) -> None:
    """`bundle.json`: what the bundle is, what it was made from, and the sums of its files."""
    files = ("encoder.onnx", "heads.npz", "tokenizer.json")
    manifest = {
        "name": "reader-en",
        "version": "2",
        "format": 1,
        "dragoman": ">=0.1,<0.2",
        "encoder": "all-MiniLM-L6-v2 (Apache-2.0)",
        "max_tokens": config["model"]["max_pieces"],
        "labels": named,
        "thresholds": START,
        "files": {name: hashlib.sha256((bundle / name).read_bytes()).hexdigest() for name in files},
        "training_data": TRAINING_DATA,
        "licence": "Apache-2.0",
        "scores": {},
        "made_on": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
    }
    (bundle / "bundle.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("bundle", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
