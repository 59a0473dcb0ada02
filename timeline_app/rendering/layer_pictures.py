"""Pictures of whole layers that many drawings share, so that panning shows them and no more."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from timeline_app.layout.display_list import Layer
from timeline_app.layout.primitives import Area, Batch, Primitive

_KEPT = 3  # heads, the stretch that is shown, and the one that follows it
_OPAQUE = QImage.Format.Format_RGB32

_Parts = tuple[Primitive | Batch, ...]


class LayerPictures:
    """Pictures of layers for one pixel ratio, the last few that were made."""

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._kept: list[tuple[_Parts, QImage]] = []

    def lacking(self, layers: Iterable[Layer]) -> Layer | None:
        """A layer that has an extent and no picture."""
        return next((each for each in layers if each.extent and self._of(each) is None), None)

    def draw(self, painter: QPainter, layer: Layer) -> bool:
        """Show the picture of a layer where it is in view; False where there is none."""
        picture = self._of(layer) if layer.extent is not None else None
        if picture is None or layer.extent is None:
            return False
        clip, extent, ratio = layer.clip, layer.extent, self._ratio
        left, top = max(clip.x, extent.x + layer.shift), max(clip.y, extent.y)
        right = min(clip.x + clip.width, extent.x + layer.shift + extent.width)
        bottom = min(clip.y + clip.height, extent.y + extent.height)
        source = QRectF(
            (left - layer.shift - extent.x) * ratio,
            (top - extent.y) * ratio,
            (right - left) * ratio,
            (bottom - top) * ratio,
        )
        painter.drawImage(QPointF(left, top), picture, source)
        return True

    def begin(self, layer: Layer, extent: Area) -> QImage:
        """A new picture for a layer, to be painted from the corner of its extent on."""
        width, height = (math.ceil(side * self._ratio) for side in extent[2:])
        picture = QImage(width, height, _OPAQUE)
        picture.setDevicePixelRatio(self._ratio)
        self._kept = [*self._kept[1 - _KEPT :], (layer.primitives, picture)]
        return picture

    def _of(self, layer: Layer) -> QImage | None:
        parts = layer.primitives
        return next((picture for kept, picture in self._kept if kept is parts), None)
