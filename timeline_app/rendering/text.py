"""How wide text is, and pictures of labels that are drawn once and shown many times."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from operator import add

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from timeline_app.layout.columns import SOURCE_BOX, SOURCE_GAP
from timeline_app.layout.display_list import Label, Labels
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.fonts import FontRole, font
from timeline_app.rendering.palette import Palette
from timeline_app.rendering.recently_used import RecentlyUsed

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
_END = "\n"  # stands behind the last letter of a text
_SIMPLE = re.compile("[ -~\u00a0-\u00ac\u00ae-\u024f\u0391-\u03c9\u0410-\u044f\u2010-\u2026]+")
_KEPT_LABELS = 4_000

_Key = tuple[str, TextStyle, str, bool, int]


def style_font(style: TextStyle, scale: float = 1.0) -> QFont:
    """The font of a text style at a user scale.

    Without ligatures: on paper nobody would find "fled" where one sign stands for "fl".
    """
    result = font(_ROLES[style], scale)
    result.setFeature(QFont.Tag("liga"), 0)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


class TextMeasure:
    """Measures text in the shipped fonts; remembers what it has measured. See `layout.Measure`.

    Alphabetic text is added up from the widths of its pairs of letters, kerning included, which is
    much quicker than shaping it; other writing is shaped.
    """

    def __init__(self, scale: float = 1.0) -> None:
        self._metrics = {style: QFontMetricsF(style_font(style, scale)) for style in TextStyle}
        self._widths: dict[tuple[str, TextStyle], float] = {}
        self._pairs: dict[TextStyle, dict[str, float]] = {style: {} for style in TextStyle}

    def __call__(self, text: str, style: TextStyle) -> float:
        """The width of a text in pixels."""
        key = (text, style)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= _KEPT_WIDTHS:
                self._widths.clear()
            width = self._measure(text, style)
            self._widths[key] = width
        return width

    def _measure(self, text: str, style: TextStyle) -> float:
        if not _SIMPLE.fullmatch(text):
            return self._metrics[style].horizontalAdvance(text)
        pairs, width = self._pairs[style], 0.0
        for pair in map(add, text, text[1:] + _END):
            advance = pairs.get(pair)
            if advance is None:
                advance = self._advance(pair, style)
                pairs[pair] = advance
            width += advance
        return width

    def _advance(self, pair: str, style: TextStyle) -> float:
        """How far the first letter of two moves the second one on."""
        metrics, first, second = self._metrics[style], pair[0], pair[1]
        if second == _END:
            return metrics.horizontalAdvance(first)
        return metrics.horizontalAdvance(pair) - metrics.horizontalAdvance(second)


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
        if label.count:
            self._draw_count(painter, label.count, x + label.width + SOURCE_GAP, y)

    def _draw_count(self, painter: QPainter, count: int, x: float, y: float) -> None:
        """A number in a small box."""
        box = QRectF(x, y - SOURCE_BOX / 2, SOURCE_BOX, SOURCE_BOX).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._palette.color("control"), 1.0))
        painter.setBrush(self._palette.color("surface"))
        painter.drawRoundedRect(box, 2.0, 2.0)
        painter.setFont(self._fonts[TextStyle.COUNT])
        painter.setPen(self._palette.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))


class LabelCache:
    """Pictures of labels for one palette, scale and pixel ratio; the least used go first.

    No more than `budget` new pictures are made until `start_frame` is called again: labels beyond
    are left out, and `is_complete` tells so.
    """

    def __init__(self, palette: Palette, scale: float = 1.0, ratio: float = 1.0) -> None:
        self._writer = LabelPainter(palette, scale)
        self.ratio = ratio
        self._pictures: RecentlyUsed[_Key, QPixmap] = RecentlyUsed(_KEPT_LABELS)
        self._left = math.inf

    @property
    def is_complete(self) -> bool:
        """Whether no label was left out since `start_frame`."""
        return self._left >= 0

    def start_frame(self, budget: float) -> None:
        """Allow so many new pictures from now on; `math.inf` for all that are asked for."""
        self._left = budget

    def draw(self, painter: QPainter, label: Label) -> None:
        """Show a label at its place, on whole pixels."""
        key = (label.text, label.style, label.color, label.has_plate, label.count)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._make(label)
            self._pictures.put(key, picture)
        height = picture.height() / self.ratio
        painter.drawPixmap(round(label.x) - _PLATE_PAD, round(label.y - height / 2), picture)

    def draw_all(self, painter: QPainter, labels: Labels) -> None:
        """Show many labels of one kind."""
        get = self._pictures.get
        height = math.ceil(self._writer.height(labels.style))
        xs = (np.rint(labels.xs) - _PLATE_PAD).astype(np.int64).tolist()
        ys = np.rint(labels.ys - height / 2).astype(np.int64).tolist()
        counts, draw = labels.counts.tolist(), painter.drawPixmap
        style, color, has_plate = labels.style, labels.color, labels.has_plate
        missing = []
        for place, text in enumerate(labels.texts):
            picture = get((text, style, color, has_plate, counts[place]))
            if picture is None:
                missing.append(place)
            else:
                draw(xs[place], ys[place], picture)
        if missing:
            self._draw_new(painter, labels, missing)

    def _draw_new(self, painter: QPainter, labels: Labels, missing: Sequence[int]) -> None:
        widths, xs, ys = labels.widths, labels.xs, labels.ys
        for place in missing:
            self._left -= 1
            if self._left < 0:
                return
            label = Label(
                float(xs[place]),
                float(ys[place]),
                labels.texts[place],
                float(widths[place]),
                labels.style,
                labels.color,
                labels.has_plate,
                int(labels.counts[place]),
            )
            self.draw(painter, label)

    def _make(self, label: Label) -> QPixmap:
        width = math.ceil(label_width(label)) + 2 * _PLATE_PAD
        height = math.ceil(self._writer.height(label.style))
        picture = QPixmap(round(width * self.ratio), round(height * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(self._writer.plate_color() if label.has_plate else Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._writer.draw(painter, label, _PLATE_PAD, height / 2)
        painter.end()
        return picture


def label_width(label: Label) -> float:
    """The width of a label with the count after it."""
    return label.width + (SOURCE_GAP + SOURCE_BOX if label.count else 0.0)
