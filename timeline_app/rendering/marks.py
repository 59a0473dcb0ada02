"""The one painter of marks: canvas, card, list, table cell, legend and paper all call it.

Solid is known, hatch is possible, a fade is a limit that is not known, hollow is not accepted,
dashes have not (yet) happened, a fork is a matter the sources differ about.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from timeline_app.layout.entry import FADED_TONE
from timeline_app.layout.marks import (
    FORK_STEM,
    MIN_BAR,
    MIN_EXTENT,
    POINT_RADIUS,
    WHISKER_INNER,
    WHISKER_OUTER,
    MarkKind,
    MarkLook,
    MarkShape,
    ink_extent,
    ink_token,
    mark_for,
    sample_shape,
)
from timeline_app.layout.primitives import CUT
from timeline_app.rendering.hatch_tiles import (
    HATCH_PEN,
    HATCH_STEP,
    TILES_FROM,
    HatchTiles,
    SoftInk,
    Stops,
)
from timeline_app.rendering.palette import Palette, blend, blended
from timeline_app.rendering.shading import draw_shaded_lines, fill_shaded

__all__ = ["MarkInk", "mark_for", "mark_ink", "paint_mark", "paint_mark_sample"]

BAR_HEIGHT = 10.0
_HAIRLINE = 1.5
_TICK = 1.75
_STOP = 2.5
_DASH, _GAP = 4.0, 2.5
_TINT, _PLANNED_TINT = 0.22, 0.16
_FORK_PEN, _FORK_SPREAD = 1.6, 5.0
_FAINT = 0.28

_BOTH: Stops = ((0, _FAINT), (0.3, 1), (0.7, 1), (1, _FAINT))
_RISING: Stops = ((0, _FAINT), (1, 1))
_FALLING: Stops = ((0, 1), (1, _FAINT))
_FROM_NOTHING: Stops = ((0, 0), (0.75, 1), (1, 1))
_TO_NOTHING: Stops = ((0, 1), (0.25, 1), (1, 0))


@dataclass(frozen=True, slots=True)
class MarkInk:
    """What a mark is painted with: its colour, the opaque background it lies on, its height.

    `tint` (0 to 1) is how strong the tints inside its lines are.
    """

    color: QColor
    background: QColor
    height: float = BAR_HEIGHT
    tint: float = 1.0


def mark_ink(palette: Palette, look: MarkLook, tone: str, height: float = BAR_HEIGHT) -> MarkInk:
    """The ink of an event: proposals and disputes have a colour of their own, until they fade."""
    token = tone if tone == FADED_TONE else ink_token(look, tone)
    color = palette.color(token)
    return MarkInk(color, palette.surface, height, palette.tint)


def paint_mark(
    painter: QPainter,
    shape: MarkShape,
    y: float,
    ink: MarkInk,
    window: tuple[float, float] | None = None,
    tiles: HatchTiles | None = None,
) -> None:
    """Paint a mark on the line at height `y`.

    `window` is the visible stretch: a mark that it cuts ends there in a chevron. With `tiles` a
    long hatch is put together from pictures, which is what a screen needs.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    limits = window or ink_extent(shape)
    _MarkPainter(painter, shape, y, ink, limits, tiles).paint()
    painter.restore()


def paint_mark_sample(painter: QPainter, rect: QRectF, look: MarkLook, ink: MarkInk) -> None:
    """Paint the kind of a mark, to no scale, in the middle of `rect`."""
    paint_mark(painter, sample_shape(look, rect.left(), rect.width()), rect.center().y(), ink)


