"""A box to tick, in the colors of the palette: the style's own is not to be seen on dark ones."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme

_BOX, _GAP, _HEIGHT = 15, 8, 22
_RADIUS = 3.0


class CheckBox(QCheckBox):
    """A box with its words at the right."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The room it needs."""
        metrics = QFontMetricsF(self._theme.font(FontRole.LABEL))
        return QSize(round(_BOX + _GAP + metrics.horizontalAdvance(self.text())) + 4, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """Whether a click there ticks it: box and words do."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its present state."""
        palette, painter = self._theme.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = palette.text if self.isEnabled() else palette.text3
        self._paint_box(painter)
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(ink)
        words = self.rect().adjusted(_BOX + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_box(self, painter: QPainter) -> None:
        palette = self._theme.palette
        box = QRectF(0.5, (self.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        is_filled = self.isChecked() and self.isEnabled()
        fill = palette.hover if self.underMouse() else palette.surface
        edge = palette.control if self.isEnabled() else palette.line
        painter.setPen(QPen(palette.accent if is_filled else edge, 1))
        painter.setBrush(palette.accent if is_filled else fill)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.isChecked():
            ink = palette.on_accent if self.isEnabled() else palette.text3
            paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", ink)
