"""The table as Qt sees it: rows of cells over lines that are arranged elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.domain import ChangeSet
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.table.cells import Cells
from timeline_app.ui.table.columns import COLUMNS, Column
from timeline_app.ui.table.filters import RowFilter, make_predicate
from timeline_app.ui.table.lines import GroupHead, Line, Order, arrange
from timeline_app.ui.table.moves import RowMoves, moves_between
from timeline_app.ui.widgets import plain_tool_tip

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NO_INDEX = QModelIndex()
_LAST_COLUMN = max(COLUMNS)
_NO_CURSOR = (Column.CHECK, Column.STATE)  # Space selects from every other column


class EventTableModel(QAbstractTableModel):
    """Rows of the open project, filtered and ordered.

    Cells are read-only here: editors call the review's services, and the rows follow the
    project's changes. `pinned` rows are shown whatever the filter says.
    """

    def __init__(self, project_model: ProjectModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = project_model
        self._cells: Cells | None = None
        self._lines: list[Line] = []
        self._rows: dict[int, int] = {}
        self._ids: list[int] = []
        self._pinned: frozenset[int] = frozenset()
        self.filter = RowFilter()
        self.order = Order()

    @property
    def cells(self) -> Cells:
        """The texts of the open project. Raises RuntimeError before `load`."""
        if self._cells is None:
            raise RuntimeError("no project is shown")
        return self._cells

    @property
    def total(self) -> int:
        """How many events the project has, without the folded ones."""
        return len(self._cells.chronology) if self._cells is not None else 0

    @property
    def event_ids(self) -> list[int]:
        """The events shown, from top to bottom."""
        return self._ids

    def load(self) -> None:
        """Show the project that is open now."""
        self.beginResetModel()
        self._cells = Cells(self._source.library.project)
        self._pinned = frozenset()
        self._take(self._arranged())
        self.endResetModel()

    def follow(self, change: ChangeSet) -> None:
        """Take over a change: only the rows it touches are made anew."""
        touched = set(change.events)
        project = self._source.library.project
        for article_id in change.articles & project.articles.keys():
            touched.update(event.id for event in project.events_of_article(article_id))
        self.cells.refresh(touched)
        self.rearrange()
        for event_id in touched & self._rows.keys():
            row = self._rows[event_id]
            self.dataChanged.emit(self.index(row, 0), self.index(row, _LAST_COLUMN))

    def set_filter(self, row_filter: RowFilter) -> None:
        """Show other rows."""
        self.filter = row_filter
        self._pinned = frozenset()
        self.rearrange()

    def set_order(self, order: Order) -> None:
        """Show the rows in another order."""
        self.order = order
        self.rearrange()

    def pin(self, event_id: int) -> None:
        """Show the row of an event even where the filter leaves it out."""
        self._pinned |= {event_id}
        self.rearrange()

    def rearrange(self) -> None:
        """Arrange the lines anew, and tell the views how they move."""
        if self._cells is None:
            return
        lines = self._arranged()
        if lines == self._lines:
            return
        moves = moves_between(self._lines, lines)
        if moves is None:
            self.beginResetModel()
            self._take(lines)
            self.endResetModel()
        else:
            self._move(moves, lines)

    def line(self, row: int) -> Line:
        """What stands in a row."""
        return self._lines[row]

    def event_id(self, index: Index) -> int | None:
        """The event of a row; None for the head of a group and outside of the table."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        return line if isinstance(line, int) else None

    def row_of(self, event_id: int) -> int | None:
        """The row of an event; None when it is not shown."""
        return self._rows.get(event_id)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return COLUMNS[Column(section)].name
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        if self.event_id(index) is None or Column(index.column()) in _NO_CURSOR:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_open = not self._source.library.is_read_only
        if COLUMNS[Column(index.column())].is_editable and is_open:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], Column(index.column())
        if isinstance(line, GroupHead):
            is_title = column is Column.TITLE and role == _Role.DisplayRole
            return line.title if is_title else None
        if role == _Role.DisplayRole:
            return self.cells.text(line, column)
        if role == _Role.ToolTipRole:
            return plain_tool_tip(self.cells.text(line, column))
        if role == _Role.AccessibleTextRole:
            return self._spoken(line, column)
        return None

    def _spoken(self, event_id: int, column: Column) -> str:
        """A cell as a screen reader says it."""
        if column is Column.CHECK:
            return "selected" if event_id in self._source.selection else "not selected"
        text = self.cells.text(event_id, column)
        return f"{COLUMNS[column].name}: {text or 'none'}"

    def _arranged(self) -> list[Line]:
        passes, pinned = make_predicate(self.filter, self.cells), self._pinned
        is_shown = (lambda id_: id_ in pinned or passes(id_)) if pinned else passes
        return arrange(self.cells, is_shown, self.order)

    def _take(self, lines: Sequence[Line]) -> None:
        self._lines = list(lines)
        self._ids = [line for line in lines if isinstance(line, int)]
        self._rows = {line: row for row, line in enumerate(lines) if isinstance(line, int)}

    def _move(self, moves: RowMoves, lines: Sequence[Line]) -> None:
        for first, last in moves.removed:
            self.beginRemoveRows(_NO_INDEX, first, last)
            self._take(self._lines[:first] + self._lines[last + 1 :])
            self.endRemoveRows()
        if moves.kept != self._lines:
            self._reorder(moves.kept)
        for first, added in moves.inserted:
            self.beginInsertRows(_NO_INDEX, first, first + len(added) - 1)
            self._take([*self._lines[:first], *added, *self._lines[first:]])
            self.endInsertRows()
        self._take(lines)

    def _reorder(self, lines: Sequence[Line]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self._lines
        self._take(lines)
        places = {line: row for row, line in enumerate(lines)}
        for index in self.persistentIndexList():
            moved = self.index(places[before[index.row()]], index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()
