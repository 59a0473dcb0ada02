"""The least that Qt takes to paint a drawing: its lines, boxes and labels, ready made, in a loop.

What the canvas does beyond is measured as the ratio of its whole frame, layout included, to this.
A mark is a box as wide as its ink, or as its picture where it is small; a label is its picture.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from timeline_app.layout.display_list import DisplayList
from timeline_app.layout.primitives import Area, Box, Label, Mark, Pill, Primitive, Stroke
from timeline_app.rendering.labels import LabelPainter
from timeline_app.rendering.palette import Palette, blend

_PAD = 3
_SMALL = 40.0  # marks narrower than this are pictures


class Floor:
    """A drawing as nothing but arguments for Qt."""

    def __init__(self, shown: DisplayList, palette: Palette, ratio: float = 1.0) -> None:
        self._palette, self._ratio = palette, ratio
        self._writer = LabelPainter(palette)
        self._boxes: list[tuple[QRectF, QColor]] = []
        self._pictures: list[tuple[QPointF, QPixmap]] = []
        self._lines: dict[str, list[QLineF]] = defaultdict(list)
        self._width = shown.width
        for part in shown.primitives():
            self._add(part)

    def _add(self, part: Primitive) -> None:
        match part:
            case Stroke():
                if part.x2 >= 0 and part.x1 <= self._width:
                    line = QLineF(part.x1, part.y1, part.x2, part.y2)
                    self._lines[part.color].append(line)
            case Box():
                self._box(part.area, part.fill or part.outline, part.share)
            case Mark():
                self._mark(part)
            case Pill():
                self._box(part.area, part.tone, 0.2)
            case Label():
                if self._is_in_view(part.x, part.x + part.width):
                    self._label(part)

    def _is_in_view(self, left: float, right: float) -> bool:
        """Drawings may have more beside the view, which costs them nothing."""
        return right > 0 and left < self._width

    def _box(self, area: Area, token: str, share: float = 1.0) -> None:
        left, right = max(0.0, area.x), min(self._width, area.x + area.width)
        if not self._is_in_view(left, right):
            return
        area = area._replace(x=left, width=right - left)
        color = blend(self._palette.color(token), self._palette.surface, share)
        self._boxes.append((QRectF(*area), color))

    def _mark(self, mark: Mark) -> None:
        left = max(mark.shape.ink_left, mark.window[0])
        right = min(mark.shape.ink_right, mark.window[1])
        if not self._is_in_view(left, right):
            return
        area = Area(left, mark.y - mark.height / 2, right - left, mark.height)
        if right - left > _SMALL:
            self._box(area, mark.tone)
            return
        picture = self._blank(right - left + 2 * _PAD, mark.height + 2 * _PAD)
        painter = QPainter(picture)
        painter.fillRect(QRectF(_PAD, _PAD, right - left, mark.height), self._palette.text)
        painter.end()
        self._pictures.append((QPointF(round(left) - _PAD, round(area.y) - _PAD), picture))

    def _label(self, label: Label) -> None:
        height = self._writer.height(label.style)
        picture = self._blank(label.width + 2 * _PAD + 20.0 * bool(label.count), height)
        painter = QPainter(picture)
        self._writer.draw(painter, label, _PAD, height / 2)
        painter.end()
        self._pictures.append(
            (QPointF(round(label.x) - _PAD, round(label.y - height / 2)), picture)
        )

    def _blank(self, width: float, height: float) -> QPixmap:
        size = (max(1, math.ceil(side * self._ratio)) for side in (width, height))
        picture = QPixmap(*size)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def paint(self, image: QImage) -> float:
        """Paint it once; returns seconds."""
        start = time.perf_counter()
        painter = QPainter(image)
        for rect, color in self._boxes:
            painter.fillRect(rect, color)
        for token, lines in self._lines.items():
            painter.setPen(QPen(self._palette.color(token), 1.0))
            painter.drawLines(lines)
        for point, picture in self._pictures:
            painter.drawPixmap(point, picture)
        painter.end()
        return time.perf_counter() - start
