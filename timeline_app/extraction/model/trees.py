"""Boosted decision trees as arrays (Friedman 2001): how they score a row of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class BoostedTrees:
    """Trees of one depth or less, a row for each, a column for each node.

    `feature` is -1 at a leaf; a row of numbers goes `left` where its feature is at most the
    `threshold`. The score is `base` plus the values of the leaves that are reached.
    """

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    base: NDArray[np.float32]

    def scores(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The logarithm of the odds of each row."""
        if not rows:
            return []
        numbers = np.asarray(rows, np.float32)
        trees = np.arange(len(self.feature))
        which = np.arange(len(numbers))[:, np.newaxis]
        nodes = np.zeros((len(numbers), len(trees)), np.int16)
        while True:
            feature = self.feature[trees, nodes]
            if not (feature >= 0).any():
                values: list[float] = self.value[trees, nodes].sum(axis=1, dtype=float).tolist()
                return [float(self.base[0]) + value for value in values]
            goes_left = numbers[which, feature] <= self.threshold[trees, nodes]
            below = np.where(goes_left, self.left[trees, nodes], self.right[trees, nodes])
            nodes = np.where(feature >= 0, below, nodes)
