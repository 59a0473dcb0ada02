"""The rows: moving, selecting and editing by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.table.columns import COLUMNS, Column
from timeline_app.ui.table.delegate import CellDelegate
from timeline_app.ui.table.header import TableHeader
from timeline_app.ui.table.lines import GroupHead
from timeline_app.ui.table.model import EventTableModel, Index
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.labels import draw_words

ROW_HEIGHT, TALL_ROW_HEIGHT = 29, 52
_Hint = QAbstractItemDelegate.EndEditHint
_STEPS = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}
_EDITABLE = tuple(column for column, spec in COLUMNS.items() if spec.is_editable)


class EventTable(QTableView):
    """Shows an `EventTableModel`; `current_moved` carries the event the cursor has come to."""

    current_moved = Signal(object)

    def __init__(
        self,
        project_model: ProjectModel,
        rows: EventTableModel,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._project_model, self._rows, self._theme = project_model, rows, theme
        self._anchor: int | None = None
        self.header = TableHeader(theme, self)
        self.delegate = CellDelegate(project_model, theme, self)
        self._dress()
        self.setHorizontalHeader(self.header)
        self.setModel(rows)
        self.setItemDelegate(self.delegate)
        self.header.setHighlightSections(False)
        for column, spec in COLUMNS.items():
            self.setColumnWidth(column, spec.width)
        self.horizontalScrollBar().valueChanged.connect(self.header.place_filters)
        theme.changed.connect(self.viewport().update)
        for moved in (rows.modelReset, rows.layoutChanged, rows.rowsInserted, rows.rowsRemoved):
            moved.connect(self._fit_heads)

    @property
    def current_id(self) -> int | None:
        """The event of the row that the cursor is in."""
        return self._rows.event_id(self.currentIndex())

    def event_at(self, place: QPoint) -> int | None:
        """The event of the row at a place of the viewport, beside its boxes; None without one."""
        index = self.indexAt(place)
        is_box = index.isValid() and Column(index.column()) in (Column.CHECK, Column.STATE)
        return None if is_box else self._rows.event_id(index)

    def go_to(self, event_id: int, column: Column | None = None) -> bool:
        """Move the cursor to the row of an event; False when it is not shown."""
        row = self._rows.row_of(event_id)
        if row is None:
            return False
        at = self.currentIndex()
        place = column if column is not None else Column(max(at.column(), Column.WHEN))
        self.setCurrentIndex(self._rows.index(row, place))
        return True

    def edit_cell(self, event_id: int, column: Column) -> None:
        """Begin editing a cell."""
        if self.go_to(event_id, column):
            self.edit(self.currentIndex())

    def toggle(self, event_id: int) -> None:
        """Select an event or let it go."""
        self._anchor = event_id
        self._project_model.set_selection(self._project_model.selection ^ {event_id})

    def select_to(self, event_id: int) -> None:
        """Select all rows between the one selected last and this one."""
        rows = [self._rows.row_of(id_) for id_ in (self._anchor, event_id) if id_ is not None]
        places = sorted(row for row in rows if row is not None)
        between = [self._rows.line(row) for row in range(places[0], places[-1] + 1)]
        chosen = {line for line in between if isinstance(line, int)}
        self._project_model.set_selection(self._project_model.selection | chosen)

    def set_tall(self, is_tall: bool) -> None:  # noqa: FBT001 - a slot
        """Show quotes on two lines, or rows as low as they can be."""
        self.delegate.painter.wraps = is_tall
        height = TALL_ROW_HEIGHT if is_tall else ROW_HEIGHT
        self.verticalHeader().setDefaultSectionSize(height)
        self._fit_heads()
        self.viewport().update()

    def _fit_heads(self) -> None:
        """Heads of groups stay low among high rows."""
        if not self.delegate.painter.wraps:
            return
        for row in range(self._rows.rowCount()):
            is_head = isinstance(self._rows.line(row), GroupHead)
            height = ROW_HEIGHT if is_head else TALL_ROW_HEIGHT
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: D102, N802
        super().currentChanged(current, previous)
        self.viewport().update()
        event_id = self._rows.event_id(current)
        if event_id is not None:
            self.current_moved.emit(event_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        index = self.indexAt(event.position().toPoint())
        event_id = self._rows.event_id(index)
        is_box = index.isValid() and Column(index.column()) in (Column.CHECK, Column.STATE)
        if event_id is None or not is_box:
            super().mousePressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.select_to(event_id)
        else:
            self.toggle(event_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The whole row under the pointer lights up."""
        self._hover(self._rows.event_id(self.indexAt(event.position().toPoint())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102
        self._hover(None)
        super().leaveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click on a box is a click like the first."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and Column(index.column()) is Column.CHECK:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits; all other keys are the view's."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: _Hint) -> None:  # noqa: N802
        """After Tab the next cell that can be edited is opened."""
        index = self.currentIndex()
        step = _STEPS.get(hint)
        super().closeEditor(editor, _Hint.NoHint)
        if step is not None and index.isValid():
            self._edit_beside(self.currentIndex(), step)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        last = self._rows.rowCount() - 1 if last < 0 else last
        for row in range(max(0, first), last + 1):
            line = self._rows.line(row)
            if isinstance(line, GroupHead):
                self._paint_head(painter, row, line)

    def _paint_head(self, painter: QPainter, row: int, head: GroupHead) -> None:
        palette, width = self._theme.palette, self.viewport().width()
        area = QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row))
        painter.fillRect(area, palette.panel)
        painter.fillRect(area.adjusted(0, area.height() - 1, 0, 0), palette.grid_strong)
        font = self._theme.font(FontRole.LABEL_BOLD)
        painter.setFont(font)
        painter.setPen(palette.text)
        middle = Qt.AlignmentFlag.AlignVCenter
        draw_words(painter, area.adjusted(14, 0, -80, 0), middle, head.title)
        used = painter.fontMetrics().horizontalAdvance(head.title)
        painter.setFont(self._theme.font(FontRole.LABEL))
        painter.setPen(palette.text3)
        painter.drawText(area.translated(QPoint(14 + used + 8, 0)), middle, str(head.count))

    def _hover(self, event_id: int | None) -> None:
        if event_id != self.delegate.painter.hovered:
            self.delegate.painter.hovered = event_id
            self.viewport().update()

    def _edit_beside(self, index: QModelIndex, step: int) -> None:
        columns = [c for c in _EDITABLE if not self.isColumnHidden(c)]
        place, row = columns.index(Column(index.column())) + step, index.row()
        if not 0 <= place < len(columns):
            row, place = row + step, place % len(columns)
            while 0 <= row < self._rows.rowCount() and not isinstance(self._rows.line(row), int):
                row += step
        if 0 <= row < self._rows.rowCount():
            target = self._rows.index(row, columns[place])
            self.setCurrentIndex(target)
            self.edit(target)

    def _dress(self) -> None:
        self.setAccessibleName("Events")
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
