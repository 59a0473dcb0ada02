"""Long hatches put together from pictures of a few strengths, for screens."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from timeline_app.rendering.palette import blend
from timeline_app.rendering.recently_used import RecentlyUsed

HATCH_STEP, HATCH_PEN = 5.0, 1.25
TILES_FROM = 140.0  # pixels from which pictures are quicker than lines
_TILE_WIDTH = 60  # a multiple of the step
_PIECE = 24.0  # pixels of one strength where a hatch fades
_STRENGTHS = 12
_KEPT = 400

Stops = Sequence[tuple[float, float]]


class HatchTiles:
    """Pictures of hatches for one pixel ratio."""

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._tiles: RecentlyUsed[tuple[int, int, int, int], QPixmap] = RecentlyUsed(_KEPT)

    def paint(
        self,
        painter: QPainter,
        seen: QRectF,
        whole: tuple[float, float],
        stops: Stops,
        colors: tuple[int, int],
    ) -> None:
        """Hatch the part of a stretch that is seen.

        `whole` is the stretch over which the strength follows `stops` (offset 0 to 1, strength
        0 to 1); `colors` are ink and background as Qt's packed RGB.
        """
        for left, right, strength in _pieces(seen.left(), seen.right(), whole, stops):
            tile = self._tile(*colors, strength, round(seen.height()))
            area = QRectF(left, seen.top(), right - left, seen.height())
            painter.drawTiledPixmap(area, tile, QPointF((left - whole[0]) % _TILE_WIDTH, 0.0))

    def _tile(self, ink: int, ground: int, strength: int, height: int) -> QPixmap:
        key = (ink, ground, strength, height)
        tile = self._tiles.get(key)
        if tile is None:
            share = strength / _STRENGTHS
            tile = self._make(blend(QColor(ink), QColor(ground), share), height)
            self._tiles.put(key, tile)
        return tile

    def _make(self, color: QColor, height: int) -> QPixmap:
        tile = QPixmap(round(_TILE_WIDTH * self._ratio), round(height * self._ratio))
        tile.setDevicePixelRatio(self._ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(color, HATCH_PEN, style, cap))
        count = math.ceil((_TILE_WIDTH + 2 * height) / HATCH_STEP)
        feet = [HATCH_STEP * number - height - HATCH_STEP for number in range(count + 1)]
        painter.drawLines([QLineF(foot, height, foot + height, 0.0) for foot in feet])
        painter.end()
        return tile


def _pieces(
    left: float, right: float, whole: tuple[float, float], stops: Stops
) -> Iterator[tuple[float, float, int]]:
    """Stretches from left to right and the strength of each, in twelfths."""
    edges = np.arange(left, right, _PIECE)
    length = max(whole[1] - whole[0], 1.0)
    offsets, shares = zip(*stops, strict=True)
    middles = (np.minimum(edges + _PIECE / 2, right) - whole[0]) / length
    strengths = np.rint(np.interp(middles, offsets, shares) * _STRENGTHS).astype(np.int64)
    firsts = np.flatnonzero(np.diff(strengths, prepend=-1))
    begins = edges[firsts].tolist()
    yield from zip(begins, [*begins[1:], right], strengths[firsts].tolist(), strict=True)
