"""Rows of lists: what stands behind their words, and the ring of the focus round them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_EDGE = 3


class RowDelegate(QStyledItemDelegate):
    """Paints fill, line, the edge of what is chosen, and the focus; `paint_row` paints the rest."""

    def __init__(self, theme: Theme, view: QListView, height: int) -> None:
        super().__init__(view)
        self.theme = theme
        self._view, self._height = view, height

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As wide as the list."""
        return QSize(self._view.viewport().width(), self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it in its present state."""
        palette, box = self.theme.palette, QRectF(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = palette.selected if is_chosen else palette.hover if is_hovered else palette.panel
        painter.fillRect(box, fill)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), palette.line)
        if is_chosen:
            edge = QRectF(box.left(), box.top(), _EDGE, box.height() - 1)
            painter.fillRect(edge, palette.accent)
        self.paint_row(painter, box, index, is_chosen=is_chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.focus, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, *, is_chosen: bool) -> None:
        """Paint what the row says."""
        raise NotImplementedError
