"""Proposals of articles that are not in English: a sentence that holds a date is one event.

Verbs, names and nouns are not read here. What is said stays in the source's own words, and nothing
is called certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from timeline_app.domain import (
    UNWATCHED,
    USUAL,
    Certainty,
    Conventions,
    Factuality,
    Progress,
    Proposal,
    TextRange,
)
from timeline_app.domain.time import CivilDate
from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.dating import date_by
from timeline_app.extraction.expressions import Resolution, resolve
from timeline_app.extraction.expressions.foreign.lexicon import Lexicon, lexicon
from timeline_app.extraction.expressions.meaning import Related, Unit
from timeline_app.extraction.expressions.nature import core_of, grain_of
from timeline_app.extraction.foreign_titles import is_inserted, passage_of, title_of


def propose_foreign(
    analysis: Analysis,
    anchor: CivilDate | None,
    conventions: Conventions = USUAL,
    progress: Progress = UNWATCHED,
) -> list[Proposal]:
    """One proposal for each sentence with a date, in text order. Takes linear time."""
    words = lexicon(analysis.language)
    resolutions = [
        each
        for each in resolve(analysis.text, analysis.expressions, anchor, conventions)
        if each.expression.tells_when and (each.readings or each.needs_anchor)
    ]
    proposals: list[Proposal] = []
    place = 0
    for number, sentence in enumerate(analysis.sentences):
        progress.step(number, len(analysis.sentences))
        inside, place = _inside(resolutions, sentence, place)
        if inside:
            dated = min(inside, key=partial(_coarseness, analysis.text, sentence))
            proposals.append(_proposal(analysis.text, sentence, dated, anchor, words))
    return [proposal for proposal in proposals if proposal.title]


def _inside(
    resolutions: Sequence[Resolution], sentence: TextRange, place: int
) -> tuple[list[Resolution], int]:
    """The resolutions within a sentence, from `place` on, and the place behind them."""
    while place < len(resolutions) and resolutions[place].expression.range.start < sentence.start:
        place += 1
    first = place
    while place < len(resolutions) and resolutions[place].expression.range.end <= sentence.end:
        place += 1
    return list(resolutions[first:place]), place


def _coarseness(text: str, sentence: TextRange, resolution: Resolution) -> tuple[bool, int, bool]:
    """The finest date of a sentence dates it; "since", "until" and the like do so last."""
    expression = resolution.expression
    return (
        isinstance(expression.meaning, Related),
        grain_of(core_of(expression.meaning)) or Unit.MILLENNIUM,
        is_inserted(text, sentence, expression.range),
    )


def _proposal(
    text: str, sentence: TextRange, dated: Resolution, anchor: CivilDate | None, words: Lexicon
) -> Proposal:
    time = dated.expression.range
    factuality = _factuality(dated, anchor)
    passage = passage_of(text, sentence, time)
    dating = date_by(text, anchor, passage, dated, factuality)
    is_certain = dating.certainty is Certainty.CERTAIN
    return Proposal(
        title=title_of(text, passage, time, words),
        span=dating.span,
        quote_range=sentence,
        trigger=passage,
        expression=time,
        factuality=factuality,
        certainty=Certainty.PROBABLE if is_certain else dating.certainty,
        rule=f"sentence: {dated.expression.rule}",
        reason=dating.reason,
        readings=dating.readings,
    )


def _factuality(dated: Resolution, anchor: CivilDate | None) -> Factuality:
    """What lies ahead of the article is planned, all else has happened."""
    lies_ahead = anchor is not None and dated.lies_after(anchor)
    return Factuality.PLANNED if lies_ahead else Factuality.HAPPENED
