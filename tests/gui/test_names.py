"""Who and what is named in a project is merged, renamed and separated in one dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.review_steps import CTRL, SHIFT, press
from tests.gui.similar_projects import fill_similar
from tests.window import review_of
from timeline_app.services import review
from timeline_app.ui.names.dialog import NamesDialog
from timeline_app.ui.shell.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> NamesDialog:
    """The dialog over a project in which one man has two names."""
    library = window.model.library
    _, second = fill_similar(library)
    review.set_names(library, second, people=["Putin", "Xi Jinping"])
    window.model.set_current_event(second)
    press(window, qtbot, Qt.Key.Key_P, CTRL | SHIFT)
    shown = window.together.dialog
    assert isinstance(shown, NamesDialog)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def _names(dialog: NamesDialog) -> list[str]:
    return [named.name for named in dialog.names.entries]


def test_a_suggestion_is_merged_with_m(
    window: MainWindow, qtbot: QtBot, dialog: NamesDialog
) -> None:
    assert _names(dialog) == ["Putin", "Vladimir Putin", "Xi Jinping"]
    dialog.suggestions.setFocus()
    qtbot.keyClick(dialog.suggestions, Qt.Key.Key_M)
    assert _names(dialog) == ["Vladimir Putin", "Xi Jinping"]

    chips = review_of(window).card.details.who
    assert chips.names == ("Vladimir Putin", "Xi Jinping")
    window.show_workspace("timeline")
    values = window.stack.workspace("timeline").facets._values
    people = {value.title: value.count for value in values if value.facet == "People"}
    assert people["Vladimir Putin"] == 2
    assert "Putin" not in people
    lanes = window.stack.workspace("timeline").canvas.layout_model.lanes
    assert "Vladimir Putin" in [lane.title for lane in lanes]

    assert [button.accessibleName() for button in dialog.one.separate] == ["Separate Putin"]
    qtbot.mouseClick(dialog.one.separate[0], Qt.MouseButton.LeftButton)
    assert _names(dialog) == ["Putin", "Vladimir Putin", "Xi Jinping"]


def test_a_suggestion_is_kept_apart(qtbot: QtBot, dialog: NamesDialog) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_M, SHIFT)
    assert dialog.same.entries == ()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Z, CTRL)
    assert len(dialog.same.entries) == 1


def test_chosen_names_are_merged_by_hand(qtbot: QtBot, dialog: NamesDialog) -> None:
    dialog.list.selectAll()
    qtbot.keyClick(dialog.list, Qt.Key.Key_M)
    assert len(_names(dialog)) == 1


def test_a_name_is_changed_for_the_whole_project(
    window: MainWindow, qtbot: QtBot, dialog: NamesDialog
) -> None:
    dialog.choose("Xi Jinping")
    qtbot.keyClick(dialog.list, Qt.Key.Key_E)
    dialog.one.field.setText("President Xi")
    qtbot.keyClick(dialog.one.field, Qt.Key.Key_Return)
    assert "President Xi" in _names(dialog)
    dialog.one.field.setText(" ")
    qtbot.keyClick(dialog.one.field, Qt.Key.Key_Return)
    assert dialog.alert.text.startswith("A name needs")


def test_names_are_filtered(qtbot: QtBot, dialog: NamesDialog) -> None:
    qtbot.keyClicks(dialog.filter, "xi")
    assert _names(dialog) == ["Xi Jinping"]
