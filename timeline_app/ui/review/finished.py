"""What stands in the card's place when no proposal is current."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, PlainLabel, Surface


class Finished(Surface):
    """Review done, or nothing found. `next_wanted` asks for the next article with proposals."""

    next_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self.title = PlainLabel(theme, "", FontRole.EVENT_TITLE)
        self.hint = PlainLabel(theme, "", FontRole.BODY, "text2")
        for label in (self.title, self.hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.next = Button(theme, "Next article", keys="Ctrl+Down", height=34)
        self.next.clicked.connect(self.next_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 48, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_counts(
        self, total: int, reviewed: int, waiting_elsewhere: int, folded: int = 0
    ) -> None:
        """Say how the article stands, and whether others wait."""
        if not total and folded:
            self.title.setText("Nothing waits")
            self.hint.setText(f"Press F to show {_proposals(folded)}.")
        elif not total:
            self.title.setText("No events found")
            self.hint.setText("Select text and press N to make an event by hand.")
        elif reviewed < total:
            self.title.setText(f"{total - reviewed} of {total} wait")
            self.hint.setText("Press J for the next proposal.")
        else:
            self.title.setText(f"{total} of {total} reviewed")
            kept = f" {_proposals(folded).capitalize()} can be shown: press F." if folded else ""
            self.hint.setText(f"Everything in this article is decided.{kept}")
        self.next.setVisible(bool(waiting_elsewhere))


def _proposals(folded: int) -> str:
    return "1 folded proposal" if folded == 1 else f"{folded} folded proposals"
