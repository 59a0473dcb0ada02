"""One line for each column of a table: its heading, first cells, meaning, and order of day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from timeline_app.domain import DayOrder
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.table_events import ColumnMapping, ColumnRole, order_in_words
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import ElidedLabel, PlainLabel
from timeline_app.ui.widgets.combo import Combo

if TYPE_CHECKING:
    from timeline_app.documents import ReadTable

_ROLES = tuple(ColumnRole)
_ORDERS: tuple[tuple[str, DayOrder | None], ...] = (
    ("Which is first?", None),
    ("Day first", DayOrder.DAY_FIRST),
    ("Month first", DayOrder.MONTH_FIRST),
)
_SHOWN_CELLS = 3
_ROLE_WIDTH, _ORDER_WIDTH = 150, 140
_DATING = (ColumnRole.DATE, ColumnRole.START, ColumnRole.END)


class ColumnRoles(QWidget):
    """Lets the meaning of each column be chosen; `changed` carries the new mapping."""

    changed = Signal(object)

    def __init__(self, theme: Theme, table: ReadTable, mapping: ColumnMapping) -> None:
        super().__init__()
        self._table, self._mapping = table, mapping
        self.roles = [self._role_choice(theme, place) for place in range(len(mapping.roles))]
        self.orders = [self._order_choice(theme, place) for place in range(len(mapping.roles))]
        self._reasons = [
            ElidedLabel(theme, "", FontRole.CAPTION, "text2") for _ in range(len(mapping.roles))
        ]
        self._lay_out(theme)
        self.show_mapping(mapping)

    @property
    def mapping(self) -> ColumnMapping:
        """What is chosen now."""
        return self._mapping

    def show_mapping(self, mapping: ColumnMapping) -> None:
        """Show what each column means, and how its dates are read."""
        self._mapping = mapping
        for place, role in enumerate(mapping.roles):
            self._select(self.roles[place], _ROLES.index(role))
            words = order_in_words(self._table, mapping, place) if role in _DATING else ""
            order = [value for _, value in _ORDERS].index(mapping.orders[place])
            self._select(self.orders[place], order)
            self.orders[place].setVisible(bool(words))
            is_open = bool(words) and mapping.orders[place] is None
            reason = words if is_open else words.partition(", ")[2]
            self._reasons[place].setText(reason)
            self._reasons[place].set_color("proposed_text" if is_open else "text2")

    def _select(self, combo: Combo, place: int) -> None:
        blocker = QSignalBlocker(combo)
        combo.setCurrentIndex(place)
        blocker.unblock()

    def _role_choice(self, theme: Theme, column: int) -> Combo:
        words = [role.value.capitalize() for role in _ROLES]
        heading = self._table.headings[column]
        combo = Combo(theme, f"Meaning of the column {heading}", words, _ROLE_WIDTH)
        combo.currentIndexChanged.connect(
            lambda place: self._take(self._mapping.with_role(column, _ROLES[place]))
        )
        return combo

    def _order_choice(self, theme: Theme, column: int) -> Combo:
        words = [words for words, _ in _ORDERS]
        heading = self._table.headings[column]
        combo = Combo(theme, f"Day or month first in {heading}", words, _ORDER_WIDTH)
        combo.currentIndexChanged.connect(
            lambda place: self._take(self._mapping.with_order(column, _ORDERS[place][1]))
        )
        return combo

    def _take(self, mapping: ColumnMapping) -> None:
        self.show_mapping(mapping)
        self.changed.emit(mapping)

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 4, 20, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, stretch in ((0, 2), (1, 3), (4, 3)):
            grid.setColumnStretch(column, stretch)
        for column, words in enumerate(("Column", "First cells", "Means")):
            grid.addWidget(PlainLabel(theme, words, FontRole.LABEL_BOLD, "text2"), 0, column)
        for place, heading in enumerate(self._table.headings):
            row = place + 1
            cells = [line[place] for line in self._table.rows if line[place]]
            first = " · ".join(" ".join(cell.split()) for cell in cells[:_SHOWN_CELLS])
            name = heading or f"Column {row}"
            grid.addWidget(ElidedLabel(theme, name, FontRole.BODY_MEDIUM), row, 0)
            grid.addWidget(ElidedLabel(theme, first, FontRole.QUOTE, "text2"), row, 1)
            grid.addWidget(self.roles[place], row, 2)
            grid.addWidget(self.orders[place], row, 3)
            grid.addWidget(self._reasons[place], row, 4)
            grid.setRowMinimumHeight(row, 30)
        grid.setRowStretch(len(self._table.headings) + 1, 1)
