"""Fits linear models of named features with scikit-learn, for use without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.strings import get_string_id

from timeline_app.extraction.model.linear import LinearModel

_RARE = 3  # features seen less often are left out
_NEGLIGIBLE = 0.01  # weights below count as nought


@dataclass(frozen=True, slots=True)
class Example:
    """The names of the features of one case, and the answer."""

    features: list[str]
    answer: bool


def fit(examples: Sequence[Example], *, strength: float) -> LinearModel:
    """A logistic regression; `strength` is the inverse of the regularisation."""
    counter = CountVectorizer(analyzer=_features_of, binary=True, min_df=_RARE)
    matrix = counter.fit_transform(examples)
    regression = LogisticRegression(C=strength, solver="liblinear", random_state=0)
    regression.fit(matrix, [example.answer for example in examples])
    names = np.array([get_string_id(name) for name in counter.get_feature_names_out()], np.uint64)
    weights = regression.coef_[0]
    kept = np.flatnonzero(np.abs(weights) >= _NEGLIGIBLE)
    kept = kept[np.argsort(names[kept])]
    return LinearModel(
        names[kept], weights[kept].astype(np.float32), regression.intercept_.astype(np.float32)
    )


def _features_of(example: Example) -> list[str]:
    return example.features
