"""Proposals: events as extraction finds them, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.domain.article import TextRange
from timeline_app.domain.event import Certainty, Factuality, Reading
from timeline_app.domain.time.span import TimeSpan


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event found in an article's text, with everything that explains it.

    Offsets count characters of the article's text. `quote_range` is the sentence, `trigger` the
    words that name the event, `expression` the time expression that dates it (None when the date
    only follows from the article's own). `span` is None when the expression needs an article date
    and there is none. `rule` names what made the proposal; `reason` is one sentence for the
    researcher. `salience` ranks proposals of one article, 0 to 1.
    """

    title: str
    span: TimeSpan | None
    quote_range: TextRange
    trigger: TextRange
    expression: TextRange | None
    factuality: Factuality
    certainty: Certainty
    rule: str
    reason: str
    readings: tuple[Reading, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    salience: float = 0.5
