"""The event tagger: which words stand for events, of which class, and how they are put."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from timeline_app.extraction.model.event_classes import class_of
from timeline_app.extraction.model.event_features import event_features, is_candidate
from timeline_app.extraction.model.files import model_folder, read_model_file
from timeline_app.extraction.model.linear import LinearModel
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.verb_groups import VerbForm, verb_form
from timeline_app.extraction.model.word_senses import WordSenses

EVENTS_FILE = "events.npz"
# From which score on a word is taken for an event. Chosen on TimeBank and AQUAINT.
_THRESHOLDS = {"VERB": -0.5, "NOUN": -0.1, "ADJ": -0.75, "PROPN": 2.0}


@dataclass(frozen=True, slots=True)
class TaggedEvent:
    """An event: its word, its class in the terms of TimeML, its form, and how sure that is.

    `score` is a logarithm of odds: 0 is even, above is more likely an event than not.
    """

    word: int
    event_class: str
    form: VerbForm
    score: float


class EventTagger:
    """A loaded tagger."""

    def __init__(self, model: LinearModel, senses: WordSenses) -> None:
        self._model = model
        self.senses = senses

    @classmethod
    def load(cls, folder: Path | None = None) -> EventTagger:
        """Load the shipped tagger, or that of a folder; UserError if it is missing or damaged."""
        content = read_model_file(folder or model_folder(), EVENTS_FILE)
        with np.load(io.BytesIO(content)) as kept:
            model = LinearModel(kept["features"], kept["weights"].astype(np.float32), kept["bias"])
            senses = WordSenses(*(kept[f"sense_{each.name}"] for each in fields(WordSenses)))
        return cls(model, senses)

    def events_in(self, sentence: ParsedSentence) -> list[TaggedEvent]:
        """The events of a sentence, in text order."""
        return list(self._events_in(sentence))

    def _events_in(self, sentence: ParsedSentence) -> Iterator[TaggedEvent]:
        candidates = [i for i in range(len(sentence.words)) if is_candidate(sentence, i)]
        for index, score in zip(candidates, self.scores(sentence, candidates), strict=True):
            if score >= _THRESHOLDS[sentence.words[index].upos]:
                event_class = class_of(sentence, index)
                yield TaggedEvent(index, event_class, verb_form(sentence, index), score)

    def scores(self, sentence: ParsedSentence, candidates: Sequence[int]) -> list[float]:
        """How likely each of some words is an event, as logarithms of odds."""
        return self._model.scores(
            [event_features(sentence, index, self.senses) for index in candidates]
        )
