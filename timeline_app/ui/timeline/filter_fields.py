"""The fields at the top of the filter: words, and the time from and to which events are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from timeline_app.domain.time import TimeSpan
from timeline_app.domain.time.wording import span_in_words
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.date_field import DateEdit
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.facet_filter import Filter
from timeline_app.ui.widgets import LineField, PlainLabel, plain_tool_tip

_HEIGHT = 26
_HINTS = {
    "From": "a date in words",
    "To": "such as spring 2003",
    "Known by": "a day, a month",
}


class FilterFields(QWidget):
    """What can be typed into the filter. `changed` tells that the words or the limits differ."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WordsField("Words in events, names, quotes")
        self.since = LimitField("From")
        self.until = LimitField("To")
        self.known_by = LimitField("Known by")
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        rows = (
            ("Words", self.words),
            ("From", self.since),
            ("To", self.until),
            ("Known by", self.known_by),
        )
        for row, (name, field) in enumerate(rows):
            field.setFixedHeight(_HEIGHT)
            grid.addWidget(PlainLabel(theme, name, FontRole.LABEL, "text2"), row, 0)
            grid.addWidget(field, row, 1)
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        self.since.limit_changed.connect(self.changed)
        self.until.limit_changed.connect(self.changed)
        self.known_by.limit_changed.connect(self.changed)

    def show_filter(self, chosen: Filter) -> None:
        """Show what is filtered by, without `changed`."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        if self.words.text() != chosen.text:
            self.words.setText(chosen.text)
        self.since.show_limit(chosen.since)
        self.until.show_limit(chosen.until)
        self.known_by.show_limit(chosen.known_by)
        self.blockSignals(False)  # noqa: FBT003


class WordsField(LineField):
    """A line of words; Escape empties it."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape forgets what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class LimitField(DateEdit):
    """A date in words that limits what is shown. Enter, or leaving the field, applies it.

    What cannot be understood is marked, and limits nothing new.
    """

    limit_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limit: TimeSpan | None = None
        self.setAccessibleName(f"Show events {name.lower()}")
        self.setPlaceholderText(_HINTS[name])
        self.committed.connect(lambda _typed: self._apply())
        self.cancelled.connect(lambda: self.show_limit(self.limit))
        self.echoed.connect(self._echo)

    def show_limit(self, limit: TimeSpan | None) -> None:
        """Show a limit, without `limit_changed`."""
        if limit != self.limit or self.typed is None:
            self.limit = limit
            self.setText("" if limit is None else span_in_words(limit))

    def commit(self) -> None:
        """Apply what is typed; an empty line lifts the limit."""
        if self.text().strip():
            super().commit()
        else:
            self._apply()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Apply what was typed."""
        super().focusOutEvent(event)
        self.commit()

    def _apply(self) -> None:
        limit = self.typed.span if self.typed is not None else None
        if limit != self.limit:
            self.limit = limit
            self.limit_changed.emit()

    def _echo(self, outcome: object) -> None:
        if isinstance(outcome, str):
            self.setToolTip(plain_tool_tip(outcome))
        else:
            self.setToolTip(self.typed.words if self.typed is not None else "")
