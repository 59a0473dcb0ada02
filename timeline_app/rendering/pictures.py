"""Pictures of small marks, drawn once and shown many times; and the cache a screen paints with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.layout.display_list import Ids, Mark, Marks
from timeline_app.layout.marks import MarkKind, MarkLook, MarkShape
from timeline_app.rendering.hatch_tiles import HatchTiles
from timeline_app.rendering.marks import mark_ink, paint_mark
from timeline_app.rendering.palette import Palette
from timeline_app.rendering.recently_used import RecentlyUsed
from timeline_app.rendering.text import LabelCache

_WIDEST = 140.0
_STEPS = 2  # marks begin at halves of a pixel; their lengths are whole pixels
_PAD = 2
_OVER = 4  # how far marks reach above and below their bar
_KEPT = 4_000

_PLAIN_BAR = MarkLook(MarkKind.PERIOD)
_Key = tuple[int, ...]  # look, tone, width, x1, x2, c1, c2: see `MarkCache`


class MarkCache:
    """Pictures of marks for one palette and pixel ratio; the least used go first."""

    def __init__(self, palette: Palette, ratio: float = 1.0) -> None:
        self._palette = palette
        self._ratio = ratio
        self._pictures: RecentlyUsed[_Key, QPixmap] = RecentlyUsed(_KEPT)
        self._tiles = HatchTiles(ratio)
        self._names: dict[MarkLook | str, int] = {}

    def draw_all(self, painter: QPainter, marks: Marks) -> None:
        """Show many marks; those too wide for pictures, or cut, are drawn anew."""
        first, last = marks.window
        plain = np.array([look == _PLAIN_BAR for look in marks.looks], dtype=np.bool_)
        is_cut = (marks.left < first) | (marks.right > last)
        is_bar = plain[marks.look] if len(plain) else is_cut
        is_wide = marks.right - marks.left > _WIDEST
        self._draw_bars(painter, marks, np.flatnonzero(is_bar & ~is_cut))
        self._draw_pictures(painter, marks, np.flatnonzero(~is_bar & ~is_cut & ~is_wide))
        for index in np.flatnonzero(is_cut | (is_wide & ~is_bar)).tolist():
            mark = marks.mark(index)
            ink = mark_ink(self._palette, mark.shape.look, mark.tone, mark.height)
            paint_mark(painter, mark.shape, mark.y, ink, mark.window, self._tiles)

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
                picture = self._make(marks.mark(index), key, height)
                self._pictures.put(key, picture)
            draw(x, y, picture)

    def _numbers(self, names: Sequence[MarkLook | str]) -> Ids:
        """A number for each look or tone, that is the same whenever it comes."""
        known = self._names
        return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.int64)

    def _draw_bars(self, painter: QPainter, marks: Marks, chosen: Ids) -> None:
        """Plain bars need no picture."""
        colors = [mark_ink(self._palette, _PLAIN_BAR, tone).color for tone in marks.tones]
        x1, x2 = marks.places[chosen, 0], marks.places[chosen, 1]
        rows = np.column_stack([x1, marks.ys[chosen] - marks.height / 2, x2 - x1]).tolist()
        for (x, y, width), tone in zip(rows, marks.tone[chosen].tolist(), strict=True):
            painter.fillRect(QRectF(x, y, width, marks.height), colors[tone])

    def _make(self, mark: Mark, key: _Key, height: float) -> QPixmap:
        _look, _tone, width, *places = key
        picture = QPixmap(round(width * self._ratio), round(height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        look = mark.shape.look
        shape = MarkShape(look, *(place / _STEPS for place in places))
        ink = mark_ink(self._palette, look, mark.tone, mark.height)
        paint_mark(painter, shape, height / 2, ink, (0.0, float(width)))
        painter.end()
        return picture


class PictureCache:
    """What a screen paints with: pictures of labels and of small marks."""

    def __init__(self, palette: Palette, scale: float = 1.0, ratio: float = 1.0) -> None:
        self.ratio = ratio
        self.labels = LabelCache(palette, scale, ratio)
        self.marks = MarkCache(palette, ratio)
