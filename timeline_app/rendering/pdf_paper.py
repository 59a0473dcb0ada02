"""One page after another: into a PDF, or as pictures of what it will be."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from timeline_app.rendering.palette import Palette, PaletteName, load_palette
from timeline_app.rendering.pdf_frame import PageFrame
from timeline_app.rendering.pdf_sheet import References, Sheet
from timeline_app.rendering.pdf_text import RESOLUTION, UNITS_PER_PIXEL


def print_palette() -> Palette:
    """The colours of paper."""
    return load_palette(PaletteName.PRINT)


class Paper:
    """Pages of a PDF/A-1b file, which has its fonts and colours in itself and nothing translucent.

    `references` has what each page refers to. Use as a context manager; after it `content` is the
    file. Needs a QGuiApplication and the fonts.
    """

    def __init__(self, *, title: str, creator: str) -> None:
        self.content = b""
        self.references: list[References] = []
        self._palette = print_palette()
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
        self._writer.setResolution(RESOLUTION)
        self._writer.setTitle(title)
        self._writer.setCreator(creator)
        self._painter = QPainter()

    def __enter__(self) -> Paper:
        return self

    def __exit__(self, *_reason: object) -> None:
        self._painter.end()
        self.content = bytes(self._buffer.data().data())

    def sheet(self, frame: PageFrame) -> Sheet:
        """The next page, of that size."""
        self._writer.setPageLayout(_page_layout(frame))
        if self._painter.isActive():
            self._writer.newPage()
        else:
            self._painter.begin(self._writer)
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.resetTransform()
        self._painter.scale(frame.zoom, frame.zoom)
        sheet = Sheet(self._painter, frame, self._palette)
        self.references.append(sheet.references)
        return sheet


class Picture:
    """A page as a picture of `width` pixels, at a pixel ratio; `image` has it when it is left."""

    def __init__(self, frame: PageFrame, width: int, ratio: float = 1.0) -> None:
        zoom = width / frame.width
        self.image = QImage(
            round(width * ratio),
            round(frame.height * zoom * ratio),
            QImage.Format.Format_RGB32,
        )
        self.image.setDevicePixelRatio(ratio)
        self._frame, self._zoom = frame, zoom
        self._painter = QPainter()

    def __enter__(self) -> Sheet:
        palette = print_palette()
        self.image.fill(palette.surface)
        self._painter.begin(self.image)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.scale(self._zoom / UNITS_PER_PIXEL, self._zoom / UNITS_PER_PIXEL)
        return Sheet(self._painter, self._frame, palette)

    def __exit__(self, *_reason: object) -> None:
        self._painter.end()


def _page_layout(frame: PageFrame) -> QPageLayout:
    unit, near = QPageSize.Unit.Millimeter, QPageSize.SizeMatchPolicy.FuzzyMatch
    size = QPageSize(QSizeF(*frame.millimetres), unit, "", near)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
