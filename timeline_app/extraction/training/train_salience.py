"""Trains the salience ranker on TimeSET: 118 Wikinews articles with their salient events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from timeline_app.domain import TextRange
from timeline_app.extraction.events.factuality.quotations import quotations_of
from timeline_app.extraction.expressions import recognise
from timeline_app.extraction.model.event_tagger import EventTagger
from timeline_app.extraction.model.event_text import EventText
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.model.salience import SALIENCE_FILE
from timeline_app.extraction.model.salience_features import salience_features
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.training.corpora import corpora_path
from timeline_app.extraction.training.fitting import Example, fit

STRENGTH = 0.07
_EVENT = re.compile(r"^T\d+\tevent (\d+) (?:\d+;\d+ )*(\d+)\t", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SalientText:
    """An article: its events, and which of them people chose for a timeline.

    `missed` counts those of the chosen that the tagger did not find.
    """

    text: EventText
    is_salient: Sequence[Sequence[bool]]
    missed: int


def read_timeset(model: LanguageModel, tagger: EventTagger) -> Iterator[SalientText]:
    """The articles of TimeSET, in order; the title is no part of what is read."""
    for path in sorted(corpora_path("timeset", "data", "brat").rglob("*.txt")):
        annotated = path.with_suffix(".ann").read_text(encoding="utf-8")
        chosen = [TextRange(int(each[1]), int(each[2])) for each in _EVENT.finditer(annotated)]
        yield _salient(path.read_text(encoding="utf-8"), chosen, model, tagger)


def _salient(
    text: str, chosen: Sequence[TextRange], model: LanguageModel, tagger: EventTagger
) -> SalientText:
    title = text.partition("\n")[0]
    ranges = split_sentences(text, [TextRange(len(title) + 1, len(text))])
    sentences = model.read(text, ranges)
    events = tagger.events_in(sentences)
    times = [expression.range for expression in recognise(text, ranges)]
    places = [
        [sentence.words[event.word].range for event in here]
        for sentence, here in zip(sentences, events, strict=True)
    ]
    wanted = [each for each in chosen if each.start > len(title)]
    found = {each for each in wanted for here in places for place in here if _meet(each, place)}
    return SalientText(
        EventText(sentences, events, times, title, quotations_of(text).ranges),
        [[any(_meet(place, each) for each in wanted) for place in here] for here in places],
        len(wanted) - len(found),
    )


def _meet(one: TextRange, other: TextRange) -> bool:
    return one.start < other.end and other.start < one.end


def salience_examples(salient: SalientText, tagger: EventTagger) -> list[Example]:
    """An example for each event of an article, in text order."""
    return [
        Example(list(salience_features(salient.text, number, event, tagger.senses)), answer)
        for number, (events, answers) in enumerate(
            zip(salient.text.events, salient.is_salient, strict=True)
        )
        for event, answer in zip(events, answers, strict=True)
    ]


def train_salience(model: LanguageModel, tagger: EventTagger, folder: Path) -> None:
    """Train, and write the ranker's file into the folder."""
    examples = [
        example
        for salient in read_timeset(model, tagger)
        for example in salience_examples(salient, tagger)
    ]
    fitted = fit(examples, strength=STRENGTH)
    np.savez_compressed(
        folder / SALIENCE_FILE,
        features=fitted.features,
        weights=fitted.weights,
        bias=fitted.bias,
    )
