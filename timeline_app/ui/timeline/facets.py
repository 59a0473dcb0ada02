"""The panel on the left: what is shown, by actor, date, status and article."""

from __future__ import annotations

from collections.abc import Sequence
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
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from timeline_app.rendering.fonts import FontRole
from timeline_app.rendering.marks import mark_ink, paint_mark_sample
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.checks import BOX, paint_check
from timeline_app.ui.timeline.facet_filter import Facet, FacetValue, Hidden
from timeline_app.ui.widgets import Button, ButtonKind, SectionHeader, Surface

_VALUE = Qt.ItemDataRole.UserRole
_MOST = Qt.ItemDataRole.UserRole + 1
_ROW, _HEAD = 24, 34
_SIDE = 14.0
_MARK_WIDTH, _BAR_WIDTH, _COUNT_WIDTH = 22.0, 20.0, 28.0
_Index = QModelIndex | QPersistentModelIndex


class FacetPanel(Surface):
    """Check boxes with counts; `filter_changed` tells that `hidden` has changed."""

    filter_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._hidden: Hidden = frozenset()
        self._fills = False
        self.head = SectionHeader(theme, "Filter", height=40)
        self.clear_button = Button(
            theme, "Clear", kind=ButtonKind.QUIET, height=24, role=FontRole.LABEL
        )
        self.clear_button.clicked.connect(self.clear)
        self.head.add(self.clear_button)
        self.tree = FacetTree(theme)
        self.tree.rows.itemChanged.connect(self._on_item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.tree, 1)

    @property
    def hidden(self) -> Hidden:
        """What is filtered out."""
        return self._hidden

    def set_hidden(self, hidden: Hidden) -> None:
        """Filter out other values."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._show_checks()
            self.filter_changed.emit()

    def clear(self) -> None:
        """Show everything."""
        self.set_hidden(frozenset())

    def show_values(self, values: Sequence[FacetValue], shown: int, total: int) -> None:
        """Show the rows, and how many events are let through."""
        self.head.count.setText(f"{shown} of {total} events")
        self.clear_button.setEnabled(bool(self._hidden))
        self._fills = True
        self.tree.fill(values)
        self._fills = False
        self._show_checks()

    def _show_checks(self) -> None:
        self._fills = True
        for item in self.tree.value_items():
            value = cast(FacetValue, item.data(_VALUE))
            is_hidden = (value.facet, value.key) in self._hidden
            item.setCheckState(Qt.CheckState.Unchecked if is_hidden else Qt.CheckState.Checked)
        self._fills = False

    def _on_item(self, item: QStandardItem) -> None:
        value = item.data(_VALUE)
        if self._fills or not isinstance(value, FacetValue):
            return
        key = frozenset({(value.facet, value.key)})
        checked = item.checkState() is Qt.CheckState.Checked
        self._hidden = self._hidden - key if checked else self._hidden | key
        self.filter_changed.emit()


class FacetTree(QTreeView):
    """The rows, under one head for each facet that can be closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QStandardItemModel(self)
        self._sections: dict[Facet, QStandardItem] = {}
        self.setModel(self.rows)
        self.setItemDelegate(_FacetDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setFrameStyle(0)
        self.setMouseTracking(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Filter")
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.viewport().update)

    def fill(self, values: Sequence[FacetValue]) -> None:
        """Show these rows; sections keep whether they are open."""
        for facet in Facet:
            section = self._section(facet)
            wanted = [value for value in values if value.facet is facet]
            section.setRowCount(0)
            section.setData(max((value.count for value in wanted), default=1), _MOST)
            for value in wanted:
                section.appendRow(_item_of(value))
            self.setRowHidden(section.row(), QModelIndex(), not wanted)

    def value_items(self) -> list[QStandardItem]:
        """The rows that can be checked."""
        return [
            section.child(row)
            for section in self._sections.values()
            for row in range(section.rowCount())
        ]

    def _section(self, facet: Facet) -> QStandardItem:
        if facet not in self._sections:
            item = QStandardItem(facet.value)
            item.setData(facet, _VALUE)
            self._sections[facet] = item
            self.rows.appendRow(item)
            self.expand(item.index())
        return self._sections[facet]

    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))


def _item_of(value: FacetValue) -> QStandardItem:
    item = QStandardItem(value.title)
    item.setData(value, _VALUE)
    item.setCheckable(True)
    item.setData(f"{value.title}, {value.count} events", Qt.ItemDataRole.AccessibleTextRole)
    return item


class _FacetDelegate(QStyledItemDelegate):
    """Paints heads and rows."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, _ROW if index.parent().isValid() else _HEAD)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Let a click anywhere in a row turn its check."""
        if event.type() == QEvent.Type.MouseButtonRelease and index.parent().isValid():
            role = Qt.ItemDataRole.CheckStateRole
            is_checked = Qt.CheckState(index.data(role)) is Qt.CheckState.Checked
            turned = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
            return model.setData(index, turned.value, role)
        return super().editorEvent(event, model, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
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
        value = index.data(_VALUE)
        if isinstance(value, FacetValue):
            self._paint_row(painter, rect, value, index)
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

    def _paint_row(self, painter: QPainter, rect: QRectF, value: FacetValue, index: _Index) -> None:
        palette, middle = self._theme.palette, rect.center().y()
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        box = QRectF(_SIDE, middle - BOX / 2, BOX, BOX)
        paint_check(painter, box, checked, palette)
        x = box.right() + 9
        if value.tone:
            painter.fillRect(QRectF(x, middle - 7, 4, 14), palette.color(value.tone))
            x += 13
        elif value.look is not None:
            sample = QRectF(x, middle - 8, _MARK_WIDTH, 16)
            ink = mark_ink(palette, value.look, "text2", 8.0)
            paint_mark_sample(painter, sample, value.look, ink)
            x = sample.right() + 9
        is_on = checked is Qt.CheckState.Checked
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(palette.text if is_on else palette.text3)
        room = rect.right() - _SIDE - _COUNT_WIDTH - _BAR_WIDTH - 6 - x
        metrics = painter.fontMetrics()
        title = metrics.elidedText(value.title, Qt.TextElideMode.ElideRight, int(room))
        words = QRectF(x, rect.top(), room + 4, rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
        share = value.count / max(1, int(index.parent().data(_MOST)))
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
        painter.drawText(box, align, str(count))
