"""Finds places on the canvas, and moves pointer and wheel over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_app.layout import Part
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.timeline.workspace import TimelineWorkspace


def id_of(model: ProjectModel, title: str) -> int:
    return next(e.id for e in model.library.project.events.values() if e.title == title)


def place_of(workspace: TimelineWorkspace, event_id: int) -> QPoint:
    """The middle of an event's mark on the canvas."""
    hit = next(
        hit
        for hit in workspace.canvas.display_list().hits
        if hit.id == event_id and hit.part is Part.MARK
    )
    area = hit.area
    return QPoint(round(area.x + area.width / 2), round(area.y + area.height / 2))


def empty_place(workspace: TimelineWorkspace) -> QPoint:
    """A place on the canvas where nothing is."""
    canvas = workspace.canvas
    return next(
        QPoint(x, canvas.height() - 10)
        for x in range(150, canvas.width(), 7)
        if canvas.hit(x, canvas.height() - 10) is None
    )


def turn_wheel(
    workspace: TimelineWorkspace,
    place: QPointF,
    delta: int,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Turn the wheel by eighths of a degree."""
    _send_wheel(workspace, place, QPoint(), QPoint(0, delta), keys)


def slide_fingers(
    workspace: TimelineWorkspace,
    place: QPointF,
    pixels: QPoint,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.ScrollUpdate,
) -> None:
    """Slide two fingers over a touchpad."""
    _send_wheel(workspace, place, pixels, pixels * 2, Qt.KeyboardModifier.NoModifier, phase)


def _send_wheel(
    workspace: TimelineWorkspace,
    place: QPointF,
    pixels: QPoint,
    angle: QPoint,
    keys: Qt.KeyboardModifier,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
) -> None:
    button = Qt.MouseButton.NoButton
    event = QWheelEvent(place, place, pixels, angle, button, keys, phase, False)
    QApplication.sendEvent(workspace.canvas, event)


def pinch(workspace: TimelineWorkspace, place: QPointF, value: float) -> None:
    """Pinch on a touchpad; 0.1 is a tenth larger."""
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        place,
        value,
        QPointF(),
    )
    QApplication.sendEvent(workspace.canvas, event)


def drag(
    workspace: TimelineWorkspace,
    start: QPoint,
    by: QPoint,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    lets_go: bool = True,
) -> None:
    """Press, move in two steps, and let go."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(workspace.canvas, left, keys, start)
    for place in (start + by / 2, start + by):
        move(workspace, place, keys)
    if lets_go:
        QTest.mouseRelease(workspace.canvas, left, keys, start + by)


def move(workspace: TimelineWorkspace, place: QPoint, keys: Qt.KeyboardModifier) -> None:
    """Move the pointer with the left button down."""
    where, left = QPointF(place), Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, where, where, left, left, keys)
    QApplication.sendEvent(workspace.canvas, event)


def point_at(workspace: TimelineWorkspace, place: QPoint) -> None:
    """Move the pointer over the canvas with no button down."""
    where, none = QPointF(place), Qt.MouseButton.NoButton
    kind, keys = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, where, where, none, none, keys)
    QApplication.sendEvent(workspace.canvas, event)


def any_color(image: QImage, place: QPoint, color: QColor) -> bool:
    """Whether a colour, or nearly it, is within a mark's reach of a place."""
    near = (image.pixelColor(place + QPoint(x, y)) for x in range(-7, 8) for y in range(-7, 8))
    wanted = color.getRgb()
    return any(
        sum(abs(a - b) for a, b in zip(found.getRgb(), wanted, strict=True)) < 40 for found in near
    )


def spread_fingers(workspace: TimelineWorkspace, middle: QPoint, *reaches: int) -> None:
    """Put two fingers on the screen and move them apart: so far from the middle, step by step."""
    canvas, screen = workspace.canvas, QTest.createTouchDevice()
    for step, reach in enumerate(reaches):
        touch, aside = QTest.touchEvent(canvas, screen), QPoint(reach, 0)
        for finger, place in enumerate((middle - aside, middle + aside)):
            if step == 0:
                touch.press(finger, place, canvas)
            elif step + 1 < len(reaches):
                touch.move(finger, place, canvas)
            else:
                touch.release(finger, place, canvas)
        touch.commit()
