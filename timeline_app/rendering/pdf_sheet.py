"""The few things that are drawn on a page, and what on it leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from timeline_app.layout.primitives import Area
from timeline_app.rendering.palette import Palette
from timeline_app.rendering.pdf_frame import PageFrame
from timeline_app.rendering.pdf_text import (
    UNITS_PER_PIXEL,
    Line,
    Style,
    elided,
    print_font,
    text_width,
)

HAIRLINE = 1.0
STRONG_LINE = 1.25

_FOOTER_DROP = 21.0  # from the rule to the words
_PAGE_NUMBER_ROOM = 92.0
_UNDERLINE_OFFSET = 3.5
_UNDERLINE_WIDTH = 1.75
_BOX_SIDE = 16.0
_FILE_NAME_SHARE = 0.3
_GAP = 22.0


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to an anchor of the document, or to an address on the web."""

    area: Area
    target: str


@dataclass(slots=True)
class References:
    """What a page is the place of, and what leads away from it.

    `anchors` go from a name to the height that shows it, in design pixels.
    """

    frame: PageFrame
    anchors: dict[str, float] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


class Sheet:
    """One page. Measures are design pixels from the upper left corner.

    The painter's own units are those of print, `UNITS_PER_PIXEL` to a design pixel.
    """

    def __init__(self, painter: QPainter, frame: PageFrame, palette: Palette) -> None:
        self.frame, self.palette = frame, palette
        self.references = References(frame)
        self._painter = painter

    def anchor(self, name: str, y: float) -> None:
        """Let links lead to this height; the first of a name counts."""
        self.references.anchors.setdefault(name, y)

    def link(self, area: Area, target: str) -> None:
        """Let a rectangle lead to an anchor, or to an address that begins with http."""
        self.references.links.append(Link(area, target))

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

    def number_box(self, x: float, baseline: float, text: str) -> Area:
        """The box that stands for the article with a number; returns where it lies."""
        width = max(_BOX_SIDE, text_width(text, Style.BOX) + 6)
        top = baseline - _cap_height(Style.BOX) / 2 - _BOX_SIDE / 2
        self._painter.setPen(_pen(self.palette.control, HAIRLINE))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = 2 * UNITS_PER_PIXEL
        self._painter.drawRoundedRect(_rect(x, top, width, _BOX_SIDE), radius, radius)
        left = x + (width - text_width(text, Style.BOX)) / 2
        self.text(left, baseline, text, Style.BOX)
        return Area(x, top, width, _BOX_SIDE)

    def footer(self, note: str, file_name: str, page: int, pages: int) -> None:
        """The line at the foot of every page; what has no room is shortened."""
        frame, baseline = self.frame, self.frame.footer_rule + _FOOTER_DROP
        self.rule(frame.left, frame.right, frame.footer_rule, "line")
        right = frame.right - _PAGE_NUMBER_ROOM
        name = elided(file_name, Style.NOTE, frame.inner_width * _FILE_NAME_SHARE)
        room = right - text_width(name, Style.NOTE) - _GAP - frame.left
        self.text(frame.left, baseline, elided(note, Style.NOTE, room), Style.NOTE)
        self.text_before(right, baseline, name, Style.NOTE)
        self.text_before(frame.right, baseline, f"{page} of {pages}", Style.NOTE)

    @contextmanager
    def pixels(self) -> Iterator[QPainter]:
        """The painter itself, scaled to design pixels, for what other painters draw."""
        self._painter.save()
        self._painter.scale(UNITS_PER_PIXEL, UNITS_PER_PIXEL)
        yield self._painter
        self._painter.restore()


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
