"""The filters of all columns together: they make one `RowFilter`."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.domain import Factuality, ReviewStatus
from timeline_app.ui.table.cells import STATUS_WORDS
from timeline_app.ui.table.columns import COLUMNS, TEXT_FILTERED, Column, column_of
from timeline_app.ui.table.filter_fields import ChoiceFilter, FilterField
from timeline_app.ui.table.filters import ALL_FACTUALITIES, ALL_STATES, RowFilter
from timeline_app.ui.theme import Theme

DEFAULT_FILTER = RowFilter(states=ALL_STATES - {ReviewStatus.REJECTED})
_HINTS = {Column.WHEN: "any time", Column.SOURCES: "any"}


class FilterRow(QObject):
    """Owns the fields; `changed` carries the filter after every edit, `left` asks for the rows."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = RowFilter()
        self.fields = {
            column: FilterField(theme, COLUMNS[column].name, _HINTS.get(column, "contains"))
            for column in TEXT_FILTERED
        }
        self.states = ChoiceFilter(
            theme,
            "State",
            {
                status.value: status.value.capitalize()
                for status in ReviewStatus
                if status in ALL_STATES
            },
            icon="list-filter",
        )
        self.statuses = ChoiceFilter(
            theme, "Status", {value.value: words for value, words in STATUS_WORDS.items()}
        )
        for column, edit in self.fields.items():
            edit.textChanged.connect(
                lambda text, c=column: self._take(self.value.with_text(c, text))
            )
            edit.left.connect(self.left)
        self.states.chosen.connect(lambda _: self._take_choices())
        self.statuses.chosen.connect(lambda _: self._take_choices())

    @property
    def widgets(self) -> dict[Column, QWidget]:
        """The field of each column, from left to right."""
        choices: dict[Column, QWidget] = {Column.STATE: self.states, Column.STATUS: self.statuses}
        return dict(sorted((self.fields | choices).items()))

    @property
    def restricted(self) -> frozenset[Column]:
        """The columns that leave rows out."""
        return frozenset(column for column in Column if self.value.restricts(column))

    def show_filter(self, row_filter: RowFilter) -> None:
        """Put a filter into the fields."""
        for column, edit in self.fields.items():
            edit.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            edit.setText(row_filter.texts.get(column, ""))
            edit.blockSignals(False)  # noqa: FBT003
        self.states.set_values(frozenset(row_filter.states))
        self.statuses.set_values(frozenset(row_filter.factualities))
        self._take(row_filter)

    def save(self) -> dict[str, Any]:
        """The filter as JSON values."""
        return {
            "texts": {COLUMNS[column].key: text for column, text in self.value.texts.items()},
            "states": sorted(self.value.states),
            "statuses": sorted(self.value.factualities),
        }

    def restore(self, view: Any) -> None:
        """Take up what `save` gave; anything else gives the filter of a new project."""
        self.show_filter(_filter_from(view) if isinstance(view, dict) else DEFAULT_FILTER)

    def _take_choices(self) -> None:
        states = {ReviewStatus(value) for value in self.states.values}
        factualities = {Factuality(value) for value in self.statuses.values}
        self._take(RowFilter(self.value.texts, frozenset(states), frozenset(factualities)))

    def _take(self, row_filter: RowFilter) -> None:
        self.value = row_filter
        self.changed.emit(row_filter)


def _filter_from(view: dict[str, Any]) -> RowFilter:
    texts = view.get("texts")
    known = {
        column: str(text)
        for key, text in (texts.items() if isinstance(texts, dict) else ())
        if (column := column_of(str(key))) is not None
    }
    states = ALL_STATES & set(view.get("states", ALL_STATES))
    factualities = ALL_FACTUALITIES & set(view.get("statuses", ALL_FACTUALITIES))
    return RowFilter(known, states, factualities)
