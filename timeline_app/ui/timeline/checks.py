"""Check boxes as the design draws them, for forms and for painted lists."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.palette import Palette
from timeline_app.ui.theme import Theme

BOX = 14.0
_GAP = 8.0


def paint_check(painter: QPainter, box: QRectF, state: Qt.CheckState, palette: Palette) -> None:
    """A box that is empty, ticked, or half chosen (a dash)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is Qt.CheckState.Unchecked:
        painter.setPen(QPen(palette.control, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.restore()
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.accent)
    painter.drawRoundedRect(box, 3, 3)
    style, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
    painter.setPen(QPen(palette.on_accent, 1.75, style, cap, Qt.PenJoinStyle.RoundJoin))
    x, y, size = box.left(), box.top(), box.width() / BOX
    points = [(3.5, 7.25), (6.0, 9.75), (10.5, 4.5)]
    if state is Qt.CheckState.PartiallyChecked:
        points = [(4.0, 7.0), (10.0, 7.0)]
    painter.drawPolyline([QPointF(x + px * size, y + py * size) for px, py in points])
    painter.restore()


class CheckBox(QAbstractButton):
    """A check box with words."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for box and words."""
        metrics = QFontMetricsF(self._theme.font(FontRole.LABEL))
        return QSize(round(BOX + _GAP + metrics.horizontalAdvance(self.text())) + 4, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and words."""
        palette = self._theme.palette
        painter = QPainter(self)
        box = QRectF(1, (self.height() - BOX) / 2, BOX, BOX)
        checked = Qt.CheckState.Checked if self.isChecked() else Qt.CheckState.Unchecked
        paint_check(painter, box, checked, palette)
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(palette.text if self.isEnabled() else palette.text3)
        words = QRectF(box.right() + _GAP, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
