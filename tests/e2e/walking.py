"""A person at the window: keys, mouse, drops and pastes go in; file and drawing are looked at."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.window import Answers, OpenWindow
from timeline_app.domain import Event
from timeline_app.services.library import Library
from timeline_app.services.project import Project
from timeline_app.ui.review.workspace import ReviewWorkspace
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.table.workspace import TableWorkspace
from timeline_app.ui.timeline.workspace import TimelineWorkspace

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
# Another process copies: closing the file in this one would drop the window's lock on it.
_COPY = """
import shutil, sys
from pathlib import Path
for end in ("", "-wal"):
    source = Path(sys.argv[1] + end)
    if source.exists():
        shutil.copy(source, sys.argv[2] + end)
"""


@dataclass
class Walk:
    """One window after the other on the same folder of the user."""

    qtbot: QtBot
    answers: Answers
    folder: Path
    open_window: OpenWindow
    window: MainWindow
    copies: int = 0

    @property
    def review(self) -> ReviewWorkspace:
        """The review workspace."""
        workspace = self.window.stack.workspace("review")
        assert isinstance(workspace, ReviewWorkspace)
        return workspace

    @property
    def timeline(self) -> TimelineWorkspace:
        """The timeline workspace."""
        workspace = self.window.stack.workspace("timeline")
        assert isinstance(workspace, TimelineWorkspace)
        return workspace

    @property
    def table(self) -> TableWorkspace:
        """The table workspace."""
        workspace = self.window.stack.workspace("table")
        assert isinstance(workspace, TableWorkspace)
        return workspace

    @property
    def current(self) -> Event:
        """The current event as the window knows it."""
        assert self.window.model.current_event is not None
        return self.project.events[self.window.model.current_event]

    @property
    def project(self) -> Project:
        """The open project as the window knows it."""
        return self.window.model.library.project

    def quoting(self, words: str) -> Event:
        """The event whose quote holds some words."""
        evidence = next(e for e in self.project.evidence.values() if words in e.quote)
        return self.project.events[evidence.event_id]

    def stored(self) -> Project:
        """What a crash at this moment would leave: the files as they are on the disk, read anew."""
        self.copies += 1
        copy = self.folder / f"stored {self.copies}.timeline"
        source = self.window.model.library.path
        subprocess.run([sys.executable, "-I", "-S", "-c", _COPY, source, copy], check=True)
        library = Library.open(copy)
        project = library.project
        library.close()
        return project

    def stored_event(self, event_id: int) -> Event:
        """One event as it is on the disk."""
        return self.stored().events[event_id]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self._focus(), key, modifiers)

    def type_text(self, text: str) -> None:
        """Replace what the focused field holds by typing."""
        self.press(Key.Key_A, CTRL)
        for letter in text:
            self.qtbot.keyClicks(self._focus(), letter)

    def click(self, widget: QWidget, place: QPoint | QPointF | None = None) -> None:
        """Click a widget with the main button, in its middle or at a place."""
        where = widget.rect().center() if place is None else QPointF(place).toPoint()
        self.qtbot.mouseClick(widget, LEFT, PLAIN, where)

    def double_click(self, widget: QWidget, place: QPoint | QPointF) -> None:
        """Click twice in quick succession."""
        where = QPointF(place).toPoint()
        self.qtbot.mouseClick(widget, LEFT, PLAIN, where)
        self.qtbot.mouseDClick(widget, LEFT, PLAIN, where)
        self.qtbot.mouseRelease(widget, LEFT, PLAIN, where)

    def drag(self, widget: QWidget, start: QPointF, end: QPointF) -> None:
        """Move the pointer with the main button down."""
        first, last = start.toPoint(), end.toPoint()
        self.qtbot.mousePress(widget, LEFT, PLAIN, first)
        for place in (QPointF(first + last) / 2, QPointF(last)):
            at, moved = QPointF(widget.mapToGlobal(place)), QEvent.Type.MouseMove
            QApplication.sendEvent(widget, QMouseEvent(moved, place, at, LEFT, LEFT, PLAIN))
        self.qtbot.mouseRelease(widget, LEFT, PLAIN, last)

    def turn_wheel(self, widget: QWidget, place: QPointF, notches: int) -> None:
        """Turn the wheel at a place; away from the hand is positive."""
        turn, still = QPoint(0, 120 * notches), QPoint()
        at = QPointF(widget.mapToGlobal(place))
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, at, still, turn, Qt.MouseButton.NoButton, PLAIN, phase, False)
        QApplication.sendEvent(widget, event)

    def drop_file(self, widget: QWidget, path: Path) -> None:
        """Drag a file onto a widget, let it go there, and wait until it is read."""
        with self.qtbot.waitSignal(self.window.adder.closed, timeout=20_000):
            _drop(widget, path)

    def drop_project(self, path: Path) -> None:
        """Drag a project onto the window and let it go there."""
        _drop(self.window, path)

    def paste(self, text: str) -> None:
        """Paste a text with Ctrl+V and wait until it is read."""
        QGuiApplication.clipboard().setText(text)
        with self.qtbot.waitSignal(self.window.adder.closed, timeout=20_000):
            self.press(Key.Key_V, CTRL)

    def restart(self) -> None:
        """Close the window and open the program again."""
        self.window.close()
        self.window = self.open_window()

    def words_in(self, widget: QWidget) -> set[str]:
        """The texts of all labels that can be seen in a widget."""
        return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def _drop(widget: QWidget, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place, copy = widget.rect().center(), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, copy, mime, LEFT, PLAIN)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(place), copy, mime, LEFT, PLAIN))
