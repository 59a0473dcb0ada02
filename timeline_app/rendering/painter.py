"""Paints display lists. Screen, paper and pictures go through here and so cannot disagree."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.layout.display_list import DisplayList, Layer
from timeline_app.layout.primitives import (
    Area,
    Batch,
    Box,
    Cuts,
    Histogram,
    Label,
    Labels,
    Mark,
    Marks,
    Pill,
    Primitive,
    Rules,
    Stroke,
)
from timeline_app.layout.text import TextStyle
from timeline_app.rendering.labels import LabelPainter
from timeline_app.rendering.marks import mark_ink, paint_mark
from timeline_app.rendering.palette import Palette, blend
from timeline_app.rendering.pictures import PictureCache
from timeline_app.rendering.pills import paint_pill
from timeline_app.rendering.text import label_width

_PLATE_PAD = 3.0
_SMOOTH = QPainter.RenderHint.Antialiasing


def paint_display_list(
    painter: QPainter,
    display_list: DisplayList,
    palette: Palette,
    *,
    cache: PictureCache | None = None,
) -> None:
    """Paint every layer.

    With `cache` labels and small marks are shown as pictures made once, which is what a screen
    needs; without, they are written and drawn anew, which is what paper needs.
    """
    _ListPainter(painter, palette, cache).paint(display_list.layers)


def paint_layer_picture(layer: Layer, palette: Palette, cache: PictureCache) -> None:
    """Make the picture of a layer that many drawings share, all of it in its best quality."""
    if layer.extent is None:
        return
    cache.start_frame(math.inf, math.inf)
    extent = layer.extent
    painter = QPainter(cache.layers.begin(layer, extent))
    painter.translate(-extent.x, -extent.y)
    _ListPainter(painter, palette, cache).paint_parts(layer.primitives)
    painter.end()


class _ListPainter:
    """Paints one list; keeps what its primitives share."""

    def __init__(self, painter: QPainter, palette: Palette, cache: PictureCache | None) -> None:
        self._painter = painter
        self._palette = palette
        self._labels = cache.labels if cache is not None else None
        self._marks = cache.marks if cache is not None else None
        self._pictures = cache.layers if cache is not None else None
        self._pills = cache.pills if cache is not None else None
        self._writer = LabelPainter(palette) if cache is None else None

    def paint(self, layers: Iterable[Layer]) -> None:
        painter, pictures = self._painter, self._pictures
        for layer in layers:
            if pictures is not None and pictures.draw(painter, layer):
                continue
            painter.save()
            painter.setClipRect(_rect(layer.clip))
            painter.translate(layer.shift, 0.0)
            self.paint_parts(layer.primitives)
            painter.restore()

    def paint_parts(self, parts: Iterable[Primitive | Batch]) -> None:
        self._painter.setRenderHint(_SMOOTH)
        for kind, run in groupby(parts, type):
            if kind is Stroke:
                self._strokes(cast("Iterable[Stroke]", run))
            else:
                draw = _DRAWN_BY[kind]
                for part in run:
                    draw(self, part)

    def _strokes(self, strokes: Iterable[Stroke]) -> None:
        """Draw lines that follow each other, those of one pen at once."""
        for (color, width, dash), run in groupby(strokes, _pen_of):
            pen = QPen(self._palette.color(color), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if dash:
                pen.setDashPattern([length / width for length in dash])
            self._painter.setPen(pen)
            self._painter.setRenderHint(_SMOOTH, bool(dash) or width != 1.0)
            self._painter.drawLines([QLineF(line.x1, line.y1, line.x2, line.y2) for line in run])
        self._painter.setRenderHint(_SMOOTH)

    def stroke(self, stroke: Stroke) -> None:
        self._strokes((stroke,))

    def label(self, label: Label) -> None:
        if self._labels is not None:
            self._labels.draw(self._painter, label)
        elif self._writer is not None:
            if label.has_plate:
                self._plate(label, self._writer)
            self._writer.draw(self._painter, label, label.x, label.y)

    def _plate(self, label: Label, writer: LabelPainter) -> None:
        height = writer.height(label.style)
        left, width = label.x - _PLATE_PAD, label_width(label) + 2 * _PLATE_PAD
        area = QRectF(left, label.y - height / 2, width, height)
        self._painter.fillRect(area, writer.plate_color())

    def all_labels(self, labels: Labels) -> None:
        if self._labels is not None:
            self._labels.draw_all(self._painter, labels)
            return
        for label in labels:
            self.label(label)

    def all_marks(self, marks: Marks) -> None:
        if self._marks is not None:
            self._marks.draw_all(self._painter, marks)
            return
        for mark in marks:
            self.mark(mark)

    def rules(self, rules: Rules) -> None:
        self._painter.setPen(QPen(self._palette.color(rules.color), 1.0))
        self._painter.setRenderHint(_SMOOTH, False)  # noqa: FBT003
        top, bottom = rules.top, rules.bottom
        self._painter.drawLines([QLineF(x, top, x, bottom) for x in rules.xs.tolist()])
        self._painter.setRenderHint(_SMOOTH)

    def cuts(self, cuts: Cuts) -> None:
        if self._marks is not None:
            self._marks.draw_cuts(self._painter, cuts)
            return
        for part in cuts:
            _DRAWN_BY[type(part)](self, part)

    def histogram(self, histogram: Histogram) -> None:
        color = self._palette.color(histogram.tone)
        fill = blend(color, self._palette.surface, histogram.share)
        sides = (histogram.left, histogram.tops, histogram.right)
        if self._marks is not None:  # screens show bars on whole pixels
            sides = (np.rint(sides[0]), np.rint(sides[1]), np.rint(sides[2]))
        bottom = histogram.bottom
        rows = zip(*(side.tolist() for side in sides), strict=True)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(fill)
        rects = [QRectF(left, top, right - left, bottom - top) for left, top, right in rows]
        self._painter.setRenderHint(_SMOOTH, self._marks is None)
        self._painter.drawRects(rects)
        self._painter.setRenderHint(_SMOOTH)

    def mark(self, mark: Mark) -> None:
        if self._marks is not None:
            self._marks.draw(self._painter, mark)
            return
        ink = mark_ink(self._palette, mark.shape.look, mark.tone, mark.height)
        paint_mark(self._painter, mark.shape, mark.y, ink, mark.window)

    def box(self, box: Box) -> None:
        rect = _rect(box.area)
        fill = self._palette.color(box.fill) if box.fill else None
        if fill is not None and box.share < 1.0:
            fill = blend(fill, self._palette.surface, box.share)
        if fill is not None and not box.radius and not box.outline:
            self._painter.fillRect(rect, fill)
            return
        self._outlined(rect, fill, box)

    def _outlined(self, rect: QRectF, fill: QColor | None, box: Box) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        if box.outline:
            self._painter.setPen(QPen(self._palette.color(box.outline), box.line_width))
            inset = box.line_width / 2
            rect = rect.adjusted(inset, inset, -inset, -inset)
        if fill is None:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            self._painter.setBrush(fill)
        self._painter.drawRoundedRect(rect, box.radius, box.radius)

    def pill(self, pill: Pill) -> None:
        if self._pills is not None:
            self._pills.draw(self._painter, pill.area, pill.tone)
        else:
            paint_pill(self._painter, _rect(pill.area), pill.tone, self._palette)
        self.label(_pill_label(pill))


_DRAWN_BY: Mapping[type, Callable[[_ListPainter, Any], None]] = {
    Labels: _ListPainter.all_labels,
    Marks: _ListPainter.all_marks,
    Histogram: _ListPainter.histogram,
    Rules: _ListPainter.rules,
    Cuts: _ListPainter.cuts,
    Label: _ListPainter.label,
    Mark: _ListPainter.mark,
    Stroke: _ListPainter.stroke,
    Box: _ListPainter.box,
    Pill: _ListPainter.pill,
}


def _pen_of(stroke: Stroke) -> tuple[str, float, tuple[float, ...]]:
    return stroke.color, stroke.width, stroke.dash


def _pill_label(pill: Pill) -> Label:
    area, width = pill.area, pill.text_width
    x, y = area.x + (area.width - width) / 2, area.y + area.height / 2
    return Label(x, y, pill.text, width, TextStyle.LABEL_BOLD)


def _rect(area: Area) -> QRectF:
    return QRectF(area.x, area.y, area.width, area.height)
