"""Pictures of small marks, drawn once and shown many times; and the cache a screen paints with."""

from __future__ import annotations

import math
from collections.abc import Sequence
from time import perf_counter

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from timeline_app.layout.marks import MarkKind, MarkLook, MarkShape
from timeline_app.layout.primitives import CHEVRON, CHEVRON_PEN, CUT, Cuts, Ids, Mark, Marks
from timeline_app.rendering.hatch_tiles import HatchTiles
from timeline_app.rendering.labels import LabelCache
from timeline_app.rendering.layer_pictures import LayerPictures
from timeline_app.rendering.marks import mark_ink, paint_mark
from timeline_app.rendering.palette import Palette, blend
from timeline_app.rendering.pills import PillCache
from timeline_app.rendering.recently_used import RecentlyUsed

_WIDEST = 140.0
_STEPS = 2  # marks begin at halves of a pixel; their lengths are whole pixels
_PAD = 2
_OVER = 4  # how far marks reach above and below their bar
_KEPT = 4_000
_ROUGH = 0.3  # how much of the colour a mark has that is drawn roughly

_PLAIN_BAR = MarkLook(MarkKind.PERIOD)
_Key = tuple[int, ...]  # look, tone, width, x1, x2, c1, c2: see `MarkCache`


class MarkCache:
    """Pictures of marks for one palette and pixel ratio; the least used go first.

    When a frame has made as many as it may, marks without one are plain boxes as wide as their
    ink, and `is_complete` tells so.
    """

    def __init__(self, palette: Palette, ratio: float = 1.0) -> None:
        self._palette = palette
        self._ratio = ratio
        self._pictures: RecentlyUsed[_Key, QPixmap] = RecentlyUsed(_KEPT)
        self._tiles = HatchTiles(ratio)
        self._names: dict[MarkLook | str, int] = {}
        self._rough: dict[tuple[MarkLook, str], QColor] = {}
        self._heads: dict[tuple[str, int, float], QPixmap] = {}
        self._missing: dict[_Key, Mark] = {}
        self._left = math.inf
        self.is_complete = True

    def start_frame(self, budget: float) -> None:
        """Allow so many new pictures until the next frame."""
        self._left, self.is_complete = budget, True

    def prepare(self, deadline: float) -> bool:
        """Make pictures of what was drawn roughly; False when there was nothing to do."""
        if not self._missing:
            return False
        while self._missing and perf_counter() < deadline:
            key, mark = self._missing.popitem()
            self._pictures.put(key, self._make(mark, key))
        return True

    def _may_make(self) -> bool:
        self._left -= 1
        return self._left >= 0

    def draw_all(self, painter: QPainter, marks: Marks) -> None:
        """Show many marks; those too wide for pictures are drawn anew."""
        plain = np.array([look == _PLAIN_BAR for look in marks.looks], dtype=np.bool_)
        is_wide = marks.right - marks.left > _WIDEST
        is_bar = plain[marks.look] if len(plain) else is_wide
        self._draw_bars(painter, marks, np.flatnonzero(is_bar))
        self._draw_pictures(painter, marks, np.flatnonzero(~is_bar & ~is_wide))
        for index in np.flatnonzero(is_wide & ~is_bar).tolist():
            mark = marks.mark(index)
            ink = mark_ink(self._palette, mark.shape.look, mark.tone, mark.height)
            paint_mark(painter, mark.shape, mark.y, ink, mark.window, self._tiles)

    def draw(self, painter: QPainter, mark: Mark) -> None:
        """Show one mark as it would look among many."""
        shape = mark.shape
        left, right = shape.ink_left, shape.ink_right
        if shape.look == _PLAIN_BAR:
            color = mark_ink(self._palette, shape.look, mark.tone).color
            top = mark.y - mark.height / 2
            painter.fillRect(QRectF(shape.x1, top, shape.x2 - shape.x1, mark.height), color)
            return
        if right - left > _WIDEST:
            ink = mark_ink(self._palette, shape.look, mark.tone, mark.height)
            paint_mark(painter, shape, mark.y, ink, mark.window, self._tiles)
            return
        start, height = math.floor(left) - _PAD, mark.height + 2 * _OVER
        begin = round((shape.x1 - start) * _STEPS)
        ends = (begin + round(x - shape.x1) * _STEPS for x in (shape.x2, shape.c1, shape.c2))
        look, tone = self._number(shape.look), self._number(mark.tone)
        key = (look, tone, math.ceil(right) - start + _PAD, begin, *ends)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._make(mark, key)
            self._pictures.put(key, picture)
        painter.drawPixmap(start, round(mark.y - height / 2), picture)

    def draw_cuts(self, painter: QPainter, cuts: Cuts) -> None:
        """Show heads at an edge of the view."""
        x = cuts.x - (CUT if cuts.way > 0 else 0.0)
        for y, tone in zip(cuts.ys, cuts.tones, strict=True):
            key = (tone, cuts.way, cuts.height)
            picture = self._heads.get(key)
            if picture is None:
                picture = self._heads[key] = self._make_head(*key)
            painter.drawPixmap(QPointF(x, round(y - cuts.height / 2 - 1)), picture)

    def _make_head(self, tone: str, way: int, height: float) -> QPixmap:
        high = round(height + 2)
        picture = self._blank(CUT, high)
        picture.fill(self._palette.surface)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(self._palette.color(tone), CHEVRON_PEN, style, cap, join))
        tip, back, y = (5.0, 0.0, high / 2) if way > 0 else (1.0, 6.0, high / 2)
        painter.drawPolyline(
            [QPointF(back, y - CHEVRON), QPointF(tip, y), QPointF(back, y + CHEVRON)]
        )
        painter.end()
        return picture

    def _draw_roughly(self, painter: QPainter, marks: Marks, index: int) -> None:
        """A box as wide as the ink."""
        self.is_complete = False
        left, width = marks.left[index], marks.right[index] - marks.left[index]
        key = marks.looks[marks.look[index]], marks.tones[marks.tone[index]]
        fill = self._rough.get(key)
        if fill is None:
            fill = blend(mark_ink(self._palette, *key).color, self._palette.surface, _ROUGH)
            self._rough[key] = fill
        top = marks.ys[index] - marks.height / 2
        painter.fillRect(QRectF(left, top, width, marks.height), fill)

    def _blank(self, width: float, height: float) -> QPixmap:
        picture = QPixmap(round(width * self._ratio), round(height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def _draw_pictures(self, painter: QPainter, marks: Marks, chosen: Ids) -> None:
        starts = np.floor(marks.left[chosen]) - _PAD
        widths = np.ceil(marks.right[chosen]) - starts + _PAD
        height = marks.height + 2 * _OVER
        places = marks.places[chosen]
        begins = np.rint((places[:, 0] - starts) * _STEPS)
        ends = begins[:, None] + np.rint(places[:, 1:] - places[:, :1]) * _STEPS
        looks, tones = (
            self._numbers(marks.looks)[marks.look],
            self._numbers(marks.tones)[marks.tone],
        )
        columns = [looks[chosen], tones[chosen], widths, begins, ends]
        keys = map(tuple, np.column_stack(columns).astype(np.int64).tolist())
        ys = np.rint(marks.ys[chosen] - height / 2).astype(np.int64).tolist()
        xs, indices = starts.astype(np.int64).tolist(), chosen.tolist()
        get, draw = self._pictures.get, painter.drawPixmap
        for x, y, key, index in zip(xs, ys, keys, indices, strict=True):
            picture = get(key)
            if picture is None:
                if not self._may_make():
                    self._missing[key] = marks.mark(index)
                    self._draw_roughly(painter, marks, index)
                    continue
                picture = self._make(marks.mark(index), key)
                self._pictures.put(key, picture)
            draw(x, y, picture)

    def _numbers(self, names: Sequence[MarkLook | str]) -> Ids:
        """A number for each look or tone, that is the same whenever it comes."""
        return np.array([self._number(name) for name in names], dtype=np.int64)

    def _number(self, name: MarkLook | str) -> int:
        return self._names.setdefault(name, len(self._names))

    def _draw_bars(self, painter: QPainter, marks: Marks, chosen: Ids) -> None:
        """Plain bars need no picture."""
        colors = [mark_ink(self._palette, _PLAIN_BAR, tone).color for tone in marks.tones]
        x1, x2 = marks.places[chosen, 0], marks.places[chosen, 1]
        rows = np.column_stack([x1, marks.ys[chosen] - marks.height / 2, x2 - x1]).tolist()
        for (x, y, width), tone in zip(rows, marks.tone[chosen].tolist(), strict=True):
            painter.fillRect(QRectF(x, y, width, marks.height), colors[tone])

    def _make(self, mark: Mark, key: _Key) -> QPixmap:
        _look, _tone, width, *places = key
        height = mark.height + 2 * _OVER
        picture = self._blank(width, height)
        painter = QPainter(picture)
        look = mark.shape.look
        shape = MarkShape(look, *(place / _STEPS for place in places))
        ink = mark_ink(self._palette, look, mark.tone, mark.height)
        paint_mark(painter, shape, height / 2, ink, (0.0, float(width)))
        painter.end()
        return picture


class PictureCache:
    """What a screen paints with: pictures of labels, of small marks, of pills and of layers."""

    def __init__(self, palette: Palette, scale: float = 1.0, ratio: float = 1.0) -> None:
        self.ratio = ratio
        self.labels = LabelCache(palette, scale, ratio)
        self.marks = MarkCache(palette, ratio)
        self.pills = PillCache(palette, ratio)
        self.layers = LayerPictures(ratio)

    @property
    def is_complete(self) -> bool:
        """Whether nothing was left out, or drawn roughly, since `start_frame`."""
        return self.labels.is_complete and self.marks.is_complete

    def start_frame(self, labels: float, marks: float) -> None:
        """Allow so many labels to be written, and so many pictures of marks to be made."""
        self.labels.start_frame(labels)
        self.marks.start_frame(marks)

    def prepare(self, deadline: float) -> bool:
        """Make pictures that are missing; False when there was nothing to do."""
        return self.marks.prepare(deadline) or self.labels.prepare(deadline)
