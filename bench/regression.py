"""A linear head in numpy: a light instrument for measuring what vectors hold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Array = NDArray[np.float32]


class Regression(Struct, frozen=True):
    """Weights over standardised columns; `names` are the classes in the order of the outputs."""

    names: NDArray[np.str_]
    mean: Array
    spread: Array
    weights: Array
    bias: Array

    def predict(self, rows: Array) -> list[str]:
        """The class with the highest output for each row."""
        scores = (rows - self.mean) / self.spread @ self.weights + self.bias
        return [str(name) for name in self.names[scores.argmax(axis=1)]]

    def arrays(self) -> dict[str, NDArray[np.float32] | NDArray[np.str_]]:
        """What a numpy archive keeps of it."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


def fit_regression(rows: Array, labels: Sequence[str], penalty: float) -> Regression:
    """Ridge regression on the classes' indicators, solved in its dual form (rows are fewer than columns).

    `penalty` is added to the diagonal of the rows' mean products, which are about 1 for standardised columns.
    """
    names, target = np.unique(np.array(labels), return_inverse=True)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = ((rows - mean) / spread).astype(np.float64)
    wanted = np.eye(len(names))[target]
    bias = wanted.mean(axis=0)
    products = scaled @ scaled.T / scaled.shape[1] + penalty * np.eye(len(scaled))
    weights = scaled.T @ np.linalg.solve(products, wanted - bias) / scaled.shape[1]
    return Regression(names, mean, spread, weights.astype(np.float32), bias.astype(np.float32))
