"""A choice of one word out of several that are not all in sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme


class Combo(QComboBox):
    """A choice of one word, drawn like the other controls."""

    def __init__(self, theme: Theme, name: str, words: list[str], width: int) -> None:
        super().__init__()
        self._theme = theme
        self.addItems(words)
        self.setAccessibleName(name)
        self._width = width
        self.setFixedSize(width, 26)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as it was made."""
        return QSize(self._width, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, word and chevron."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = palette.focus if self.hasFocus() else palette.control
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(edge, width))
        painter.setBrush(palette.hover if self.underMouse() else palette.surface)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(palette.text)
        words = QRectF(10, 0, self.width() - 30, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.currentText())
        arrow = QRectF(self.width() - 24, self.height() / 2 - 7, 14, 14)
        paint_icon(painter, arrow, "chevron-down", palette.text2)
