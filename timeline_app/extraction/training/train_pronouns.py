"""Trains the pronoun ranker: boosted trees on the development part of GAP (scikit-learn)."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier

from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.model.pronoun_features import pronoun_features
from timeline_app.extraction.model.pronoun_places import PronounText
from timeline_app.extraction.model.pronouns import PRONOUNS_FILE
from timeline_app.extraction.model.trees import BoostedTrees
from timeline_app.extraction.training.gap import read_gap

_TREES = 1000
_DEPTH = 4
_RATE = 0.0125
_FEWEST = 5  # pairs at a leaf


def train_pronouns(model: LanguageModel, folder: Path, seed: int) -> None:
    """Train, and write the ranker's file into the folder."""
    rows: list[list[float]] = []
    answers: list[bool] = []
    for each in read_gap("development", model):
        text = PronounText(each.sentences, each.pronoun, each.names)
        rows.extend(pronoun_features(text, candidate) for candidate in each.candidates)
        answers.extend(each.is_meant)
    boosting = GradientBoostingClassifier(
        n_estimators=_TREES, max_depth=_DEPTH, learning_rate=_RATE, subsample=0.7,
        max_features=0.4, min_samples_leaf=_FEWEST, random_state=seed,
    )  # fmt: skip
    boosting.fit(np.array(rows, np.float32), answers)
    trees = _as_arrays(boosting, float(np.mean(answers)))
    arrays = {field.name: getattr(trees, field.name) for field in fields(BoostedTrees)}
    np.savez_compressed(folder / PRONOUNS_FILE, **arrays)


def _as_arrays(boosting: GradientBoostingClassifier, share: float) -> BoostedTrees:
    nodes = [stage[0].tree_ for stage in boosting.estimators_]
    size = max(tree.node_count for tree in nodes)

    def padded(values: list[NDArray[np.float64]]) -> NDArray[np.float64]:
        table = np.zeros((len(values), size))
        for row, numbers in zip(table, values, strict=True):
            row[: len(numbers)] = numbers
        return table

    return BoostedTrees(
        padded([np.maximum(tree.feature, -1) for tree in nodes]).astype(np.int16),
        padded([tree.threshold for tree in nodes]).astype(np.float32),
        padded([tree.children_left for tree in nodes]).astype(np.int16),
        padded([tree.children_right for tree in nodes]).astype(np.int16),
        padded([_RATE * tree.value[:, 0, 0] for tree in nodes]).astype(np.float32),
        np.array([np.log(share / (1 - share))], np.float32),
    )
