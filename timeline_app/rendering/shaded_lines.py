"""Lines that fade along their length, for paper too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPaintEngine, QPainter, QPainterPath, QPainterPathStroker, QPen

_WITHOUT_SHADED_PENS = (QPaintEngine.Type.Pdf, QPaintEngine.Type.SVG)


def draw_shaded_lines(painter: QPainter, lines: Sequence[QLineF], pen: QPen) -> None:
    """Draw lines with a pen whose brush may be a gradient.

    PDF/A and SVG have no gradients for pens in Qt (6.11): they come out black. There the outlines
    of the lines are filled instead.
    """
    if painter.paintEngine().type() not in _WITHOUT_SHADED_PENS:
        painter.setPen(pen)
        painter.drawLines(lines)
        return
    path = QPainterPath()
    for line in lines:
        path.moveTo(line.p1())
        path.lineTo(line.p2())
    painter.fillPath(QPainterPathStroker(pen).createStroke(path), pen.brush())
