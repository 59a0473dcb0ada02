"""Events, the evidence they rest on, and the readings their dates can have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.article import TextRange
from timeline_app.domain.time.span import TimeSpan


class ReviewStatus(StrEnum):
    """What the researcher has decided about an event."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Factuality(StrEnum):
    """Whether the source says that it happened."""

    HAPPENED = "happened"
    UNDER_WAY = "under way"
    SAID = "said"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Certainty(StrEnum):
    """How sure the program, or the researcher, is that event and date are right."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    UNSURE = "unsure"


class Origin(StrEnum):
    """Who made an event."""

    PROGRAM = "program"
    RESEARCHER = "researcher"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is said to have, or is expected to.

    `span` is None while no date can be given ("last week" in an article without a date).
    `is_date_edited` and `is_title_edited` mark what the researcher has set: it no longer follows
    from the article. `times_deferred` orders the queue: what was put off comes later.
    """

    id: int
    title: str
    span: TimeSpan | None
    status: ReviewStatus = ReviewStatus.PROPOSED
    factuality: Factuality = Factuality.HAPPENED
    certainty: Certainty = Certainty.CERTAIN
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    origin: Origin = Origin.PROGRAM
    is_date_edited: bool = False
    is_title_edited: bool = False
    times_deferred: int = 0

    @property
    def actors(self) -> tuple[str, ...]:
        """People and organisations together, people first."""
        return self.people + self.organisations


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a time expression: the span it gives, and in words why.

    `label` completes "21 – 27 Oct": "calendar week before, Mon – Sun".
    """

    span: TimeSpan
    label: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an event is believed: a passage of an article and how its date came about.

    `quote_range` cuts `quote` out of the article's text; it is a sentence, or what the researcher
    selected. `trigger` are the words that name the event, `expression` the time expression its
    date comes from; both lie inside the quote or, for an expression, anywhere in the article, and
    both may be None. `rule` names what found the event, `reason` says in one sentence how the date
    came about. `readings` are ranked, the preferred first; `chosen` is the index of the one in
    use, None when the researcher has typed another date.
    """

    id: int
    event_id: int
    article_id: int
    quote_range: TextRange
    quote: str
    trigger: TextRange | None = None
    expression: TextRange | None = None
    rule: str = ""
    reason: str = ""
    readings: tuple[Reading, ...] = ()
    chosen: int | None = 0
