"""A widget that shows a laid out timeline: the base of the canvas and of the strip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from timeline_app.layout import (
    Bands,
    DisplayList,
    DraftPlace,
    Hit,
    Marking,
    Metrics,
    TimelineEntry,
    TimelineLayout,
    TimeScale,
    Viewport,
)
from timeline_app.layout.axis import tick_step
from timeline_app.layout.calendar_steps import Step
from timeline_app.layout.columns import EntryColumns
from timeline_app.rendering.screen import Prepared, TimelineScreen
from timeline_app.rendering.text import TextMeasure
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.scene import Scene


class TimelineSurface(QWidget):
    """Keeps scene, scale and marking, and paints what the layout makes of them.

    `view_changed` is emitted when the scale or the scroll position has changed.
    """

    view_changed = Signal()

    def __init__(self, theme: Theme, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._screen: TimelineScreen
        self._metrics = metrics
        self._scene = Scene()
        self._scroll = 0.0
        self._marking = Marking()
        self._shown: DisplayList | None = None
        self._is_fitted = True
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._prepare)
        self._dress()
        self._scale = self.layout_model.fit(max(self.width(), 1))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        theme.changed.connect(self._on_theme)

    @property
    def scene(self) -> Scene:
        """What is laid out."""
        return self._scene

    @property
    def scale(self) -> TimeScale:
        """How time lies on the widget; x begins at the right edge of the lane heads."""
        return self._scale

    @property
    def scroll_position(self) -> float:
        """How far the lanes are scrolled, in pixels."""
        return self._scroll

    @property
    def scroll_range(self) -> float:
        """How far the lanes can be scrolled."""
        return max(0.0, self.layout_model.lanes_height(self._scale) - self.bands.lanes.height)

    @property
    def marking(self) -> Marking:
        """What is marked."""
        return self._marking

    @property
    def time_width(self) -> float:
        """The width that shows time."""
        return max(1.0, self.width() - self._metrics.header_width)

    def set_scene(self, scene: Scene, *, refits: bool = True) -> None:
        """Show other entries. The view stays; until one is chosen, everything is fitted in.

        Unless it `refits`, the view stays anyway: the entries are the same, and only lanes differ.
        """
        self._scene = scene
        self._lay_out()
        self._screen.layout = self.layout_model
        is_fitting = self._is_fitted and refits
        self._show(self.fitting_scale() if is_fitting else self._scale, self._scroll)

    def change_scene(self, scene: Scene, changed: Iterable[TimelineEntry]) -> None:
        """Show a scene that differs from the one before in a few entries only."""
        shape = [replace(lane, count=0) for lane in scene.lanes]
        same_lanes = shape == [replace(lane, count=0) for lane in self._scene.lanes]
        if not same_lanes or scene.gaps != self._scene.gaps:
            self.set_scene(scene)
            return
        self._scene = scene
        for entry in changed:
            if scene.shows(entry.id):
                self.layout_model.put(entry)
            else:
                self.layout_model.remove(entry.id)
        self.layout_model.count(scene.lanes)
        self._show(self.fitting_scale() if self._is_fitted else self._scale, self._scroll)

    def fitting_scale(self) -> TimeScale:
        """The scale that shows everything."""
        return self.layout_model.fit(max(1, self.width()))

    def set_view(self, scale: TimeScale, scroll: float | None = None) -> None:
        """Show another stretch of time, or other lanes."""
        self._is_fitted = False
        self._show(scale, self._scroll if scroll is None else scroll)

    def _show(self, scale: TimeScale, wanted: float) -> None:
        self._scale = scale
        self._scroll = min(max(0.0, wanted), self.scroll_range)
        self.refresh()
        self.view_changed.emit()

    def set_marking(self, marking: Marking) -> None:
        """Mark other events."""
        if marking != self._marking:
            self._marking = marking
            self.refresh()

    def refresh(self) -> None:
        """Lay the view out again at the next paint."""
        self._shown = None
        self.update()

    def display_list(self) -> DisplayList:
        """What is shown now."""
        if self._shown is None:
            self._shown = self._at_ratio.show(self.viewport(), self._marking)
        return self._shown

    def viewport(self) -> Viewport:
        """The window onto the timeline that the widget is."""
        ratio = self.devicePixelRatioF()
        return Viewport(self._scale, self.width(), self.height(), self._scroll, ratio)

    @property
    def bands(self) -> Bands:
        """Where axis, eras, articles and lanes lie in the widget."""
        return self.layout_model.bands(self.width(), self.height())

    @property
    def draft_place(self) -> DraftPlace:
        """Where an event is drawn while it is dragged."""
        return DraftPlace(self.viewport(), self.bands, self._metrics, self._measure)

    @property
    def ticks(self) -> Step:
        """The finest ticks that the axis shows."""
        return tick_step(self._scale, self._measure)

    def hit(self, x: float, y: float) -> Hit | None:
        """What lies at a point of the widget."""
        return self.display_list().hit(x, y)

    def time_x(self, x: float) -> float:
        """The x of the scale for an x of the widget."""
        return x - self._metrics.header_width

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the display list; what can be prepared for later frames is, from then on."""
        painter = QPainter(self)
        self._at_ratio.paint(painter, self.display_list(), *self.drawings_over())
        self.paint_over(painter)
        painter.end()
        self._idle.start(0)

    @property
    def _at_ratio(self) -> TimelineScreen:
        """What paints on the screen that the widget is on."""
        ratio = self.devicePixelRatioF()
        if self._screen.ratio != ratio:
            self._screen = self._make_screen(ratio)
        return self._screen

    def _make_screen(self, ratio: float) -> TimelineScreen:
        return TimelineScreen(self.layout_model, self.theme.palette, self.theme.scale, ratio)

    def drawings_over(self) -> tuple[DisplayList, ...]:
        """What is painted above the timeline; the surface itself has nothing there."""
        return ()

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies above all drawings; the surface itself has nothing there."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size; a fitted view stays fitted."""
        super().resizeEvent(event)
        self._show(self.fitting_scale() if self._is_fitted else self._scale, self._scroll)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when the widget is enabled or its style changes."""
        super().changeEvent(event)
        self.refresh()

    def _prepare(self) -> None:
        """Between frames, do what the next ones will need."""
        if not self.isVisible():
            return
        done = self._at_ratio.prepare(self.viewport(), self._marking, self.display_list())
        if done is Prepared.SHOW:  # and the idle time goes on when that is painted
            self.refresh()
        elif done is Prepared.MORE:
            self._idle.start(0)

    def _on_theme(self) -> None:
        self._dress()
        self.refresh()

    def _dress(self) -> None:
        self._measure = TextMeasure(self.theme.scale)
        self._lay_out()
        self._screen = self._make_screen(self.devicePixelRatioF())

    def _lay_out(self) -> None:
        scene, measure, metrics = self._scene, self._measure, self._metrics
        columns = EntryColumns(scene.entries, scene.lanes, measure, metrics, scene.table)
        self.layout_model = TimelineLayout(
            scene.entries,
            scene.lanes,
            measure,
            metrics,
            articles=scene.articles,
            eras=scene.eras,
            gaps=scene.gaps,
            columns=columns,
        )
