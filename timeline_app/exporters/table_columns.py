"""The columns of the tables that spreadsheets read: one row for each event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline_app.domain.cells import joined
from timeline_app.domain.time import SpanShape
from timeline_app.domain.time.stretches import stretch_of
from timeline_app.exporters.publication import Publication, PublishedArticle, PublishedEvent

HEADINGS = (
    "Number",
    "Title",
    "Start",
    "End",
    "EDTF",
    "Date",
    "Kind of date",
    "Certainty",
    "Factuality",
    "People",
    "Organisations",
    "Places",
    "Tags",
    "Note",
    "As written",
    "Quote",
    "Said by",
    "Source",
    "Article",
    "Published",
    "Page",
    "URL",
)
START, END = HEADINGS.index("Start"), HEADINGS.index("End")
SOURCE_HEADINGS = ("Number", "Title", "Source", "Author", "Published", "How dated", "Place", "URL")
_KINDS = {
    SpanShape.POINT: "known",
    SpanShape.WITHIN: "sometime within",
    SpanShape.PERIOD: "lasted",
    SpanShape.CORE: "core known, edges not",
    SpanShape.BEFORE: "on or before",
    SpanShape.AFTER: "on or after",
    SpanShape.ONGOING: "goes on",
    SpanShape.UNTIL: "until then",
    SpanShape.DISPUTED: "sources differ",
    SpanShape.UNKNOWN: "not known",
}


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of a publication. Names, and passages where there are several, share a cell."""

    publication: Publication
    articles: dict[int, PublishedArticle]

    @classmethod
    def of(cls, publication: Publication) -> TableRows:
        """The rows, with the articles looked up once."""
        return cls(publication, publication.articles_by_number)

    def row(self, event: PublishedEvent) -> tuple[str, ...]:
        """The cells of an event, as many as there are `HEADINGS`."""
        stretch = stretch_of(event.span)
        start, end = ("", "") if stretch is None else stretch.ends_in_edtf
        kind = "" if event.span is None else kind_of_date(event)
        return (
            str(event.number),
            event.title,
            start,
            end,
            event.edtf,
            event.when,
            kind,
            event.certainty.value,
            event.factuality.value,
            _listed(event.people),
            _listed(event.organisations),
            _listed(event.places),
            _listed(event.tags),
            event.note,
            *self._passages(event),
        )

    def sources(self) -> Iterator[tuple[str, ...]]:
        """The cells of each article, as many as there are `SOURCE_HEADINGS`."""
        for article in self.publication.articles:
            yield (
                str(article.number),
                article.title,
                article.source,
                article.author,
                article.published_in_words,
                article.date_note,
                article.place,
                article.url,
            )

    def _passages(self, event: PublishedEvent) -> tuple[str, ...]:
        cited = [(each, self.articles.get(each.article_number)) for each in event.citations]
        return (
            _listed(each.as_written for each, _article in cited),
            _listed(each.quote for each, _article in cited),
            _listed(each.said_by for each, _article in cited),
            _listed(each.article_name for each, _article in cited),
            _listed("" if article is None else article.title for _each, article in cited),
            _listed("" if a is None else a.published_in_words for _each, a in cited),
            _listed("" if each.page is None else str(each.page) for each, _article in cited),
            _listed("" if article is None else article.url for _each, article in cited),
        )


def kind_of_date(event: PublishedEvent) -> str:
    """What is known of a date, in a few words: "sometime within"; empty without one."""
    return "" if event.span is None else _KINDS[event.span.shape]


def _listed(values: Iterable[str]) -> str:
    """Values in one cell, in their order; empty where all of them are."""
    found = list(values)
    return joined(found) if any(found) else ""
