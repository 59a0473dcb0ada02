"""Buttons: painted, so that icon, words and key caps stand in one line in every state."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.keys import caps_width, paint_caps

_RADIUS = 5.0
_ICON = 16.0
_GAP = 8.0
_PRESSING_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DARKER = {"hover": 108, "pressed": 116}  # per cent, for QColor.darker


def _claims(event: QKeyEvent) -> bool:
    """Whether a shortcut is about to take a key that presses the focused button."""
    return event.type() == QEvent.Type.ShortcutOverride and event.key() in _PRESSING_KEYS


class ButtonKind(Enum):
    """How much a button asks to be pressed."""

    NORMAL = "normal"
    PRIMARY = "primary"  # the accent's fill
    ACCEPT = "accept"  # the green fill
    QUIET = "quiet"  # no border
    ALERT = "alert"  # takes something away


class Button(QAbstractButton):
    """A button with words, an icon, key caps, or several of these.

    Heights are those of the design: 24 in rows, 26 small, 30 normal, 34 decisions, 36 first start.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: ButtonKind = ButtonKind.NORMAL,
        icon: str = "",
        keys: str = "",
        height: int = 30,
        role: FontRole = FontRole.BODY_MEDIUM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._kind, self._icon, self._keys = theme, kind, icon, keys
        self._height, self._role = height, role
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The room it needs."""
        side = 14 if self._kind is not ButtonKind.QUIET else 8
        return QSize(round(self._content_width() + 2 * side), self._height)

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(round(self._content_width() + 12), self._height)

    def event(self, event: QEvent) -> bool:
        """Keep Space and Enter for the button that has the focus."""
        if isinstance(event, QKeyEvent) and _claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that press or change it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its present state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        ink = self._ink()
        x = (self.width() - self._content_width()) / 2
        middle = self.height() / 2
        if self._icon:
            box = QRectF(x, middle - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, box, self._icon, ink)
            x += _ICON + _GAP
        if self.text():
            painter.setFont(self._theme.font(self._role))
            painter.setPen(ink)
            width = self._text_width()
            box = QRectF(x, 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
            x += width + _GAP
        if self._keys:
            caps = ink if self._is_strong or not self.isEnabled() else self._theme.palette.text2
            paint_caps(painter, self._theme, x, middle, self._keys, caps)

    @property
    def _is_strong(self) -> bool:
        return self._kind in (ButtonKind.PRIMARY, ButtonKind.ACCEPT)

    def _text_width(self) -> float:
        metrics = QFontMetricsF(self._theme.font(self._role))
        return metrics.horizontalAdvance(self.text())

    def _content_width(self) -> float:
        parts = [
            _ICON if self._icon else 0.0,
            self._text_width() if self.text() else 0.0,
            caps_width(self._theme, self._keys) if self._keys else 0.0,
        ]
        shown = [part for part in parts if part]
        return sum(shown) + _GAP * max(0, len(shown) - 1)

    def _paint_box(self, painter: QPainter) -> None:
        fill, edge = self._box_colors()
        painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        inset = 0.5 if edge is not None else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _box_colors(self) -> tuple[QColor | None, QColor | None]:
        """Fill and border in the present state."""
        palette = self._theme.palette
        quiet = self._kind is ButtonKind.QUIET
        if not self.isEnabled():
            return None, None if quiet else palette.line
        if self._is_strong:
            return self._strong_fill(), None
        if self.isDown() or self.isChecked():
            return palette.selected, None if quiet else palette.control
        if self.underMouse():
            return palette.hover, None if quiet else palette.control
        return (None, None) if quiet else (palette.surface, palette.control)

    def _strong_fill(self) -> QColor:
        palette = self._theme.palette
        fill = palette.accept if self._kind is ButtonKind.ACCEPT else palette.accent
        if self.isDown():
            return fill.darker(_DARKER["pressed"])
        return fill.darker(_DARKER["hover"]) if self.underMouse() else fill

    def _ink(self) -> QColor:
        palette = self._theme.palette
        if not self.isEnabled():
            return palette.text3 if self.text() else palette.control
        if self._kind is ButtonKind.ACCEPT:
            return palette.on_accept
        if self._kind is ButtonKind.PRIMARY:
            return palette.on_accent
        if self._kind is ButtonKind.ALERT:
            return palette.alert_text
        if self._kind is ButtonKind.QUIET and not (self.underMouse() or self.isChecked()):
            return palette.text2
        return palette.text


class IconButton(Button):
    """A quiet square button with nothing but an icon; `name` is for screen readers and tool tip."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        size: int = 30,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", kind=ButtonKind.QUIET, icon=icon, height=size, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The room it needs."""
        return QSize(self._height, self._height)

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return self.sizeHint()
