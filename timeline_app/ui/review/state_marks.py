"""The small marks of the review: state rings, date lights, progress blocks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.domain import DateTrust
from timeline_app.rendering.palette import Palette
from timeline_app.ui.review.passages import EventState

_RADIUS = 5.0
_PEN = 1.75
_FEW = 12


def paint_state(
    painter: QPainter,
    centre: QPointF,
    state: EventState,
    palette: Palette,
    *,
    is_current: bool = False,
) -> None:
    """A ring for proposed, a disc with a tick for accepted, a cross, a ring of dots, a dash."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    color = palette.color(state.tone)
    if state is EventState.ACCEPTED:
        _paint_tick(painter, centre, palette)
    elif state is EventState.FOLDED:
        ink = palette.color(state.text_tone) if is_current else color
        painter.fillRect(QRectF(centre.x() - 4, centre.y() - 1, 8, 2), ink)
    elif state is EventState.REJECTED:
        _paint_cross(painter, centre, color)
    else:
        pen = QPen(color, _PEN)
        if state is EventState.UNDATED:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([1.0, 0.84])
        painter.setPen(pen)
        painter.drawEllipse(centre, _RADIUS - 0.9, _RADIUS - 0.9)
    if is_current and state not in (EventState.REJECTED, EventState.FOLDED):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.surface if state is EventState.ACCEPTED else color)
        painter.drawEllipse(centre, 2.1, 2.1)
    painter.restore()


def _paint_tick(painter: QPainter, centre: QPointF, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.accepted)
    painter.drawEllipse(centre, _RADIUS + 0.75, _RADIUS + 0.75)
    pen = QPen(palette.surface, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = (QPointF(-2.4, 0.2), QPointF(-0.7, 1.9), QPointF(2.5, -1.7))
    painter.drawPolyline([centre + corner for corner in corners])


def _paint_cross(painter: QPainter, centre: QPointF, color: QColor) -> None:
    pen = QPen(color, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for arm in (QPointF(3.4, 3.4), QPointF(3.4, -3.4)):
        painter.drawLine(centre - arm, centre + arm)


def paint_date_light(
    painter: QPainter, centre: QPointF, trust: DateTrust, palette: Palette
) -> None:
    """A full disc for found, half a disc for guessed, a struck ring for none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if trust is DateTrust.NONE:
        painter.setPen(QPen(palette.alert, 1.5))
        painter.drawEllipse(centre, _RADIUS - 0.5, _RADIUS - 0.5)
        painter.drawLine(centre + QPointF(-3.2, -3.2), centre + QPointF(3.2, 3.2))
    elif trust is DateTrust.GUESSED:
        painter.setPen(QPen(palette.proposed, 1.5))
        painter.drawEllipse(centre, _RADIUS - 0.5, _RADIUS - 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.proposed)
        box = QRectF(centre.x() - _RADIUS, centre.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.drawPie(box, 90 * 16, 180 * 16)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.accepted)
        painter.drawEllipse(centre, _RADIUS + 0.25, _RADIUS + 0.25)
    painter.restore()


def paint_progress(
    painter: QPainter,
    box: QRectF,
    states: Sequence[EventState],
    palette: Palette,
    *,
    current: int | None = None,
) -> None:
    """One block for each event: full, low, hollow; the one at the index `current` is framed.

    Blocks are at most as wide as with twelve events.
    """
    if not states:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    gap = 1.0 if box.width() / len(states) >= 3 else 0.0
    pitch = (box.width() + gap) / max(len(states), _FEW)
    for index, state in enumerate(states):
        left, right = box.left() + index * pitch, box.left() + (index + 1) * pitch - gap
        block = QRectF(left, box.top(), max(1.0, right - left), box.height())
        if index == current:
            _paint_frame(painter, block, palette)
        else:
            _paint_block(painter, block, state, palette)
    painter.restore()


def _paint_block(painter: QPainter, block: QRectF, state: EventState, palette: Palette) -> None:
    color = palette.color(state.tone)
    if state is EventState.ACCEPTED:
        painter.fillRect(block, color)
    elif state is EventState.REJECTED:
        painter.fillRect(block.adjusted(0, block.height() - 2, 0, 0), color)
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(block.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _paint_frame(painter: QPainter, block: QRectF, palette: Palette) -> None:
    frame = block.adjusted(-1, -1.5, 1, 1.5)
    painter.fillRect(frame, palette.accent)
    if frame.width() > 6:
        painter.fillRect(frame.adjusted(2, 2, -2, -2), palette.proposed_strong)
