"""The strip in Review: what has been decided and what waits, round the current proposal."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from timeline_app.domain import ChangeSet
from timeline_app.domain.time.calendar import SECONDS_PER_DAY
from timeline_app.domain.time.wording import date_in_words
from timeline_app.layout import STRIP, LaneGrouping, Marking, Pin, TimeScale
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.gestures import zoom_factor
from timeline_app.ui.timeline.scene import Coloring, Scene, make_scene, noon
from timeline_app.ui.timeline.surface import TimelineSurface
from timeline_app.ui.timeline.tips import EventTips

_PIXELS_PER_DAY = 30.0
_STEP = 1.25
_DRAG = 4.0


class StripWidget(TimelineSurface):
    """A compact timeline, coloured by the state of the review.

    It shows the events of the article that is read and follows the model's current one; a click
    makes an event current. Drag and wheel move and zoom it.
    """

    level_changed = Signal(str)

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, STRIP, parent)
        self._model = model
        self._tips = EventTips(model)
        self._pressed: QPointF | None = None
        self._dragged_to: QPointF | None = None
        self.setAccessibleName("On the timeline")
        self.setMinimumHeight(60)
        self.set_view(TimeScale(0, SECONDS_PER_DAY / _PIXELS_PER_DAY))
        model.opened.connect(self._load)
        model.changed.connect(self._on_change)
        model.current_event_changed.connect(self._on_current)
        model.current_article_changed.connect(self._load)
        self.view_changed.connect(self._tell_level)
        if model.is_open:
            self._load()

    @property
    def level(self) -> str:
        """The name of the zoom level, like "Weeks"."""
        return self.layout_model.level(self.scale)

    def zoom_in(self) -> None:
        """Magnify round the middle."""
        self._zoom(_STEP)

    def zoom_out(self) -> None:
        """Shrink round the middle."""
        self._zoom(1 / _STEP)

    def fit(self) -> None:
        """Show everything."""
        self.set_view(self.fitting_scale(), 0.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._dragged_to = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the time along, or tell what lies under the pointer."""
        if self._pressed is None or self._dragged_to is None:
            self._hover(event.position())
            return
        if (event.position() - self._pressed).manhattanLength() < _DRAG:
            return
        shift = event.position() - self._dragged_to
        self._dragged_to = event.position()
        self.set_view(self.scale.panned(shift.x()), self.scroll_position - shift.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press without a drag chooses the event there."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or (event.position() - pressed).manhattanLength() >= _DRAG:
            return
        hit = self.hit(event.position().x(), event.position().y())
        if hit is not None and hit.id is not None:
            self._model.set_current_event(hit.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift move."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or delta.x():
            self.set_view(self.scale.panned((delta.x() or delta.y()) / 2))
        else:
            x = self.time_x(event.position().x())
            self.set_view(self.scale.zoomed(zoom_factor(delta.y()), x))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in the middle what is there; at first, the current event."""
        super().resizeEvent(event)
        if event.oldSize().isValid():
            wider = event.size().width() - event.oldSize().width()
            self.set_view(self.scale.panned(wider / 2))
        else:
            self._on_article()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(QPointF(-1, -1))

    def _zoom(self, factor: float) -> None:
        self.set_view(self.scale.zoomed(factor, self.time_width / 2))

    def _hover(self, position: QPointF) -> None:
        hit = self.hit(position.x(), position.y())
        hovered = hit.id if hit is not None else None
        self.setToolTip(self._tips.of_hit(hit))
        self._mark(hovered)

    def _load(self, _article: object = None) -> None:
        """Show the events of the article that is read: a decision costs the same in any project."""
        scene = Scene()
        if self._model.is_open and self._model.current_article is not None:
            project = self._model.library.project
            events = project.events_of_article(self._model.current_article)
            events.sort(key=lambda event: event.span.sort_key() if event.span else (0, 0))
            scene = make_scene(project, events, LaneGrouping.NONE, Coloring.REVIEW)
        self.set_scene(scene)
        self._on_article()

    def _on_change(self, change: ChangeSet) -> None:
        """Follow what touches the article that is read, and stay where it does not."""
        article = self._model.current_article
        if article is not None and article not in change.articles:
            events = self._model.library.project.events_of_article(article)
            if change.events.isdisjoint(event.id for event in events):
                return
        self._load()

    def _on_current(self, event_id: int | None) -> None:
        self._mark(None)
        if event_id is not None:
            self._show_event(event_id)

    def _on_article(self) -> None:
        self._mark(None)
        pin = self._pin()
        if self._model.current_event is not None:
            self._show_event(self._model.current_event)
        elif pin is not None:
            self._centre(pin.instant)

    def _show_event(self, event_id: int) -> None:
        """Bring an event into the middle, both ways."""
        if not self._model.is_open:
            return
        place = self.layout_model.place_of(event_id, self.scale)
        if place is None:
            return
        self._centre(place.instant)
        room = self.layout_model.bands(self.width(), self.height()).lanes.height
        self.set_view(self.scale, place.y - room / 2)

    def _centre(self, instant: int) -> None:
        shift = self.time_width / 2 - self.scale.x_of(instant)
        self.set_view(self.scale.panned(shift))

    def _mark(self, hovered: int | None) -> None:
        current = self._model.current_event
        selected = frozenset() if current is None else frozenset({current})
        self.set_marking(
            Marking(selected=selected, current=current, hovered=hovered, pin=self._pin())
        )

    def _pin(self) -> Pin | None:
        """The line of the current article's date."""
        if not self._model.is_open or self._model.current_article is None:
            return None
        article = self._model.library.project.articles[self._model.current_article]
        if article.published is None:
            return None
        words = date_in_words(article.published, with_weekday=False)
        short = words.removesuffix(f" {article.published.year}")
        return Pin(noon(article), f"article {short}")

    def _tell_level(self) -> None:
        self.level_changed.emit(self.level)
