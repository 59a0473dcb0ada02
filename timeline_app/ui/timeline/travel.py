"""A surface one can travel on: zoom, fit, pan, and go back and forward through the views."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from timeline_app.layout import Metrics, TimeScale
from timeline_app.layout.scale import Instants
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.glide import Glide, View, ViewHistory
from timeline_app.ui.timeline.surface import TimelineSurface

ZOOM_STEP = 1.5
_PAN_SHARE = 0.25  # of the view, for a key
_FIT_MARGIN = 60.0
_REVEAL_MARGIN = 40.0
_PAUSE = 700  # milliseconds after which turns of the wheel are another movement
_PARTS_FROM = 0.8  # of the view that the events of a cluster may take before a zoom is in vain


class TravellingSurface(TimelineSurface):
    """Keeps the views that were left, and moves from one to the next in a short glide."""

    def __init__(self, theme: Theme, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(theme, metrics, parent)
        self._history = ViewHistory()
        self._glide = Glide(self, theme, lambda view: self.set_view(view.scale, view.scroll))
        self._movement = QTimer(self)
        self._movement.setSingleShot(True)
        self._movement.setInterval(_PAUSE)

    @property
    def level(self) -> str:
        """The name of the zoom level."""
        return self.layout_model.level(self.scale)

    @property
    def view(self) -> View:
        """What is shown."""
        return View(self.scale, self.scroll_position)

    @property
    def has_before(self) -> bool:
        """Whether there is a view to go back to."""
        return self._history.has_before

    @property
    def has_after(self) -> bool:
        """Whether there is a view to go forward to again."""
        return self._history.has_after

    def remember(self) -> None:
        """Keep the present view to come back to."""
        self._movement.stop()
        self._history.push(self.view)

    def remember_once(self) -> None:
        """Keep the present view, unless a movement made of many turns or keys is under way."""
        if not self._movement.isActive():
            self._history.push(self.view)
        self._movement.start()

    def go_to(self, scale: TimeScale) -> None:
        """Move to another scale, and remember the view left."""
        self.remember()
        self._glide.go(self.view, View(scale, self.scroll_position))

    def zoom_by(self, factor: float, x: float) -> None:
        """Magnify round an x of the scale; quick repetitions add up."""
        self._move_on(self._aimed.zoomed(factor, x))

    def pan_earlier(self) -> None:
        """Go back in time by a part of the view."""
        self._move_on(self._aimed.panned(_PAN_SHARE * self.time_width))

    def pan_later(self) -> None:
        """Go on in time by a part of the view."""
        self._move_on(self._aimed.panned(-_PAN_SHARE * self.time_width))

    def back(self) -> None:
        """Return to the view shown before."""
        self._travel_to(self._history.back(self.view))

    def forward(self) -> None:
        """Go to the view again from which one went back."""
        self._travel_to(self._history.forward(self.view))

    def fit_all(self) -> None:
        """Show every event."""
        self.go_to(self.fitting_scale())

    def fit_events(self, event_ids: Iterable[int]) -> None:
        """Show these events; everything when none of them is on the timeline."""
        columns = self.layout_model.columns
        slots = columns.slots_of(event_ids)
        if not len(slots):
            self.fit_all()
            return
        begin, end = int(columns.arrays.x1[slots].min()), int(columns.arrays.x2[slots].max())
        lacking = max(0, self.layout_model.least_stretch(slots) - (end - begin)) // 2
        self.go_to(self._fitted(begin - lacking, end + lacking))

    def part_events(self, event_ids: Iterable[int]) -> bool:
        """Zoom so that these events come apart; False, and nothing happens, where none can."""
        middles = self._middles(event_ids)
        if len(middles) == 0:
            return False
        begin, end = int(middles.min()), int(middles.max())
        scale = self._fitted(begin, end)
        if begin == end or scale.seconds_per_pixel > self.scale.seconds_per_pixel * _PARTS_FROM:
            return False
        self.go_to(scale)
        return True

    def reveal(self, event_id: int) -> None:
        """Bring an event into view, moving no more than needed."""
        place = self.layout_model.place_of(event_id, self.scale)
        if place is None:
            return
        room, half = self.bands.lanes.height, self._metrics.row_height
        scroll = min(self.scroll_position, place.y - half)
        scroll = max(scroll, place.y + half - room)
        x1, x2 = self.scale.x_of(place.begin), self.scale.x_of(place.end)
        is_seen = x2 > _REVEAL_MARGIN and x1 < self.time_width - _REVEAL_MARGIN
        if is_seen:
            self._show(self.scale, scroll)  # a fitted view stays fitted
        else:
            middle = self.time_width / 2 - self.scale.x_of(place.instant)
            self.set_view(self.scale.panned(middle), scroll)

    @property
    def _aimed(self) -> TimeScale:
        """Where the view is going, so that quick presses add up."""
        target = self._glide.target
        return self.scale if target is None else target.scale

    def _move_on(self, scale: TimeScale) -> None:
        self.remember_once()
        self._glide.go(self.view, View(scale, self.scroll_position))

    def _travel_to(self, view: View | None) -> None:
        if view is not None:
            self._movement.stop()
            self._glide.go(self.view, view)

    def _middles(self, event_ids: Iterable[int]) -> Instants:
        columns = self.layout_model.columns
        slots = columns.slots_of(event_ids)
        begin, end = columns.arrays.x1[slots], columns.arrays.x2[slots]
        middles: Instants = begin + (end - begin) // 2
        return middles

    def _fitted(self, begin: int, end: int) -> TimeScale:
        margin = min(_FIT_MARGIN * 2, self.time_width / 4)
        return TimeScale.fitting(begin, end, self.time_width, margin)
