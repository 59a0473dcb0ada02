"""Icons: Lucide's line drawings in the colors of the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from timeline_app.resources import resource_path
from timeline_app.ui.theme import Theme

_STROKE_WIDTH = "1.75"
_SIZES = (16, 17, 22)


def icon(name: str, theme: Theme) -> QIcon:
    """The icon for buttons and menus: `name` is a file of resources/icons without its suffix."""
    palette = theme.palette
    modes = {
        QIcon.Mode.Normal: palette.text2,
        QIcon.Mode.Active: palette.text,
        QIcon.Mode.Selected: palette.text,
        QIcon.Mode.Disabled: palette.text3,
    }
    result = QIcon()
    for mode, color in modes.items():
        for size in _SIZES:
            result.addPixmap(icon_pixmap(name, color, size), mode)
    return result


def icon_pixmap(name: str, color: QColor, size: int, *, ratio: float = 2.0) -> QPixmap:
    """The icon drawn once, `size` logical pixels wide, for screens of the given pixel ratio."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, size, size), name, color)
    painter.end()
    return pixmap


def paint_icon(painter: QPainter, box: QRectF, name: str, color: QColor) -> None:
    """Draw an icon into a box, as lines and not as pixels."""
    drawing = _svg(name).replace("currentColor", color.name())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, box)


def program_icon() -> QIcon:
    """The program's own icon, for the window and the task bar."""
    return QIcon(str(resource_path("icons", "timeline-app.svg")))


@lru_cache
def _svg(name: str) -> str:
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{_STROKE_WIDTH}"')
