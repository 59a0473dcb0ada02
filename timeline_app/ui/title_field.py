"""The line in which the title of an event is edited."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import LineField


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
