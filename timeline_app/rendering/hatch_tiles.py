"""Long uncertain stretches put together from pictures of a few strengths, for screens."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from timeline_app.rendering.palette import blend
from timeline_app.rendering.recently_used import RecentlyUsed

HATCH_STEP, HATCH_PEN = 5.0, 1.25
RAIL = 1.5  # the height of the lines along top and bottom
TILES_FROM = 140.0  # pixels from which pictures are quicker than lines
_TILE_WIDTH = 120  # a multiple of the step
_FEW, _MANY = 6, 12  # strengths that are told apart
_LONG = 500.0  # pixels from which there are many
_KEPT = 40

Stops = Sequence[tuple[float, float]]


class SoftInk(NamedTuple):
    """The colours of a stretch as Qt's packed RGB, and how strong its tint is (0 to 1)."""

    ink: int
    ground: int
    tint: float


class HatchTiles:
    """Pictures of hatched stretches with their tints and rails, for one pixel ratio."""

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._tiles: RecentlyUsed[tuple[SoftInk, int], dict[int, QPixmap]] = RecentlyUsed(_KEPT)

    def paint(
        self,
        painter: QPainter,
        seen: QRectF,
        whole: tuple[float, float],
        stops: Stops,
        ink: SoftInk,
    ) -> None:
        """Paint the part of a stretch that is seen.

        `whole` is the stretch over which the strength follows `stops` (offset 0 to 1, strength
        0 to 1).
        """
        left, top, height = seen.left(), seen.top(), seen.height()
        right, (begin, end) = seen.right(), whole
        length, tiles = end - begin, self._tiles_of(ink, round(height))
        for offset, strength in _steps(tuple(stops), _MANY if length > _LONG else _FEW):
            # Between two tiles there is a whole pixel: anywhere else would be a seam.
            x = right if offset >= 1.0 else min(right, float(round(begin + offset * length)))
            if x > left:
                area = QRectF(left, top, x - left, height)
                tile = tiles.get(strength)
                if tile is None:
                    tile = tiles[strength] = self._make(ink, strength / _MANY, round(height))
                painter.drawTiledPixmap(area, tile, QPointF((left - begin) % _TILE_WIDTH, 0.0))
                left = x
            if x >= right:
                return

    def _tiles_of(self, ink: SoftInk, height: int) -> dict[int, QPixmap]:
        """The pictures of one ink by their strengths in twelfths."""
        tiles = self._tiles.get((ink, height))
        if tiles is None:
            tiles = {}
            self._tiles.put((ink, height), tiles)
        return tiles

    def _make(self, ink: SoftInk, share: float, height: int) -> QPixmap:
        tile = QPixmap(round(_TILE_WIDTH * self._ratio), round(height * self._ratio))
        tile.setDevicePixelRatio(self._ratio)
        color, ground = QColor(ink.ink), QColor(ink.ground)
        strong = blend(color, ground, share)
        tile.fill(blend(color, ground, share * ink.tint))
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(strong, HATCH_PEN, style, cap))
        count = math.ceil((_TILE_WIDTH + 2 * height) / HATCH_STEP)
        feet = [HATCH_STEP * number - height - HATCH_STEP for number in range(count + 1)]
        painter.drawLines([QLineF(foot, height, foot + height, 0.0) for foot in feet])
        for y in (0.0, height - RAIL):
            painter.fillRect(QRectF(0.0, y, _TILE_WIDTH, RAIL), strong)
        painter.end()
        return tile


@lru_cache(maxsize=64)
def _steps(stops: tuple[tuple[float, float], ...], count: int) -> tuple[tuple[float, int], ...]:
    """Where steps of one strength end, from 0 to 1, and how strong each is in twelfths."""
    grain, found = _MANY // count, []
    for (begin, first), (end, last) in pairwise(stops):
        pieces = max(1, round(abs(last - first) * count))
        for piece in range(pieces):
            share = first + (last - first) * (piece + 0.5) / pieces
            offset = begin + (end - begin) * (piece + 1) / pieces
            found.append((offset, round(share * count) * grain))
    return tuple(found)
