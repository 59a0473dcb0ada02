"""Draws the cells: one painter for all columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from timeline_app.domain import ReviewStatus
from timeline_app.layout.marks import mark_for
from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.review.passages import state_of
from timeline_app.ui.review.state_marks import paint_state
from timeline_app.ui.table.cells import NOTHING
from timeline_app.ui.table.columns import Column
from timeline_app.ui.table.model import EventTableModel
from timeline_app.ui.table.paint import Tick, paint_check_box, paint_sources
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.labels import draw_words

Index = QModelIndex | QPersistentModelIndex

_SIDE = 8
_MARK_X, _MARK_WIDTH, _WORDS_X = 12, 35, 58
_MARK_HEIGHT = 9.0
_FONTS = {
    Column.EDTF: FontRole.EDTF,
    Column.TITLE: FontRole.BODY_MEDIUM,
    Column.WRITTEN: FontRole.QUOTE,
    Column.QUOTE: FontRole.QUOTE,
}
_WRAPPING = (Column.TITLE, Column.WRITTEN, Column.QUOTE)
_TWO_LINES = 1.85  # of a line's width: words do not break where the line ends
_VERBATIM = (Column.WRITTEN, Column.QUOTE)
_INKS = {Column.EDTF: "text2", Column.QUOTE: "text2", Column.NUMBER: "text2"}
_NO_LINE_AFTER = (Column.CHECK, Column.STATE)


class CellPainter:
    """Paints a cell's ground, content and cursor. With `wraps` long texts take two lines.

    `hovered` is the event under the pointer, None when there is none.
    """

    def __init__(self, model: ProjectModel, theme: Theme) -> None:
        self._model, self._theme = model, theme
        self.wraps = False
        self.hovered: int | None = None

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        index: Index,
        rows: EventTableModel,
        *,
        is_cursor: bool,
    ) -> None:
        """Draw the cell of an index; `is_cursor` frames it."""
        event_id, column = rows.event_id(index), Column(index.column())
        painter.save()
        self._paint_ground(painter, area, column, event_id)
        if event_id is not None:
            self._paint_content(painter, area, column, rows, event_id)
            if is_cursor:
                painter.setClipping(False)
                painter.setPen(QPen(self._theme.palette.accent, 2))
                painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRectF, column: Column, event_id: int | None
    ) -> None:
        palette = self._theme.palette
        fill = palette.surface
        if event_id is None:
            fill = palette.panel
        elif event_id in self._model.selection:
            fill = palette.selected
        elif event_id == self._model.current_event:
            fill = palette.sunken
        elif event_id == self.hovered:
            fill = palette.hover
        painter.fillRect(area, fill)
        bottom = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(bottom, palette.line)
        if event_id is not None and column not in _NO_LINE_AFTER:
            side = QRectF(area.right() - 1, area.top(), 1, area.height())
            painter.fillRect(side, palette.line)

    def _paint_content(
        self,
        painter: QPainter,
        area: QRectF,
        column: Column,
        rows: EventTableModel,
        event_id: int,
    ) -> None:
        event, palette = rows.cells.event(event_id), self._theme.palette
        centre = QPointF(area.center())
        match column:
            case Column.CHECK:
                tick = Tick.ON if event_id in self._model.selection else Tick.OFF
                paint_check_box(painter, centre, tick, palette)
            case Column.STATE:
                paint_state(painter, centre, state_of(event), palette)
            case Column.SOURCES:
                inner = area.adjusted(_SIDE, 0, -_SIDE, 0)
                paint_sources(painter, inner, rows.cells.sources(event_id), self._theme)
            case _:
                look = mark_for(event) if column is Column.WHEN else None
                if look is not None:
                    sample = QRectF(area.left() + _MARK_X, area.top(), _MARK_WIDTH, area.height())
                    ink = mark_ink(palette, look, "text2", _MARK_HEIGHT)
                    paint_mark_sample(painter, sample, look, ink)
                is_rejected = event.status is ReviewStatus.REJECTED
                text = rows.cells.text(event_id, column)
                self._paint_text(painter, area, column, text, is_faint=is_rejected)

    def _paint_text(
        self, painter: QPainter, area: QRectF, column: Column, text: str, *, is_faint: bool
    ) -> None:
        palette = self._theme.palette
        font = self._font(column)
        color = palette.color("text3" if is_faint or not text else _INKS.get(column, "text"))
        left = _WORDS_X if column is Column.WHEN else _SIDE
        inner = area.adjusted(left, 0, -_SIDE, 0)
        painter.setFont(font)
        painter.setPen(color)
        middle = Qt.AlignmentFlag.AlignVCenter
        is_wrapped = self.wraps and column in _WRAPPING
        room = inner.width() * (_TWO_LINES if is_wrapped else 1)
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text or NOTHING, mode, int(room))
        if column is Column.NUMBER:
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, text)
        elif is_wrapped:
            draw_words(painter, inner, middle | Qt.TextFlag.TextWordWrap, shown)
        else:
            draw_words(painter, inner, middle | Qt.TextFlag.TextSingleLine, shown)

    def _font(self, column: Column) -> QFont:
        """Words of articles are serif, and as large as the others."""
        font = self._theme.font(_FONTS.get(column, FontRole.TABLE))
        if column in _VERBATIM:
            font.setPixelSize(self._theme.font(FontRole.TABLE).pixelSize())
        return font
