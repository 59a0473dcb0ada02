"""Shows views of one timeline on a screen, one after the other, and uses the time between them."""

from __future__ import annotations

from enum import Enum, auto
from time import perf_counter

from PySide6.QtGui import QPainter

from timeline_app.layout import DisplayList, Lacking, Marking, TimelineLayout, Viewport
from timeline_app.rendering.painter import paint_display_list, paint_layer_picture
from timeline_app.rendering.palette import Palette
from timeline_app.rendering.pictures import PictureCache

IDLE_SECONDS = 0.010  # for what can be done between frames
_PATIENCE = 0.1  # after which a view is painted again with the rows that were found
_NEW_LABELS, _NEW_MARKS = 60, 8  # that are drawn for the first time while a frame waits
_MARGIN = 448.0  # pixels beside the view that are drawn ahead


class Prepared(Enum):
    """What `TimelineScreen.prepare` has come to."""

    ALL = auto()
    MORE = auto()  # to do
    SHOW = auto()  # there is more to see than what was painted last


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
        self._shown_at = 0.0
        self._is_zooming = False

    @property
    def is_complete(self) -> bool:
        """Whether nothing was left out, or drawn roughly, in what was painted last."""
        return self._cache.is_complete

    def show(self, viewport: Viewport, marking: Marking) -> DisplayList:
        """What is to be painted, with the rows that have been found: no frame waits for others."""
        step = viewport.scale.seconds_per_pixel
        self._is_zooming, self._step = step != self._step, step
        self._shown_at = perf_counter()
        return self.layout.display_list(viewport, marking, self._shown_at)

    def paint(self, painter: QPainter, *drawings: DisplayList) -> None:
        """Paint drawings over each other."""
        self._cache.start_frame(_NEW_LABELS, _NEW_MARKS)
        for drawing in drawings:
            paint_display_list(painter, drawing, self.palette, cache=self._cache)

    def prepare(self, viewport: Viewport, marking: Marking, shown: DisplayList) -> Prepared:
        """Do a piece of the work that later frames will need.

        First rows are found and pictures made, then the stretch round the view is laid out, then
        drawn. The last two would be in vain while every frame has a scale of its own.
        """
        now = perf_counter()
        if not shown.told.is_final:
            lacking = self.layout.prepare(viewport, now + IDLE_SECONDS)
            is_due = lacking is not Lacking.IN_VIEW or now - self._shown_at > _PATIENCE
            return Prepared.SHOW if is_due else Prepared.MORE
        if self._cache.prepare(now + IDLE_SECONDS):
            return Prepared.MORE
        if not self.is_complete:
            return Prepared.SHOW
        if self.layout.prepare(viewport, now + IDLE_SECONDS) is not Lacking.NOTHING:
            return Prepared.MORE
        return Prepared.MORE if self._widen(viewport, marking, shown) else Prepared.ALL

    def _widen(self, viewport: Viewport, marking: Marking, shown: DisplayList) -> bool:
        """Lay out the stretch round the view, or draw it; False when both are done."""
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
