"""The pronoun ranker: which of the names of a text a "he" or "her" stands for."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np

from timeline_app.extraction.model.files import model_folder, read_model_file
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.pronoun_features import pronoun_features
from timeline_app.extraction.model.pronoun_places import Place, PronounText
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
        text = PronounText(sentences, pronoun, names)
        values = self._trees.scores([pronoun_features(text, each) for each in candidates])
        return [
            value - _OF_OTHER_GENDER * (text.fit(each) < 0)
            for value, each in zip(values, candidates, strict=True)
        ]
