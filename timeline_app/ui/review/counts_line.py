"""The line below the article: how many events stand where, and what the keys N and G do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.review.passages import EventState
from timeline_app.ui.review.reader import GUTTER
from timeline_app.ui.review.state_marks import paint_state
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel, Surface

_ORDER = (EventState.PROPOSED, EventState.ACCEPTED, EventState.REJECTED, EventState.UNDATED)


class CountsLine(Surface):
    """Counts by state; `new_event_wanted` comes from its button."""

    new_event_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", line_above=True)
        self.setFixedHeight(30)
        self._labels: dict[EventState, PlainLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(GUTTER, 1, 8, 0)
        row.setSpacing(5)
        for state in _ORDER:
            label = PlainLabel(theme, "", FontRole.LABEL, "text2")
            row.addWidget(_StateIcon(theme, state))
            row.addWidget(label)
            row.addSpacing(11)
            self._labels[state] = label
        row.addStretch(1)
        new_event = Button(
            theme,
            "New event from selection",
            kind=ButtonKind.QUIET,
            keys="N",
            height=26,
            role=FontRole.LABEL,
        )
        new_event.clicked.connect(self.new_event_wanted)
        row.addWidget(new_event)

    @property
    def words(self) -> str:
        """All counts in words."""
        return ", ".join(self._labels[state].text() for state in _ORDER)

    def show_states(self, states: Iterable[EventState]) -> None:
        """Count states."""
        counts = Counter(states)
        for state in _ORDER:
            self._labels[state].setText(f"{counts[state]} {state.value}")


class _StateIcon(QWidget):
    """The ring, disc or cross of a state."""

    def __init__(self, theme: Theme, state: EventState) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self.setFixedSize(14, 14)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_state(QPainter(self), QPointF(7, 7), self._state, self._theme.palette)
