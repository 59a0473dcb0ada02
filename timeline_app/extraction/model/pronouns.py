"""The pronoun ranker: which of the names of a text a "he" or "her" stands for."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np

from timeline_app.extraction.model.files import model_folder, read_model_file
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.pronoun_features import (
    Place,
    is_of_other_gender,
    pronoun_features,
)
from timeline_app.extraction.model.trees import BoostedTrees

PRONOUNS_FILE = "pronouns.npz"
# The names of a pair in GAP are of one gender, so the trees have not learnt what another means.
_OF_OTHER_GENDER = 2.0


class PronounRanker:
    """A loaded ranker."""

    def __init__(self, trees: BoostedTrees) -> None:
        self._trees = trees

    @classmethod
    def load(cls, folder: Path | None = None) -> PronounRanker:
        """Load the shipped ranker, or that of a folder; UserError if it is missing or damaged."""
        content = read_model_file(folder or model_folder(), PRONOUNS_FILE)
        with np.load(io.BytesIO(content)) as kept:
            return cls(BoostedTrees(*(kept[field.name] for field in fields(BoostedTrees))))

    def scores(
        self,
        sentences: Sequence[ParsedSentence],
        pronoun: Place,
        candidates: Sequence[Place],
        names: Sequence[Place],
    ) -> list[float]:
        """How likely the pronoun stands for each candidate, as logarithms of odds.

        `names` are all names of people in the text, in text order, the candidates among them. The
        best candidate is to be believed where its score is well above nought and the others'.
        """
        return [self._score(sentences, pronoun, candidate, names) for candidate in candidates]

    def _score(
        self,
        sentences: Sequence[ParsedSentence],
        pronoun: Place,
        candidate: Place,
        names: Sequence[Place],
    ) -> float:
        score = self._trees.score(pronoun_features(sentences, pronoun, candidate, names))
        mismatch = is_of_other_gender(sentences, pronoun, candidate, names)
        return score - _OF_OTHER_GENDER * mismatch
