"""One sheet of paper after another: A4 landscape, and the few things that are drawn on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QIODevice, QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from timeline_app.rendering.palette import Palette, PaletteName, load_palette
from timeline_app.rendering.pdf_text import (
    PIXELS_PER_MM,
    RESOLUTION,
    UNITS_PER_PIXEL,
    Line,
    Style,
    print_font,
    text_width,
)

LEFT = 13.2 * PIXELS_PER_MM
RIGHT = (297 - 13.2) * PIXELS_PER_MM
FOOTER_RULE = 957.5
HAIRLINE = 1.0
STRONG_LINE = 1.25

_FOOTER_BASELINE = FOOTER_RULE + 21
_FILE_NAME_RIGHT = RIGHT - 92
_UNDERLINE_OFFSET = 3.5
_UNDERLINE_WIDTH = 1.75
_BOX_SIDE = 16.0


class Paper:
    """Paints pages into a device; measures are design pixels from the upper left corner.

    Use as a context manager: leaving it ends the file. Needs a QGuiApplication and the fonts.
    """

    def __init__(self, device: QIODevice, *, title: str, creator: str) -> None:
        self.palette: Palette = load_palette(PaletteName.PRINT)
        self._writer = QPdfWriter(device)
        self._writer.setResolution(RESOLUTION)
        self._writer.setPageLayout(_page_layout())
        self._writer.setTitle(title)
        self._writer.setCreator(creator)
        self._painter = QPainter()

    def __enter__(self) -> Paper:
        self._painter.begin(self._writer)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return self

    def __exit__(self, *_reason: object) -> None:
        self._painter.end()

    def turn(self) -> None:
        """Begin the next page."""
        self._writer.newPage()

    def text(self, x: float, baseline: float, text: str, style: Style) -> None:
        """One line of text that begins at `x`."""
        self._painter.setFont(print_font(style))
        self._painter.setPen(self.palette.color(style.token))
        self._painter.drawText(_point(x, baseline), text)

    def text_before(self, right: float, baseline: float, text: str, style: Style) -> None:
        """One line of text that ends at `right`."""
        self.text(right - text_width(text, style), baseline, text, style)

    def line(self, x: float, baseline: float, line: Line) -> None:
        """A line that was broken out of a paragraph, with its underlined stretches."""
        for segment in line.segments:
            self.text(x + segment.x, baseline, segment.text, segment.style)
        y = baseline + _UNDERLINE_OFFSET
        for left, right in line.underlines:
            self.rule(x + left, x + right, y, "text2", _UNDERLINE_WIDTH)

    def rule(
        self, left: float, right: float, y: float, token: str, width: float = HAIRLINE
    ) -> None:
        """A horizontal line."""
        self._painter.setPen(_pen(self.palette.color(token), width))
        self._painter.drawLine(QLineF(_point(left, y), _point(right, y)))

    def number_box(self, x: float, baseline: float, text: str) -> None:
        """The box that stands for the article with a number."""
        width = max(_BOX_SIDE, text_width(text, Style.BOX) + 6)
        top = baseline - _cap_height(Style.BOX) / 2 - _BOX_SIDE / 2
        self._painter.setPen(_pen(self.palette.control, HAIRLINE))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = 2 * UNITS_PER_PIXEL
        self._painter.drawRoundedRect(_rect(x, top, width, _BOX_SIDE), radius, radius)
        left = x + (width - text_width(text, Style.BOX)) / 2
        self.text(left, baseline, text, Style.BOX)

    def footer(self, note: str, file_name: str, page: int, pages: int) -> None:
        """The line at the foot of every page."""
        self.rule(LEFT, RIGHT, FOOTER_RULE, "line")
        self.text(LEFT, _FOOTER_BASELINE, note, Style.NOTE)
        self.text_before(_FILE_NAME_RIGHT, _FOOTER_BASELINE, file_name, Style.NOTE)
        self.text_before(RIGHT, _FOOTER_BASELINE, f"{page} of {pages}", Style.NOTE)

    @contextmanager
    def pixels(self) -> Iterator[QPainter]:
        """The painter itself, scaled to design pixels, for what other painters draw."""
        self._painter.save()
        self._painter.scale(UNITS_PER_PIXEL, UNITS_PER_PIXEL)
        yield self._painter
        self._painter.restore()


def _page_layout() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        QMarginsF(0, 0, 0, 0),
    )


def _point(x: float, y: float) -> QPointF:
    return QPointF(x * UNITS_PER_PIXEL, y * UNITS_PER_PIXEL)


def _rect(x: float, y: float, width: float, height: float) -> QRectF:
    scale = UNITS_PER_PIXEL
    return QRectF(x * scale, y * scale, width * scale, height * scale)


def _pen(color: QColor, width: float) -> QPen:
    line, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
    return QPen(color, width * UNITS_PER_PIXEL, line, cap)


@cache
def _cap_height(style: Style) -> float:
    return QFontMetricsF(print_font(style)).capHeight() / UNITS_PER_PIXEL
