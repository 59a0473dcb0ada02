"""Linear models of named features, as arrays: a sum of weights at run time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id


@dataclass(frozen=True, slots=True)
class LinearModel:
    """The weight of every feature, by the ascending hashes of their names, and a bias."""

    features: NDArray[np.uint64]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def scores(self, rows: Sequence[Iterable[str]]) -> list[float]:
        """The score of each row of feature names. A name the model has not seen counts nothing."""
        hashed = [[get_string_id(feature) for feature in row] for row in rows]
        if not hashed:
            return []
        hashes = np.array([feature for row in hashed for feature in row], np.uint64)
        places = np.searchsorted(self.features, hashes)
        places[places == len(self.features)] = 0
        weights = np.where(self.features[places] == hashes, self.weights[places], 0.0)
        ends = np.cumsum([len(row) for row in hashed])
        sums = np.concatenate(([0.0], np.cumsum(weights, dtype=np.float64)))[ends]
        return [float(score + self.bias[0]) for score in np.diff(sums, prepend=0.0)]
