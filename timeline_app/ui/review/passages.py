"""The passages of an article that events rest on, with their numbers and states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain import Event, Evidence, ReviewStatus, TextRange
from timeline_app.services.project import Project


class EventState(StrEnum):
    """Where an event stands in the review."""

    PROPOSED = "proposed"
    UNDATED = "undated"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the article: what it is evidence for, and how it is to be marked.

    `words` are the time words, or else the words that name the event; None when neither lies in
    the article. `number` counts the events of the article in the order of the text, from 1.
    """

    event_id: int
    number: int
    state: EventState
    quote: TextRange
    words: TextRange | None


def state_of(event: Event) -> EventState:
    """Where an event stands; one that waits for its date is undated."""
    if event.status is ReviewStatus.ACCEPTED:
        return EventState.ACCEPTED
    if event.status is ReviewStatus.REJECTED:
        return EventState.REJECTED
    return EventState.UNDATED if event.span is None else EventState.PROPOSED


def passages_of(project: Project, article_id: int) -> tuple[Passage, ...]:
    """All passages of an article, by their place in the text."""
    numbers = {
        event.id: number for number, event in enumerate(project.events_of_article(article_id), 1)
    }
    return tuple(
        _passage(project.events[evidence.event_id], evidence, numbers[evidence.event_id])
        for evidence in project.evidence_of_article(article_id)
    )


def _passage(event: Event, evidence: Evidence, number: int) -> Passage:
    words = evidence.expression or evidence.trigger
    return Passage(event.id, number, state_of(event), evidence.quote_range, words)
