"""The canvas: pointer, wheel, touchpad and keys on the timeline become commands, and are done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.domain.time.edtf import write_edtf
from timeline_app.domain.time.moving import Edge
from timeline_app.domain.time.wording import span_in_words
from timeline_app.layout import Area, DisplayList, Hit, Part, TimeScale, draft_list
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline import gesture_commands as do
from timeline_app.ui.timeline.cluster_list import ClusterList
from timeline_app.ui.timeline.dragging import EventDrag, edge_at
from timeline_app.ui.timeline.gestures import Gestures, Keys, Turn
from timeline_app.ui.timeline.hovering import DRAWN_EVENT, Hovering
from timeline_app.ui.timeline.lane_hand import LaneHand
from timeline_app.ui.timeline.neighbours import Way
from timeline_app.ui.timeline.pinching import PINCHES, Pinching
from timeline_app.ui.timeline.selecting import SelectingSurface
from timeline_app.ui.timeline.tips import EventTips

_WAYS = {
    Qt.Key.Key_Left: Way.EARLIER,
    Qt.Key.Key_Right: Way.LATER,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOWHERE = QPointF(-1.0, -1.0)


class TimelineCanvas(SelectingSurface):
    """Shows the events of the model in lanes and answers to pointer and keys.

    `opened` carries the id of an event to read in its article, `article_opened` that of an
    article, `creation_asked` the instant at which an event is wanted. `menu_asked` carries what a
    context menu is wanted for (None for an empty place), its place here, and on the screen.
    """

    opened = Signal(object)
    article_opened = Signal(object)
    creation_asked = Signal(object)
    menu_asked = Signal(object, object, object)

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, parent)
        self._tips = EventTips(model)
        self._hovering = Hovering(self, model, theme)
        self._gestures = Gestures()
        self._pinching = Pinching(self)
        self._drag = EventDrag(self, model)
        self.lane_hand = LaneHand(self)
        self._band: do.ShowBand | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 120)
        self.setProperty("isPane", True)  # noqa: FBT003 - F6 comes here
        self.setAccessibleName("Timeline")
        model.changed.connect(lambda _change: self._give_up())
        model.closing.connect(self._give_up)
        self.view_changed.connect(self._hovering.close)

    @property
    def hovering(self) -> Hovering:
        """The card of the event under the pointer."""
        return self._hovering

    def toggle_card(self) -> None:
        """Show the card of the current event, or take it away."""
        current = self._model.current_event
        if not self._hovering.close() and current is not None:
            self.reveal(current)
            self._hovering.pin(current)

    def nudge(self, step: int, edge: Edge | None = None) -> None:
        """Move the current event, or its edge, by a tick of the axis: 1 to the later, -1 back."""
        current = self._model.current_event
        if current is None or self._drag.nudge(current, edge, step) is None:
            return
        self.reveal(current)
        self._tell_date(current)

    def open_cluster(self, ids: Sequence[int], area: Area) -> None:
        """Zoom until the events of a cluster stand apart; list them where no zoom can do that."""
        if not self.part_events(ids):
            self.list_cluster(ids, area)

    def list_cluster(self, ids: Sequence[int], area: Area) -> None:
        """List the events of a cluster below `area`."""
        events = self._model.library.project.events
        shown = ClusterList(self.theme, [events[i] for i in ids if i in events], self)
        shown.picked.connect(self.choose)
        below = self.mapToGlobal(QPoint(round(area.x), round(area.y + area.height + 6)))
        shown.open_at(below, self.mapToGlobal(QPoint(0, round(area.y - 4))).y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag; the middle button always pans."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._glide.stop()
        self._hovering.close()
        x, y = event.position().x(), event.position().y()
        if event.button() == Qt.MouseButton.LeftButton:
            hit = self._target(x, y)
            if not self.lane_hand.press(y, hit):
                self._run(self._gestures.press(x, y, hit, _keys(event), self._edge(hit, x)))
        elif event.button() == Qt.MouseButton.MiddleButton:
            self.remember()
            self._gestures.press_to_pan(x, y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or tell what lies under the pointer."""
        if self.lane_hand.is_active:
            self.lane_hand.move(event.position().y())
            return
        was_dragging = self._gestures.is_dragging
        wanted = self._gestures.move(event.position().x(), event.position().y(), _keys(event))
        if self._gestures.moves_view and not was_dragging:
            self.remember()
        self._run(wanted)
        if not event.buttons():
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        if self.lane_hand.is_active and event.button() == Qt.MouseButton.LeftButton:
            self.lane_hand.release(event.position().y())
        elif event.button() != Qt.MouseButton.RightButton:
            self._run(self._gestures.release(event.position().x(), event.position().y()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an event, or make one where there is none."""
        if event.button() == Qt.MouseButton.LeftButton:
            x, y = event.position().x(), event.position().y()
            hit = self._target(x, y)
            if not self.lane_hand.double_click(hit):
                self._run(self._gestures.double_click(x, y, hit))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, zoom or pan; what a touchpad adds of its own when the fingers are up is not."""
        event.accept()
        turn = self._turn(event)
        if event.phase() == Qt.ScrollPhase.ScrollMomentum or not (turn.dx or turn.dy):
            return
        self._glide.stop()
        wanted = self._gestures.wheel(turn, _keys(event))
        if any(not isinstance(command, do.Pan) or command.dx for command in wanted):
            self.remember_once()
        self._run(wanted)

    def event(self, event: QEvent) -> bool:
        """Zoom by pinching; what the first finger has begun to drag is let go of."""
        pinched = self._pinching.commands(event) if event.type() in PINCHES else None
        if pinched is None:
            return super().event(event)
        self._glide.stop()
        if self._gestures.is_active:
            self._give_up()
        self.remember_once()
        self._run(pinched)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from event to event, Enter opens, Escape lets go."""
        key, plain = Qt.Key(event.key()), not _keys(event).ctrl and not _keys(event).alt
        if key != Qt.Key.Key_Escape and not self._hovering.is_pinned:
            self._hovering.close()
        if key in _WAYS and plain:
            self.step_way(_WAYS[key], extends=_keys(event).shift)
        elif key in _ENDS and plain:
            self.step_to_end(is_last=_ENDS[key])
        elif key in _OPENING and self._model.current_event is not None:
            self.opened.emit(self._model.current_event)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what lies here; by key it is that of the current event."""
        event.accept()
        self._hovering.close()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self._place_of_current() if by_key else event.pos()
        hit = self._target(place.x(), place.y())
        event_id = hit.id if hit is not None and hit.part in DRAWN_EVENT else None
        if event_id is not None and event_id not in self._model.selection:
            self.choose(event_id)
        self.menu_asked.emit(hit, place, self.mapToGlobal(place))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A card asked for by key goes with the focus."""
        super().focusOutEvent(event)
        self._hovering.close()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(_NOWHERE)

    def hideEvent(self, event: QHideEvent) -> None:
        """The card floats over the window, so it has to be told."""
        super().hideEvent(event)
        self._hovering.close()

    def drawings_over(self) -> tuple[DisplayList, ...]:
        """The event that is carried, or where the lane in hand would come to stand."""
        draft = self._drag.draft
        if draft is None:
            return self.lane_hand.drawings()
        return (draft_list(draft, self.draft_place, self._drag.companions),)

    def paint_over(self, painter: QPainter) -> None:
        """Draw the band that is being pulled."""
        if self._band is None or self._band.area is None:
            return
        area, lanes = self._band.area, self.bands.lanes
        top, height = (0.0, float(self.height())) if self._band.is_brush else (area.y, area.height)
        rect = QRectF(max(area.x, lanes.x), top, area.width, height)
        fill = QColor(self.theme.palette.accent)
        fill.setAlphaF(0.12)
        painter.fillRect(rect, fill)
        painter.setPen(QPen(self.theme.palette.accent, 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _run(self, wanted: list[do.Command]) -> None:
        for command in wanted:
            self._do(command)

    def _do(self, command: do.Command) -> None:
        match command:
            case do.Pan(dx, dy):
                self.set_view(self.scale.panned(dx), self.scroll_position - dy)
            case do.Zoom(factor, x):
                self.set_view(self.scale.zoomed(factor, self.time_x(x)))
            case do.ZoomTo(x1, x2):
                begin, end = (self.scale.time_at(self.time_x(x)) for x in (x1, x2))
                self.go_to(TimeScale.fitting(begin, end, self.time_width))
            case do.ShowBand():
                self._band = command
                self.update()
            case do.Grab() | do.Carry() | do.Drop() | do.PutBack():
                self._carry(command)
            case do.Choose() | do.ChooseArea() | do.ChooseNone():
                self._choose(command)
            case _:
                self._open(command)

    def _choose(self, command: do.Command) -> None:
        match command:
            case do.Choose(event_id, extends):
                self.choose(event_id, extends=extends)
            case do.ChooseArea(area):
                self.choose_events(self.ids_in(area))
            case _:
                self.choose_none()

    def _open(self, command: do.Command) -> None:
        match command:
            case do.OpenCluster(ids, area):
                self.open_cluster(ids, area)
            case do.ListCluster(ids, area):
                self.list_cluster(ids, area)
            case do.OpenArticle(article_id):
                self.article_opened.emit(article_id)
            case do.Open(event_id):
                self.opened.emit(event_id)
            case do.Create(x, _y):
                self.creation_asked.emit(self.scale.time_at(self.time_x(x)))
            case _:
                raise ValueError(command)

    def _carry(self, command: do.Carrying) -> None:
        """Carry an event. It is lifted from its place until it is let go of."""
        changed = self._drag.run(command)
        if isinstance(command, do.Grab) and self._drag.event_id is None:
            self._gestures.cancel()
        self.set_lifted(self._drag.event_ids)
        self.setCursor(self._cursor(None, None))
        self.update()
        if changed is not None:
            if changed in self._model.selection:
                self._model.set_current_event(changed)
            else:
                self.choose(changed)
            self._tell_date(changed)

    def _tell_date(self, event_id: int) -> None:
        event = self._model.library.project.events[event_id]
        if event.span is not None:
            words = f"{span_in_words(event.span)}   {write_edtf(event.span)}"
            self._model.message.emit(f"{event.title}: {words}")

    def _give_up(self) -> None:
        """The project changes or goes under the hand: let go of everything."""
        self.lane_hand.cancel()
        self._run(self._gestures.cancel())

    def _escape(self) -> None:
        if self.lane_hand.is_active:
            self.lane_hand.cancel()
        elif self._gestures.is_dragging:
            self._give_up()
        elif not self._hovering.close():
            self.choose_none()

    def _turn(self, event: QWheelEvent) -> Turn:
        """Touchpads tell pixels, wheels eighths of a degree."""
        x, y = event.position().x(), event.position().y()
        pixels, angle, bands = event.pixelDelta(), event.angleDelta(), self.bands
        on_axis, can_scroll = y < bands.lanes.y, self.scroll_range > 0
        if not pixels.isNull():
            return Turn(x, pixels.x(), pixels.y(), on_axis, can_scroll)
        return Turn.of_wheel(x, angle.x(), angle.y(), on_axis=on_axis, can_scroll=can_scroll)

    def _target(self, x: float, y: float) -> Hit | None:
        """What lies at a place; the strips above the lanes are part of the axis."""
        hit = self.hit(x, y)
        if hit is None and not self.bands.lanes.contains(x, y):
            return Hit(self.bands.axis, Part.AXIS)
        return hit

    def _edge(self, hit: Hit | None, x: float) -> Edge | None:
        """The edge of an event's mark at x, if the pointer is on one."""
        if hit is None or hit.part is not Part.MARK or hit.id is None or not self._model.is_open:
            return None
        event = self._model.library.project.events.get(hit.id)
        if event is None or event.span is None:
            return None
        return edge_at(event.span, self.scale, self.time_x(x))

    def _place_of_current(self) -> QPoint:
        """The middle of the current event's mark, or of the canvas where it is out of view."""
        current, lanes = self._model.current_event, self.bands.lanes
        place = self.layout_model.place_of(current, self.scale) if current is not None else None
        if place is not None:
            x, y = self.scale.x_of(place.instant), place.y - self.scroll_position
            if 0 <= x < lanes.width and 0 <= y < lanes.height:
                return QPoint(round(lanes.x + x), round(lanes.y + y))
        return QPoint(round(lanes.x + lanes.width / 2), round(lanes.y + lanes.height / 2))

    def _hover(self, position: QPointF) -> None:
        x, y = position.x(), position.y()
        hit = self.hit(x, y)
        is_event = hit is not None and hit.part in DRAWN_EVENT
        tip = self.lane_hand.tip(hit) or self._tips.of_hit(hit)
        self.setToolTip("" if is_event else tip)
        self._hovering.point_at(hit, x)
        self.set_hovered(hit.id if is_event and hit is not None else None)
        self.setCursor(self._cursor(hit, self._edge(hit, x)))

    def _cursor(self, hit: Hit | None, edge: Edge | None) -> Qt.CursorShape:
        if self._drag.event_id is not None:
            return Qt.CursorShape.ClosedHandCursor
        if edge is not None:
            return Qt.CursorShape.SizeHorCursor
        over_head = self.lane_hand.cursor(hit)
        if hit is None or over_head is not None:
            return over_head or Qt.CursorShape.ArrowCursor
        on_axis = hit.part is Part.AXIS
        return Qt.CursorShape.SizeAllCursor if on_axis else Qt.CursorShape.PointingHandCursor

    def _on_current(self, event_id: int | None) -> None:
        was_pinned = self._hovering.is_pinned
        super()._on_current(event_id)
        if was_pinned:
            self._hovering.pin(event_id)


def _keys(event: QMouseEvent | QWheelEvent | QKeyEvent) -> Keys:
    held = event.modifiers()
    return Keys(
        shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
        ctrl=bool(held & Qt.KeyboardModifier.ControlModifier),
        alt=bool(held & Qt.KeyboardModifier.AltModifier),
    )
