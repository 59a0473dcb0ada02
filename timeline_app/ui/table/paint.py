"""The small things that cells and headers are painted with."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.palette import Palette
from timeline_app.ui.theme import Theme

BOX = 15.0
_SOURCE_HEIGHT, _SOURCE_GAP, _SOURCE_LEAST = 17.0, 4.0, 15.0


class Tick(Enum):
    """What a check box shows."""

    OFF = "off"
    ON = "on"
    SOME = "some"


def paint_check_box(painter: QPainter, centre: QPointF, tick: Tick, palette: Palette) -> None:
    """A box, with a tick, or a dash when only some of what it stands for is chosen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, BOX, BOX)
    box.moveCenter(centre)
    if tick is Tick.OFF:
        painter.setPen(QPen(palette.control, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.accent)
        painter.drawRoundedRect(box, 3, 3)
        pen = QPen(palette.on_accent, 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([box.center() + corner for corner in _STROKES[tick]])
    painter.restore()


_STROKES = {
    Tick.ON: (QPointF(-3.4, 0.2), QPointF(-1.0, 2.6), QPointF(3.6, -2.4)),
    Tick.SOME: (QPointF(-3.5, 0.0), QPointF(3.5, 0.0)),
}


def paint_sources(painter: QPainter, area: QRectF, numbers: tuple[int, ...], theme: Theme) -> None:
    """The numbered boxes of articles; those that find no room are counted: "+2"."""
    metrics = QFontMetricsF(theme.font(FontRole.KEY))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(FontRole.KEY))
    x = area.left()
    for place, number in enumerate(numbers):
        rest = f"+{len(numbers) - place}"
        width = max(_SOURCE_LEAST, metrics.horizontalAdvance(str(number)) + 7)
        is_last = place == len(numbers) - 1
        needed = width if is_last else width + _SOURCE_GAP + metrics.horizontalAdvance(rest)
        if x + needed > area.right():
            box = QRectF(x, area.top(), area.right() - x, area.height())
            painter.setPen(theme.palette.text2)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, rest)
            break
        box = QRectF(x, area.center().y() - _SOURCE_HEIGHT / 2, width, _SOURCE_HEIGHT)
        painter.setPen(QPen(theme.palette.control, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(theme.palette.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        x += width + _SOURCE_GAP
    painter.restore()
