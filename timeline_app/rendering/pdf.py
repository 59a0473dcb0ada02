"""The PDF of a project: the timeline to scale, the chronology, the articles and the method.

Everything is vector and text: fonts are embedded as the subset in use, words can be selected,
searched and copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice

from timeline_app.domain import NoProgress, Progress, UserError
from timeline_app.exporters import Publication, write_whole
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.pdf_chronology import chronology_pages, paint_chronology_page
from timeline_app.rendering.pdf_paper import Paper
from timeline_app.rendering.pdf_rows import Row
from timeline_app.rendering.pdf_signs import with_searchable_signs
from timeline_app.rendering.pdf_sources import paint_sources_page, sources_pages
from timeline_app.rendering.pdf_text import printable
from timeline_app.rendering.pdf_timeline import paint_timeline_page

_LEGEND_OF_EDTF = (
    "Dates in EDTF (ISO 8601-2). [a..b]: one day between a and b. a/b: from a to b. ~: about."
)


def write_pdf(publication: Publication, path: Path, progress: Progress | None = None) -> None:
    """Write the PDF; the file is there whole or not at all. Needs a QGuiApplication.

    Raises UserError when there is nothing to publish or the file cannot be written, and Cancelled
    when `progress` is told to stop.
    """
    if not publication.events:
        raise UserError("Nothing accepted yet: accept an event first.")
    write_whole(path, render_pdf(publication, progress))


def render_pdf(publication: Publication, progress: Progress | None = None) -> bytes:
    """The bytes of the PDF. Raises Cancelled when `progress` is told to stop."""
    load_fonts()
    watcher = progress or NoProgress()
    book = _Book(publication)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    title = printable(publication.title)
    with Paper(buffer, title=title, creator=f"Timeline App {publication.version}") as paper:
        for page in range(1, book.pages + 1):
            watcher.step(page - 1, book.pages, f"Writing page {page} of {book.pages}")
            if page > 1:
                paper.turn()
            book.paint(paper, page)
    return with_searchable_signs(bytes(buffer.data().data()))


class _Book:
    """The pages of a publication, in order: timeline, chronology, articles."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._chronology = chronology_pages(publication.events)
        self._sources = sources_pages(publication)
        self._last_event_page = 1 + len(self._chronology)
        self.pages = self._last_event_page + len(self._sources)

    def paint(self, paper: Paper, page: int) -> None:
        """Draw one page, counted from 1."""
        if page == 1:
            note = self._timeline(paper)
        elif page <= self._last_event_page:
            note = self._events(paper, self._chronology[page - 2])
        else:
            note = self._articles(paper, self._sources[page - 1 - self._last_event_page])
        file_name = printable(self._publication.file_name)
        paper.footer(note, file_name, page, self.pages)

    def _timeline(self, paper: Paper) -> str:
        pages = _pages_in_words(2, self._last_event_page)
        summary = f"{self._publication.summary} Numbers refer to the chronology on {pages}."
        paint_timeline_page(paper, self._publication, summary)
        sentence = self._publication.record.sentence
        return f"{sentence} Dates resolved against each article’s own date."

    def _events(self, paper: Paper, rows: Sequence[Row]) -> str:
        paint_chronology_page(paper, rows, len(self._publication.events))
        pages = _pages_in_words(self._last_event_page + 1, self.pages)
        return f"{_LEGEND_OF_EDTF} Articles in full on {pages}."

    def _articles(self, paper: Paper, rows: Sequence[Row]) -> str:
        paint_sources_page(paper, rows, self._publication.compiled)
        return self._publication.record.sentence


def _pages_in_words(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first} to {last}"
