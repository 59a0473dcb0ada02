"""Labels. Text from articles is never read as markup."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme


class PlainLabel(QLabel):
    """Plain text in one of the theme's fonts and colors; `color` is a name of the palette."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: FontRole = FontRole.BODY,
        color: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._color = theme, role, color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._dress()
        theme.changed.connect(self._dress)

    def set_color(self, color: str) -> None:
        """Change the color."""
        self._color = color
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Dress again: while a widget is hidden, a new style sheet gives it its old palette."""
        super().showEvent(event)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))
        colors = self.palette()
        ink = self._theme.palette.color(self._color)
        colors.setColor(QPalette.ColorRole.WindowText, ink)
        self.setPalette(colors)


class ElidedLabel(PlainLabel):
    """One line that ends in an ellipsis where there is no room; the tool tip has all of it."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: FontRole = FontRole.BODY,
        color: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, role, color, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its present state."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), mode, self.width())
        draw_words(painter, self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        self.setToolTip(plain_tool_tip(self.text()) if shown != self.text() else "")


def draw_words(
    painter: QPainter, area: QRectF | QRect, how: Qt.AlignmentFlag | Qt.TextFlag, words: str
) -> None:
    """Draw words of an article in the direction in which they are read.

    A widget's painter would put the full stop of a Hebrew title on its right, where it begins.
    """
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(area, how, words)
    painter.restore()


def plain_tool_tip(text: str) -> str:
    """A text for a tool tip: Qt guesses markup, so the characters that start it are escaped."""
    if not text:
        return ""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space:pre-wrap'>{escaped}</p>"
