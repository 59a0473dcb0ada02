"""Segments: one of a few choices, all of them in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme

_RADIUS = 5.0
_LEAST_ROOM = 12.0  # beside the words of a segment


class SegmentedControl(QWidget):
    """Exclusive choices side by side; Left and Right move, `chosen` carries the new value."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]],
        *,
        height: int = 26,
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are pairs of value and words; `name` says what is chosen."""
        super().__init__(parent)
        self._theme, self._name, self._choices = theme, name, tuple(choices)
        self._value = self._choices[0][0]
        self._hovered = -1
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell_name()
        theme.changed.connect(self.update)

    @property
    def value(self) -> str:
        """The chosen value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show another choice, without `chosen`."""
        self._value = value
        self._tell_name()
        self.update()

    def sizeHint(self) -> QSize:
        """The room it needs."""
        metrics = QFontMetricsF(self._theme.font(FontRole.LABEL_BOLD))
        widest = max(metrics.horizontalAdvance(words) for _, words in self._choices)
        return QSize(round((widest + 24) * len(self._choices)), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that press or change it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose((self._index() + step) % len(self._choices))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is pressed."""
        self._choose(self._segment_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what lies under the pointer."""
        self._hovered = self._segment_at(event.position().x())
        self.update()

    def leaveEvent(self, _event: object) -> None:
        """Nothing lies under the pointer any more."""
        self._hovered = -1
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its present state."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.fillPath(path, palette.surface)
        painter.setClipPath(path)
        for index in range(len(self._choices)):
            self._paint_segment(painter, index)
        painter.setClipping(False)
        painter.setPen(QPen(palette.control, 1))
        painter.drawPath(path)

    def _paint_segment(self, painter: QPainter, index: int) -> None:
        palette = self._theme.palette
        box = self._box(index)
        is_chosen = index == self._index()
        if is_chosen:
            painter.fillRect(box, palette.selected)
            painter.fillRect(box.adjusted(0, box.height() - 2.5, 0, 0), palette.accent)
        elif index == self._hovered:
            painter.fillRect(box, palette.hover)
        if index:
            painter.fillRect(QRectF(box.left(), 0, 1, box.height()), palette.line)
        painter.setFont(self._theme.font(FontRole.LABEL_BOLD if is_chosen else FontRole.LABEL))
        painter.setPen(palette.text if is_chosen or index == self._hovered else palette.text2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._choices[index][1])

    def _box(self, index: int) -> QRectF:
        edges = self._edges()
        return QRectF(edges[index], 0, edges[index + 1] - edges[index], self.height())

    def _edges(self) -> list[int]:
        """Where the segments begin and end: equal, or, where words would touch, by their length."""
        metrics = QFontMetricsF(self._theme.font(FontRole.LABEL_BOLD))
        lengths = [metrics.horizontalAdvance(words) for _, words in self._choices]
        equal = self.width() / len(lengths)
        spare = (self.width() - sum(lengths)) / len(lengths)
        is_crowded = max(lengths) + _LEAST_ROOM > equal
        widths = [length + spare if is_crowded else equal for length in lengths]
        return [round(edge) for edge in accumulate(widths, initial=0.0)]

    def _segment_at(self, x: float) -> int:
        beyond = bisect_right(self._edges(), x) - 1
        return min(max(beyond, 0), len(self._choices) - 1)

    def _index(self) -> int:
        return [value for value, _ in self._choices].index(self._value)

    def _choose(self, index: int) -> None:
        value = self._choices[index][0]
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def _tell_name(self) -> None:
        self.setAccessibleName(f"{self._name}: {dict(self._choices)[self._value]}")
