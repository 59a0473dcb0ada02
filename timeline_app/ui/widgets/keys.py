"""Key caps: the keys of a command, drawn beside its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme

CAP_HEIGHT = 18.0
_GAP = 4.0
_SIDE = 4.5
_RADIUS = 3.0
_NAMES = {"Return": "Enter", "Del": "Delete"}


def key_names(keys: str) -> tuple[str, ...]:
    """The caps of a key sequence: "Ctrl+Shift+O" has three. Key names are words, not symbols."""
    return tuple(_NAMES.get(part, part) for part in keys.split("+") if part) or (keys,)


def caps_width(theme: Theme, keys: str) -> float:
    """How wide the caps of a key sequence are, in pixels."""
    widths = [_cap_width(theme, name) for name in key_names(keys)]
    return sum(widths) + _GAP * (len(widths) - 1)


def paint_caps(
    painter: QPainter, theme: Theme, left: float, middle: float, keys: str, color: QColor
) -> float:
    """Draw caps from `left` on, centred at the height `middle`; returns where they end."""
    painter.save()
    painter.setFont(theme.font(FontRole.KEY))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for name in key_names(keys):
        width = _cap_width(theme, name)
        box = QRectF(left, round(middle - CAP_HEIGHT / 2), width, CAP_HEIGHT)
        painter.setPen(QPen(color, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        left += width + _GAP
    painter.restore()
    return left - _GAP


def _cap_width(theme: Theme, name: str) -> float:
    metrics = QFontMetricsF(theme.font(FontRole.KEY))
    return max(CAP_HEIGHT, round(metrics.horizontalAdvance(name) + 2 * _SIDE))


class KeyCap(QWidget):
    """The caps of one key sequence, or of several that stand side by side."""

    def __init__(self, theme: Theme, *keys: str, gap: float = 5.0) -> None:
        """`gap` is the distance between two sequences, in pixels."""
        super().__init__()
        self._theme, self._keys, self._between = theme, keys, gap
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The room it needs."""
        width = sum(caps_width(self._theme, keys) for keys in self._keys)
        return QSize(round(width + self._between * (len(self._keys) - 1)), round(CAP_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its present state."""
        painter = QPainter(self)
        place = QPointF(0, self.height() / 2)
        for keys in self._keys:
            color = self._theme.palette.text2
            end = paint_caps(painter, self._theme, place.x(), place.y(), keys, color)
            place.setX(end + self._between)
