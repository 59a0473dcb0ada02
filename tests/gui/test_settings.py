"""The settings of a project in the real window; what is stored is what counts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import review_of
from timeline_app.domain import DayOrder, Preferences, WeekStart
from timeline_app.domain.time.edtf import write_edtf
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.shell.settings import SettingsDialog

_LAST_WEEK, _FROM_SUNDAY = "[2024-10-21..2024-10-27]", "[2024-10-20..2024-10-26]"


@pytest.fixture
def dialog(seeded: MainWindow, qtbot: QtBot) -> SettingsDialog:
    """The settings, opened with their key."""
    QTest.keyClick(seeded, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    opened = seeded.settings.dialog
    assert opened is not None
    assert opened.isVisible()
    opened.activateWindow()
    qtbot.waitUntil(opened.weeks.hasFocus)
    return opened


def _whens(window: MainWindow) -> set[str]:
    events = window.model.library.project.events.values()
    return {write_edtf(event.span) for event in events if event.span is not None}


def _choose_sunday(dialog: SettingsDialog, qtbot: QtBot) -> None:
    """Two steps to the right of “By the article”."""
    QTest.keyClick(dialog.weeks, Qt.Key.Key_Right)
    QTest.keyClick(dialog.weeks, Qt.Key.Key_Right)
    assert dialog.weeks.value == WeekStart.SUNDAY
    qtbot.waitUntil(dialog.apply.isEnabled)


def test_with_the_keyboard_alone_all_dates_follow_and_one_undo_takes_it_back(
    seeded: MainWindow, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    assert not dialog.apply.isEnabled()
    _choose_sunday(dialog, qtbot)
    assert "follow" in dialog.preview.text()
    assert _LAST_WEEK in _whens(seeded)

    QTest.keyClick(dialog.weeks, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert _FROM_SUNDAY in _whens(seeded)
    assert _LAST_WEEK not in _whens(seeded)
    assert seeded.model.library.project.preferences == Preferences(week_start=WeekStart.SUNDAY)
    assert "Settings changed" in seeded.status.message

    seeded.actions_["window.undo"].trigger()
    assert _LAST_WEEK in _whens(seeded)
    assert seeded.model.library.project.preferences == Preferences()


def test_escape_leaves_everything_as_it_was(
    seeded: MainWindow, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    _choose_sunday(dialog, qtbot)
    QTest.keyClick(dialog.weeks, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert _LAST_WEEK in _whens(seeded)
    assert seeded.model.library.undo_label != "change the settings"


def test_what_was_laid_down_is_shown_again(
    seeded: MainWindow, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog.orders, Qt.Key.Key_Left)
    qtbot.waitUntil(dialog.apply.isEnabled)
    QTest.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    seeded.actions_["window.settings"].trigger()
    again = seeded.settings.dialog
    assert again is not None
    assert again.chosen == Preferences(day_order=DayOrder.MONTH_FIRST)
    assert not again.apply.isEnabled()
    again.reject()


def test_without_a_change_there_is_nothing_to_apply(dialog: SettingsDialog, qtbot: QtBot) -> None:
    _choose_sunday(dialog, qtbot)
    QTest.keyClick(dialog.weeks, Qt.Key.Key_Left)
    QTest.keyClick(dialog.weeks, Qt.Key.Key_Left)
    assert not dialog.apply.isEnabled()
    assert dialog.preview.text() == ""
    QTest.keyClick(dialog.weeks, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


def test_a_typed_date_is_read_by_the_settings(
    seeded: MainWindow, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    _choose_sunday(dialog, qtbot)
    QTest.keyClick(dialog.weeks, Qt.Key.Key_Return)
    review = review_of(seeded)
    review.card.date.start_editing()
    field = review.card.date.field
    field.edit.setText("last week")
    assert field.edit.typed is not None
    assert field.edit.typed.edtf == _FROM_SUNDAY
    field.cancelled.emit()
