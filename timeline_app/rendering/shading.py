"""Fills and lines that fade from left to right, for paper too.

A PDF describes each gradient in half a dozen objects, and Qt (6.11) repeats them for every use: of
a chronology with a thousand vague dates that would be most of the file. There, shades are drawn as
bands of plain color, too narrow to be told apart. For pens, PDF/A and SVG have no gradients in Qt:
they come out black.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
)

from timeline_app.rendering.palette import blend

_MOST_BANDS = 32
_BAND = 3.0  # the narrowest, in design pixels: under a millimetre of paper
_STEP = 6  # levels out of 255 between neighbours, which nobody sees
_Stops = tuple[tuple[float, int], ...]
_WITHOUT_SHADED_PENS = (QPaintEngine.Type.Pdf, QPaintEngine.Type.SVG)


def fill_shaded(painter: QPainter, rect: QRectF, brush: QBrush | QColor) -> None:
    """Fill a rectangle with a brush that may be a gradient from left to right."""
    gradient = brush.gradient() if isinstance(brush, QBrush) else None
    if not isinstance(gradient, QLinearGradient) or not _is_pdf(painter):
        painter.fillRect(rect, brush)
        return
    for left, _, color in _bands(gradient, rect.left(), rect.right()):
        # Each band reaches to the end, and the next one covers it: no gaps shine through.
        painter.fillRect(QRectF(left, rect.top(), rect.right() - left, rect.height()), color)


def draw_shaded_lines(painter: QPainter, lines: Sequence[QLineF], pen: QPen) -> None:
    """Draw lines, each from left to right, with a pen whose brush may be a gradient."""
    gradient = pen.brush().gradient()
    if painter.paintEngine().type() not in _WITHOUT_SHADED_PENS or gradient is None:
        painter.setPen(pen)
        painter.drawLines(lines)
    elif _is_pdf(painter) and isinstance(gradient, QLinearGradient):
        _draw_in_bands(painter, lines, pen, gradient)
    else:
        path = QPainterPath()
        for line in lines:
            path.moveTo(line.p1())
            path.lineTo(line.p2())
        painter.fillPath(QPainterPathStroker(pen).createStroke(path), pen.brush())


def _draw_in_bands(
    painter: QPainter, lines: Sequence[QLineF], pen: QPen, gradient: QLinearGradient
) -> None:
    """Cut the lines where the color changes; dashes stay where they are."""
    if not lines:
        return
    first, last = min(line.x1() for line in lines), max(line.x2() for line in lines)
    is_dashed = pen.style() is Qt.PenStyle.CustomDashLine
    for left, right, color in _bands(gradient, first, last):
        plain = QPen(pen)
        plain.setBrush(color)
        if is_dashed:  # such lines are level, and begin together
            plain.setDashOffset((left - first) / pen.widthF())
        parts = [
            _cut(line, left, right) for line in lines if line.x1() < right and line.x2() > left
        ]
        if parts:
            painter.setPen(plain)
            painter.drawLines(parts)


def _cut(line: QLineF, left: float, right: float) -> QLineF:
    width = line.x2() - line.x1()
    start, end = max(left, line.x1()), min(right, line.x2())
    return QLineF(
        line.pointAt((start - line.x1()) / width), line.pointAt((end - line.x1()) / width)
    )


def _bands(
    gradient: QLinearGradient, left: float, right: float
) -> Iterator[tuple[float, float, QColor]]:
    """Stretches between left and right, each of one color."""
    first, last = gradient.start().x(), gradient.finalStop().x()
    stops = tuple((place, QColor(color).rgb()) for place, color in gradient.stops())
    for start, end, color in _shades(stops, round(min(_MOST_BANDS, (last - first) / _BAND)) or 1):
        begin = left if start == 0.0 else max(left, first + start * (last - first))
        finish = right if end == 1.0 else min(right, first + end * (last - first))
        if begin < finish:
            yield begin, finish, color


@lru_cache(maxsize=1_000)
def _shades(stops: _Stops, most: int) -> tuple[tuple[float, float, QColor], ...]:
    """Parts of a gradient, from 0 to 1, each with the color in its middle; alike ones joined."""
    levels = sum(_distance(before, after) for (_, before), (_, after) in pairwise(stops))
    count = max(1, min(most, round(levels / _STEP)))
    shades: list[tuple[float, float, QColor]] = []
    for number in range(count):
        color = _color_at(stops, (number + 0.5) / count)
        start, end = number / count, (number + 1) / count
        if shades and shades[-1][2] == color:
            start = shades.pop()[0]
        shades.append((start, end, color))
    return tuple(shades)


def _distance(one: int, other: int) -> int:
    """The greatest difference of red, green and blue, in levels out of 255."""
    a, b = QColor(one), QColor(other)
    return max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue()))


def _color_at(stops: _Stops, place: float) -> QColor:
    for (start, before), (end, after) in pairwise(stops):
        if place <= end:
            share = (place - start) / (end - start) if end > start else 1.0
            return blend(QColor(after), QColor(before), min(1.0, max(0.0, share)))
    return QColor(stops[-1][1])


def _is_pdf(painter: QPainter) -> bool:
    return painter.paintEngine().type() is QPaintEngine.Type.Pdf
