"""Linear models and boosted trees as arrays, and the tables they read."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.strings import get_string_id

from timeline_app.extraction.model.linear import LinearModel
from timeline_app.extraction.model.trees import BoostedTrees
from timeline_app.extraction.model.word_features import WordTable
from timeline_app.extraction.model.word_senses import WordSenses, sense_key


def _linear(weights: dict[str, float], bias: float) -> LinearModel:
    by_hash = sorted((get_string_id(name), weight) for name, weight in weights.items())
    return LinearModel(
        np.array([name for name, _ in by_hash], np.uint64),
        np.array([weight for _, weight in by_hash], np.float32),
        np.array([bias], np.float32),
    )


def test_a_linear_model_adds_the_weights_of_known_features() -> None:
    model = _linear({"a": 1.0, "b": -2.0, "c": 0.5}, 0.25)

    rows = [["a", "c"], ["unknown"], ["b", "unknown", "a"], []]

    assert list(model.scores(rows)) == pytest.approx([1.75, 0.25, -0.75, 0.25])
    assert list(model.scores(rows * 999)) == list(model.scores(rows)) * 999
    assert list(model.scores([])) == []


def test_boosted_trees_go_left_up_to_the_threshold() -> None:
    stump = BoostedTrees(
        feature=np.array([[1, -1, -1], [-1, 0, 0]], np.int16),
        threshold=np.array([[2.0, 0, 0], [0, 0, 0]], np.float32),
        left=np.array([[1, -1, -1], [-1, 0, 0]], np.int16),
        right=np.array([[2, -1, -1], [-1, 0, 0]], np.int16),
        value=np.array([[9.0, 1.0, -1.0], [0.5, 9.0, 9.0]], np.float32),
        base=np.array([0.25], np.float32),
    )

    assert stump.scores([[7.0, 2.0], [7.0, 2.1]]) == pytest.approx([1.75, -0.25])
    assert stump.scores([]) == []


def test_a_word_is_looked_up_as_written_then_in_lower_case() -> None:
    words = sorted((get_string_id(word), row) for row, word in enumerate(("Paris", "bank")))
    table = WordTable(
        np.array([word for word, _ in words], np.uint64),
        np.array([(11, 22)[row] for _, row in words], np.uint16),
        np.array([(1, 64)[row] for _, row in words], np.uint8),
    )

    def hashes(*forms: str) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
        return np.array([get_string_id(form) for form in forms], np.uint64)

    clusters, flags = table.rows_of(hashes("Paris", "Bank", "xyz"), hashes("paris", "bank", "xyz"))

    assert clusters.tolist() == [11, 22, 0]
    assert flags.tolist() == [1, 64, 0]


def test_senses_are_features_of_nouns_and_verbs() -> None:
    key = sense_key("talk", "NOUN")
    assert key is not None
    senses = WordSenses(
        np.array([key], np.uint64),
        np.array([10], np.uint8),
        np.array([(1 << 10) | (1 << 4)], np.uint64),
        np.array([True]),
        np.array([30, 40], np.uint32),
        np.array([0, 2], np.uint32),
    )

    assert set(senses.features_of("Talk", "NOUN")) == {
        "sense=10", "field=10", "field=4", "deverbal", "wider=30", "wider=40"
    }  # fmt: skip
    assert list(senses.features_of("talk", "VERB")) == ["sense=?"]
    assert list(senses.features_of("quickly", "ADV")) == []
