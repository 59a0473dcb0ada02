"""Events, the evidence they rest on, and the readings their dates can have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.domain.article import TextRange
from timeline_app.domain.participant import Participant, Relation
from timeline_app.domain.time.span import TimeSpan


class ReviewStatus(StrEnum):
    """What the researcher has decided about an event.

    A folded one is a proposal that tells little, or of what only may be: it is kept, and waits for
    nobody. It is a status and no flag beside it, so that what asks for the proposals or for the
    accepted events passes it over without knowing of it, and taking it up or deciding on it is a
    change of status like any other, undone in the same way.
    """

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    FOLDED = "folded"


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
    def is_dated(self) -> bool:
        """Whether any date can be given."""
        return self.span is not None

    def order(self) -> tuple[int, int, int] | None:
        """The `sort_key` of its span; None when it has none."""
        return None if self.span is None else self.span.sort_key()

    @property
    def is_set_aside(self) -> bool:
        """Whether it is kept but neither shown nor waited for: folded, or rejected."""
        return self.status in (ReviewStatus.FOLDED, ReviewStatus.REJECTED)

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

    What follows is as the program proposed it, whatever has become of the event since: `clause` is
    the part of the text that tells of it, `participants` who takes part, `source` who says so in
    the words of the text ("" for the article itself), `relation` how the event lies to the time
    expression, `why` short sentences on title, status and rank, `salience` its rank, 0 to 1, and
    `was_folded` whether it was kept back.
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
    clause: TextRange | None = None
    participants: tuple[Participant, ...] = ()
    source: str = ""
    relation: Relation = Relation.WITHIN
    why: tuple[str, ...] = ()
    salience: float = 0.5
    was_folded: bool = False
