"""Two dates read otherwise, and the card offers to read the whole project so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.review_steps import press
from tests.services.test_corrections import told
from tests.window import review_of
from timeline_app.domain import Preferences, WeekStart
from timeline_app.ui.review.offering import OfferLine
from timeline_app.ui.shell.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # dialogs, offscreen


@pytest.fixture
def line(window: MainWindow, qtbot: QtBot) -> OfferLine:
    """What the card offers after the weeks of two dates were read from Sunday, by keys."""
    window.show_workspace("review")
    for name in ("Warsaw", "Prague"):
        event_id = told(window.model.library, f"The council of {name} met last week.")
        window.model.set_current_event(event_id)
        assert not review_of(window).card.offer.isVisible()
        for _ in range(2):
            press(window, qtbot, Qt.Key.Key_BracketRight)
    return review_of(window).card.offer


def test_what_was_corrected_twice_is_laid_down_for_the_project(
    window: MainWindow, qtbot: QtBot, line: OfferLine
) -> None:
    assert line.isVisible()
    assert line.words.text() == "You read 2 dates with weeks from Sunday."
    qtbot.mouseClick(line.take, Qt.MouseButton.LeftButton)
    dialog = window.settings.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    assert dialog.weeks.value == WeekStart.SUNDAY
    qtbot.waitUntil(dialog.apply.isEnabled)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert window.model.library.project.preferences == Preferences(week_start=WeekStart.SUNDAY)
    assert not line.isVisible()


def test_what_is_declined_is_not_offered_again(
    window: MainWindow, qtbot: QtBot, line: OfferLine
) -> None:
    qtbot.mouseClick(line.decline, Qt.MouseButton.LeftButton)
    assert not line.isVisible()
    press(window, qtbot, Qt.Key.Key_BracketRight)
    press(window, qtbot, Qt.Key.Key_BracketLeft)
    assert not line.isVisible()
    assert window.model.library.project.preferences == Preferences()
