"""Makes what is published from a project: its accepted events, numbered, with their sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from timeline_app.domain import (
    Article,
    Contents,
    DateOrigin,
    Event,
    Evidence,
    Origin,
    Preferences,
    ReviewStatus,
    TextRange,
)
from timeline_app.domain.plain import day_of_text
from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.domain.time.calendar import civil_time
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.wording import date_in_words, span_in_words
from timeline_app.domain.time.words import ENGLISH
from timeline_app.exporters import (
    Citation,
    Publication,
    PublishedArticle,
    PublishedEvent,
    ReviewRecord,
)
from timeline_app.extraction.sentences import split_sentences
from timeline_app.layout import Era
from timeline_app.services.eras import eras_between
from timeline_app.services.project import Project, chosen_span

UNDATED = "undated"

_LONG_PERIOD = 2  # years from which on a period is told in years alone
_DATE_NOTES = {
    DateOrigin.DATELINE: "found in the dateline",
    DateOrigin.MARKUP: "found in the page’s markup",
    DateOrigin.RECORD: "found in its record",
    DateOrigin.ADDRESS: "read from its address",
    DateOrigin.PROPERTIES: "found in the file’s properties",
    DateOrigin.GUESSED: "guessed from other dates in the file",
    DateOrigin.TYPED: "given by the researcher",
    DateOrigin.NOT_FOUND: "no date found",
}


def build_publication(
    project: Project,
    *,
    project_name: str,
    today: CivilDate,
    version: str,
    is_whole: bool = False,
) -> Publication:
    """The publication of a project as it stands; `project_name` is the name of its file.

    Only accepted events are in it. They are numbered by their earliest date; those without a date
    come last. Its `contents` are the records behind these events, or, where it `is_whole`, all
    records of the project, of events that are proposed, folded or rejected too.
    """
    accepted = project.chronological(ReviewStatus.ACCEPTED)
    sources = _Sources(project)
    events = tuple(
        _publish(project.shown(event), number, sources.cite(event))
        for number, event in enumerate(accepted, 1)
    )
    return Publication(
        title=title_of(project_name),
        file_name=project_name,
        period=period_in_words(accepted),
        compiled=_long_date(today),
        version=version,
        events=events,
        articles=sources.cited(),
        record=_record(project, accepted),
        made_on=today,
        contents=_contents(project, None if is_whole else accepted),
        eras=_eras(accepted),
        conventions=_conventions(project.preferences),
    )


def build_excerpt(project: Project, event_ids: Collection[int]) -> Publication:
    """Some events with their sources, in order of time and whatever was decided on them."""
    chosen = [event for event in project.chronological() if event.id in event_ids]
    sources = _Sources(project)
    events = tuple(
        _publish(project.shown(event), number, sources.cite(event))
        for number, event in enumerate(chosen, 1)
    )
    return Publication(
        title="Events",
        file_name="",
        period=period_in_words(chosen),
        compiled="",
        version="",
        events=events,
        articles=sources.cited(),
        record=ReviewRecord(0, 0, 0, 0, 0),
    )


def _contents(project: Project, events: Sequence[Event] | None) -> Contents:
    """The records of a project; with `events` those alone, and what they rest on."""
    preferences = (project.preferences,) if project.has_preferences else ()
    if events is None:
        return Contents(
            tuple(project.articles.values()),
            tuple(project.events.values()),
            tuple(project.evidence.values()),
            preferences,
            tuple(project.rulings.values()),
            tuple(project.names.aliases.values()),
        )
    chosen = {event.id for event in events}
    evidence = tuple(each for each in project.evidence.values() if each.event_id in chosen)
    cited = {each.article_id for each in evidence}
    return Contents(
        tuple(article for article in project.articles.values() if article.id in cited),
        tuple(sorted(events, key=lambda event: event.id)),
        evidence,
        preferences,
        tuple(ruling for ruling in project.rulings.values() if chosen >= set(ruling.subjects[:1])),
        tuple(project.names.aliases.values()),
    )


def title_of(project_name: str) -> str:
    """The title that a project's file name gives: "korea-russia.timeline" is "Korea russia"."""
    words = project_name.removesuffix(".timeline").replace("_", " ").replace("-", " ").split()
    title = " ".join(words) or "Timeline"
    return title[0].upper() + title[1:]


def _eras(events: Iterable[Event]) -> tuple[Era, ...]:
    bounds = [bound for event in events if event.span is not None for bound in _days(event.span)]
    return eras_between(min(bounds), max(bounds)) if bounds else ()


def _conventions(preferences: Preferences) -> tuple[str, ...]:
    """How weeks and dates in numbers were read, in sentences."""
    week, order = preferences.week_start, preferences.day_order
    usual = "on the day usual where an article is from"
    weeks = usual if week is None else f"on {week.capitalize()}"
    orders = "as an article’s own dates and its region show" if order is None else order.value
    return (f"Weeks begin {weeks}; dates in numbers are read {orders}.",)


def period_in_words(events: Iterable[Event]) -> str:
    """The time that dated events cover: "28 September to 17 November 2024"; "" without dates."""
    bounds = [bound for event in events if event.span is not None for bound in _days(event.span)]
    if not bounds:
        return ""
    first, last = (civil_time(bound).date for bound in (min(bounds), max(bounds)))
    if last.year - first.year >= _LONG_PERIOD or first.year < 1:
        return _joined(_year(first.year), _year(last.year))
    if first.year == last.year and first != last:
        return f"{first.day} {ENGLISH.long_months[first.month - 1]} to {_long_date(last)}"
    return _joined(_long_date(first), _long_date(last))


