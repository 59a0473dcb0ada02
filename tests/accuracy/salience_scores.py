"""Scores the salience ranker on articles it was not trained on, in ten parts by article.

Of each article the best one and a half times as many events are taken as people chose.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.accuracy.parse_scores import Tally
from timeline_app.extraction.model.event_tagger import EventTagger
from timeline_app.extraction.model.language_model import LanguageModel
from timeline_app.extraction.training.fitting import Example, fit
from timeline_app.extraction.training.train_salience import (
    STRENGTH,
    read_timeset,
    salience_examples,
)

_PARTS = 10
_GENEROSITY = 1.5


def score_salience(model: LanguageModel, tagger: EventTagger) -> Tally:
    """Cross-validated choice of salient events."""
    texts = [(s, salience_examples(s, tagger)) for s in read_timeset(model, tagger)]
    tally = Tally()
    for part in range(_PARTS):
        seen = [e for i, (_, examples) in enumerate(texts) if i % _PARTS != part for e in examples]
        ranker = fit(seen, strength=STRENGTH)
        for salient, examples in texts[part::_PARTS]:
            scores = list(ranker.scores(example.features for example in examples))
            _count(tally, examples, scores, salient.missed)
    return tally


def _count(tally: Tally, examples: Sequence[Example], scores: Sequence[float], missed: int) -> None:
    wanted = sum(example.answer for example in examples) + missed
    order = sorted(range(len(scores)), key=lambda index: -scores[index])
    taken = order[: round(_GENEROSITY * wanted)]
    tally.gold["salient"] += wanted
    tally.found["salient"] += len(taken)
    tally.right["salient"] += sum(examples[index].answer for index in taken)
