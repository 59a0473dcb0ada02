"""What stands where rows would be when there are none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, PlainLabel


class EmptyNote(QWidget):
    """One sentence in the middle of the table, and the way out: take the filters away."""

    clear_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = PlainLabel(theme, "", FontRole.BODY, "text2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = Button(theme, "Clear the filters", height=30)
        self.clear.clicked.connect(self.clear_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        parent.installEventFilter(self)
        self.hide()

    def show_counts(self, shown: int, total: int) -> None:
        """Say that nothing is there, or that the filters leave nothing."""
        self.setVisible(shown == 0)
        self.clear.setVisible(total > 0)
        if total:
            self.words.setText(f"0 of {total} shown")
        else:
            self.words.setText("No events yet. Add an article, or make an event with Ctrl+Shift+N.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the table."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)
