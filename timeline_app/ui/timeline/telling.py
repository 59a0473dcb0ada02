"""Has a screen reader told what changes on the canvas: the view, the current event, the choice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent

from timeline_app.ui.announcing import Announcer
from timeline_app.ui.timeline.accessible import CanvasAccess
from timeline_app.ui.timeline.canvas import TimelineCanvas
from timeline_app.ui.timeline.spoken import selection_words, view_words

_REST = 350  # milliseconds without a movement after which a view is told


class CanvasTeller(QObject):
    """Tells each change once.

    A view is told when it has come to rest: the first, and each on another zoom level; the
    current event by moving the reader's focus to its item, which reads its name; a choice of
    several by their number. What was done to an event is a message of the window.
    """

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.announcer = Announcer(canvas)
        self._level = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._tell_view)
        canvas.installEventFilter(self)
        canvas.view_changed.connect(self._rest.start)
        canvas.model.current_event_changed.connect(self._tell_current)
        canvas.model.selection_changed.connect(self._tell_selection)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """With the keyboard, the canvas gives the reader's focus on to the current event."""
        if event.type() == QEvent.Type.FocusIn:
            self._tell_current(self._canvas.model.current_event)
        return False

    def _tell_view(self) -> None:
        canvas = self._canvas
        if not canvas.isVisible() or not canvas.model.is_open:
            return
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.ObjectReorder))
        if canvas.level == self._level:
            return
        self._level = canvas.level
        begin, end = canvas.scale.time_at(0), canvas.scale.time_at(canvas.time_width)
        self.announcer.say(view_words(canvas.level, begin, end, canvas.display_list().told))

    def _tell_current(self, event_id: int | None) -> None:
        """Move the reader's focus to the item of an event, or leave it on the canvas."""
        if event_id is None or not (self._canvas.hasFocus() and QAccessible.isActive()):
            return
        found = QAccessible.queryAccessibleInterface(self._canvas)
        item = found.item_of(event_id) if isinstance(found, CanvasAccess) else None
        if item is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))

    def _tell_selection(self, selection: frozenset[int]) -> None:
        if len(selection) > 1 and self._canvas.isVisible():
            self.announcer.say(selection_words(len(selection)))
