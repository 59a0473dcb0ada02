"""The bar below the table while rows are selected: the same edit for all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_app.domain import Certainty
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.table.cells import STATUS_WORDS
from timeline_app.ui.table.menu_button import MenuButton
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel, Rule, Surface

HEIGHT, LEAST_WIDTH = 46, 860
_HINT_NEEDS, _DESELECT_NEEDS = 1_180, 960


class BulkBar(Surface):
    """Hidden without a selection. Every signal stands for one step of work."""

    accept_wanted = Signal()
    reject_wanted = Signal()
    tag_wanted = Signal()
    factuality_chosen = Signal(object)
    certainty_chosen = Signal(object)
    timeline_wanted = Signal()
    delete_wanted = Signal()
    deselect_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "selected", parent=parent)
        self.setFixedHeight(HEIGHT)
        self.count = PlainLabel(theme, "", FontRole.BODY_BOLD)
        self._hint = PlainLabel(theme, "Each change is one undo step", FontRole.LABEL, "text2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 2, 14, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.count)
        self.accept = self._button("Accept", "check", self.accept_wanted.emit)
        self.reject = self._button("Reject", "x", self.reject_wanted.emit)
        self.tag = self._button("Tag…", "tag", self.tag_wanted.emit)
        statuses = [(words, value) for value, words in STATUS_WORDS.items()]
        self.status = MenuButton(theme, "Status", statuses)
        self.status.chosen.connect(self.factuality_chosen)
        certainties = [(value.value.capitalize(), value) for value in Certainty]
        self.certainty = MenuButton(theme, "Certainty", certainties)
        self.certainty.chosen.connect(self.certainty_chosen)
        self._row.addWidget(self.status)
        self._row.addWidget(self.certainty)
        self.timeline = self._button(
            "Show on timeline", "chart-no-axes-gantt", self.timeline_wanted.emit
        )
        self._row.addWidget(Rule(theme, Qt.Orientation.Vertical, length=18))
        self.delete = self._button(
            "Delete", "trash-2", self.delete_wanted.emit, kind=ButtonKind.ALERT
        )
        self._row.addStretch(1)
        self._row.addWidget(self._hint)
        self.deselect = Button(theme, "Deselect", kind=ButtonKind.QUIET, keys="Esc", height=26)
        self.deselect.clicked.connect(self.deselect_wanted)
        self._row.addWidget(self.deselect)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many rows are selected; without any the bar is hidden."""
        self.count.setText("1 event selected" if count == 1 else f"{count} events selected")
        self.setVisible(count > 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 2, self.theme.palette.accent)

    def minimumSizeHint(self) -> QSize:
        """What is hidden in a narrow window does not keep it from becoming narrow."""
        return QSize(LEAST_WIDTH, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint is the first to go where there is no room, then what Escape does too."""
        self._hint.setVisible(self.width() >= _HINT_NEEDS)
        self.deselect.setVisible(self.width() >= _DESELECT_NEEDS)
        super().resizeEvent(event)

    def _button(
        self,
        text: str,
        icon: str,
        on_click: Callable[[], None],
        kind: ButtonKind = ButtonKind.NORMAL,
    ) -> Button:
        button = Button(self.theme, text, kind=kind, icon=icon, height=26)
        button.clicked.connect(lambda _=False: on_click())
        self._row.addWidget(button)
        return button
