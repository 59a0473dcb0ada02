"""Segments: one of a few choices, all of them in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
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
    """Exclusive choices side by side; Left and Right move, `chosen` carries the new value.

    Where one line would be too narrow for the words, they stand in `rows` of equal number.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[str, str]],
        *,
        height: int = 26,
        rows: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are pairs of value and words, `name` says what is chosen, a row is `height`."""
        super().__init__(parent)
        self._theme, self._name, self._choices = theme, name, tuple(choices)
        self._value = self._choices[0][0]
        self._hovered = -1
        self._row_height, self._columns = height, -(-len(self._choices) // rows)
        self.setFixedHeight(height * rows)
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
        return QSize(round((widest + 24) * self._columns), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that press or change it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose((self._index() + step) % len(self._choices))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is pressed."""
        self._choose(self._segment_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what lies under the pointer."""
        self._hovered = self._segment_at(event.position())
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
        if index % self._columns:
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), palette.line)
        if index >= self._columns:
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), palette.line)
        painter.setFont(self._theme.font(FontRole.LABEL_BOLD if is_chosen else FontRole.LABEL))
        painter.setPen(palette.text if is_chosen or index == self._hovered else palette.text2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._choices[index][1])

    def _box(self, index: int) -> QRectF:
        row, column = divmod(index, self._columns)
        left, right = self._edges()[column : column + 2]
        return QRectF(left, row * self._row_height, right - left, self._row_height)

    def _edges(self) -> list[int]:
        """Where the columns begin and end: equal, or, where words would touch, by their length."""
        metrics = QFontMetricsF(self._theme.font(FontRole.LABEL_BOLD))
        lengths = [
            max(
                metrics.horizontalAdvance(words)
                for _, words in self._choices[place :: self._columns]
            )
            for place in range(self._columns)
        ]
        equal = self.width() / len(lengths)
        spare = (self.width() - sum(lengths)) / len(lengths)
        is_crowded = max(lengths) + _LEAST_ROOM > equal
        widths = [length + spare if is_crowded else equal for length in lengths]
        return [round(edge) for edge in accumulate(widths, initial=0.0)]

    def _segment_at(self, place: QPointF) -> int:
        beyond = bisect_right(self._edges(), place.x()) - 1
        column = min(max(beyond, 0), self._columns - 1)
        row = max(0, int(place.y()) // self._row_height)
        return min(row * self._columns + column, len(self._choices) - 1)

    def _index(self) -> int:
        return [value for value, _ in self._choices].index(self._value)

    def _choose(self, index: int) -> None:
        value = self._choices[index][0]
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def _tell_name(self) -> None:
        self.setAccessibleName(f"{self._name}: {dict(self._choices)[self._value]}")
