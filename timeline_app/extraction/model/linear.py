"""Linear models of named features, as arrays: a sum of weights at run time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

_AT_ONCE = 1_000  # rows: more would only take room


@dataclass(frozen=True, slots=True)
class LinearModel:
    """The weight of every feature, by the ascending hashes of their names, and a bias."""

    features: NDArray[np.uint64]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def scores(self, rows: Iterable[Iterable[str]]) -> Iterator[float]:
        """The score of each row of feature names. A name the model has not seen counts nothing.

        Many rows in one call take half the time of as many calls.
        """
        remaining = iter(rows)
        while batch := list(islice(remaining, _AT_ONCE)):
            yield from self._scores(batch)

    def _scores(self, rows: Sequence[Iterable[str]]) -> list[float]:
        hashed = [[get_string_id(feature) for feature in row] for row in rows]
        hashes = np.array(list(chain.from_iterable(hashed)), np.uint64)
        places = np.searchsorted(self.features, hashes)
        places[places == len(self.features)] = 0
        weights = np.where(self.features[places] == hashes, self.weights[places], 0.0)
        row_of = np.repeat(np.arange(len(hashed)), [len(row) for row in hashed])
        sums: list[float] = np.bincount(row_of, weights, len(hashed)).tolist()
        bias = float(self.bias[0])
        return [score + bias for score in sums]
