"""The head of the table: names with their arrows, and below them the filters of the columns."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.table.columns import COLUMNS, Column
from timeline_app.ui.table.lines import Order
from timeline_app.ui.table.paint import Tick, paint_check_box
from timeline_app.ui.theme import Theme

NAMES_HEIGHT, FILTERS_HEIGHT = 32, 34
_SIDE = 8
_ICON = 15.0
_NO_LINE_AFTER = (Column.CHECK, Column.STATE)
_UNNAMED = (Column.CHECK, Column.STATE)


class TableHeader(QHeaderView):
    """Names sort when pressed; the first box selects all rows. Filters are placed by column."""

    sort_wanted = Signal(int)
    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._filters: dict[Column, QWidget] = {}
        self._restricted: frozenset[Column] = frozenset()
        self._order = Order()
        self._pressed_y = 0.0
        self.tick = Tick.OFF
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(22)
        self.setFixedHeight(NAMES_HEIGHT + FILTERS_HEIGHT)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.sectionResized.connect(self.place_filters)
        self.geometriesChanged.connect(self.place_filters)
        self.sectionClicked.connect(self._on_clicked)
        theme.changed.connect(self.viewport().update)

    def set_filters(self, filters: dict[Column, QWidget]) -> None:
        """Place these widgets below the names of their columns."""
        self._filters = filters
        for widget in filters.values():
            widget.setParent(self)
        for one, other in pairwise(filters.values()):
            QWidget.setTabOrder(one, other)
        self.place_filters()

    def show_order(self, order: Order) -> None:
        """Show what the rows are sorted by."""
        self._order = order
        self.viewport().update()

    def show_restricted(self, columns: frozenset[Column]) -> None:
        """Show which columns leave rows out."""
        self._restricted = columns
        self.viewport().update()

    def show_tick(self, tick: Tick) -> None:
        """Show whether all, some or none of the rows are selected."""
        self.tick = tick
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(super().sizeHint().width(), NAMES_HEIGHT + FILTERS_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self.place_filters()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._pressed_y = event.position().y()
        super().mousePressEvent(event)

    def paintSection(  # noqa: D102
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803 - Qt's name
    ) -> None:
        column, palette = Column(logicalIndex), self._theme.palette
        painter.save()
        painter.fillRect(rect, palette.surface)
        names = QRectF(rect.left(), rect.top(), rect.width(), NAMES_HEIGHT)
        painter.fillRect(names, palette.window)
        painter.fillRect(QRectF(names.left(), names.bottom() - 1, names.width(), 1), palette.line)
        bottom = QRectF(rect.left(), rect.top() + self.height() - 1, rect.width(), 1)
        painter.fillRect(bottom, palette.control)
        if column not in _NO_LINE_AFTER:
            right = QRectF(names.right() - 1, names.top(), 1, NAMES_HEIGHT)
            painter.fillRect(right, palette.line)
        if column is Column.CHECK:
            paint_check_box(painter, names.center(), self.tick, palette)
        if column not in _UNNAMED:
            self._paint_name(painter, names, column)
        painter.restore()

    def _paint_name(self, painter: QPainter, area: QRectF, column: Column) -> None:
        palette, font = self._theme.palette, self._theme.font(FontRole.LABEL_BOLD)
        inner = area.adjusted(_SIDE, 0, -_SIDE, 0)
        align = Qt.AlignmentFlag.AlignVCenter
        if column is Column.NUMBER:
            align |= Qt.AlignmentFlag.AlignRight
        painter.setFont(font)
        painter.setPen(palette.text if column is self._order.column else palette.text2)
        painter.drawText(inner, align, COLUMNS[column].name)
        if column is self._order.column:
            width = QFontMetricsF(font).horizontalAdvance(COLUMNS[column].name)
            box = QRectF(inner.left() + width + 5, area.center().y() - _ICON / 2, _ICON, _ICON)
            self._paint_arrow(painter, box)
        if column in self._restricted:
            middle = area.center().y() - _ICON / 2
            box = QRectF(inner.right() - _ICON + 3, middle, _ICON, _ICON)
            paint_icon(painter, box, "list-filter", palette.accent)

    def _paint_arrow(self, painter: QPainter, box: QRectF) -> None:
        painter.save()
        if self._order.is_descending:
            painter.translate(QPointF(0, 2 * box.center().y()))
            painter.scale(1, -1)
        paint_icon(painter, box, "arrow-up", self._theme.palette.text)
        painter.restore()

    def _on_clicked(self, section: int) -> None:
        if self._pressed_y > NAMES_HEIGHT:  # between two filters
            return
        if Column(section) is Column.CHECK:
            self.all_wanted.emit()
        else:
            self.sort_wanted.emit(section)

    def place_filters(self) -> None:
        """Put the filters below the names, wherever the table is scrolled to."""
        for column, widget in self._filters.items():
            left = self.sectionViewportPosition(column)
            width = self.sectionSize(column)
            widget.setGeometry(left + 4, NAMES_HEIGHT + 5, max(0, width - 9), FILTERS_HEIGHT - 10)
            widget.setVisible(not self.isSectionHidden(column))
