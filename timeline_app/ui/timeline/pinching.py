"""Two fingers that zoom: on a touchpad, or on the screen itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from timeline_app.ui.timeline.gesture_commands import Command, Pan, Zoom

PINCHES = (QEvent.Type.NativeGesture, QEvent.Type.Gesture)


class Pinching:
    """Turns what fingers do on a widget into commands."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._scale = 1.0
        self._centre = QPointF()
        widget.grabGesture(Qt.GestureType.PinchGesture)

    def commands(self, event: QEvent) -> list[Command] | None:
        """What an event asks for; None where it is none of two fingers."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
                return None
            return [Zoom(1 + event.value(), event.position().x())]
        if not isinstance(event, QGestureEvent):
            return None
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        return self._pinched(pinch) if isinstance(pinch, QPinchGesture) else None

    def _pinched(self, pinch: QPinchGesture) -> list[Command]:
        """The same news may come twice: what counts is how far the fingers are since the start."""
        centre = QPointF(self._widget.mapFromGlobal(pinch.centerPoint()))
        if pinch.state() is Qt.GestureState.GestureStarted:
            self._scale, self._centre = 1.0, centre
        factor, way = pinch.totalScaleFactor() / self._scale, centre - self._centre
        self._scale, self._centre = pinch.totalScaleFactor(), centre
        return [Pan(way.x(), way.y()), Zoom(factor, centre.x())]
