"""The lower part of the card: names, status and certainty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from timeline_app.domain import Certainty, Event, Factuality
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import ChipRow, PlainLabel, SegmentedControl

_LABELS = 61


class Details(QWidget):
    """Names and judgements. Each signal carries the new value."""

    actors_edited = Signal(object)
    places_edited = Signal(object)
    factuality_chosen = Signal(object)
    certainty_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.who = ChipRow(theme, "person or organisation")
        self.where = ChipRow(theme, "place")
        self._nowhere = PlainLabel(theme, "not stated", FontRole.LABEL, "text2")
        self.status = SegmentedControl(
            theme,
            "Status",
            [(value.value, value.value.capitalize()) for value in Factuality],
            rows=2,
        )
        self.certainty = SegmentedControl(
            theme, "Certainty", [(value.value, value.value.capitalize()) for value in Certainty]
        )
        where = QHBoxLayout()
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(8)
        where.addWidget(self._nowhere)
        where.addWidget(self.where, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, words in enumerate(("Who", "Where", "Status", "Certainty")):
            label = PlainLabel(theme, words, FontRole.LABEL, "text3")
            label.setFixedHeight(22 if row < 2 else 26)
            grid.addWidget(label, row, 0, top)
        grid.addWidget(self.who, 0, 1)
        grid.addLayout(where, 1, 1)
        grid.addWidget(self.status, 2, 1)
        grid.addWidget(self.certainty, 3, 1)
        self.who.edited.connect(self.actors_edited)
        self.where.edited.connect(self.places_edited)
        self.status.chosen.connect(lambda value: self.factuality_chosen.emit(Factuality(value)))
        self.certainty.chosen.connect(lambda value: self.certainty_chosen.emit(Certainty(value)))

    def show_event(self, event: Event) -> None:
        """Show what is known of an event."""
        self.who.set_names(event.actors)
        self.where.set_names(event.places)
        self._nowhere.setVisible(not event.places)
        self.status.set_value(event.factuality.value)
        self.certainty.set_value(event.certainty.value)
