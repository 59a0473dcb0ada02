"""The table workspace: bar, rows, and the bar for what is selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.domain import ChangeSet
from timeline_app.ui.exporting.clipboard import copy_chosen
from timeline_app.ui.help import explain
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.table.bar import TableBar
from timeline_app.ui.table.bulk_bar import BulkBar
from timeline_app.ui.table.columns import COLUMNS, Column, column_of
from timeline_app.ui.table.deeds import TableDeeds
from timeline_app.ui.table.dragging_out import RowDrag
from timeline_app.ui.table.empty import EmptyNote
from timeline_app.ui.table.filter_row import FilterRow
from timeline_app.ui.table.filters import RowFilter
from timeline_app.ui.table.lines import Grouping, Order
from timeline_app.ui.table.model import EventTableModel
from timeline_app.ui.table.paint import Tick
from timeline_app.ui.table.view import EventTable
from timeline_app.ui.table.widths import ColumnWidths
from timeline_app.ui.theme import Theme


class TableWorkspace(QWidget):
    """Every event of the project as a row. Current event and selection are the model's."""

    status_changed = Signal(str)

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain(self, "table")
        self._model = model
        self._missed: ChangeSet | None = None
        self.rows = EventTableModel(model, self)
        self.bar = TableBar(theme)
        self.table = EventTable(model, self.rows, theme)
        self.filters = FilterRow(theme, self)
        self.empty = EmptyNote(theme, self.table.viewport())
        self.bulk = BulkBar(theme)
        self.widths = ColumnWidths(self.table)
        self.deeds = TableDeeds(model, self)
        self.drag = RowDrag(model, self.table)
        self.table.header.set_filters(self.filters.widgets)
        self._lay_out()
        self._connect()
        self.filters.restore(None)
        if model.is_open:
            self._open()

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The commands of the table, by id."""
        return {
            "table.new_event": self._add_event,
            "table.edit": lambda: self.table.edit(self.table.currentIndex()),
            "table.fill_down": self._fill_down,
            "table.copy": lambda: copy_chosen(self._model),
            "table.delete": self.deeds.delete,
            "table.accept": self.deeds.accept,
            "table.merge": self.deeds.merge,
            "table.select": self._toggle_current,
            "table.select_all": lambda: self._model.set_selection(self.rows.event_ids),
            "table.deselect": lambda: self._model.set_selection(()),
            "table.filter": self._focus_filter,
        }

    def save_view(self) -> dict[str, Any]:
        """Order, columns and filters, as JSON values."""
        order = self.rows.order
        hidden = [spec.key for c, spec in COLUMNS.items() if self.table.isColumnHidden(c)]
        return {
            "sort": COLUMNS[order.column].key,
            "descending": order.is_descending,
            "group": order.grouping.value,
            "tall": self.table.delegate.painter.wraps,
            "hidden": hidden,
            "widths": self.widths.save(),
            "filters": self.filters.save(),
        }

    def restore_view(self, view: dict[str, Any]) -> None:
        """Take up what `save_view` gave."""
        column = column_of(str(view.get("sort"))) or Column.WHEN
        group = view.get("group")
        grouping = Grouping(group) if group in list(Grouping) else Grouping.NONE
        self._set_order(Order(column, bool(view.get("descending")), grouping))
        self._set_tall(bool(view.get("tall")))
        self.filters.restore(view.get("filters"))
        hidden = view.get("hidden")
        hidden = hidden if isinstance(hidden, list) else []
        for hideable in (c for c, spec in COLUMNS.items() if spec.is_hideable):
            self._show_column(hideable, is_shown=COLUMNS[hideable].key not in hidden)
        self.widths.restore(view.get("widths"))

    def focus_target(self) -> QWidget:
        """The rows take the keyboard."""
        return self.table

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what changed while other workspaces were shown."""
        super().showEvent(event)
        if self._missed is not None:
            missed, self._missed = self._missed, None
            self.rows.follow(missed)
            self._tell_counts()
        self._show_current(self._model.current_event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.table, self.bulk):
            column.addWidget(widget)

    def _connect(self) -> None:
        model, bar, bulk, deeds = self._model, self.bar, self.bulk, self.deeds
        model.opened.connect(self._open)
        model.changed.connect(self._follow)
        model.current_event_changed.connect(self._show_current)
        model.selection_changed.connect(self._show_selection)
        bar.clear_wanted.connect(self._clear_filters)
        bar.grouping_chosen.connect(self._group)
        bar.tall_chosen.connect(self._set_tall)
        bar.column_toggled.connect(self._show_column)
        bar.new_wanted.connect(self._add_event)
        self.filters.changed.connect(self._filter)
        self.filters.left.connect(self.table.setFocus)
        self.empty.clear_wanted.connect(self._clear_filters)
        self.table.current_moved.connect(model.set_current_event)
        self.table.header.sort_wanted.connect(self._sort)
        self.table.header.all_wanted.connect(self._toggle_all)
        bulk.accept_wanted.connect(deeds.accept)
        bulk.reject_wanted.connect(deeds.reject)
        bulk.tag_wanted.connect(deeds.ask_tags)
        bulk.factuality_chosen.connect(deeds.set_factuality)
        bulk.certainty_chosen.connect(deeds.set_certainty)
        bulk.delete_wanted.connect(deeds.delete)
        bulk.timeline_wanted.connect(lambda: model.workspace_wanted.emit("timeline"))
        bulk.deselect_wanted.connect(lambda: model.set_selection(()))

    def _open(self) -> None:
        self._missed = None
        self.rows.load()
        self._tell_counts()
        self._show_current(self._model.current_event)
        self._show_selection(self._model.selection)

    def _follow(self, change: ChangeSet) -> None:
        if not self.isVisible():
            self._missed = _together(self._missed, change)
            return
        self.rows.follow(change)
        self._tell_counts()
        self._show_current(self._model.current_event)

    def _show_current(self, event_id: int | None) -> None:
        if event_id is not None and event_id != self.table.current_id:
            self.table.go_to(event_id)
        self.table.viewport().update()
        self._tell_place()

    def _show_selection(self, selection: frozenset[int]) -> None:
        self.bulk.show_count(len(selection))
        self.table.viewport().update()
        shown = self.rows.event_ids
        chosen = sum(event_id in selection for event_id in shown)
        tick = Tick.SOME if chosen else Tick.OFF
        self.table.header.show_tick(Tick.ON if shown and chosen == len(shown) else tick)

    def _filter(self, row_filter: RowFilter) -> None:
        self.rows.set_filter(row_filter)
        self.table.header.show_restricted(self.filters.restricted)
        self._tell_counts()

    def _clear_filters(self) -> None:
        self.filters.show_filter(RowFilter())
        self.table.setFocus()

    def _focus_filter(self) -> None:
        column = Column(max(self.table.currentIndex().column(), Column.WHEN))
        self.filters.widgets.get(column, self.filters.fields[Column.TITLE]).setFocus()

    def _sort(self, section: int) -> None:
        column, order = Column(section), self.rows.order
        descending = column is order.column and not order.is_descending
        self._set_order(replace(order, column=column, is_descending=descending))

    def _group(self, grouping: Grouping) -> None:
        self._set_order(replace(self.rows.order, grouping=grouping))
        self.table.setFocus()

    def _set_order(self, order: Order) -> None:
        self.rows.set_order(order)
        self.table.header.show_order(order)
        self.bar.show_grouping(order.grouping)
        self.table.scrollTo(self.table.currentIndex())
        self._tell_place()

    def _set_tall(self, is_tall: bool) -> None:  # noqa: FBT001 - a slot
        self.table.set_tall(is_tall)
        self.bar.show_tall(is_tall)

    def _show_column(self, column: Column, is_shown: bool) -> None:  # noqa: FBT001 - a slot
        self.table.setColumnHidden(column, not is_shown)
        self.bar.show_column(column, is_shown)
        self.widths.share()

    def _toggle_current(self) -> None:
        if self.table.current_id is not None:
            self.table.toggle(self.table.current_id)

    def _toggle_all(self) -> None:
        is_all = self.table.header.tick is Tick.ON
        self._model.set_selection(() if is_all else self.rows.event_ids)

    def _fill_down(self) -> None:
        column = self.table.currentIndex().column()
        if column >= 0:
            self.deeds.fill_down(Column(column), self.rows.event_ids)

    def _add_event(self) -> None:
        event_id = self.deeds.add_event()
        if event_id is not None:
            self.rows.pin(event_id)
            self._tell_counts()
            self.table.setFocus()
            self.table.edit_cell(event_id, Column.TITLE)

    def _tell_counts(self) -> None:
        shown = len(self.rows.event_ids)
        self.bar.show_counts(shown, self.rows.total, self.rows.filter.count)
        self.empty.show_counts(shown, self.rows.total)
        self._show_selection(self._model.selection)
        self._tell_place()

    def _tell_place(self) -> None:
        order, ids = self.rows.order, self.rows.event_ids
        words = f"Sorted by {COLUMNS[order.column].name.rstrip('.').lower()}"
        current = self.table.current_id
        if current in ids:
            words = f"Row {ids.index(current) + 1:,} of {len(ids):,}   {words}"
        self.status_changed.emit(words)


def _together(one: ChangeSet | None, other: ChangeSet) -> ChangeSet:
    if one is None:
        return other
    return ChangeSet(
        one.articles | other.articles,
        one.events | other.events,
        one.evidence | other.evidence,
    )
