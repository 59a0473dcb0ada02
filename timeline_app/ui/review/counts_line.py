"""The line below the article: how many events stand where, and what the keys R and N do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from timeline_app.rendering.fonts import FontRole
from timeline_app.services.review import Unread
from timeline_app.ui.review.folding import StateIcon
from timeline_app.ui.review.passages import EventState
from timeline_app.ui.review.reader import GUTTER
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, IconButton, PlainLabel, Surface

_ROOM_FOR_FOLDED = 700
_ROOM_FOR_UNREAD = 830
_ROOM_FOR_WORDS = 620
_NEXT_UNREAD = "Next unread"
_NEW_EVENT = "New event from selection"
_ORDER = (EventState.PROPOSED, EventState.ACCEPTED, EventState.REJECTED, EventState.UNDATED)


class CountsLine(Surface):
    """Counts by state; the other signals come from its buttons."""

    new_event_wanted = Signal()
    next_unread_wanted = Signal()
    unread_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "panel", line_above=True)
        self.setFixedHeight(30)
        self._labels: dict[EventState, PlainLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(GUTTER, 1, 8, 0)
        row.setSpacing(5)
        for state in _ORDER:
            label = PlainLabel(theme, "", FontRole.LABEL, "text2")
            row.addWidget(StateIcon(theme, state))
            row.addWidget(label)
            row.addSpacing(11)
            self._labels[state] = label
        self._counted_folded = 0
        self._folded_icon = StateIcon(theme, EventState.FOLDED)
        self._folded = PlainLabel(theme, "", FontRole.LABEL, "text2")
        row.addWidget(self._folded_icon)
        row.addWidget(self._folded)
        row.addStretch(1)
        self.mark_unread = IconButton(
            theme, "list-filter", "Mark what gave no event (Shift+R)", size=26
        )
        self.mark_unread.setCheckable(True)
        self.mark_unread.clicked.connect(self.unread_wanted)
        row.addWidget(self.mark_unread)
        self._next_unread = Button(
            theme,
            _NEXT_UNREAD,
            kind=ButtonKind.QUIET,
            keys="R",
            height=26,
            role=FontRole.LABEL,
        )
        self._next_unread.clicked.connect(self.next_unread_wanted)
        row.addWidget(self._next_unread)
        self._new_event = Button(
            theme,
            _NEW_EVENT,
            kind=ButtonKind.QUIET,
            keys="N",
            height=26,
            role=FontRole.LABEL,
        )
        self._new_event.clicked.connect(self.new_event_wanted)
        row.addWidget(self._new_event)

    @property
    def words(self) -> str:
        """All counts in words; the folded ones only where there are any."""
        texts = [self._labels[state].text() for state in _ORDER]
        return ", ".join([*texts, *filter(None, [self._folded.text()])])

    def show_states(self, states: Iterable[EventState]) -> None:
        """Count states."""
        counts = Counter(states)
        for state in _ORDER:
            self._labels[state].setText(f"{counts[state]} {state.value}")
        self._counted_folded = counts[EventState.FOLDED]
        self._folded.setText(f"{self._counted_folded} folded" if self._counted_folded else "")
        self._show_folded()

    def show_unread(self, unread: Unread, *, is_marked: bool) -> None:
        """Count the sentences that gave no event."""
        count = len(unread.timed) + len(unread.plain)
        self._next_unread.setText(f"Next of {count} unread" if count else _NEXT_UNREAD)
        self.mark_unread.setChecked(is_marked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the queue alone counts what is folded, and the button says less."""
        super().resizeEvent(event)
        self._next_unread.setVisible(self.width() >= _ROOM_FOR_UNREAD)
        has_room = self.width() >= _ROOM_FOR_WORDS
        self._new_event.setText(
            _NEW_EVENT if has_room else _NEW_EVENT.removesuffix(" from selection")
        )
        self._show_folded()

    def _show_folded(self) -> None:
        for part in (self._folded_icon, self._folded):
            part.setVisible(self._counted_folded > 0 and self.width() >= _ROOM_FOR_FOLDED)
