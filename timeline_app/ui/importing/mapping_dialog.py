"""Asks what the columns of a table mean, and shows the events that its first rows become."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.services.table_events import (
    ColumnMapping,
    TableReading,
    preview,
    undecided_columns,
)
from timeline_app.ui.help import explain
from timeline_app.ui.importing.cell_view import CellView
from timeline_app.ui.importing.column_roles import ColumnRoles
from timeline_app.ui.importing.row_preview import RowPreview
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel, Rule

if TYPE_CHECKING:
    from timeline_app.documents import ReadTable

_NOTHING = TableReading((), ())
_SIZE = (1_020, 680)
_INTRODUCTION = (
    "Each row becomes an accepted event that quotes it. Say what the columns mean; the first rows "
    "are shown below as they will be."
)


class MappingDialog(QDialog):
    """`agreed` carries the mapping by which the rows are to be added."""

    agreed = Signal(object)

    def __init__(
        self, theme: Theme, table: ReadTable, mapping: ColumnMapping, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._table = table
        self.setWindowTitle(f"Events of {table.name}")
        explain(self, "articles")
        self.columns = ColumnRoles(theme, table, mapping)
        self.rows = RowPreview(self)
        self.view = CellView(theme, self.rows, "First rows as events")
        self.verdict = PlainLabel(theme, "", FontRole.LABEL_MEDIUM, "text2")
        self.verdict.setWordWrap(True)
        self.add = Button(theme, "Add the events", kind=ButtonKind.PRIMARY, keys="Return")
        self.cancel = Button(theme, "Cancel", keys="Esc")
        self._lay_out(theme)
        self.resize(QSize(*_SIZE).boundedTo(parent.size()))
        self.columns.changed.connect(self._preview)
        self.view.opened.connect(lambda _: self.add.click())
        self.add.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.reject)
        self._preview(mapping)
        self.columns.roles[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return add, wherever the focus is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add.click()
        else:
            super().keyPressEvent(event)

    def _preview(self, mapping: ColumnMapping) -> None:
        """Show the first rows by a mapping, and whether they can be added."""
        is_dated = mapping.has_dates
        self.rows.show_reading(preview(self._table, mapping) if is_dated else _NOTHING)
        undecided = undecided_columns(self._table, mapping)
        words, color = self._verdict(mapping, undecided)
        self.verdict.setText(words)
        self.verdict.set_color(color)
        self.add.setEnabled(bool(self.rows.reading.events) and not undecided)

    def _verdict(self, mapping: ColumnMapping, undecided: Sequence[int]) -> tuple[str, str]:
        """What is wrong with a mapping, or how far it goes; and the color of the words."""
        if not mapping.has_dates:
            return "No column holds dates yet.", "alert_text"
        if undecided:
            names = " and ".join(f"“{self._table.headings[each]}”" for each in undecided)
            return f"Say whether day or month comes first in {names}.", "proposed_text"
        bad, good = len(self.rows.reading.problems), len(self.rows.reading.events)
        looked_at = good + bad
        rest = f" of the first {looked_at}" if looked_at < len(self._table.rows) else ""
        if not bad:
            return f"Every row{rest} can be read.", "text2"
        rows = "1 row" if bad == 1 else f"{bad} rows"
        return f"{rows}{rest} cannot be read and will be left out.", "proposed_text"

    def _agree(self) -> None:
        mapping = self.columns.mapping
        self.accept()
        self.agreed.emit(mapping)

    def _lay_out(self, theme: Theme) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(20, 16, 20, 10)
        head.setSpacing(4)
        head.addWidget(PlainLabel(theme, self.windowTitle(), FontRole.EVENT_TITLE))
        introduction = PlainLabel(theme, _INTRODUCTION, FontRole.LABEL, "text2")
        introduction.setWordWrap(True)
        head.addWidget(introduction)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.columns)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 14)
        foot.setSpacing(8)
        foot.addWidget(self.verdict, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addWidget(Rule(theme))
        column.addWidget(self.view, 1)
        column.addWidget(Rule(theme))
        column.addLayout(foot)