class _MarkPainter:
    """Paints one mark; keeps what its parts share."""

    def __init__(
        self,
        painter: QPainter,
        shape: MarkShape,
        y: float,
        ink: MarkInk,
        window: tuple[float, float],
        tiles: HatchTiles | None,
    ) -> None:
        self._painter = painter
        self._tiles = tiles
        self._shape = shape
        self._look = shape.look
        self._y = y
        self._color, self._background, self._tint = ink.color, ink.background, ink.tint
        self._top, self._bottom, self._height = y - ink.height / 2, y + ink.height / 2, ink.height
        (left, right), (ink_left, ink_right) = window, ink_extent(shape)
        self._is_cut_left = ink_left < left < ink_right - CUT
        self._is_cut_right = ink_left + CUT < right < ink_right
        self._edges = window
        self._window = (
            left + CUT if self._is_cut_left else left,
            right - CUT if self._is_cut_right else right,
        )

    def paint(self) -> None:
        """Paint the mark, its whiskers, and chevrons where the window cuts it."""
        _PARTS[self._look.kind](self)
        if self._look.is_approximate:
            self._whiskers(self._shape.x1, self._shape.x2, gap=0)
        self._cuts()

    def period(self) -> None:
        """A bar."""
        self._bar(self._shape.x1, self._shape.x2)

    def within(self) -> None:
        """A hatched stretch between its limits."""
        self._soft(self._shape.x1, self._shape.x2, _BOTH)
        self._limits()

    def before(self) -> None:
        """Open to the left of a stop."""
        self._soft(self._shape.x1 + 4, self._shape.x2, _FROM_NOTHING)
        self._chevron(self._shape.x1, -1)
        self._upright(self._shape.x2 - _STOP / 2, _STOP, 1.5)

    def after(self) -> None:
        """Open to the right of a stop."""
        self._soft(self._shape.x1, self._shape.x2 - 4, _TO_NOTHING)
        self._chevron(self._shape.x2, 1)
        self._upright(self._shape.x1 + _STOP / 2, _STOP, 1.5)

    @property
    def _is_outlined(self) -> bool:
        return self._look.is_hollow or self._look.is_dashed

    def point(self) -> None:
        """A disc, with whiskers when it is only about right."""
        shape, x = self._shape, self._shape.c1
        if shape.x2 - shape.x1 >= MIN_EXTENT:
            self._extent(shape.x1, shape.x2)
        if self._look.kind is MarkKind.ABOUT:
            self._whiskers(x, x, gap=WHISKER_INNER)
        fill = self._fill() if self._is_outlined else self._color
        pen = QPen(Qt.PenStyle.NoPen)
        if self._is_outlined:
            pen = QPen(self._color, _TICK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if self._look.is_dashed:
            pen.setDashPattern([3 / _TICK, 2.2 / _TICK])
        radius = POINT_RADIUS - 0.75 if self._is_outlined else POINT_RADIUS
        self._disc(x, self._y, radius, fill, pen)

    def _extent(self, left: float, right: float) -> None:
        """How long the known granule is, once the scale shows it."""
        self._painter.setPen(QPen(blend(self._color, self._background, 0.55), _HAIRLINE))
        self._line(left, self._y, right, self._y)
        for x in (left, right):
            self._line(x, self._y - 3, x, self._y + 3)

    def _whiskers(self, left: float, right: float, *, gap: float) -> None:
        reach = WHISKER_OUTER
        for x, way in ((left, -1), (right, 1)):
            self._painter.setPen(QPen(self._color, _TICK))
            self._line(x + gap * way, self._y, x + reach * way, self._y)
            self._painter.setPen(QPen(self._color, 1.25))
            self._line(x + reach * way, self._y - 3, x + reach * way, self._y + 3)

    def core(self) -> None:
        """A bar with hatched sides."""
        shape = self._shape
        if shape.c1 > shape.x1:
            self._soft(shape.x1, shape.c1, _RISING)
        if shape.x2 > shape.c2:
            self._soft(shape.c2, shape.x2, _FALLING)
        self._bar(shape.c1, shape.c2)
        self._limits()

    def ongoing(self) -> None:
        """A bar that fades to the right."""
        shape = self._shape
        if shape.c1 > shape.x1:
            self._soft(shape.x1, shape.c1, _RISING)
            self._upright(shape.x1 + _TICK / 2, _TICK)
        end = shape.x2 - 4
        turn = (shape.c2 - shape.c1) / (end - shape.c1)
        self._fading_bar(shape.c1, end, ((0, 1), (turn, 1), (1, 0)))
        self._upright(shape.c1 + _HAIRLINE / 2, _HAIRLINE)
        self._chevron(shape.x2, 1)

    def until(self) -> None:
        """A bar that fades to the left."""
        shape = self._shape
        start = shape.x1 + 4
        turn = (shape.c1 - start) / (shape.c2 - start)
        self._fading_bar(start, shape.c2, ((0, 0), (turn, 1), (1, 1)))
        self._upright(shape.c2 - _HAIRLINE / 2, _HAIRLINE)
        self._chevron(shape.x1, -1)

    def _fading_bar(self, left: float, right: float, stops: Stops) -> None:
        if not self._is_outlined:
            self._fill_rect(left, right, self._faded(left, right, stops))
            return
        tint = 0.0 if self._look.is_hollow else _PLANNED_TINT
        self._fill_rect(left, right, self._faded(left, right, stops, tint * self._tint))
        self._rails(left, right, self._faded(left, right, stops))

    def _bar(self, left: float, right: float) -> None:
        right = max(right, left + MIN_BAR)
        if not self._is_outlined:
            self._fill_rect(left, right, self._color)
            return
        inset = _HAIRLINE / 2
        rect = QRectF(left, self._top, right - left, self._bottom - self._top)
        self._painter.setPen(self._outline_pen(self._color))
        self._painter.setBrush(self._fill())
        self._painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))

    def _soft(self, left: float, right: float, stops: Stops) -> None:
        """An uncertain stretch: tint, hatch and two rails, faded by the same stops."""
        hollow, dashed = self._look.is_hollow, self._look.is_dashed
        seen_left, seen_right = max(left, self._window[0]), min(right, self._window[1])
        if self._tiles is not None and not self._is_outlined and right - left > TILES_FROM:
            if seen_left < seen_right:
                seen = QRectF(seen_left, self._top, seen_right - seen_left, self._height)
                ink = SoftInk(self._color.rgb(), self._background.rgb(), self._tint * _TINT)
                self._tiles.paint(self._painter, seen, (left, right), stops, ink)
            return
        faded = self._faded(left, right, stops)
        share = self._tint * (_PLANNED_TINT if dashed else _TINT)
        tint = QBrush(self._background) if hollow else self._faded(left, right, stops, share)
        self._fill_rect(left, right, tint)
        if not self._is_outlined:
            self._hatch(left, right, faded)
        self._rails(left, right, faded)

    def _hatch(self, left: float, right: float, brush: QBrush) -> None:
        """Lines at 45 degrees, cut where the stretch or the window ends."""
        top, bottom = self._top, self._bottom
        height = bottom - top
        seen_left, seen_right = max(left, self._window[0]), min(right, self._window[1])
        first = seen_left - height - (seen_left - height - left) % HATCH_STEP
        count = max(0, math.ceil((seen_right - first) / HATCH_STEP))
        lines = []
        for foot in (first + HATCH_STEP * number for number in range(count)):
            head = foot + height
            start, end = max(foot, seen_left), min(head, seen_right)
            if start < end:
                lines.append(QLineF(start, bottom - (start - foot), end, top + (head - end)))
        draw_shaded_lines(self._painter, lines, QPen(brush, HATCH_PEN, c=Qt.PenCapStyle.FlatCap))

    def _rails(self, left: float, right: float, brush: QBrush | QColor) -> None:
        """The lines along the top and the bottom."""
        if not self._look.is_dashed:
            for y in (self._top, self._bottom - _HAIRLINE):
                self._fill_rect(left, right, brush, y, _HAIRLINE)
            return
        left, right = max(left, self._window[0]), min(right, self._window[1])
        edges = self._top + _HAIRLINE / 2, self._bottom - _HAIRLINE / 2
        rails = [QLineF(left, y, right, y) for y in edges if left < right]
        draw_shaded_lines(self._painter, rails, self._outline_pen(brush))

    def _outline_pen(self, brush: QBrush | QColor) -> QPen:
        pen = QPen(QBrush(brush), _HAIRLINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if self._look.is_dashed:
            pen.setDashPattern([_DASH / _HAIRLINE, _GAP / _HAIRLINE])
        return pen

    def _limits(self) -> None:
        self._upright(self._shape.x1 + _TICK / 2, _TICK)
        self._upright(self._shape.x2 - _TICK / 2, _TICK)

    def _upright(self, x: float, width: float, over: float = 0.0) -> None:
        if self._window[0] <= x <= self._window[1]:
            height = self._bottom - self._top + 2 * over
            rect = QRectF(x - width / 2, self._top - over, width, height)
            self._painter.fillRect(rect, self._color)

    def _chevron(self, x: float, way: int) -> None:
        """A head that points right (way 1) or left (way -1)."""
        if not self._edges[0] <= x <= self._edges[1]:
            return
        style, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
        self._painter.setPen(QPen(self._color, _TICK, style, cap, Qt.PenJoinStyle.RoundJoin))
        back = x - 5 * way
        self._painter.drawPolyline(
            [QPointF(back, self._y - 4.5), QPointF(x, self._y), QPointF(back, self._y + 4.5)]
        )

    def fork(self) -> None:
        """A stem with two tips: the first date filled, the second hollow."""
        shape, y = self._shape, self._y
        split = shape.c1 - FORK_STEM + 5
        path = QPainterPath(QPointF(shape.c1 - FORK_STEM, y))
        path.lineTo(split, y)
        path.lineTo(split + 6, y - _FORK_SPREAD)
        path.moveTo(split, y)
        path.lineTo(split + 6, y + _FORK_SPREAD)
        path.lineTo(shape.c2, y + _FORK_SPREAD)
        pen = self._outline_pen(self._color)
        pen.setWidthF(_FORK_PEN)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)
        ring = QPen(self._color, _FORK_PEN)
        first = self._background if self._look.is_hollow else self._color
        self._disc(shape.c1, y - _FORK_SPREAD, 3.5, first, ring)
        self._disc(shape.c2, y + _FORK_SPREAD, 3.5, self._background, ring)

    def _cuts(self) -> None:
        """Chevrons where the window cuts a mark that goes on outside."""
        if self._is_cut_left:
            self._chevron(self._edges[0] + 1, -1)
        if self._is_cut_right:
            self._chevron(self._edges[1] - 1, 1)

    def _fill(self) -> QColor:
        """The inside of an outlined mark: empty for proposals, a tint for what is planned."""
        share = 0.0 if self._look.is_hollow else _PLANNED_TINT * self._tint
        return blend(self._color, self._background, share)

    def _faded(self, left: float, right: float, stops: Stops, factor: float = 1.0) -> QBrush:
        gradient = QLinearGradient(left, 0, right, 0)
        shares = tuple((offset, share * factor) for offset, share in stops)
        gradient.setStops(blended(self._color.rgb(), self._background.rgb(), shares))
        return QBrush(gradient)

    def _fill_rect(
        self,
        left: float,
        right: float,
        brush: QBrush | QColor,
        top: float | None = None,
        height: float | None = None,
    ) -> None:
        """Fill the part in the window; as high as the bar unless told otherwise."""
        seen_left, seen_right = max(left, self._window[0]), min(right, self._window[1])
        if seen_right > seen_left:
            y = self._top if top is None else top
            full = self._bottom - self._top if height is None else height
            fill_shaded(self._painter, QRectF(seen_left, y, seen_right - seen_left, full), brush)

    def _disc(self, x: float, y: float, radius: float, fill: QColor, pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(fill)
        self._painter.drawEllipse(QPointF(x, y), radius, radius)

    def _line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        left, right = max(min(x1, x2), self._window[0]), min(max(x1, x2), self._window[1])
        if left > right or (left == right and x1 != x2):
            return
        self._painter.drawLine(QPointF(left, y1), QPointF(right, y2))


_PARTS: Mapping[MarkKind, Callable[[_MarkPainter], None]] = {
    MarkKind.POINT: _MarkPainter.point,
    MarkKind.ABOUT: _MarkPainter.point,
    MarkKind.PERIOD: _MarkPainter.period,
    MarkKind.WITHIN: _MarkPainter.within,
    MarkKind.CORE: _MarkPainter.core,
    MarkKind.BEFORE: _MarkPainter.before,
    MarkKind.AFTER: _MarkPainter.after,
    MarkKind.ONGOING: _MarkPainter.ongoing,
    MarkKind.UNTIL: _MarkPainter.until,
    MarkKind.DISPUTED: _MarkPainter.fork,
    MarkKind.CLUSTER: _MarkPainter.period,
}
