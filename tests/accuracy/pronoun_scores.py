"""Scores the pronoun ranker as GAP does: F1 over the pairs of a pronoun and a name.

At most one of the two names is taken: the better one, if it is likely enough.
"""

from __future__ import annotations

from collections.abc import Iterable

from tests.accuracy.parse_scores import Tally
from timeline_app.extraction.model.pronouns import PronounRanker
from timeline_app.extraction.training.gap import Ambiguity

PRONOUN_MEASURES = ("pronouns", "masculine", "feminine")
_LIKELY = -1.0  # logarithm of odds, chosen by cross-validation on the development part
_MASCULINE = ("he", "him", "his")


def score_pronouns(ranker: PronounRanker, texts: Iterable[Ambiguity]) -> Tally:
    """Answers of the ranker against those of people."""
    tally = Tally()
    for each in texts:
        scores = ranker.scores(each.sentences, each.pronoun, each.candidates, each.names)
        best = max(range(len(scores)), key=scores.__getitem__)
        answers = [index == best and scores[index] > _LIKELY for index in range(len(scores))]
        pronoun = each.sentences[each.pronoun.sentence].words[each.pronoun.first].lower
        gender = "masculine" if pronoun in _MASCULINE else "feminine"
        for answer, is_meant in zip(answers, each.is_meant, strict=True):
            for measure in ("pronouns", gender):
                tally.found[measure] += answer
                tally.gold[measure] += is_meant
                tally.right[measure] += answer and is_meant
    return tally
