"""What comes last in the queue because it is always rejected says so; the settings undo it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.review_steps import CTRL, current, press
from tests.services.test_habits import RIGHT, WRONG, added, reject
from tests.window import review_of
from timeline_app.ui.shell.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # dialogs, offscreen


def test_the_card_says_why_a_proposal_comes_last_and_forgetting_brings_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    library = window.model.library
    reject(library, 5)
    article = added(library, WRONG, RIGHT)
    window.model.set_current_article(article)
    window.show_workspace("review")
    assert current(window).title == "Elected a mayor"
    press(window, qtbot, Qt.Key.Key_A)
    assert current(window).title == "Rained all day"
    reasons = review_of(window).card.details.reasons
    assert "you rejected 5 of 5 proposals with the word “rained”" in reasons.line.text()
    press(window, qtbot, Qt.Key.Key_Comma, CTRL)
    dialog = window.settings.dialog
    assert dialog is not None
    assert "with the word “rained”" in dialog.habits.learnt.text()
    qtbot.mouseClick(dialog.habits.forget, Qt.MouseButton.LeftButton)
    assert dialog.habits.learnt.text() == "Nothing has been learnt yet."
    dialog.reject()
    assert "you rejected" not in reasons.line.text()


def test_nothing_is_learnt_where_that_is_switched_off(window: MainWindow, qtbot: QtBot) -> None:
    library = window.model.library
    reject(library, 5)
    press(window, qtbot, Qt.Key.Key_Comma, CTRL)
    dialog = window.settings.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    qtbot.keyClick(dialog.habits.learning, Qt.Key.Key_Right)
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    article = added(library, WRONG, RIGHT)
    window.model.set_current_article(article)
    assert [event.title for event in window.model.habits.queue(article)] == [
        "Rained all day",
        "Elected a mayor",
    ]
