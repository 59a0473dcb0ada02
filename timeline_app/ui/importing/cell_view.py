"""Shows a `CellModel`: rows that are chosen whole, moved through and opened with the keyboard."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import icon_pixmap
from timeline_app.ui.importing.cells import CELL_ROLE, Cell, CellModel, Index
from timeline_app.ui.review.state_marks import paint_date_light
from timeline_app.ui.table.paint import paint_check_box
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.labels import draw_words

ROW_HEIGHT, _HEADER_HEIGHT = 29, 30
_SIDE, _EDGE, _ICON, _WORDS_X = 8, 14, 16, 30
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = frozenset(
    {*_ENTER, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down}
)
_LEFT = Qt.MouseButton.LeftButton
_ICONS_KEPT = 32


class CellView(QTableView):
    """`opened` carries the row of Enter or a double click, `toggled` that of Space or of a tick.

    `current_moved` carries the row that the cursor has come to, -1 for none.
    """

    opened = Signal(int)
    toggled = Signal(int)
    current_moved = Signal(int)

    def __init__(self, theme: Theme, model: CellModel, name: str) -> None:
        """`name` is what a screen reader calls the table."""
        super().__init__()
        self._theme, self._cells = theme, model
        self.hovered = -1
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(theme, self))
        self._dress()
        self._spread_columns()
        theme.changed.connect(self.viewport().update)

    @property
    def chosen_rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose_row(self, row: int) -> None:
        """Select one row alone, whichever keys are held down."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._cells.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the table before a shortcut of the window gets them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and Space ticks the current row; letters are left to what holds the table."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() in _ENTER:
            self.opened.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(row)
        elif event.text().isalnum() or event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a tick changes it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == _LEFT and index.isValid() and index.data(CELL_ROLE).tick is not None:
            self.toggled.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens a row."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == _LEFT and index.isValid() and index.data(CELL_ROLE).tick is None:
            self.opened.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The whole row under the pointer lights up."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Say where the cursor has come to."""
        super().currentChanged(current, previous)
        self.current_moved.emit(current.row())

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)

    def _spread_columns(self) -> None:
        header = self.horizontalHeader()
        header.setFixedHeight(_HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFont(self._theme.font(FontRole.LABEL_BOLD))
        header.setMinimumSectionSize(24)
        header.setStyleSheet(f"QHeaderView::section:first {{ padding-left: {_EDGE}px; }}")
        for place, spec in enumerate(self._cells.columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Stretch if spec.grows else mode.Interactive)
            header.resizeSection(place, spec.width)


class _CellDelegate(QStyledItemDelegate):
    """Paints the cells."""

    def __init__(self, theme: Theme, view: CellView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        theme.changed.connect(self._forget_icons)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL_ROLE)
        area = QRectF(option.rect)
        painter.save()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, area, index, is_chosen=is_chosen)
        if index.column() == 0:
            area.adjust(_EDGE - _SIDE, 0, 0, 0)
        left = self._paint_sign(painter, area, cell)
        inner = area.adjusted(left, 0, -_SIDE, 0)
        self._paint_words(painter, inner, cell, index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRectF, index: Index, *, is_chosen: bool
    ) -> None:
        palette = self._theme.palette
        is_hovered = index.row() == self._view.hovered
        fill = palette.selected if is_chosen else palette.hover if is_hovered else palette.surface
        painter.fillRect(area, fill)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), palette.line)
        if index.row() != self._view.currentIndex().row():
            return
        if index.column() == 0 and is_chosen:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height() - 1), palette.accent)
        if self._view.hasFocus():
            painter.setPen(QPen(palette.focus, 2))
            for y in (area.top() + 1, area.bottom() - 2):
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _paint_sign(self, painter: QPainter, area: QRectF, cell: Cell) -> int:
        """Paint what stands before the words; returns where they begin."""
        palette, middle = self._theme.palette, area.center().y()
        if cell.tick is not None:
            paint_check_box(painter, QPointF(area.left() + 16, middle), cell.tick, palette)
        elif cell.trust is not None:
            paint_date_light(painter, QPointF(area.left() + 16, middle), cell.trust, palette)
        elif cell.icon:
            pixmap = self._icon(cell.icon, cell.color)
            painter.drawPixmap(QPointF(area.left() + _SIDE, middle - _ICON / 2), pixmap)
        else:
            return _SIDE
        return _WORDS_X

    def _paint_words(
        self, painter: QPainter, area: QRectF, cell: Cell, side: Qt.AlignmentFlag
    ) -> None:
        font = self._theme.font(cell.font)
        if cell.font is FontRole.QUOTE:  # words of others are serif, and as large as the rest
            font.setPixelSize(self._theme.font(FontRole.TABLE).pixelSize())
        painter.setFont(font)
        painter.setPen(self._theme.palette.color(cell.color))
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(cell.text, mode, int(area.width()))
        if side & Qt.AlignmentFlag.AlignRight:
            painter.drawText(area, side, shown)
        else:
            draw_words(painter, area, side | Qt.TextFlag.TextSingleLine, shown)

    @cached_property
    def _icons(self) -> dict[tuple[str, str], QPixmap]:
        return {}

    def _icon(self, name: str, color: str) -> QPixmap:
        """An icon, drawn once for each color: a table shows the same few again and again."""
        key = (name, color)
        if key not in self._icons:
            self._icons[key] = icon_pixmap(name, self._theme.palette.color(color), _ICON)
        return self._icons[key]

    def _forget_icons(self) -> None:
        self._icons.clear()
