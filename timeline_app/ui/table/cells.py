"""What stands in the cells: texts made once for each event and kept until it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from timeline_app.domain import Event, Factuality, ReviewStatus
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.wording import span_in_words
from timeline_app.services.project import Project
from timeline_app.ui.table.columns import Column

NOTHING = "–"
UNDATED = "undated"

SortKey = tuple[Any, ...]

STATUS_WORDS = {factuality: factuality.value.capitalize() for factuality in Factuality}
_STATE_WORDS = {
    ReviewStatus.PROPOSED: "Proposed",
    ReviewStatus.ACCEPTED: "Accepted",
    ReviewStatus.REJECTED: "Rejected",
    ReviewStatus.FOLDED: "Folded",
}
_STATE_ORDER = {status: place for place, status in enumerate(_STATE_WORDS)}


class Cells:
    """Texts and sort keys of the events of one project, made when they are first asked for.

    `chronology` are the ids of the events in order of time, without the folded ones.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._texts: dict[tuple[int, Column], str] = {}
        self._keys: dict[tuple[int, Column], SortKey] = {}
        self._article_numbers: dict[int, int] = {}
        self._numbers: dict[int, int] = {}
        self.chronology: list[int] = []
        self.refresh(())

    def refresh(self, event_ids: Iterable[int]) -> None:
        """Forget what was kept of some events, and count articles and accepted events anew."""
        for event_id in event_ids:
            for column in Column:
                self._texts.pop((event_id, column), None)
                self._keys.pop((event_id, column), None)
        project = self._project
        self._article_numbers = {id_: n for n, id_ in enumerate(sorted(project.articles), 1)}
        events = [
            event for event in project.chronological() if event.status is not ReviewStatus.FOLDED
        ]
        self.chronology = [event.id for event in events]
        accepted = (event.id for event in events if event.status is ReviewStatus.ACCEPTED)
        self._numbers = {event_id: number for number, event_id in enumerate(accepted, 1)}

    def event(self, event_id: int) -> Event:
        """The event of a row, under the names that are shown."""
        return self._project.shown(self._project.events[event_id])

    def text(self, event_id: int, column: Column) -> str:
        """The text of a cell; "" where nothing is known."""
        if column is Column.NUMBER:
            number = self._numbers.get(event_id)
            return "" if number is None else str(number)
        key = (event_id, column)
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = self._make(event_id, column)
        return text

    def sources(self, event_id: int) -> tuple[int, ...]:
        """The numbers of the articles that report an event, ascending."""
        articles = self._project.articles_of_event(event_id)
        return tuple(sorted(self._article_numbers[article.id] for article in articles))

    def first_article(self, event_id: int) -> tuple[int, str] | None:
        """Number and title of the first article that reports an event; None without one."""
        articles = self._project.articles_of_event(event_id)
        numbered = [(self._article_numbers[article.id], article.title) for article in articles]
        return min(numbered, default=None)

    def sort_key(self, event_id: int, column: Column) -> SortKey:
        """What a column is sorted by; cells with nothing in them come last."""
        key = (event_id, column)
        found = self._keys.get(key)
        if found is None:
            found = self._keys[key] = self._make_key(event_id, column)
        return found

    def _make(self, event_id: int, column: Column) -> str:
        maker = _MAKERS.get(column)
        if maker is not None:
            return maker(self.event(event_id))
        if column is Column.SOURCES:
            return ", ".join(map(str, self.sources(event_id)))
        return self._from_evidence(event_id, column)

    def _from_evidence(self, event_id: int, column: Column) -> str:
        evidence = self._project.dating_evidence(event_id)
        if evidence is None:
            return ""
        if column is Column.QUOTE:
            return " ".join(evidence.quote.split())
        words = evidence.expression or evidence.trigger
        if column is Column.WRITTEN and words is not None:
            article = self._project.articles[evidence.article_id]
            return " ".join(words.cut(article.text).split())
        return ""

    def _make_key(self, event_id: int, column: Column) -> SortKey:
        event = self.event(event_id)
        if column in (Column.WHEN, Column.EDTF, Column.NUMBER):
            dated = event.span.sort_key() if event.span is not None else ()
            return event.span is None, dated
        if column is Column.STATE:
            return (_STATE_ORDER[event.status],)
        if column is Column.SOURCES:
            sources = self.sources(event_id)
            return not sources, sources
        text = self.text(event_id, column).casefold()
        return not text, text


def who(event: Event) -> str:
    """People and organisations in one line."""
    return ", ".join(event.actors)


def where(event: Event) -> str:
    """Places in one line."""
    return ", ".join(event.places)


_MAKERS: dict[Column, Callable[[Event], str]] = {
    Column.CHECK: lambda _event: "",
    Column.STATE: lambda event: _STATE_WORDS[event.status],
    Column.WHEN: lambda event: UNDATED if event.span is None else _short(event),
    Column.EDTF: lambda event: "" if event.span is None else write_edtf(event.span),
    Column.TITLE: lambda event: event.title,
    Column.WHO: who,
    Column.WHERE: where,
    Column.STATUS: lambda event: STATUS_WORDS[event.factuality],
}


def _short(event: Event) -> str:
    return "" if event.span is None else span_in_words(event.span, short=True)
