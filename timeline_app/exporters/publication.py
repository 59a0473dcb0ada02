"""What is published: the accepted events of a project with their sources, as plain values.

Every exporter starts from a `Publication`. Its `events` hold no proposal and nothing that was
rejected; only `contents`, for the format that keeps a project whole, may.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline_app.domain import Certainty, Contents, Factuality, TextRange
from timeline_app.domain.citation import Citation as Reference
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.wording import date_in_words
from timeline_app.layout.frame import Era
from timeline_app.layout.marks import MarkLook, look_of

NO_WORDS = "–"  # printed where a source gives no time words


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An article that a published event rests on.

    `number` is the one shown in the program, counted in the order in which articles were added.
    `date_note` says how the date was found: "found in the dateline". `reference` is what else a
    bibliography needs of it; `language` is a tag such as "en", "" where it is not known.
    `accessed` is the day on which it was looked at: that of its record, or else that on which it
    was added.
    """

    number: int
    title: str
    source: str
    author: str
    place: str
    url: str
    published: CivilDate | None
    published_in_words: str
    date_note: str
    reference: Reference | None = None
    language: str = ""
    accessed: CivilDate | None = None

    @property
    def name(self) -> str:
        """How the chronology refers to it: its source, or its title where no source is known."""
        return self.source or self.title or "Untitled article"

    @property
    def accessed_in_words(self) -> str:
        """That day in words; "" where it is not known."""
        return "" if self.accessed is None else date_in_words(self.accessed)


@dataclass(frozen=True, slots=True)
class Citation:
    """One passage of one article that tells of an event.

    `as_written` are the time words as the article has them, "" where it gives none; `anchor` is
    the article's date in words, "" where none is known. `time_words` is the range of the time
    words inside `quote`, None when they stand elsewhere. `sentence` counts from 1. `said_by` is who
    tells of it in the article, "" for the article itself. `page` counts from 1; it is None where
    the article has no pages. `reading` says what its words come to where that is not the event's
    date.
    """

    article_number: int
    article_name: str
    sentence: int | None
    quote: str
    time_words: TextRange | None
    as_written: str
    anchor: str
    said_by: str = ""
    page: int | None = None
    reading: str = ""


@dataclass(frozen=True, slots=True)
class PublishedEvent:
    """An accepted event. Numbers run by earliest date; those without a date come last.

    `when` and `edtf` are the date in words and in EDTF, "undated" and "" without one. `citations`
    are the passages that tell of it, the one that dates it first.
    """

    number: int
    event_id: int
    title: str
    span: TimeSpan | None
    when: str
    edtf: str
    factuality: Factuality
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    citations: tuple[Citation, ...]
    certainty: Certainty = Certainty.CERTAIN
    tags: tuple[str, ...] = ()
    note: str = ""

    @property
    def actors(self) -> tuple[str, ...]:
        """People and organisations together, people first."""
        return self.people + self.organisations

    @property
    def look(self) -> MarkLook | None:
        """The look of its mark; None without a date."""
        if self.span is None:
            return None
        return look_of(self.span, is_planned=self.is_planned, is_under_way=self.is_under_way)

    @property
    def is_planned(self) -> bool:
        """Whether the source says that it has not, or not yet, happened."""
        return self.factuality in (Factuality.PLANNED, Factuality.POSSIBLE)

    @property
    def is_under_way(self) -> bool:
        """Whether it was going on when its source wrote of it."""
        return self.factuality is Factuality.UNDER_WAY

    @property
    def article_numbers(self) -> tuple[int, ...]:
        """The articles that report it, ascending."""
        return tuple(sorted({citation.article_number for citation in self.citations}))

    @property
    def detail(self) -> str:
        """Who, where, and what the source claims, in one line: "NIS, Seoul, as said"."""
        return ", ".join((*self.actors, *self.places, *_CLAIMS.get(self.factuality, ())))


_CLAIMS = {
    Factuality.UNDER_WAY: ("under way",),
    Factuality.SAID: ("as said",),
    Factuality.PLANNED: ("planned",),
    Factuality.POSSIBLE: ("possible",),
    Factuality.DENIED: ("denied",),
}


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """How the published events came about, counted from the project."""

    as_proposed: int
    edited: int
    by_hand: int
    rejected: int
    articles_read: int

    @property
    def accepted(self) -> int:
        """All that is published."""
        return self.as_proposed + self.edited + self.by_hand

    @property
    def sentence(self) -> str:
        """The counts in words, like: 4 accepted: 3 as proposed, 1 entered by hand. 2 rejected."""
        ways = (
            (self.as_proposed, "as proposed"),
            (self.edited, "edited"),
            (self.by_hand, "entered by hand"),
        )
        told = ", ".join(f"{count} {way}" for count, way in ways if count)
        accepted = f"{self.accepted} accepted: {told}." if told else "None accepted."
        return f"{accepted} {self.rejected} rejected."


@dataclass(frozen=True, slots=True)
class Publication:
    """A project, ready to be published.

    `period` is the time its dated events cover, in words, "" when no event has a date.
    `compiled` is the day on which it was made, in words, and `made_on` the same day; `file_name` is
    the project's file. `contents` are the records behind it, as far as they were asked for. `eras`
    are those that its time falls into. `conventions` are sentences about how dates were read.
    """

    title: str
    file_name: str
    period: str
    compiled: str
    version: str
    events: tuple[PublishedEvent, ...]
    articles: tuple[PublishedArticle, ...]
    record: ReviewRecord
    made_on: CivilDate | None = None
    contents: Contents = field(default_factory=Contents)
    eras: tuple[Era, ...] = ()
    conventions: tuple[str, ...] = ()

    @property
    def articles_by_number(self) -> dict[int, PublishedArticle]:
        """Its articles by the numbers that citations refer to."""
        return {article.number: article for article in self.articles}

    @property
    def summary(self) -> str:
        """What it covers, like: 44 events from 6 articles, 28 September to 17 November 2024."""
        cited = {number for event in self.events for number in event.article_numbers}
        events = _count(len(self.events), "event")
        told = f"{events} from {_count(len(cited), 'article')}" if cited else events
        return f"{told}, {self.period}." if self.period else f"{told}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
