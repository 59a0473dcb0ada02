"""The canvas: the timeline one can zoom, pan, select in and write on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout import SCREEN, Area, Marking, Part, TimeScale
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline import gestures
from timeline_app.ui.timeline.gestures import Gestures, Keys, ShowBand
from timeline_app.ui.timeline.glide import Glide, View, ViewHistory
from timeline_app.ui.timeline.neighbours import Way, neighbour
from timeline_app.ui.timeline.surface import TimelineSurface
from timeline_app.ui.timeline.tips import EventTips

ZOOM_STEP = 1.5
_FIT_MARGIN = 60.0
_REVEAL_MARGIN = 40.0
_WAYS = {
    Qt.Key.Key_Left: Way.EARLIER,
    Qt.Key.Key_Right: Way.LATER,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_DRAWN_HITS = (Part.MARK, Part.LABEL)


class TimelineCanvas(TimelineSurface):
    """Shows the events of the model in lanes and answers to pointer and keys.

    `opened` carries the id of an event to read in its article, `article_opened` that of an
    article, `creation_asked` the instant at which an event is wanted.
    """

    opened = Signal(object)
    article_opened = Signal(object)
    creation_asked = Signal(object)

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, SCREEN, parent)
        self._model = model
        self._tips = EventTips(model)
        self._gestures = Gestures()
        self._history = ViewHistory()
        self._glide = Glide(self, self.set_view)
        self._band: ShowBand | None = None
        self._hovered: int | None = None
        self._today: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 120)
        self.setProperty("isPane", True)  # noqa: FBT003 - F6 comes here
        self.setAccessibleName("Timeline")
        model.current_event_changed.connect(self._on_current)
        model.selection_changed.connect(self._mark)

    @property
    def level(self) -> str:
        """The name of the zoom level."""
        return self.layout_model.level(self.scale)

    @property
    def view(self) -> View:
        """What is shown."""
        return View(self.scale, self.scroll_position)

    def set_today(self, today: int | None) -> None:
        """Draw a line at now; None leaves it out."""
        self._today = today
        self._mark()

    def go_to(self, scale: TimeScale) -> None:
        """Move to another scale, and remember the view left."""
        self._history.push(self.view)
        self._glide.go(self.scale, scale)

    def zoom_in(self) -> None:
        """Magnify round the middle, or round the current event."""
        self.go_to(self._aimed.zoomed(ZOOM_STEP, self._focus_x()))

    def zoom_out(self) -> None:
        """Shrink round the middle, or round the current event."""
        self.go_to(self._aimed.zoomed(1 / ZOOM_STEP, self._focus_x()))

    def fit_all(self) -> None:
        """Show every event."""
        self.go_to(self.fitting_scale())

    def fit_selection(self) -> None:
        """Show the selected events; everything when none is selected."""
        places = [
            place
            for event_id in self._marked_ids()
            if (place := self.layout_model.place_of(event_id, self.scale)) is not None
        ]
        if not places:
            self.fit_all()
            return
        self._fit(min(p.begin for p in places), max(p.end for p in places))

    def back(self) -> None:
        """Return to the view shown before."""
        view = self._history.pop()
        if view is not None:
            self._glide.stop()
            self.set_view(view.scale, view.scroll)

    def step_event(self, step: int) -> None:
        """Go to the next event of all lanes (1), or to the one before (-1)."""
        columns = self.layout_model.columns
        position = columns.position.get(self._model.current_event or 0)
        wanted = 0 if position is None else position + step
        if 0 <= wanted < len(columns):
            self._choose(gestures.Choose(columns.entries[wanted].id))

    def reveal(self, event_id: int) -> None:
        """Bring an event into view, moving no more than needed."""
        place = self.layout_model.place_of(event_id, self.scale)
        if place is None:
            return
        room = self.layout_model.bands(self.width(), self.height()).lanes.height
        scroll, half = self.scroll_position, self._metrics.row_height
        scroll = min(scroll, place.y - half)
        scroll = max(scroll, place.y + half - room)
        x1, x2 = self.scale.x_of(place.begin), self.scale.x_of(place.end)
        is_seen = x2 > _REVEAL_MARGIN and x1 < self.time_width - _REVEAL_MARGIN
        if is_seen:
            self._show(self.scale, scroll)  # a fitted view stays fitted
        else:
            middle = self.time_width / 2 - self.scale.x_of(place.instant)
            self.set_view(self.scale.panned(middle), scroll)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag; the middle button always pans."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._glide.stop()
        if event.button() == Qt.MouseButton.LeftButton:
            x, y = event.position().x(), event.position().y()
            self._run(self._gestures.press(x, y, self.hit(x, y), _keys(event)))
        elif event.button() == Qt.MouseButton.MiddleButton:
            x, y = event.position().x(), event.position().y()
            self._run(self._gestures.press(x, y, None, Keys()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or tell what lies under the pointer."""
        was_dragging = self._gestures.is_dragging
        commands = self._gestures.move(event.position().x(), event.position().y())
        if self._gestures.is_dragging and not was_dragging:
            self._history.push(self.view)
        self._run(commands)
        if not event.buttons():
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        self._run(self._gestures.release(event.position().x(), event.position().y()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an event, or make one where there is none."""
        if event.button() == Qt.MouseButton.LeftButton:
            x, y = event.position().x(), event.position().y()
            self._run(self._gestures.double_click(x, y, self.hit(x, y)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift pan, with Alt scroll the lanes."""
        self._glide.stop()
        delta, x = event.angleDelta(), event.position().x()
        self._run(self._gestures.wheel(x, delta.x(), delta.y(), _keys(event)))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by pinching."""
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            self._run([gestures.Zoom(1 + event.value(), event.position().x())])
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from event to event, Enter opens, Escape lets go."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            self._step(_WAYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._model.current_event is not None:
            self.opened.emit(self._model.current_event)
        elif key == Qt.Key.Key_Escape:
            self._run(self._gestures.cancel() or [gestures.ChooseNone()])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the current event."""
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._mark()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(QPointF(-1.0, -1.0))

    def paint_over(self, painter: QPainter) -> None:
        """Draw the band that is being pulled."""
        if self._band is None or self._band.area is None:
            return
        area = self._band.area
        lanes = self.layout_model.bands(self.width(), self.height()).lanes
        top, height = (0.0, float(self.height())) if self._band.is_brush else (area.y, area.height)
        rect = QRectF(max(area.x, lanes.x), top, area.width, height)
        fill = QColor(self.theme.palette.accent)
        fill.setAlphaF(0.12)
        painter.fillRect(rect, fill)
        painter.setPen(QPen(self.theme.palette.accent, 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    @property
    def _aimed(self) -> TimeScale:
        """Where the view is going, so that quick presses add up."""
        return self._glide.target or self.scale

    def _focus_x(self) -> float:
        current = self._model.current_event
        place = self.layout_model.place_of(current, self.scale) if current is not None else None
        x = self.scale.x_of(place.instant) if place is not None else -1.0
        return x if 0 <= x <= self.time_width else self.time_width / 2

    def _fit(self, begin: int, end: int) -> None:
        margin = min(_FIT_MARGIN * 2, self.time_width / 4)
        least = 3 * 86_400
        lacking = max(0, least - (end - begin)) // 2
        self.go_to(TimeScale.fitting(begin - lacking, end + lacking, self.time_width, margin))

    def _run(self, commands: list[gestures.Command]) -> None:
        for command in commands:
            self._do(command)

    def _do(self, command: gestures.Command) -> None:
        match command:
            case gestures.Pan(dx, dy):
                self.set_view(self.scale.panned(dx), self.scroll_position - dy)
            case gestures.Zoom(factor, x):
                self.set_view(self.scale.zoomed(factor, self.time_x(x)))
            case gestures.ZoomTo(x1, x2):
                begin, end = (self.scale.time_at(self.time_x(x)) for x in (x1, x2))
                self.go_to(TimeScale.fitting(begin, end, self.time_width))
            case gestures.ShowBand():
                self._band = command
                self.update()
            case gestures.OpenCluster(ids):
                self._open_cluster(ids)
            case gestures.OpenArticle(article_id):
                self.article_opened.emit(article_id)
            case gestures.Open(event_id):
                self.opened.emit(event_id)
            case gestures.Create(x, _y):
                self.creation_asked.emit(self.scale.time_at(self.time_x(x)))
            case _:
                self._choose(command)

    def _choose(self, command: gestures.Command) -> None:
        match command:
            case gestures.Choose(event_id, extends):
                chosen = frozenset({event_id})
                self._model.set_selection(self._model.selection ^ chosen if extends else chosen)
                self._model.set_current_event(event_id)
            case gestures.ChooseArea(area):
                ids = self._ids_in(area)
                self._model.set_selection(ids)
                self._model.set_current_event(min(ids, default=self._model.current_event))
            case _:
                self._model.set_selection(())
                self._model.set_current_event(None)

    def _ids_in(self, area: Area) -> frozenset[int]:
        hits = [hit for hit in self.display_list().hits if hit.area.meets(area)]
        single = {hit.id for hit in hits if hit.part is Part.MARK and hit.id is not None}
        return frozenset(single.union(*(hit.ids for hit in hits if hit.part is Part.CLUSTER)))

    def _open_cluster(self, ids: tuple[int, ...]) -> None:
        """Zoom until the events stand apart; select them where no zoom can part them."""
        places = [self.layout_model.place_of(event_id, self.scale) for event_id in ids]
        known = [place for place in places if place is not None]
        begin, end = min(p.instant for p in known), max(p.instant for p in known)
        self._model.set_selection(ids)
        if (end - begin) / self.scale.seconds_per_pixel < self.time_width * 0.8:
            self._fit(begin, end)

    def _step(self, way: Way) -> None:
        found = neighbour(self.layout_model, self._model.current_event, way)
        if found is not None:
            self._model.set_selection({found})
            self._model.set_current_event(found)

    def _marked_ids(self) -> frozenset[int]:
        current = self._model.current_event
        return self._model.selection or (frozenset() if current is None else frozenset({current}))

    def _hover(self, position: QPointF) -> None:
        hit = self.hit(position.x(), position.y())
        self.setToolTip(self._tips.of_hit(hit))
        self._hovered = hit.id if hit is not None and hit.part in _DRAWN_HITS else None
        is_active = hit is not None and hit.part not in (Part.AXIS, Part.LANE)
        shape = Qt.CursorShape.PointingHandCursor if is_active else Qt.CursorShape.ArrowCursor
        on_axis = hit is not None and hit.part is Part.AXIS
        self.setCursor(Qt.CursorShape.SizeAllCursor if on_axis else shape)
        self._mark()

    def _on_current(self, event_id: int | None) -> None:
        self._mark()
        if event_id is not None:
            self.reveal(event_id)
        self._tell_selection()

    def _tell_selection(self) -> None:
        current = self._model.current_event
        event = self._model.library.project.events.get(current) if current is not None else None
        if event is None or event.span is None:
            self.setAccessibleDescription("No event selected")
            return
        self.setAccessibleDescription(f"{event.title}, {span_in_words(event.span)}")

    def _mark(self) -> None:
        current, plate = self._model.current_event, ""
        if current is not None and self._model.is_open:
            event = self._model.library.project.events.get(current)
            if event is not None and event.span is not None:
                plate = span_in_words(event.span, short=True)
        self.set_marking(
            Marking(
                selected=self._model.selection,
                current=current,
                hovered=self._hovered,
                has_focus=self.hasFocus(),
                plate=plate,
                today=self._today,
            )
        )


def _keys(event: QMouseEvent | QWheelEvent) -> Keys:
    held = event.modifiers()
    return Keys(
        shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
        ctrl=bool(held & Qt.KeyboardModifier.ControlModifier),
        alt=bool(held & Qt.KeyboardModifier.AltModifier),
    )
