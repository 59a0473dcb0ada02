"""Trains the event tagger: a logistic regression over features of the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np

from timeline_app.extraction.model.event_features import event_features, is_candidate
from timeline_app.extraction.model.event_tagger import EVENTS_FILE
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.word_senses import WordSenses
from timeline_app.extraction.training.event_texts import MarkedSentence, marked_sentences
from timeline_app.extraction.training.fitting import Example, fit
from timeline_app.extraction.training.wordnet import make_word_senses

# Takes up how much less often GUM marks nouns than news corpora do; never seen at run time.
_RARELY_MARKED = "source=gum"
_STRENGTH = 0.1


def train_events(model: LanguageModel, folder: Path) -> None:
    """Train on MEANTIME, ECB+ and GUM, and write the tagger's file into the folder."""
    senses = make_word_senses()
    examples = [
        example for marked in marked_sentences() for example in _examples(marked, model, senses)
    ]
    fitted = fit(examples, strength=_STRENGTH)
    np.savez_compressed(
        folder / EVENTS_FILE,
        features=fitted.features,
        weights=fitted.weights.astype(np.float16),
        bias=fitted.bias,
        **{
            f"sense_{field.name}": getattr(senses, field.name)
            for field in fields(WordSenses)
            if field.init
        },
    )


def _examples(
    marked: MarkedSentence, model: LanguageModel, senses: WordSenses
) -> Iterator[Example]:
    sentence = model.read_words(marked.words)
    events = {event.word for event in marked.events}
    for index in range(len(sentence.words)):
        if is_candidate(sentence, index) and _is_told(marked, sentence, index):
            features = list(event_features(sentence, index, senses))
            if not marked.marks_verbs:
                features.append(_RARELY_MARKED)
            yield Example(features, index in events)


def _is_told(marked: MarkedSentence, sentence: ParsedSentence, index: int) -> bool:
    """Whether the corpus says of such a word if it is an event."""
    return marked.marks_verbs or sentence.words[index].upos == "NOUN"
