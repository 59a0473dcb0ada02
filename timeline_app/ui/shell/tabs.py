"""The tabs that switch between the workspaces."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme

WORKSPACES = (
    ("review", "Review", "list-checks"),
    ("timeline", "Timeline", "chart-no-axes-gantt"),
    ("table", "Table", "table-2"),
)
_PAD, _ICON, _GAP, _FOOT = 6, 17, 7, 3
_BADGE_HEIGHT, _BADGE_PAD = 18, 7


class WorkspaceTab(QAbstractButton):
    """One tab: icon, words, and a count of what waits."""

    def __init__(self, theme: Theme, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._badge = ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def set_badge(self, count: int) -> None:
        """Show how many wait; nothing is shown for none."""
        self._badge = str(count) if count else ""
        self.setAccessibleName(f"{self.text()}, {count} waiting" if count else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The width of icon, words and count."""
        width = 2 * _PAD + _ICON + _GAP + self._text_width()
        if self._badge:
            width += _GAP + self._badge_width()
        return QSize(round(width), 46)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tab; the current one stands on the accent."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked() or self.underMouse()
        ink = palette.text if strong else palette.text2
        middle = self.height() / 2
        paint_icon(painter, QRectF(_PAD, middle - _ICON / 2, _ICON, _ICON), self._icon, ink)
        left = _PAD + _ICON + _GAP
        painter.setFont(self._theme.font(self._role()))
        painter.setPen(ink)
        box = QRectF(left, 0, self._text_width() + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._badge:
            self._paint_badge(painter, left + self._text_width() + _GAP, middle)
        if self.isChecked():
            painter.fillRect(0, self.height() - _FOOT, self.width(), _FOOT, palette.accent)

    def _paint_badge(self, painter: QPainter, left: float, middle: float) -> None:
        palette = self._theme.palette
        box = QRectF(left, middle - _BADGE_HEIGHT / 2, self._badge_width(), _BADGE_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.proposed_fill)
        painter.drawRoundedRect(box, _BADGE_HEIGHT / 2, _BADGE_HEIGHT / 2)
        painter.setPen(palette.proposed_text)
        painter.setFont(self._theme.font(FontRole.COUNT))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _role(self) -> FontRole:
        return FontRole.BODY_BOLD if self.isChecked() else FontRole.BODY

    def _text_width(self) -> float:
        metrics = QFontMetricsF(self._theme.font(FontRole.BODY_BOLD))
        return metrics.horizontalAdvance(self.text())

    def _badge_width(self) -> float:
        metrics = QFontMetricsF(self._theme.font(FontRole.COUNT))
        return max(_BADGE_HEIGHT, metrics.horizontalAdvance(self._badge) + 2 * _BADGE_PAD)


class WorkspaceTabs(QWidget):
    """The row of tabs; `chosen` carries the name of a workspace."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, WorkspaceTab] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(18)
        for name, text, icon in WORKSPACES:
            tab = WorkspaceTab(theme, text, icon)
            tab.clicked.connect(lambda _=False, n=name: self.chosen.emit(n))
            group.addButton(tab)
            row.addWidget(tab)
            self._tabs[name] = tab

    def set_current(self, name: str) -> None:
        """Mark a tab as the current one."""
        self._tabs[name].setChecked(True)

    def set_waiting(self, count: int) -> None:
        """Show how many proposals wait for a decision."""
        self._tabs["review"].set_badge(count)

    def tab(self, name: str) -> WorkspaceTab:
        """The tab of a workspace."""
        return self._tabs[name]
