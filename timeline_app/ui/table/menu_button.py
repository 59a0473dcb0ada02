"""A button that shows a value and opens a menu below it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button

_SIDE, _GAP, _CHEVRON = 12.0, 8.0, 14.0


class MenuButton(Button):
    """Words with a chevron behind them; `chosen` carries the value of a menu entry."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        text: str,
        choices: Iterable[tuple[str, object]],
        *,
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are words and values; `width` 0 is as wide as the words need."""
        super().__init__(theme, text, height=26, parent=parent)
        self._colors = theme
        self._menu = QMenu(self)
        for words, value in choices:
            action = self._menu.addAction(words)
            action.triggered.connect(lambda _=False, kept=value: self.chosen.emit(kept))
        if width:
            self.setFixedWidth(width)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:  # noqa: D102
        words = QFontMetricsF(self._colors.font(FontRole.BODY_MEDIUM))
        width = words.horizontalAdvance(self.text()) + 2 * _SIDE + _GAP + _CHEVRON
        return QSize(round(width), 26)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        palette, painter = self._colors.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(palette.control)
        painter.setBrush(palette.hover if self.underMouse() else palette.surface)
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(self._colors.font(FontRole.BODY_MEDIUM))
        painter.setPen(palette.text)
        inner = box.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.text())
        middle = box.center().y() - _CHEVRON / 2
        chevron = QRectF(inner.right() - _CHEVRON + 3, middle, _CHEVRON, _CHEVRON)
        paint_icon(painter, chevron, "chevron-down", palette.text2)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
