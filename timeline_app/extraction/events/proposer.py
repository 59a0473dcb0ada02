"""The built-in proposer: from an English text to dated events, through the language model."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

from timeline_app.domain import UNWATCHED, USUAL, Conventions, Progress, Proposal
from timeline_app.extraction.events.factuality.quotations import Quotations, quotations_of
from timeline_app.extraction.events.names.entities import find_entities
from timeline_app.extraction.events.proposals import Article, proposals_of
from timeline_app.extraction.events.reading import Models, ReadText, read_with
from timeline_app.extraction.events.salience import folded
from timeline_app.extraction.events.times.inferred_days import inferred_days
from timeline_app.extraction.events.times.linking import link_times
from timeline_app.extraction.expressions import resolve
from timeline_app.extraction.proposer import BUILT_IN, Tell, untold
from timeline_app.extraction.repeats import merge_duplicates

if TYPE_CHECKING:
    from timeline_app.domain.time import CivilDate
    from timeline_app.extraction.analysis import Analysis
    from timeline_app.extraction.model.salience import SalienceRanker


class ModelProposer:
    """Finds events with the models that were trained for English."""

    name = BUILT_IN
    title = "Built in"

    def __init__(self, models: Models) -> None:
        self._models = models

    def propose(
        self,
        analysis: Analysis,
        anchor: CivilDate | None,
        *,
        title: str = "",
        conventions: Conventions = USUAL,
        progress: Progress = UNWATCHED,
        tell: Tell = untold,  # noqa: ARG002 - there is nothing to tell
    ) -> list[Proposal]:
        """The events of an article, in text order; those that tell little are folded.

        `anchor` is the article's date; without it, what depends on it has no span. `title` helps
        to rank; `conventions` are those of where the article is from. `progress` makes a step
        every few sentences and may raise Cancelled. Takes linear time and accepts any text.
        """
        read = read_with(self._models, analysis, title, progress)
        resolved = resolve(analysis.text, analysis.expressions, anchor, conventions)
        resolutions = {each.expression.range: each for each in resolved}
        links = link_times(read)
        quotations = quotations_of(read.text)
        article = Article(
            anchor,
            read,
            find_entities(read, self._models.pronouns),
            links,
            quotations,
            resolutions,
            inferred_days(read, links, resolutions, anchor),
            _scores(self._models.salience, read, quotations),
        )
        found = (proposals_of(article, number) for number in range(len(read.sentences)))
        return folded(merge_duplicates(chain.from_iterable(found)), read.word_count)


def _scores(
    ranker: SalienceRanker, read: ReadText, quotations: Quotations
) -> tuple[Mapping[int, float], ...]:
    """How likely each event is worth a place on a timeline, as logarithms of odds."""
    from timeline_app.extraction.model.event_text import EventText

    times = [time.expression.range for each in read.times for time in each]
    quoted = quotations.ranges
    scores = ranker.scores(EventText(read.sentences, read.events, times, read.title, quoted))
    return tuple(
        {event.word: score for event, score in zip(*each, strict=True)}
        for each in zip(read.events, scores, strict=True)
    )
