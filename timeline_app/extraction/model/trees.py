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

    def score(self, row: Sequence[float]) -> float:
        """The logarithm of the odds."""
        numbers = np.asarray(row, np.float32)
        trees = np.arange(len(self.feature))
        nodes = np.zeros(len(self.feature), np.int16)
        while True:
            feature = self.feature[trees, nodes]
            inner = feature >= 0
            if not inner.any():
                return float(self.base[0] + self.value[trees, nodes].sum())
            goes_left = numbers[feature] <= self.threshold[trees, nodes]
            below = np.where(goes_left, self.left[trees, nodes], self.right[trees, nodes])
            nodes = np.where(inner, below, nodes)
