"""Parts of panels: their heads, the lines between them, and the line that tells of an error."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets.buttons import Button, IconButton
from timeline_app.ui.widgets.labels import PlainLabel

Offer = tuple[str, Callable[[], None]]


class Surface(QWidget):
    """A widget with one of the palette's backgrounds and, where wanted, a line below or above."""

    def __init__(
        self,
        theme: Theme,
        fill: str = "panel",
        *,
        line_below: bool = False,
        line_above: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._fill = fill
        self._lines = (line_above, line_below)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its present state."""
        palette = self.theme.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette.color(self._fill))
        above, below = self._lines
        if above:
            painter.fillRect(0, 0, self.width(), 1, palette.line)
        if below:
            painter.fillRect(0, self.height() - 1, self.width(), 1, palette.line)


class Rule(QWidget):
    """A line one pixel thick between things."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        *,
        length: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        is_flat = orientation == Qt.Orientation.Horizontal
        if is_flat:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)
        if length and is_flat:
            self.setFixedWidth(length)
        elif length:
            self.setFixedHeight(length)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its present state."""
        QPainter(self).fillRect(self.rect(), self._theme.palette.line)


class SectionHeader(Surface):
    """The head of a panel: a title, a count beside it, and room for buttons on the right."""

    def __init__(
        self, theme: Theme, title: str, *, height: int = 34, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, line_below=True, parent=parent)
        self.setFixedHeight(height)
        self.title = PlainLabel(theme, title, FontRole.LABEL_BOLD)
        self.count = PlainLabel(theme, "", FontRole.LABEL, "text3")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 0, 14, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.title)
        self.row.addWidget(self.count)
        self.row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self.row.addWidget(widget)


class MessageLine(Surface):
    """One line where something went wrong: what, why, and what to do. Hidden while all is well."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "alert_fill", line_below=True, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._label = PlainLabel(theme, "", FontRole.LABEL, "alert_text")
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = IconButton(theme, "x", "Close this message", size=24)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        close.clicked.connect(self.clear)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(38, 5, 8, 5)
        self.row.setSpacing(8)
        self.row.addWidget(self._label, 1)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(8)
        self.row.addLayout(self._offers)
        self.row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; "" when there is none."""
        return self._label.text()

    def show_error(self, sentence: str, offers: Sequence[Offer] = ()) -> None:
        """Show a sentence; it stays until it is closed or another takes its place.

        `offers` are ways on, as pairs of words for a button and what it does.
        """
        self._take_offers_back()
        for words, act in offers:
            button = Button(self.theme, words, height=24, role=FontRole.LABEL_MEDIUM)
            button.clicked.connect(lambda _=False, a=act: a())
            self._offers.addWidget(button)
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def clear(self) -> None:
        """Take the sentence away."""
        self._take_offers_back()
        self._label.setText("")
        self.hide()
        self.closed.emit()

    def _take_offers_back(self) -> None:
        while (cell := self._offers.takeAt(0)) is not None:
            button = cell.widget()
            if button is not None:
                button.hide()
                button.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in its present state."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(14, self.height() / 2 - 8, 16, 16)
        paint_icon(painter, box, "triangle-alert", self.theme.palette.alert)
