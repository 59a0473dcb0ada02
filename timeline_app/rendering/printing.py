"""The pages of a project on a printer of the system."""

from __future__ import annotations

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from timeline_app.domain import Progress, UserError
from timeline_app.exporters import PrintSettings, Publication
from timeline_app.rendering.pdf_book import Book
from timeline_app.rendering.pdf_frame import PageFrame
from timeline_app.rendering.pdf_paper import print_palette
from timeline_app.rendering.pdf_sheet import Sheet
from timeline_app.rendering.pdf_text import UNITS_PER_PIXEL, printable


def print_pages(
    publication: Publication, settings: PrintSettings, printer: QPrinter, progress: Progress
) -> None:
    """Print what the PDF would have, each page as large as the printer's paper allows.

    Needs a QGuiApplication. Raises UserError when the printer does not take the pages, and
    Cancelled when told to stop.
    """
    book = Book(publication, settings)
    wanted = range(max(1, printer.fromPage()), (printer.toPage() or len(book)) + 1)
    pages = [page - 1 for page in wanted if page <= len(book)]
    printer.setDocName(printable(book.title))
    painter = QPainter()
    for number, page in enumerate(pages):
        progress.step(number, len(pages), f"Printing page {page + 1} of {len(book)}")
        frame = book.frame(page)
        _turn(printer, frame)
        begun = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not begun:
            raise UserError("The printer does not answer. Choose another one, or export a PDF.")
        book.paint(_sheet(painter, printer, frame), page)
    painter.end()


def _turn(printer: QPrinter, frame: PageFrame) -> None:
    lying, upright = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    printer.setPageOrientation(lying if frame.width > frame.height else upright)


def _sheet(painter: QPainter, printer: QPrinter, frame: PageFrame) -> Sheet:
    """The page that follows, fitted into what the printer can print on."""
    room = printer.pageLayout().paintRectPixels(printer.resolution())
    zoom = min(room.width() / frame.width, room.height() / frame.height)
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom / UNITS_PER_PIXEL, zoom / UNITS_PER_PIXEL)
    return Sheet(painter, frame, print_palette())
