"""Tables whose cells are plain values: what stands in a cell says how it is painted and spoken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.domain import DateTrust
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.table.paint import Tick
from timeline_app.ui.widgets import plain_tool_tip

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole
_Role = Qt.ItemDataRole
_NO_INDEX = QModelIndex()
_TICK_WORDS = {Tick.ON: "chosen", Tick.OFF: "not chosen", Tick.SOME: "some chosen"}


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """Name and width in pixels; `grows` columns share what is left of the table's width."""

    name: str
    width: int = 100
    grows: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `color` is a name of the palette, `icon` a file of the icons.

    A cell has at most one of icon, date light and check box before its text.
    """

    text: str = ""
    color: str = "text"
    font: FontRole = FontRole.TABLE
    icon: str = ""
    trust: DateTrust | None = None
    tick: Tick | None = None

    @property
    def spoken(self) -> str:
        """The cell in words, for a screen reader."""
        light = f"{self.trust.value}" if self.trust is not None else ""
        tick = _TICK_WORDS[self.tick] if self.tick is not None else ""
        return ", ".join(filter(None, (self.text, light, tick)))


class CellModel(QAbstractTableModel):
    """A table of cells, read-only for its views."""

    def __init__(self, columns: Sequence[ColumnSpec], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        raise NotImplementedError

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self.columns[section].name
        return self._side_of(section) if role == _Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: ARG002, D102
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role == _Role.DisplayRole:
            return cell.text
        if role == _Role.ToolTipRole:
            return plain_tool_tip(cell.text)
        if role == _Role.AccessibleTextRole:
            return f"{self.columns[index.column()].name}: {cell.spoken or 'none'}"
        return self._side_of(index.column()) if role == _Role.TextAlignmentRole else None

    def _side_of(self, column: int) -> Qt.AlignmentFlag:
        """Numbers stand at the right."""
        is_number = self.columns[column].is_number
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
