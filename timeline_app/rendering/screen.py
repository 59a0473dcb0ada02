"""Shows views of one timeline on a screen, one after the other, and uses the time between them."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtGui import QPainter

from timeline_app.layout import DisplayList, Marking, TimelineLayout, Viewport
from timeline_app.rendering.painter import paint_display_list, paint_layer_picture
from timeline_app.rendering.palette import Palette
from timeline_app.rendering.pictures import PictureCache

FRAME_SECONDS = 0.002  # for finding rows while a frame waits
PICTURE_SECONDS = 0.002  # for making pictures of labels and marks while a frame waits
IDLE_SECONDS = 0.008  # for what can be done between frames
_MARGIN = 448.0  # pixels beside the view that are drawn ahead


class TimelineScreen:
    """Lays out and paints views; draws ahead what lies beside them when there is time.

    `scale` is the user's scale of texts.
    """

    def __init__(
        self, layout: TimelineLayout, palette: Palette, scale: float = 1.0, ratio: float = 1.0
    ) -> None:
        self.layout = layout
        self.palette = palette
        self.ratio = ratio
        self._cache = PictureCache(palette, scale, ratio)
        self._step = 0.0
        self._is_zooming = False

    @property
    def is_complete(self) -> bool:
        """Whether nothing was left out, or drawn roughly, in what was painted last."""
        return self._cache.is_complete

    def show(self, viewport: Viewport, marking: Marking) -> DisplayList:
        """What is to be painted, with the rows that can be found in the time of a frame."""
        step = viewport.scale.seconds_per_pixel
        self._is_zooming, self._step = step != self._step, step
        return self.layout.display_list(viewport, marking, perf_counter() + FRAME_SECONDS)

    def paint(self, painter: QPainter, *drawings: DisplayList) -> None:
        """Paint drawings over each other."""
        self._cache.start_frame(perf_counter() + PICTURE_SECONDS)
        for drawing in drawings:
            paint_display_list(painter, drawing, self.palette, cache=self._cache)

    def prepare(self, viewport: Viewport, marking: Marking, shown: DisplayList) -> bool:
        """Do a piece of the work that later frames will need; False when nothing is left to do.

        First rows are found and pictures of labels made, then the stretch round the view is laid
        out, then drawn. The last two would be in vain while every frame has a scale of its own.
        """
        deadline = perf_counter() + IDLE_SECONDS
        if self.layout.prepare(viewport, deadline) or self._cache.labels.prepare(deadline):
            return True
        if self._is_zooming:
            return False
        if self.layout.widen(viewport, marking, _MARGIN):
            return True
        wide = self.layout.wide_layer
        layers = shown.layers if wide is None else (wide, *shown.layers)
        layer = self._cache.layers.lacking(layers)
        if layer is None:
            return False
        paint_layer_picture(layer, self.palette, self._cache)
        return True
