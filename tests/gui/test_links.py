"""Linking events in the window, by keys and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.review_steps import CTRL, SHIFT, current, press
from tests.services.sample_project import day
from tests.window import review_of
from timeline_app.domain import RulingKind
from timeline_app.services import review
from timeline_app.ui.links.dialog import LinkDialog
from timeline_app.ui.shell.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # dialogs, offscreen
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def meeting(seeded: MainWindow) -> int:
    return review.add_event(seeded.model.library, "Meeting at the border", day(2))


def asked(window: MainWindow, qtbot: QtBot) -> LinkDialog:
    press(window, qtbot, Qt.Key.Key_K, CTRL | SHIFT)
    dialog = window.linking.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def told(window: MainWindow, event_id: int) -> list[str]:
    return [link.words for link in review.links_of(window.model.library.project, event_id)]


def test_an_event_is_linked_by_keys_alone(seeded: MainWindow, meeting: int, qtbot: QtBot) -> None:
    first = current(seeded).id
    dialog = asked(seeded, qtbot)
    qtbot.keyClicks(dialog.field, "border")
    assert [event.title for event in dialog.events.events] == ["Meeting at the border"]
    qtbot.keyClick(dialog.kind, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert told(seeded, first) == ["after"]
    assert told(seeded, meeting) == ["before"]


def test_the_card_shows_links_goes_there_and_removes_them(
    seeded: MainWindow, meeting: int, qtbot: QtBot
) -> None:
    first = current(seeded).id
    links = review_of(seeded).card.details.links
    assert links.isHidden()
    dialog = asked(seeded, qtbot)
    qtbot.keyClicks(dialog.field, "border")
    qtbot.mouseClick(dialog.link, LEFT)
    qtbot.waitUntil(links.isVisible)
    links.chosen.emit(links.links[0].other)
    assert current(seeded).id == meeting
    seeded.model.set_current_event(first)
    links.removed.emit(links.links[0].ruling_id)
    assert told(seeded, first) == []
    assert links.isHidden()


def test_the_details_of_the_timeline_show_them_too(
    seeded: MainWindow, meeting: int, qtbot: QtBot
) -> None:
    seeded.show_workspace("timeline")
    inspector = seeded.stack.workspace("timeline").inspector
    qtbot.mouseClick(inspector.body.links.add, LEFT)
    dialog = seeded.linking.dialog
    assert dialog is not None
    qtbot.keyClicks(dialog.field, "border")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert [link.other for link in inspector.body.links.links] == [meeting]


def test_what_is_selected_is_offered_first(seeded: MainWindow, meeting: int, qtbot: QtBot) -> None:
    seeded.model.set_selection([current(seeded).id, meeting])
    assert asked(seeded, qtbot).events.events[0].id == meeting


def test_what_cannot_be_linked_is_told_in_a_sentence(
    seeded: MainWindow, meeting: int, qtbot: QtBot
) -> None:
    review.link(seeded.model.library, meeting, RulingKind.BEFORE, current(seeded).id)
    dialog = asked(seeded, qtbot)
    qtbot.keyClicks(dialog.field, "border")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert "already" in seeded.alert.text
    assert told(seeded, meeting) == ["before"]