def _days(span: TimeSpan) -> list[int]:
    """The known bounds of a span, each as an instant inside the granule it belongs to."""
    starts = (span.earliest_start, span.latest_start)
    ends = (span.earliest_end, span.latest_end)
    return [start for start in starts if start is not None] + [
        end - 1 for end in ends if end is not None
    ]


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _long_date(day: CivilDate) -> str:
    return f"{day.day} {ENGLISH.long_months[day.month - 1]} {_year(day.year)}"


def _year(year: int) -> str:
    return f"{1 - year} BCE" if year < 1 else str(year)


def _publish(event: Event, number: int, citations: tuple[Citation, ...]) -> PublishedEvent:
    span = event.span
    return PublishedEvent(
        number=number,
        event_id=event.id,
        title=event.title,
        span=span,
        when=UNDATED if span is None else span_in_words(span),
        edtf="" if span is None else write_edtf(span),
        factuality=event.factuality,
        people=event.people,
        organisations=event.organisations,
        places=event.places,
        citations=citations,
        certainty=event.certainty,
        tags=event.tags,
        note=event.note,
    )


class _Sources:
    """The articles of a project as sources; remembers which were cited."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._numbers = {id_: number for number, id_ in enumerate(sorted(project.articles), 1)}
        self._cited: dict[int, PublishedArticle] = {}
        self._sentence_starts: dict[int, list[int]] = {}

    def cited(self) -> tuple[PublishedArticle, ...]:
        """The articles that were cited, by number."""
        return tuple(sorted(self._cited.values(), key=lambda article: article.number))

    def cite(self, event: Event) -> tuple[Citation, ...]:
        """What an event rests on, the evidence that dates it first."""
        dating = self._project.dating_evidence(event.id)
        rest = [e for e in self._project.evidence_of_event(event.id) if e != dating]
        ordered = [dating, *rest] if dating is not None else rest
        return tuple(self._citation(each, event) for each in ordered)

    def _citation(self, evidence: Evidence, event: Event) -> Citation:
        article = self._project.articles[evidence.article_id]
        published = self._published(article)
        expression = evidence.expression
        return Citation(
            article_number=published.number,
            article_name=published.name,
            sentence=self._sentence(article, evidence.quote_range.start),
            quote=evidence.quote,
            time_words=_inside(expression, evidence.quote_range),
            as_written="" if expression is None else expression.cut(article.text),
            anchor="" if article.published is None else date_in_words(article.published),
            said_by=evidence.source,
            page=article.page_at(evidence.quote_range.start),
            reading=_other_reading(evidence, event),
        )

    def _published(self, article: Article) -> PublishedArticle:
        if article.id not in self._cited:
            self._cited[article.id] = _publish_article(article, self._numbers[article.id])
        return self._cited[article.id]

    def _sentence(self, article: Article, offset: int) -> int | None:
        """The number of the sentence at a character of the text; None outside of the body."""
        if article.id not in self._sentence_starts:
            sentences = split_sentences(article.text, article.body)
            self._sentence_starts[article.id] = [sentence.start for sentence in sentences]
        return bisect_right(self._sentence_starts[article.id], offset) or None


def _other_reading(evidence: Evidence, event: Event) -> str:
    """What a source's own words come to, where the event was given another date."""
    span = chosen_span(evidence)
    if span is None or span == event.span:
        return ""
    return f"= {span_in_words(span)}"


def _inside(expression: TextRange | None, quote: TextRange) -> TextRange | None:
    """The range of the time words in the quote; None when they stand elsewhere."""
    if expression is None or expression.start < quote.start or expression.end > quote.end:
        return None
    return TextRange(expression.start - quote.start, expression.end - quote.start)


def _publish_article(article: Article, number: int) -> PublishedArticle:
    day = article.published
    accessed = (article.citation and article.citation.accessed) or _day_of(article.added_at)
    return PublishedArticle(
        number=number,
        title=article.title,
        source=article.source,
        author=article.author,
        place=article.place,
        url=article.url,
        published=day,
        published_in_words="not known" if day is None else date_in_words(day),
        date_note=_DATE_NOTES[article.date_origin],
        reference=article.citation,
        language=article.language,
        accessed=accessed,
    )


def _day_of(moment: str) -> CivilDate | None:
    """The day, in UTC, of a moment in ISO 8601; None for any other text, as from a file."""
    try:
        return day_of_text(moment[:10])
    except ValueError:
        return None


def _record(project: Project, accepted: Iterable[Event]) -> ReviewRecord:
    counts = project.counts()
    by_hand = edited = 0
    for event in accepted:
        if event.origin is Origin.RESEARCHER:
            by_hand += 1
        elif _is_edited(project, event):
            edited += 1
    return ReviewRecord(
        as_proposed=counts.accepted - edited - by_hand,
        edited=edited,
        by_hand=by_hand,
        rejected=counts.rejected,
        articles_read=len(project.articles),
    )


def _is_edited(project: Project, event: Event) -> bool:
    if event.is_date_edited or event.is_title_edited:
        return True
    dating = project.dating_evidence(event.id)
    return dating is not None and dating.chosen not in (0, None)
