"""Labels: written as text, or shown as pictures that are made once and shown many times."""

from __future__ import annotations

import math
from collections.abc import Sequence
from time import perf_counter

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from timeline_app.layout.columns import SOURCE_BOX, SOURCE_GAP
from timeline_app.layout.primitives import Label, Labels
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.palette import Palette
from timeline_app.rendering.recently_used import RecentlyUsed
from timeline_app.rendering.text import label_width, style_font

PLATE_PAD = 3
_PLATE_SHARE = 0.88
_KEPT_LABELS = 4_000

_Key = tuple[str, TextStyle, str, bool, int]


class LabelPainter:
    """Draws labels as text: for paper, and to make the pictures of labels."""

    def __init__(self, palette: Palette, scale: float = 1.0) -> None:
        self._palette = palette
        self._fonts = {style: style_font(style, scale) for style in TextStyle}
        self._metrics = {style: QFontMetricsF(used) for style, used in self._fonts.items()}
        self._heights = {style: metrics.height() for style, metrics in self._metrics.items()}
        self._rises = {
            style: (metrics.ascent() - metrics.descent()) / 2
            for style, metrics in self._metrics.items()
        }
        self._plate = QColor(palette.surface)
        self._plate.setAlphaF(_PLATE_SHARE)

    def height(self, style: TextStyle) -> float:
        """The height of a line of text."""
        return self._heights[style]

    def plate_color(self) -> QColor:
        """What lies behind a label so that lines do not cross its letters."""
        return self._plate

    def draw(self, painter: QPainter, label: Label, x: float, y: float) -> None:
        """Draw a label from `x` on, centred on `y`."""
        self.write(painter, label, x, y)
        if label.count:
            self.draw_count(painter, label.count, x + count_offset(label), y)

    def write(self, painter: QPainter, label: Label, x: float, y: float) -> None:
        """Draw a label without its count."""
        painter.setFont(self._fonts[label.style])
        painter.setPen(self._palette.color(label.color))
        painter.drawText(QPointF(x, y + self._rises[label.style]), label.text)

    def draw_count(self, painter: QPainter, count: int, x: float, y: float) -> None:
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

    A label without a picture is written, which takes half the time, and its picture is made when
    there is time. When a frame has written as many as it may, others of batches are left out, and
    `is_complete` tells so.
    """

    def __init__(self, palette: Palette, scale: float = 1.0, ratio: float = 1.0) -> None:
        self._writer = LabelPainter(palette, scale)
        self.ratio = ratio
        self._pictures: RecentlyUsed[_Key, QPixmap] = RecentlyUsed(_KEPT_LABELS)
        self._counts: dict[int, QPixmap] = {}
        self._missing: dict[_Key, Label] = {}
        self._writes = ratio == round(ratio)  # between pixels a written label would look otherwise
        self._left = math.inf
        self.is_complete = True

    def start_frame(self, budget: float) -> None:
        """Allow so many labels to be written until the next frame."""
        self._left, self.is_complete = budget, True

    def prepare(self, deadline: float) -> bool:
        """Make pictures of what had to be written; False when there was nothing to do."""
        if not self._missing:
            return False
        while self._missing and perf_counter() < deadline:
            key, label = self._missing.popitem()
            self._pictures.put(key, self._make(label))
        return True

    def draw(self, painter: QPainter, label: Label) -> None:
        """Show a label at its place, on whole pixels."""
        key = (label.text, label.style, label.color, label.has_plate, label.count)
        picture = self._pictures.get(key)
        if picture is None:
            self._write(painter, key, label)
            return
        height = math.ceil(self._writer.height(label.style))
        painter.drawPixmap(round(label.x) - PLATE_PAD, _top(label.y, height), picture)

    def draw_all(self, painter: QPainter, labels: Labels) -> None:
        """Show many labels of one kind."""
        get = self._pictures.get
        height = math.ceil(self._writer.height(labels.style))
        xs = (np.rint(labels.xs) - PLATE_PAD).astype(np.int64).tolist()
        ys = np.floor(labels.ys - height / 2 + 0.5).astype(np.int64).tolist()
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
            self._write_all(painter, labels, missing)

    def _write_all(self, painter: QPainter, labels: Labels, missing: Sequence[int]) -> None:
        for place in missing:
            label = labels.label(place)
            key = (label.text, label.style, label.color, label.has_plate, label.count)
            self._left -= 1
            if self._left < 0:
                self.is_complete = False
                self._missing[key] = label
            else:
                self._write(painter, key, label)

    def _write(self, painter: QPainter, key: _Key, label: Label) -> None:
        """Draw a label as its picture would look."""
        if not self._writes:
            self._pictures.put(key, self._make(label))
            self.draw(painter, label)
            return
        if self._left < math.inf:
            self._missing[key] = label
        height = math.ceil(self._writer.height(label.style))
        x, top = round(label.x), _top(label.y, height)
        if label.has_plate:
            width = math.ceil(label_width(label)) + 2 * PLATE_PAD
            area = QRectF(x - PLATE_PAD, top, width, height)
            painter.fillRect(area, self._writer.plate_color())
        self._writer.write(painter, label, x, top + height / 2)
        if label.count:
            painter.drawPixmap(x + count_offset(label), top, self._count(label.count, height))

    def _count(self, count: int, height: int) -> QPixmap:
        """The picture of a count alone."""
        picture = self._counts.get(count)
        if picture is None:
            picture = self._blank(math.ceil(SOURCE_BOX), height)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._writer.draw_count(painter, count, 0.0, height / 2)
            painter.end()
            self._counts[count] = picture
        return picture

    def _blank(self, width: int, height: int) -> QPixmap:
        picture = QPixmap(round(width * self.ratio), round(height * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def _make(self, label: Label) -> QPixmap:
        width = math.ceil(label_width(label)) + 2 * PLATE_PAD
        height = math.ceil(self._writer.height(label.style))
        picture = self._blank(width, height)
        if label.has_plate:
            picture.fill(self._writer.plate_color())
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._writer.draw(painter, label, PLATE_PAD, height / 2)
        painter.end()
        return picture


def count_offset(label: Label) -> int:
    """How far from its beginning the count of a label stands, on whole pixels."""
    return math.ceil(label.width + SOURCE_GAP)


def _top(y: float, height: int) -> int:
    """The upper edge of a picture that is centred on `y`, on whole pixels."""
    return math.floor(y - height / 2 + 0.5)
