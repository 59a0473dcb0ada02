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
    FOLDED = "folded"

    @property
    def tone(self) -> str:
        """The colour token of its marks; what is folded has none of its own."""
        return "control" if self is EventState.FOLDED else self.value

    @property
    def text_tone(self) -> str:
        """The stronger colour token, of what is current."""
        return "text2" if self is EventState.FOLDED else f"{self.value}_text"


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the article: what it is evidence for, and how it is to be marked.

    `words` are the time words, or else the words that name the event; None when neither lies in
    the article. `number` counts the events of the article in the order of the text, from 1; what
    is folded has None.
    """

    event_id: int
    number: int | None
    state: EventState
    quote: TextRange
    words: TextRange | None


def state_of(event: Event) -> EventState:
    """Where an event stands; one that waits for its date is undated."""
    if event.status is ReviewStatus.ACCEPTED:
        return EventState.ACCEPTED
    if event.status is ReviewStatus.REJECTED:
        return EventState.REJECTED
    if event.status is ReviewStatus.FOLDED:
        return EventState.FOLDED
    return EventState.UNDATED if event.span is None else EventState.PROPOSED


def numbers_of(project: Project, article_id: int) -> dict[int, int]:
    """The number of each event of an article that is not folded, in the order of the text."""
    events = project.events_of_article(article_id, with_folded=False)
    return {event.id: number for number, event in enumerate(events, 1)}


def passages_of(
    project: Project, article_id: int, *, with_folded: bool = False
) -> tuple[Passage, ...]:
    """All passages of an article, by their place in the text."""
    numbers = numbers_of(project, article_id)
    return tuple(
        _passage(project.events[evidence.event_id], evidence, numbers.get(evidence.event_id))
        for evidence in project.evidence_of_article(article_id)
        if with_folded or evidence.event_id in numbers
    )


def _passage(event: Event, evidence: Evidence, number: int | None) -> Passage:
    words = evidence.expression or evidence.trigger
    return Passage(event.id, number, state_of(event), evidence.quote_range, words)
