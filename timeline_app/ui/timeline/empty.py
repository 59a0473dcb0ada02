"""What the canvas says when there is nothing on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.services.project import Counts
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, PlainLabel


class EmptyLine(QWidget):
    """Words over an empty canvas, and the way out of a filter that lets nothing through."""

    clear_asked = Signal()

    def __init__(self, theme: Theme, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._words = PlainLabel(theme, "", FontRole.BODY, "text2")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._clear = Button(theme, "Clear the filter", height=26)
        self._clear.clicked.connect(self.clear_asked)
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        canvas.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now; "" while the canvas shows events."""
        return self._words.text()

    def show_counts(self, counts: Counts, shown: int, total: int) -> None:
        """Say why nothing is shown, or nothing at all."""
        self._words.setText(_reason(counts, shown, total))
        self._clear.setVisible(total > 0)
        self.setVisible(not shown)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the canvas."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        canvas, size = self._canvas, self.sizeHint()
        x, y = (canvas.width() - size.width()) // 2, canvas.height() // 2 - size.height()
        self.setGeometry(x, max(50, y), size.width(), size.height())


def _reason(counts: Counts, shown: int, total: int) -> str:
    if shown:
        return ""
    if total:
        return f"0 of {total} shown"
    if counts.proposed:
        waiting = (
            "1 proposal waits" if counts.proposed == 1 else f"{counts.proposed} proposals wait"
        )
        return f"Nothing accepted yet. {waiting} (Ctrl+1)"
    return "No event has a date yet. Double-click to make one."
