"""The pages of a publication, in order: timeline, chronology, sources and method."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.exporters import PrintSettings, Publication
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.pdf_chronology import chronology_pages, paint_chronology_page
from timeline_app.rendering.pdf_frame import PageFrame
from timeline_app.rendering.pdf_references import Bookmark
from timeline_app.rendering.pdf_sheet import Sheet
from timeline_app.rendering.pdf_sources import paint_sources_page, sources_pages
from timeline_app.rendering.pdf_text import printable
from timeline_app.rendering.pdf_timeline import (
    TimelinePage,
    lay_out_timeline,
    paint_timeline_page,
    timeline_pages,
)

_LEGEND_OF_EDTF = (
    "Dates in EDTF (ISO 8601-2). [a..b]: one day between a and b. a/b: from a to b. ~: about."
)
_RESOLVED = "Dates resolved against each article’s own date."
_EVENTS_OF_A_BOOKMARK = 100


class Book:
    """A publication laid out on paper. Needs a QGuiApplication.

    Pages are counted from 0. Raises UserError when the paper has no possible size.
    """

    def __init__(self, publication: Publication, settings: PrintSettings) -> None:
        load_fonts()
        if settings.title:
            publication = replace(publication, title=settings.title)
        self._publication = publication
        self._chart_frame, chart = lay_out_timeline(publication, settings)
        self._text_frame = PageFrame.of(settings.text_paper)
        self._timeline: list[TimelinePage | None] = [None]
        if chart is not None:
            self._timeline = [*timeline_pages(chart)]
        events = publication.events if settings.has_chronology else ()
        self._chronology = chronology_pages(events, self._text_frame)
        sources = sources_pages(publication, self._text_frame) if settings.has_sources else []
        self._sources = sources

    def __len__(self) -> int:
        return len(self._timeline) + len(self._chronology) + len(self._sources)

    @property
    def title(self) -> str:
        """What stands at the top of the first page."""
        return self._publication.title

    @property
    def in_words(self) -> str:
        """How many pages there are, and of what: "4 pages: 1 of the timeline, 3 of …"."""
        parts = (
            (len(self._timeline), "of the timeline"),
            (len(self._chronology), "of the chronology"),
            (len(self._sources), "of sources"),
        )
        told = ", ".join(f"{count} {words}" for count, words in parts if count)
        return f"1 page: {told}" if len(self) == 1 else f"{len(self)} pages: {told}"

    def frame(self, page: int) -> PageFrame:
        """The size of a page."""
        return self._chart_frame if page < len(self._timeline) else self._text_frame

    def paint(self, sheet: Sheet, page: int) -> None:
        """Draw one page."""
        chronology = page - len(self._timeline)
        sources = chronology - len(self._chronology)
        if chronology < 0:
            note = self._paint_timeline(sheet, page)
        elif sources < 0:
            note = self._paint_events(sheet, chronology)
        else:
            note = self._paint_sources(sheet, sources)
        file_name = printable(self._publication.file_name)
        sheet.footer(note, file_name, page + 1, len(self))

    def bookmarks(self) -> list[Bookmark]:
        """The outline: the parts of the document, and the stretches of a long chronology."""
        events = len(self._timeline)
        sources = events + len(self._chronology)
        marks = [Bookmark("Timeline", 0)]
        if self._chronology:
            marks.append(Bookmark("Chronology", events, self._stretches(events)))
        if self._sources:
            method = Bookmark("How this chronology was made", len(self) - 1)
            marks.append(Bookmark("Sources and method", sources, (method,)))
        return marks

    def _stretches(self, first: int) -> tuple[Bookmark, ...]:
        """Every hundredth event of the chronology by its date, where there are as many."""
        events = self._publication.events
        if len(events) <= _EVENTS_OF_A_BOOKMARK:
            return ()
        pages = {row.number: page for page, rows in enumerate(self._chronology) for row in rows}
        return tuple(
            Bookmark(f"{event.number}: {event.when}", first + pages[event.number])
            for event in events[::_EVENTS_OF_A_BOOKMARK]
        )

    def _paint_timeline(self, sheet: Sheet, page: int) -> str:
        summary = self._publication.summary
        if self._chronology:
            pages = _pages_in_words(len(self._timeline), len(self._chronology))
            summary = f"{summary} Numbers refer to the chronology on {pages}."
        paint_timeline_page(sheet, self._publication, self._timeline[page], summary)
        return f"{self._publication.record.sentence} {_RESOLVED}"

    def _paint_events(self, sheet: Sheet, page: int) -> str:
        rows, count = self._chronology[page], len(self._publication.events)
        paint_chronology_page(sheet, rows, count)
        if not self._sources:
            return _LEGEND_OF_EDTF
        before = len(self._timeline) + len(self._chronology)
        pages = _pages_in_words(before, len(self._sources))
        return f"{_LEGEND_OF_EDTF} Articles in full on {pages}."

    def _paint_sources(self, sheet: Sheet, page: int) -> str:
        paint_sources_page(sheet, self._sources[page], self._publication.compiled)
        return self._publication.record.sentence


def _pages_in_words(before: int, count: int) -> str:
    """The `count` pages after the first `before`."""
    first, last = before + 1, before + count
    return f"page {first}" if first == last else f"pages {first} to {last}"
