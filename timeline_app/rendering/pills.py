"""Pills of counted events, painted or put together from pictures of their ends."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from timeline_app.layout.primitives import Area
from timeline_app.rendering.palette import Palette, blend

_TINT = 0.13
_PEN = 1.5
_BELOW = 2.5  # how far down the line is that looks like a second sheet
_MIDDLE = 64  # pixels of the middle that one picture has
_END = 12  # pixels of an end


def paint_pill(painter: QPainter, rect: QRectF, tone: str, palette: Palette) -> None:
    """A rounded box, and a line below it."""
    color, radius = palette.color(tone), rect.height() / 2
    painter.setPen(QPen(color, 1.0))
    below = rect.bottom() + _BELOW - _PEN / 2
    painter.drawLine(QPointF(rect.left() + radius, below), QPointF(rect.right() - radius, below))
    painter.setPen(QPen(color, _PEN))
    painter.setBrush(blend(color, palette.surface, _TINT * palette.tint))
    inset = _PEN / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


class PillCache:
    """Pictures of the ends and the middles of pills, for one palette and pixel ratio."""

    def __init__(self, palette: Palette, ratio: float = 1.0) -> None:
        self._palette, self._ratio = palette, ratio
        self._pictures: dict[tuple[str, int], tuple[QPixmap, QPixmap, QPixmap]] = {}

    def draw(self, painter: QPainter, area: Area, tone: str) -> None:
        """Show a pill on whole pixels."""
        height = round(area.height)
        key = (tone, height)
        pictures = self._pictures.get(key)
        if pictures is None:
            pictures = self._pictures[key] = self._make(tone, height)
        left, middle, right = pictures
        x, y, end = round(area.x), round(area.y), round(area.x + area.width)
        painter.drawPixmap(x, y, left)
        painter.drawPixmap(end - _END, y, right)
        width = end - x - 2 * _END
        if width > 0:
            painter.drawTiledPixmap(x + _END, y, width, height + math.ceil(_BELOW), middle)

    def _make(self, tone: str, height: int) -> tuple[QPixmap, QPixmap, QPixmap]:
        """The left end, the middle and the right end."""
        whole, ratio = 2 * _END + _MIDDLE, self._ratio
        high = height + math.ceil(_BELOW)
        picture = QPixmap(math.ceil(whole * ratio), math.ceil(high * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, QRectF(0.0, 0.0, whole, height), tone, self._palette)
        painter.end()
        down, end, middle = picture.height(), round(_END * ratio), round(_MIDDLE * ratio)
        return (
            picture.copy(0, 0, end, down),
            picture.copy(end, 0, middle, down),
            picture.copy(end + middle, 0, end, down),
        )
