"""Finds places on the canvas, and moves pointer and wheel over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
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


def turn_wheel(workspace: TimelineWorkspace, place: QPointF, delta: int) -> None:
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
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
