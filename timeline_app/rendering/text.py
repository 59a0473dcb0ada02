"""How wide text is, and pictures of labels that are drawn once and shown many times."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from timeline_app.layout.display_list import Label
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.fonts import FontRole, font
from timeline_app.rendering.palette import Palette

_ROLES: Mapping[TextStyle, FontRole] = {
    TextStyle.LABEL: FontRole.LABEL,
    TextStyle.LABEL_BOLD: FontRole.LABEL_BOLD,
    TextStyle.CAPTION: FontRole.CAPTION,
    TextStyle.CAPTION_BOLD: FontRole.CAPTION_BOLD,
    TextStyle.COUNT: FontRole.COUNT,
    TextStyle.EDTF: FontRole.EDTF,
}
_PLATE_SHARE = 0.88
_PLATE_PAD = 3
_KEPT_WIDTHS = 50_000
_KEPT_LABELS = 3_000


def style_font(style: TextStyle, scale: float = 1.0) -> QFont:
    """The font of a text style at a user scale.

    Without ligatures: on paper nobody would find "fled" where one sign stands for "fl".
    """
    result = font(_ROLES[style], scale)
    result.setFeature(QFont.Tag("liga"), 0)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


class TextMeasure:
    """Measures text in the shipped fonts; remembers what it has measured. See `layout.Measure`."""

    def __init__(self, scale: float = 1.0) -> None:
        self._metrics = {style: QFontMetricsF(style_font(style, scale)) for style in TextStyle}
        self._widths: dict[tuple[str, TextStyle], float] = {}

    def __call__(self, text: str, style: TextStyle) -> float:
        """The width of a text in pixels."""
        key = (text, style)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= _KEPT_WIDTHS:
                self._widths.clear()
            width = self._metrics[style].horizontalAdvance(text)
            self._widths[key] = width
        return width


class LabelPainter:
    """Draws labels as text: for paper, and to make the pictures of labels."""

    def __init__(self, palette: Palette, scale: float = 1.0) -> None:
        self._palette = palette
        self._fonts = {style: style_font(style, scale) for style in TextStyle}
        self._metrics = {style: QFontMetricsF(used) for style, used in self._fonts.items()}

    def height(self, style: TextStyle) -> float:
        """The height of a line of text."""
        return self._metrics[style].height()

    def plate_color(self) -> QColor:
        """What lies behind a label so that lines do not cross its letters."""
        color = QColor(self._palette.surface)
        color.setAlphaF(_PLATE_SHARE)
        return color

    def draw(self, painter: QPainter, label: Label, x: float, y: float) -> None:
        """Draw a label from `x` on, centred on `y`."""
        metrics = self._metrics[label.style]
        painter.setFont(self._fonts[label.style])
        painter.setPen(self._palette.color(label.color))
        baseline = y + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x, baseline), label.text)


class LabelCache:
    """Pictures of labels for one palette, scale and pixel ratio; the least used go first."""

    def __init__(self, palette: Palette, scale: float = 1.0, ratio: float = 1.0) -> None:
        self._writer = LabelPainter(palette, scale)
        self.ratio = ratio
        self._pictures: OrderedDict[tuple[str, TextStyle, str, bool], QPixmap] = OrderedDict()

    def draw(self, painter: QPainter, label: Label) -> None:
        """Show a label at its place, on whole pixels."""
        key = (label.text, label.style, label.color, label.has_plate)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._make(label)
            self._pictures[key] = picture
            if len(self._pictures) > _KEPT_LABELS:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(key)
        height = picture.height() / self.ratio
        painter.drawPixmap(
            QPointF(round(label.x) - _PLATE_PAD, round(label.y - height / 2)), picture
        )

    def _make(self, label: Label) -> QPixmap:
        width = math.ceil(label.width) + 2 * _PLATE_PAD
        height = math.ceil(self._writer.height(label.style))
        picture = QPixmap(round(width * self.ratio), round(height * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(self._writer.plate_color() if label.has_plate else Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._writer.draw(painter, label, _PLATE_PAD, height / 2)
        painter.end()
        return picture
