"""What a screen reader is told by itself, without the focus having moved."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


class Announcer(QObject):
    """Has sentences said in the name of an object of the window, each once.

    They wait until what is being said has ended; an `is_urgent` one does not. `said` carries the
    sentence.
    """

    said = Signal(str)

    def __init__(self, speaker: QObject) -> None:
        super().__init__(speaker)
        self._speaker = speaker

    def say(self, words: str, *, is_urgent: bool = False) -> None:
        """Say a sentence; "" says nothing."""
        if not words:
            return
        event = QAccessibleAnnouncementEvent(self._speaker, words)
        if is_urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
        self.said.emit(words)
