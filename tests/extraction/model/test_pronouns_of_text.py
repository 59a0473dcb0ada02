"""Pronouns and salience on whole texts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from timeline_app.domain import TextRange
from timeline_app.extraction.expressions import recognise
from timeline_app.extraction.model.event_tagger import EventTagger
from timeline_app.extraction.model.event_text import EventText
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.model.parsed import ParsedSentence
from timeline_app.extraction.model.pronoun_places import Place
from timeline_app.extraction.model.pronouns import PronounRanker
from timeline_app.extraction.model.salience import SalienceRanker
from timeline_app.extraction.sentences import split_sentences

_NEWS = (
    "Prime Minister Anna Lindholm resigned on Tuesday. Her deputy, Peter Strand, called it a loss. "
    "She had led the country since 2019."
)


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel.load()


def _read(model: LanguageModel, text: str) -> list[ParsedSentence]:
    return model.read(text, split_sentences(text, [TextRange(0, len(text))]))


def _people(sentences: Sequence[ParsedSentence]) -> list[Place]:
    return [
        Place(number, name.first, name.last)
        for number, sentence in enumerate(sentences)
        for name in sentence.names
        if name.kind == "PER"
    ]


def test_a_pronoun_goes_to_the_name_of_its_gender(model: LanguageModel) -> None:
    sentences = _read(model, _NEWS)
    people = _people(sentences)
    scores = PronounRanker.load().scores(sentences, Place(2, 0, 1), people, people)

    best = people[scores.index(max(scores))]
    assert sentences[best.sentence].words[best.first].form == "Anna"


def test_what_happened_ranks_above_what_was_said_of_it(model: LanguageModel) -> None:
    tagger = EventTagger.load()
    ranges = split_sentences(_NEWS, [TextRange(0, len(_NEWS))])
    sentences = model.read(_NEWS, ranges)
    events = tagger.events_in(sentences)
    times = [expression.range for expression in recognise(_NEWS, ranges)]
    text = EventText(sentences, events, times, "Prime minister resigns")

    scores = SalienceRanker.load(tagger.senses).scores(text)
    ranked = {
        sentence.words[event.word].form: score
        for sentence, here, of_here in zip(sentences, events, scores, strict=True)
        for event, score in zip(here, of_here, strict=True)
    }
    assert max(ranked, key=ranked.__getitem__) == "resigned"
