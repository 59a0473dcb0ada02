"""The legend: every shape with its meaning, painted by the painter of marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from timeline_app.layout.marks import MarkKind, MarkLook
from timeline_app.rendering.fonts import FontRole, font
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.rendering.palette import Palette, blend

_SAMPLE_WIDTH, _SAMPLE_GAP = 26.0, 12.0
_LEAST_GAP, _MOST_GAP = 16.0, 48.0
_PILL_HEIGHT = 15.0
_MEANINGS = (
    (MarkKind.POINT, "day known"),
    (MarkKind.ABOUT, "about"),
    (MarkKind.PERIOD, "period"),
    (MarkKind.WITHIN, "sometime within"),
    (MarkKind.CORE, "core known"),
    (MarkKind.ONGOING, "goes on"),
    (MarkKind.UNTIL, "until"),
    (MarkKind.DISPUTED, "disputed"),
    (MarkKind.BEFORE, "on or before"),
    (MarkKind.AFTER, "on or after"),
)
_PLANNED = MarkLook(MarkKind.WITHIN, is_dashed=True)
_PROPOSED = MarkLook(MarkKind.PERIOD, is_hollow=True)
_CLUSTER = MarkLook(MarkKind.CLUSTER)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark and what it means."""

    look: MarkLook
    words: str


def legend_of(looks: Iterable[MarkLook], *, with_clusters: bool = False) -> list[LegendEntry]:
    """The entries for the looks in use, in the order of the design."""
    used = set(looks)
    kinds = {look.kind for look in used}
    if any(look.is_approximate for look in used):
        kinds.add(MarkKind.ABOUT)
    entries = [LegendEntry(MarkLook(kind), words) for kind, words in _MEANINGS if kind in kinds]
    if any(look.is_dashed for look in used):
        entries.append(LegendEntry(_PLANNED, "planned, possible"))
    if any(look.is_hollow for look in used):
        entries.append(LegendEntry(_PROPOSED, "proposed"))
    if with_clusters:
        entries.append(LegendEntry(_CLUSTER, "hidden here"))
    return entries


def legend_columns(entries: Sequence[LegendEntry], width: float, scale: float = 1.0) -> int:
    """The most columns in which the entries have room beside each other, in two rows or more."""
    metrics = QFontMetricsF(font(FontRole.CAPTION, scale))
    most = max(1, -(-len(entries) // 2))
    for columns in range(most, 1, -1):
        widths = _column_widths(metrics, entries, columns)
        if sum(widths) + _LEAST_GAP * (len(widths) - 1) <= width:
            return columns
    return 1


def paint_legend(
    painter: QPainter,
    rect: QRectF,
    entries: Sequence[LegendEntry],
    palette: Palette,
    *,
    columns: int = 6,
    scale: float = 1.0,
) -> None:
    """Paint the entries row by row in columns, spread over the width."""
    if not entries:
        return
    painter.setFont(font(FontRole.CAPTION, scale))
    lefts = _column_lefts(painter, rect, entries, columns)
    height = rect.height() / -(-len(entries) // columns)
    for index, entry in enumerate(entries):
        row, column = divmod(index, columns)
        sample = QRectF(lefts[column], rect.top() + row * height, _SAMPLE_WIDTH, height)
        _paint_sample(painter, sample, entry.look, palette)
        painter.setPen(palette.text2)
        words = QRectF(sample.right() + _SAMPLE_GAP, sample.top(), rect.width(), height)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, entry.words)


def _column_lefts(
    painter: QPainter, rect: QRectF, entries: Sequence[LegendEntry], columns: int
) -> list[float]:
    """The left edges of columns as wide as their widest words, spread over the width."""
    widths = _column_widths(QFontMetricsF(painter.font()), entries, columns)
    spare = rect.width() - sum(widths)
    gap = min(_MOST_GAP, max(0.0, spare / max(1, len(widths) - 1)))
    return [rect.left() + x for x in accumulate((w + gap for w in widths[:-1]), initial=0.0)]


def _column_widths(
    metrics: QFontMetricsF, entries: Sequence[LegendEntry], columns: int
) -> list[float]:
    return [
        _SAMPLE_WIDTH
        + _SAMPLE_GAP
        + max(metrics.horizontalAdvance(entry.words) for entry in entries[column::columns])
        for column in range(min(columns, len(entries)))
    ]


def _paint_sample(painter: QPainter, rect: QRectF, look: MarkLook, palette: Palette) -> None:
    if look.kind is not MarkKind.CLUSTER:
        paint_mark_sample(painter, rect, look, mark_ink(palette, look, "text2", 9.0))
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pill = QRectF(rect.left(), rect.center().y() - _PILL_HEIGHT / 2, rect.width(), _PILL_HEIGHT)
    painter.setPen(QPen(palette.text2, 1.5))
    painter.setBrush(blend(palette.text2, palette.surface, 0.13 * palette.tint))
    inside = pill.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.drawRoundedRect(inside, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
    painter.setFont(font(FontRole.COUNT))
    painter.setPen(palette.text)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, "9")
    painter.restore()
