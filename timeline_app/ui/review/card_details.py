"""The lower part of the card: title, names, status and certainty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from timeline_app.domain import Certainty, Event, Factuality
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import ChipRow, LineField, PlainLabel, SegmentedControl

_LABELS = 61


class TitleField(LineField):
    """The title of an event. `committed` carries a changed text, on Enter or on leaving."""

    committed = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._before = ""
        self.setFixedHeight(32)
        self.setAccessibleName("Title")
        self._dress()
        theme.changed.connect(self._dress)

    def show_title(self, title: str) -> None:
        """Show a title; what is being typed is given up."""
        self._before = title
        self.setText(title)
        self.setCursorPosition(0)

    def start_editing(self) -> None:
        """Take the focus, all of the title selected."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the title, Escape the one before."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps what was typed."""
        super().focusOutEvent(event)
        self._commit()

    def _commit(self) -> None:
        title = self.text().strip()
        if title and title != self._before:
            self._before = title
            self.committed.emit(title)
        elif not title:
            self.setText(self._before)

    def _dress(self) -> None:
        self.setFont(self._theme.font(FontRole.BODY_BOLD))


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
            theme, "Status", [(value.value, value.value.capitalize()) for value in Factuality]
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
