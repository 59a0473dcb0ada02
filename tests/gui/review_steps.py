"""What the tests of the review do again and again: look at the current event, press a key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.domain import Event
from timeline_app.ui.shell.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def current(window: MainWindow) -> Event:
    """The event that is current in a window."""
    assert window.model.current_event is not None
    return window.model.library.project.events[window.model.current_event]


def queue(window: MainWindow) -> list[int]:
    """What waits in the current article, by id."""
    assert window.model.current_article is not None
    return [e.id for e in window.model.library.project.queue(window.model.current_article)]


def press(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN
) -> None:
    """Press a key where the focus is, as a person does."""
    focus: QWidget = window.focusWidget() or window
    qtbot.keyClick(focus, key, modifier)


def go_to(window: MainWindow, words: str) -> Event:
    """Make the event current whose quote holds some words."""
    project = window.model.library.project
    evidence = next(e for e in project.evidence.values() if words in e.quote)
    window.model.set_current_event(evidence.event_id)
    return current(window)
