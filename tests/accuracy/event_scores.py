"""Scores tagged events by the rules of TempEval-3, Task B.

An event of the gold and one of the tagger are a pair when they overlap. An attribute counts where
its value is the same; its F1 is over all events (UzZaman et al. 2013).
"""

from __future__ import annotations

from collections.abc import Iterable

from tests.accuracy.parse_scores import Tally
from timeline_app.domain import TextRange
from timeline_app.extraction.model.event_tagger import EventTagger, TaggedEvent
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.training.timeml_events import TimeMlEvent, TimeMlText

EVENT_MEASURES = ("events", "class", "tense", "aspect", "polarity", "modality")


def score_events(model: LanguageModel, tagger: EventTagger, texts: Iterable[TimeMlText]) -> Tally:
    """Events and their attributes against what people marked."""
    tally = Tally()
    for annotated in texts:
        text = annotated.text
        sentences = model.read(text, split_sentences(text, [TextRange(0, len(text))]))
        found = [
            (sentence.words[event.word].range, event)
            for sentence, events in zip(sentences, tagger.events_in(sentences), strict=True)
            for event in events
        ]
        for measure in EVENT_MEASURES:
            tally.gold[measure] += len(annotated.events)
            tally.found[measure] += len(found)
        _count_pairs(tally, annotated.events, found)
    return tally


def _count_pairs(
    tally: Tally, gold: Iterable[TimeMlEvent], found: list[tuple[TextRange, TaggedEvent]]
) -> None:
    waiting = list(found)
    for marked in gold:
        for pair in waiting:
            if pair[0].start < marked.range.end and marked.range.start < pair[0].end:
                tally.right.update(_rights(marked, pair[1]))
                waiting.remove(pair)
                break


def _rights(marked: TimeMlEvent, ours: TaggedEvent) -> list[str]:
    form = ours.form
    same = {
        "events": True,
        "class": marked.event_class == ours.event_class,
        "tense": marked.tense == form.tense,
        "aspect": marked.aspect == form.aspect,
        "polarity": (marked.polarity == "NEG") == form.is_negated,
        "modality": marked.modality.upper() == form.modality,
    }
    return [measure for measure, is_same in same.items() if is_same]
