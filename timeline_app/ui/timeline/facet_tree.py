"""The rows of the filter: a tree of facets, painted as the design has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView, QWidget

from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.facet_columns import Facet
from timeline_app.ui.timeline.facet_filter import FacetValue, Hidden
from timeline_app.ui.timeline.facet_rows import MOST_ROLE, TONE_ROLE, VALUE_ROLE, FacetDelegate

Tones = Mapping[tuple[Facet, str], str]
_MOST_VALUES = 20  # in a facet that has not been asked for all of them


class FacetTree(QTreeView):
    """The rows, under one head for each facet that can be closed.

    `turned` carries the facet and key of a row that was clicked or pressed Space on, `only_asked`
    those of a row that was clicked twice or pressed Enter on.
    """

    turned = Signal(object, str)
    only_asked = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QStandardItemModel(self)
        self._sections: dict[Facet, QStandardItem] = {}
        self._whole: set[Facet] = set()
        self._shown: tuple[Sequence[FacetValue], Hidden, Tones] = ((), frozenset(), {})
        self._is_filling = False
        delegate = FacetDelegate(theme, self)
        delegate.only_asked.connect(self._ask_only)
        self.setModel(self.rows)
        self.setItemDelegate(delegate)
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
        self.rows.itemChanged.connect(self._on_item)
        theme.changed.connect(self.viewport().update)

    def fill(self, values: Sequence[FacetValue], hidden: Hidden, tones: Tones) -> None:
        """Show these rows, checked unless hidden; `tones` are the colours of their lanes.

        Sections keep whether they are open, rows where they are.
        """
        self._shown = (values, hidden, tones)
        self._is_filling = True
        for facet in Facet:
            section = self._section(facet)
            wanted = [value for value in values if value.facet is facet]
            section.setData(max((value.total for value in wanted), default=1), MOST_ROLE)
            kept = wanted if facet in self._whole else _first_of(wanted)
            self._fill_section(section, kept, hidden, tones)
            if len(kept) < len(wanted):
                section.appendRow(_more_item(facet, len(wanted) - len(kept)))
            self.setRowHidden(section.row(), QModelIndex(), not wanted)
        self._is_filling = False

    def value_items(self) -> list[QStandardItem]:
        """The rows that can be checked."""
        return [
            item
            for section in self._sections.values()
            for item in (section.child(row) for row in range(section.rowCount()))
            if isinstance(item.data(VALUE_ROLE), FacetValue)
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows only the row it is pressed on."""
        value = self.currentIndex().data(VALUE_ROLE)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(value, FacetValue):
            self._ask_only(value)
        else:
            super().keyPressEvent(event)

    def _fill_section(
        self,
        section: QStandardItem,
        values: Sequence[FacetValue],
        hidden: Hidden,
        tones: Tones,
    ) -> None:
        section.setRowCount(min(section.rowCount(), len(values)))
        for row, value in enumerate(values):
            item = section.child(row) if row < section.rowCount() else None
            if item is None or not isinstance(item.data(VALUE_ROLE), FacetValue):
                section.removeRows(row, section.rowCount() - row)
                item = QStandardItem()
                item.setCheckable(True)
                section.appendRow(item)
            item.setText(value.title)
            item.setData(value, VALUE_ROLE)
            item.setData(tones.get((value.facet, value.key), ""), TONE_ROLE)
            words = f"{value.title}, {value.count} of {value.total} events"
            item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
            is_hidden = (value.facet, value.key) in hidden
            item.setCheckState(Qt.CheckState.Unchecked if is_hidden else Qt.CheckState.Checked)

    def _section(self, facet: Facet) -> QStandardItem:
        if facet not in self._sections:
            item = QStandardItem(facet.value)
            item.setData(facet, VALUE_ROLE)
            self._sections[facet] = item
            self.rows.appendRow(item)
            self.expand(item.index())
        return self._sections[facet]

    def _on_clicked(self, index: QModelIndex) -> None:
        facet = index.data(VALUE_ROLE)
        if not isinstance(facet, Facet):
            return
        if index.parent().isValid():
            self._whole.add(facet)
            self.fill(*self._shown)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _on_item(self, item: QStandardItem) -> None:
        value = item.data(VALUE_ROLE)
        if self._is_filling or not isinstance(value, FacetValue):
            return
        is_hidden = (value.facet, value.key) in self._shown[1]
        if (item.checkState() is Qt.CheckState.Unchecked) != is_hidden:
            self.turned.emit(value.facet, value.key)

    def _ask_only(self, value: object) -> None:
        asked = cast(FacetValue, value)
        self.only_asked.emit(asked.facet, asked.key)


def _first_of(values: Sequence[FacetValue]) -> Sequence[FacetValue]:
    return values if len(values) <= _MOST_VALUES + 1 else values[:_MOST_VALUES]


def _more_item(facet: Facet, count: int) -> QStandardItem:
    item = QStandardItem(f"Show {count} more")
    item.setData(facet, VALUE_ROLE)
    return item
