"""The lower part of the card: names, status, certainty, and why it is so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import Certainty, Event, Evidence, Factuality
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.review.wording import reasons_in_words
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import ChipRow, ElidedLabel, PlainLabel, SegmentedControl

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
        self.reasons = Reasons(theme)
        self._why = PlainLabel(theme, "Why", FontRole.LABEL, "text3")
        grid.addWidget(self._why, 4, 0, top)
        grid.addWidget(self.reasons, 4, 1)
        self.who.edited.connect(self.actors_edited)
        self.where.edited.connect(self.places_edited)
        self.status.chosen.connect(lambda value: self.factuality_chosen.emit(Factuality(value)))
        self.certainty.chosen.connect(lambda value: self.certainty_chosen.emit(Certainty(value)))

    def show_event(self, event: Event, evidence: Evidence | None) -> None:
        """Show what is known of an event."""
        reasons = reasons_in_words(evidence)
        self.reasons.show_text(reasons)
        for part in (self._why, self.reasons):
            part.setVisible(bool(reasons))
        self.who.set_names(event.actors)
        self.where.set_names(event.places)
        self._nowhere.setVisible(not event.places)
        self.status.set_value(event.factuality.value)
        self.certainty.set_value(event.certainty.value)


class Reasons(QWidget):
    """Short sentences in one line; a click, or `toggle`, shows all of them and hides them again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = ElidedLabel(theme, "", FontRole.LABEL, "text2")
        self.whole = PlainLabel(theme, "", FontRole.LABEL, "text2")
        self.whole.setWordWrap(True)
        self.whole.hide()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.whole)

    def show_text(self, text: str) -> None:
        """Show other sentences, as many of them as before."""
        self.line.setText(text)
        self.whole.setText(text)
        self.setAccessibleName(f"Why: {text}")

    def toggle(self) -> None:
        """Show all of the sentences, or one line of them."""
        is_whole = self.whole.isHidden()
        self.whole.setVisible(is_whole)
        self.line.setVisible(not is_whole)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Show more, or less."""
        self.toggle()
