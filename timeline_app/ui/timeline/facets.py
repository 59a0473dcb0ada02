"""The panel on the left: which events are shown, by words, time, and what they have in common."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.facet_columns import Facet
from timeline_app.ui.timeline.facet_filter import FacetValue, Filter, Filtered
from timeline_app.ui.timeline.facet_tree import FacetTree, Tones
from timeline_app.ui.timeline.filter_fields import FilterFields
from timeline_app.ui.widgets import (
    Button,
    ButtonKind,
    IconButton,
    Rule,
    SectionHeader,
    Surface,
)


class FacetPanel(Surface):
    """Fields and check boxes with counts; `filter_changed` tells that `filter` has changed."""

    filter_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._filter = Filter()
        self._values: tuple[FacetValue, ...] = ()
        self.head = SectionHeader(theme, "Filter", height=40)
        self.clear_button = Button(
            theme, "Clear", kind=ButtonKind.QUIET, height=24, role=FontRole.LABEL
        )
        self.names_button = IconButton(
            theme, "users", "What people, places and organisations are called", size=26
        )
        self.head.add(self.clear_button)
        self.head.add(self.names_button)
        self.fields = FilterFields(theme)
        self.tree = FacetTree(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.fields)
        column.addWidget(Rule(theme))
        column.addWidget(self.tree, 1)
        self.clear_button.clicked.connect(self.clear)
        self.fields.changed.connect(self._on_fields)
        self.tree.turned.connect(self._turn)
        self.tree.only_asked.connect(self._ask_only)

    @property
    def filter(self) -> Filter:
        """What is let through."""
        return self._filter

    def set_filter(self, chosen: Filter) -> None:
        """Let something else through."""
        if chosen != self._filter:
            self._filter = chosen
            self.fields.show_filter(chosen)
            self.filter_changed.emit()

    def clear(self) -> None:
        """Show everything."""
        self.set_filter(Filter())

    def show_only(self, facet: Facet, key: str) -> None:
        """Show the events that have one value of a facet, and no others."""
        self.set_filter(Filter().only(facet, key, self._keys_of(facet)))

    def show_values(self, filtered: Filtered, tones: Tones) -> None:
        """Show the rows, in the colours of their lanes, and how many events are let through."""
        self._values = filtered.values
        self.head.count.setText(f"{filtered.count:,} of {len(filtered.passing):,} events")
        self.clear_button.setEnabled(not self._filter.is_empty)
        self.tree.fill(filtered.values, self._filter.hidden, tones)

    def _turn(self, facet: Facet, key: str) -> None:
        self.set_filter(self._filter.turned(facet, key))

    def _ask_only(self, facet: Facet, key: str) -> None:
        self.set_filter(self._filter.only(facet, key, self._keys_of(facet)))

    def _keys_of(self, facet: Facet) -> list[str]:
        return [value.key for value in self._values if value.facet is facet]

    def _on_fields(self) -> None:
        fields = self.fields
        typed = replace(
            self._filter,
            text=fields.words.text(),
            since=fields.since.limit,
            until=fields.until.limit,
            known_by=fields.known_by.limit,
        )
        self.set_filter(typed)
