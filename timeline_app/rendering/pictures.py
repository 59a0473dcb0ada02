"""Pictures of small marks, drawn once and shown many times; and the cache a screen paints with."""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.layout.display_list import Dots, Mark
from timeline_app.layout.marks import POINT_RADIUS, MarkKind, MarkLook, MarkShape
from timeline_app.rendering.marks import mark_ink, paint_mark
from timeline_app.rendering.palette import Palette
from timeline_app.rendering.text import LabelCache

_WIDEST = 140.0
_STEPS = 2  # marks begin at halves of a pixel; their lengths are whole pixels
_PAD = 2
_OVER = 4  # how far marks reach above and below their bar
_KEPT = 4_000

_PLAIN_BAR = MarkLook(MarkKind.PERIOD)
_Key = tuple[MarkLook, str, float, int, int, int, int]


class MarkCache:
    """Pictures of marks for one palette and pixel ratio; the least used go first."""

    def __init__(self, palette: Palette, ratio: float = 1.0) -> None:
        self._palette = palette
        self._ratio = ratio
        self._pictures: OrderedDict[_Key, QPixmap] = OrderedDict()

    def draw(self, painter: QPainter, mark: Mark) -> bool:
        """Show a mark; False when a picture of it would be too wide, cut, or not worth while."""
        shape, (left, right) = mark.shape, mark.window
        if shape.look == _PLAIN_BAR:
            return False
        ink_left, ink_right = shape.ink_left, shape.ink_right
        if ink_right - ink_left > _WIDEST or ink_left < left or ink_right > right:
            return False
        start = math.floor(ink_left) - _PAD
        begin = round((shape.x1 - start) * _STEPS)
        key = (
            shape.look,
            mark.tone,
            mark.height,
            begin,
            begin + _STEPS * round(shape.x2 - shape.x1),
            begin + _STEPS * round(shape.c1 - shape.x1),
            begin + _STEPS * round(shape.c2 - shape.x1),
        )
        height = mark.height + 2 * _OVER
        picture = self._picture(key, math.ceil(ink_right) - start + _PAD, height)
        painter.drawPixmap(QPointF(start, round(mark.y - height / 2)), picture)
        return True

    def draw_dots(self, painter: QPainter, dots: Dots) -> None:
        """Show many discs of one look."""
        height, reach = 2 * POINT_RADIUS + 2 * _OVER, POINT_RADIUS + _PAD + 1
        width = math.ceil(2 * reach) + 1
        for x, y in dots.points:
            start = math.floor(x - reach)
            place = round((x - start) * _STEPS)
            key = (dots.look, dots.tone, 2 * POINT_RADIUS, place, place, place, place)
            picture = self._picture(key, width, height)
            painter.drawPixmap(QPointF(start, round(y - height / 2)), picture)

    def _picture(self, key: _Key, width: int, height: float) -> QPixmap:
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._make(key, width, height)
            self._pictures[key] = picture
            if len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(key)
        return picture

    def _make(self, key: _Key, width: int, height: float) -> QPixmap:
        look, tone, bar, *places = key
        picture = QPixmap(round(width * self._ratio), round(height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        shape = MarkShape(look, *(place / _STEPS for place in places))
        ink = replace(mark_ink(self._palette, look, tone), height=bar)
        paint_mark(painter, shape, height / 2, ink, (0.0, float(width)))
        painter.end()
        return picture


class PictureCache:
    """What a screen paints with: pictures of labels and of small marks."""

    def __init__(self, palette: Palette, scale: float = 1.0, ratio: float = 1.0) -> None:
        self.ratio = ratio
        self.labels = LabelCache(palette, scale, ratio)
        self.marks = MarkCache(palette, ratio)
