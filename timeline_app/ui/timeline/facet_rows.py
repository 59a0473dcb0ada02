"""How a row of the filter is painted, and what clicks on it do."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.checks import BOX, paint_check
from timeline_app.ui.timeline.facet_filter import FacetValue
from timeline_app.ui.widgets.labels import draw_words

VALUE_ROLE = Qt.ItemDataRole.UserRole
MOST_ROLE = Qt.ItemDataRole.UserRole + 1
TONE_ROLE = Qt.ItemDataRole.UserRole + 2
_ROW, _HEAD = 24, 34
_SIDE = 14.0
_MARK_WIDTH, _BAR_WIDTH, _COUNT_WIDTH = 22.0, 20.0, 42.0
_Index = QModelIndex | QPersistentModelIndex


class FacetDelegate(QStyledItemDelegate):
    """Paints heads and rows. `only_asked` carries the FacetValue of a row clicked twice."""

    only_asked = Signal(object)

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree
        self._was_double = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Heads are higher than rows."""
        return QSize(100, _ROW if index.parent().isValid() else _HEAD)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Let a click anywhere in a row turn its check, and a second one ask for it alone."""
        value = index.data(VALUE_ROLE)
        if not isinstance(value, FacetValue):
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._was_double = True
            self.only_asked.emit(value)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease:
            if self._was_double:
                self._was_double = False
                return True
            role = Qt.ItemDataRole.CheckStateRole
            is_checked = Qt.CheckState(index.data(role)) is Qt.CheckState.Checked
            turned = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
            return model.setData(index, turned.value, role)
        return super().editorEvent(event, model, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a head, a row, or the row that asks for more."""
        rect = QRectF(option.rect)
        state = option.state
        palette = self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, palette.panel)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, palette.hover)
        if state & QStyle.StateFlag.State_HasFocus and self._tree.hasFocus():
            painter.setPen(palette.focus)
            painter.drawRoundedRect(rect.adjusted(3.5, 0.5, -3.5, -0.5), 4, 4)
        value = index.data(VALUE_ROLE)
        if isinstance(value, FacetValue):
            self._paint_row(painter, rect, value, index)
        elif index.parent().isValid():
            self._paint_more(painter, rect, str(index.data()))
        else:
            self._paint_head(painter, rect, index)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, index: _Index) -> None:
        palette = self._theme.palette
        if index.row():
            painter.fillRect(QRectF(0, rect.top(), rect.right() + 1, 1), palette.line)
        is_open = self._tree.isExpanded(cast(QModelIndex, index))
        name = "chevron-down" if is_open else "chevron-right"
        middle = rect.center().y() + 2
        paint_icon(painter, QRectF(_SIDE, middle - 7, 14, 14), name, palette.text2)
        painter.setFont(self._theme.font(FontRole.LABEL_BOLD))
        painter.setPen(palette.text)
        words = QRectF(_SIDE + 20, rect.top() + 2, rect.width(), rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))

    def _paint_more(self, painter: QPainter, rect: QRectF, words: str) -> None:
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(self._theme.palette.accent)
        painter.drawText(
            rect.adjusted(_SIDE + BOX + 9, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words
        )

    def _paint_row(self, painter: QPainter, rect: QRectF, value: FacetValue, index: _Index) -> None:
        palette, middle = self._theme.palette, rect.center().y()
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        box = QRectF(_SIDE, middle - BOX / 2, BOX, BOX)
        paint_check(painter, box, checked, palette)
        x = box.right() + 9
        tone = str(index.data(TONE_ROLE) or "")
        if tone and value.look is None:
            painter.fillRect(QRectF(x, middle - 7, 4, 14), palette.color(tone))
            x += 13
        elif value.look is not None:
            sample = QRectF(x, middle - 8, _MARK_WIDTH, 16)
            ink = mark_ink(palette, value.look, tone or "text2", 8.0)
            paint_mark_sample(painter, sample, value.look, ink)
            x = sample.right() + 9
        is_on = checked is Qt.CheckState.Checked
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(palette.text if is_on else palette.text3)
        room = rect.right() - _SIDE - _COUNT_WIDTH - _BAR_WIDTH - 6 - x
        metrics = painter.fontMetrics()
        title = metrics.elidedText(value.title, Qt.TextElideMode.ElideRight, int(room))
        words = QRectF(x, rect.top(), room + 4, rect.height())
        draw_words(painter, words, Qt.AlignmentFlag.AlignVCenter, title)
        share = value.count / max(1, int(index.parent().data(MOST_ROLE)))
        self._paint_count(painter, rect, value.count, share)

    def _paint_count(self, painter: QPainter, rect: QRectF, count: int, share: float) -> None:
        palette, middle = self._theme.palette, rect.center().y()
        left = rect.right() - _SIDE - _COUNT_WIDTH - _BAR_WIDTH
        painter.fillRect(QRectF(left, middle - 3, _BAR_WIDTH, 6), palette.sunken)
        filled = QRectF(left, middle - 3, _BAR_WIDTH * share, 6)
        painter.fillRect(filled, palette.rejected)
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(palette.text2)
        box = QRectF(rect.right() - _SIDE - _COUNT_WIDTH, rect.top(), _COUNT_WIDTH, rect.height())
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, align, f"{count:,}")
