"""Reads TimeSET: Wikinews articles with the events that people chose for a timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tests.accuracy.timeml_corpora import corpora_folder
from timeline_app.documents import ReadArticle, read_text
from timeline_app.domain import TextRange
from timeline_app.extraction.events.proposer import ModelProposer
from timeline_app.extraction.events.reading import Models

_FILES = "timeset/data/brat"
_EVENT = re.compile(r"^T\d+\tevent (\d+) (?:\d+;\d+ )*(\d+)\t", re.MULTILINE)
_PARTS = 10


@dataclass(frozen=True, slots=True)
class ChosenText:
    """An article, and the events in its body that people chose."""

    article: ReadArticle
    chosen: Sequence[TextRange]


def read_timeset_texts() -> Iterator[ChosenText]:
    """The articles, in order of their paths; none where the corpus is not there."""
    for path in sorted((corpora_folder() / _FILES).rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        # Offsets count characters of the file, so the text must stay as it is.
        article = replace(read_text(text, path.stem), text=text)
        start = article.body[0].start if article.body else 0
        marked = path.with_suffix(".ann").read_text(encoding="utf-8")
        ranges = (TextRange(int(each[1]), int(each[2])) for each in _EVENT.finditer(marked))
        yield ChosenText(article, tuple(each for each in ranges if each.start >= start))


def read_in_parts(models: Models) -> Iterator[tuple[ChosenText, ModelProposer]]:
    """The articles, each with a proposer whose ranker was not trained on it. Needs scikit-learn."""
    from timeline_app.extraction.model.language_model import LanguageModel
    from timeline_app.extraction.model.salience import SalienceRanker
    from timeline_app.extraction.training.fitting import fit
    from timeline_app.extraction.training.train_salience import (
        STRENGTH,
        read_timeset,
        salience_examples,
    )

    assert isinstance(models.language, LanguageModel)
    examples = [
        salience_examples(salient, models.events)
        for salient in read_timeset(models.language, models.events)
    ]
    texts = list(read_timeset_texts())
    for part in range(_PARTS):
        seen = [e for i, each in enumerate(examples) if i % _PARTS != part for e in each]
        ranker = SalienceRanker(fit(seen, strength=STRENGTH), models.events.senses)
        proposer = ModelProposer(replace(models, salience=ranker))
        yield from ((text, proposer) for text in texts[part::_PARTS])
