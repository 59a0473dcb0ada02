"""How wide columns are: what the user has set stays, and the growing ones share the rest."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from timeline_app.ui.table.columns import COLUMNS, Column

_LEAST_SHARE = 0.85  # of their own width, before the table scrolls sideways


class ColumnWidths(QObject):
    """Sets the widths of a table's columns and remembers those that were dragged."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._dragged: dict[Column, int] = {}
        self._is_sharing = False
        self.share()
        table.horizontalHeader().sectionResized.connect(self._on_resized)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share anew whenever the table becomes wider or narrower."""
        if event.type() == QEvent.Type.Resize:
            self.share()
        return super().eventFilter(watched, event)

    def share(self) -> None:
        """Give the columns that grow what the others leave, in proportion."""
        shown = [column for column in Column if not self._table.isColumnHidden(column)]
        growing = [c for c in shown if COLUMNS[c].grows and c not in self._dragged]
        fixed = sum(self._width(column) for column in shown if column not in growing)
        wanted = sum(COLUMNS[column].width for column in growing)
        room = max(wanted * _LEAST_SHARE, self._table.viewport().width() - fixed)
        self._is_sharing = True
        for column in shown:
            width = self._width(column)
            if column in growing:
                width = int(room * COLUMNS[column].width / wanted)
            self._table.setColumnWidth(column, width)
        self._is_sharing = False

    def save(self) -> dict[str, int]:
        """The widths that were dragged, by the key of their column."""
        return {COLUMNS[column].key: width for column, width in self._dragged.items()}

    def restore(self, widths: Any) -> None:
        """Take up what `save` gave; widths too small to be dragged again count as none."""
        known = widths if isinstance(widths, dict) else {}
        least = self._table.horizontalHeader().minimumSectionSize()
        self._dragged = {
            column: known[spec.key]
            for column, spec in COLUMNS.items()
            if isinstance(known.get(spec.key), int) and known[spec.key] >= least
        }
        self.share()

    def _width(self, column: Column) -> int:
        return self._dragged.get(column, COLUMNS[column].width)

    def _on_resized(self, section: int, _before: int, after: int) -> None:
        if not self._is_sharing and after:
            self._dragged[Column(section)] = after
