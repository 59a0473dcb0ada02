"""The PDF of a project: the timeline to scale, the chronology, the sources and the method.

Everything is vector and text: fonts are embedded as the subset in use, words can be selected,
searched and copied.
"""

from __future__ import annotations

from pathlib import Path

from timeline_app.domain import NoProgress, Progress, UserError
from timeline_app.exporters import PrintSettings, Publication, write_whole
from timeline_app.rendering.fonts import load_fonts
from timeline_app.rendering.pdf_book import Book
from timeline_app.rendering.pdf_paper import Paper
from timeline_app.rendering.pdf_signs import with_searchable_signs
from timeline_app.rendering.pdf_text import printable

_LANGUAGE = "en"  # of the words that are the program's own


def write_pdf(
    publication: Publication,
    path: Path,
    progress: Progress | None = None,
    settings: PrintSettings | None = None,
) -> None:
    """Write the PDF; the file is there whole or not at all. Needs a QGuiApplication.

    Raises UserError when there is nothing to publish, the paper has no possible size or the file
    cannot be written, and Cancelled when `progress` is told to stop.
    """
    if not publication.events:
        raise UserError("Nothing accepted yet: accept an event first.")
    write_whole(path, render_pdf(publication, progress, settings))


def render_pdf(
    publication: Publication,
    progress: Progress | None = None,
    settings: PrintSettings | None = None,
) -> bytes:
    """The bytes of the PDF. Raises Cancelled when `progress` is told to stop."""
    # Only who prints waits for the library that writes links and bookmarks.
    from timeline_app.rendering.pdf_references import with_references

    load_fonts()
    watcher = progress or NoProgress()
    book = Book(publication, settings or PrintSettings())
    total = len(book)
    creator = f"Timeline App {publication.version}"
    paper = Paper(title=printable(book.title), creator=creator)
    with paper:
        for page in range(total):
            watcher.step(page, total, f"Writing page {page + 1} of {total}")
            book.paint(paper.sheet(book.frame(page)), page)
    pdf = with_searchable_signs(paper.content)
    return with_references(pdf, paper.references, book.bookmarks(), language=_LANGUAGE)
