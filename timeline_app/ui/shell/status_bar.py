"""The line at the bottom: what is saved, what is running, where the workspace stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.icons import paint_icon
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, ElidedLabel, PlainLabel, Rule, Surface

HEIGHT = 26
_MESSAGE_TIME = 6_000


class StatusBar(Surface):
    """Saved, local, offline; a job's words and its Cancel; the workspace's own words; keys."""

    keys_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", line_above=True, parent=parent)
        self.setFixedHeight(HEIGHT)
        self._saved_icon = _SmallIcon(theme, "check", "accepted_text")
        self._saved = PlainLabel(theme, "", FontRole.CAPTION, "text2")
        self._local_icon = _SmallIcon(theme, "lock", "text2")
        self._local = PlainLabel(theme, "Stays on this computer", FontRole.CAPTION, "text2")
        self._local_rule = Rule(theme, Qt.Orientation.Vertical, length=14)
        self._message = ElidedLabel(theme, "", FontRole.CAPTION, "text2")
        self._cancel = Button(
            theme, "Cancel", kind=ButtonKind.QUIET, height=22, role=FontRole.CAPTION_MEDIUM
        )
        self._workspace = PlainLabel(theme, "", FontRole.CAPTION, "text2")
        self._timer = QTimer(self, singleShot=True, interval=_MESSAGE_TIME)
        self._is_busy = False
        self._next = ""  # to be said when the job is over
        self._lay_out()
        self._cancel.hide()
        self._cancel.clicked.connect(self.cancel_wanted)
        self._timer.timeout.connect(self._message.clear)

    @property
    def message(self) -> str:
        """The words shown in the middle."""
        return self._message.text()

    @property
    def saved(self) -> str:
        """What the line says about saving."""
        return self._saved.text()

    def show_saved(self, words: str, *, is_committed: bool) -> None:
        """Say when the last change was written to the disk; the tick only after it was."""
        self._saved.setText(words)
        for part in (self._saved_icon, self._local_icon, self._local, self._local_rule):
            part.setVisible(is_committed)

    def show_workspace(self, words: str) -> None:
        """Say where the workspace stands."""
        self._workspace.setText(words)

    def show_message(self, words: str) -> None:
        """Say what was done, after what is being done; the words leave by themselves."""
        if self._is_busy:
            self._next = words
        else:
            self._message.setText(words)
            self._timer.start()

    def show_busy(self, words: str) -> None:
        """Say what is being done, until `show_idle`."""
        self._is_busy = True
        self._timer.stop()
        self._message.setText(words)

    def offer_cancel(self) -> None:
        """Show the button that stops the running job."""
        self._cancel.setVisible(self._is_busy)

    def show_idle(self) -> None:
        """The job is over."""
        self._cancel.hide()
        if self._is_busy:
            self._is_busy = False
            self._message.clear()
        if self._next:
            self.show_message(self._next)
            self._next = ""

    def _lay_out(self) -> None:
        theme = self.theme
        keys = Button(
            theme,
            "Keys",
            kind=ButtonKind.QUIET,
            keys="?",
            height=22,
            role=FontRole.CAPTION,
        )
        keys.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys.clicked.connect(self.keys_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 6, 0)
        row.setSpacing(7)
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved)
        row.addSpacing(5)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical, length=14))
        row.addSpacing(5)
        row.addWidget(self._local_icon)
        row.addWidget(self._local)
        row.addSpacing(5)
        row.addWidget(self._local_rule)
        row.addSpacing(5)
        row.addWidget(PlainLabel(theme, "Network off", FontRole.CAPTION, "text2"))
        row.addSpacing(12)
        row.addWidget(self._message, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._workspace)
        row.addSpacing(4)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical, length=14))
        row.addWidget(keys)


class _SmallIcon(QWidget):
    """An icon of 14 pixels that stands before words."""

    def __init__(self, theme: Theme, name: str, color: str) -> None:
        super().__init__()
        self._theme, self._name, self._color = theme, name, color
        self.setFixedSize(QSize(14, 14))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = self._theme.palette.color(self._color)
        paint_icon(QPainter(self), QRectF(self.rect()), self._name, color)
