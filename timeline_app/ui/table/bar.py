"""The bar above the table: what is shown, how rows are gathered, and which columns there are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.table.columns import COLUMNS, Column
from timeline_app.ui.table.lines import Grouping
from timeline_app.ui.table.menu_button import MenuButton
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import (
    Button,
    ButtonKind,
    KeyCap,
    PlainLabel,
    Rule,
    SegmentedControl,
    Surface,
)

HEIGHT, LEAST_WIDTH = 40, 780
_HINTS = (("Edit cell", "F2"), ("Select", "Space"), ("Fill down", "Ctrl+D"))
_HINTS_NEED = 1_240  # a narrower window shows no key hints
_COMPACT, _TALL = "compact", "quote"


class TableBar(Surface):
    """Says what it is asked for through signals; shows what it is told to."""

    clear_wanted = Signal()
    grouping_chosen = Signal(object)
    tall_chosen = Signal(bool)
    column_toggled = Signal(object, bool)
    new_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", line_below=True, parent=parent)
        self.setFixedHeight(HEIGHT)
        self.count = PlainLabel(theme, "", FontRole.LABEL_BOLD)
        self.filters = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.clear = Button(theme, "Clear", kind=ButtonKind.QUIET, height=24)
        groupings = [(grouping.value, grouping) for grouping in Grouping]
        self.grouping = MenuButton(theme, Grouping.NONE.value, groupings, width=112)
        choices = ((_COMPACT, "Compact"), (_TALL, "With quote"))
        self.rows = SegmentedControl(theme, "Rows", choices, height=26)
        self.rows.setFixedWidth(self.rows.sizeHint().width())
        self.new = Button(theme, "New event", icon="plus", height=26)
        self.columns = Button(theme, "Columns", icon="columns-3", height=26)
        self._menu = QMenu(self)
        self._entries = {
            column: self._add_entry(column) for column, spec in COLUMNS.items() if spec.is_hideable
        }
        self._hints = _hints(theme)
        self._lay_out(theme)
        self.clear.clicked.connect(self.clear_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.columns.clicked.connect(self._open_menu)
        self.grouping.chosen.connect(self.grouping_chosen)
        self.rows.chosen.connect(lambda value: self.tall_chosen.emit(value == _TALL))

    def show_counts(self, shown: int, total: int, filters: int) -> None:
        """Say how many of the events are shown, and how many filters leave some out."""
        noun = "event" if total == 1 else "events"
        told = f"{total} {noun}" if shown == total else f"{shown} of {total} {noun}"
        self.count.setText(told)
        self.filters.setText("1 filter on" if filters == 1 else f"{filters} filters on")
        self.filters.setVisible(filters > 0)
        self.clear.setVisible(filters > 0)

    def show_grouping(self, grouping: Grouping) -> None:
        """Show what rows are gathered by."""
        self.grouping.setText(grouping.value)
        self.grouping.setAccessibleName(f"Group by {grouping.value}")

    def show_tall(self, is_tall: bool) -> None:  # noqa: FBT001 - a slot
        """Show how high rows are."""
        self.rows.set_value(_TALL if is_tall else _COMPACT)

    def show_column(self, column: Column, is_shown: bool) -> None:  # noqa: FBT001 - a slot
        """Show whether a column is shown."""
        self._entries[column].setChecked(is_shown)

    def minimumSizeHint(self) -> QSize:
        """What is hidden in a narrow window does not keep it from becoming narrow."""
        return QSize(LEAST_WIDTH, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Key hints are the first to go where there is no room."""
        self._hints.setVisible(self.width() >= _HINTS_NEED)
        super().resizeEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        for widget in (self.count, self.filters, self.clear):
            row.addWidget(widget)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical, length=18))
        row.addWidget(PlainLabel(theme, "Group by", FontRole.LABEL, "text2"))
        row.addWidget(self.grouping)
        row.addWidget(PlainLabel(theme, "Rows", FontRole.LABEL, "text2"))
        row.addWidget(self.rows)
        row.addStretch(1)
        row.addWidget(self._hints)
        row.addWidget(self.columns)
        row.addWidget(self.new)

    def _open_menu(self) -> None:
        self._menu.popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _add_entry(self, column: Column) -> QAction:
        action = self._menu.addAction(COLUMNS[column].name)
        action.setCheckable(True)
        action.setChecked(True)
        action.triggered.connect(lambda is_on: self.column_toggled.emit(column, is_on))
        return action


def _hints(theme: Theme) -> QWidget:
    hints = QWidget()
    row = QHBoxLayout(hints)
    row.setContentsMargins(0, 0, 12, 0)
    row.setSpacing(6)
    for words, keys in _HINTS:
        row.addWidget(PlainLabel(theme, words, FontRole.CAPTION, "text2"))
        row.addWidget(KeyCap(theme, keys))
        row.addSpacing(8)
    return hints
