"""The salience ranker: which events of an article are worth a place on a timeline."""

from __future__ import annotations

import io
from itertools import islice
from pathlib import Path

import numpy as np

from timeline_app.extraction.model.event_text import EventText
from timeline_app.extraction.model.files import model_folder, read_model_file
from timeline_app.extraction.model.linear import LinearModel
from timeline_app.extraction.model.salience_features import salience_features
from timeline_app.extraction.model.word_senses import WordSenses

SALIENCE_FILE = "salience.npz"


class SalienceRanker:
    """A loaded ranker. It reads word senses from the tables of the event tagger."""

    def __init__(self, model: LinearModel, senses: WordSenses) -> None:
        self._model = model
        self._senses = senses

    @classmethod
    def load(cls, senses: WordSenses, folder: Path | None = None) -> SalienceRanker:
        """Load the shipped ranker, or that of a folder; UserError if it is missing or damaged."""
        content = read_model_file(folder or model_folder(), SALIENCE_FILE)
        with np.load(io.BytesIO(content)) as kept:
            return cls(LinearModel(kept["features"], kept["weights"], kept["bias"]), senses)

    def scores(self, text: EventText) -> list[list[float]]:
        """The salience of each event of each sentence, as logarithms of odds."""
        scores = self._model.scores(
            salience_features(text, number, event, self._senses)
            for number, events in enumerate(text.events)
            for event in events
        )
        return [list(islice(scores, len(events))) for events in text.events]
