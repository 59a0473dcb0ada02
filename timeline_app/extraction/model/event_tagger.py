"""The event tagger: which words stand for events, of which class, and how they are put."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path

import numpy as np

from timeline_app.extraction.model.event_classes import class_of
from timeline_app.extraction.model.event_features import event_features, is_candidate
from timeline_app.extraction.model.files import model_folder, read_model_file
from timeline_app.extraction.model.linear import LinearModel
from timeline_app.extraction.model.parsed import ParsedSentence, ParsedWord
from timeline_app.extraction.model.verb_groups import VerbForm, verb_form
from timeline_app.extraction.model.word_senses import WordSenses

EVENTS_FILE = "events.npz"
# From which score on a word is taken for an event: by its kind, where it stands in the tree ("" is
# anywhere else), and for verbs by their class. Chosen on TimeBank and AQUAINT, in quarters.
_THRESHOLDS: Mapping[str, Mapping[str, float]] = {
    "VERB": {
        "": -1.0, "root": -1.75, "ccomp": -2.75, "xcomp": -2.0, "advcl": -1.5, "conj": -1.5,
        "parataxis": -1.25, "amod": 0.5, "compound": 0.5, "case": -0.75,
    },
    "NOUN": {
        "": 0.25, "nsubj": 0.0, "obj": 0.0, "compound": 2.0, "nmod": 0.5, "appos": 0.75,
        "ccomp": -0.25, "xcomp": -0.75,
    },
    "ADJ": {
        "": 1.0, "root": 0.5, "ccomp": -0.5, "conj": 0.5, "amod": 2.5, "xcomp": 2.25, "nmod": 1.5,
    },
    "PROPN": {"": 2.25, "nmod": 3.0, "compound": 2.75},
}  # fmt: skip
_OF_CLASSES = {"REPORTING": -1.25, "STATE": 1.5}


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
            kept_fields = [each.name for each in fields(WordSenses) if each.init]
            senses = WordSenses(*(kept[f"sense_{name}"] for name in kept_fields))
        return cls(model, senses)

    def events_in(self, sentences: Sequence[ParsedSentence]) -> list[tuple[TaggedEvent, ...]]:
        """The events of each sentence, in text order."""
        candidates = [
            [index for index in range(len(sentence.words)) if is_candidate(sentence, index)]
            for sentence in sentences
        ]
        scores = self._model.scores(
            event_features(sentence, index, self.senses)
            for sentence, indices in zip(sentences, candidates, strict=True)
            for index in indices
        )
        return [
            tuple(_events_of(sentence, indices, islice(scores, len(indices))))
            for sentence, indices in zip(sentences, candidates, strict=True)
        ]


def _events_of(
    sentence: ParsedSentence, candidates: Sequence[int], scores: Iterable[float]
) -> Iterator[TaggedEvent]:
    for index, score in zip(candidates, scores, strict=True):
        event_class = class_of(sentence, index)
        if score >= _threshold(sentence.words[index], event_class):
            yield TaggedEvent(index, event_class, verb_form(sentence, index), score)


def _threshold(word: ParsedWord, event_class: str) -> float:
    """From which score on a word of such a class is taken for an event."""
    by_relation = _THRESHOLDS[word.upos]
    threshold = by_relation.get(word.main_relation, by_relation[""])
    return threshold + (_OF_CLASSES.get(event_class, 0.0) if word.upos == "VERB" else 0.0)
