"""Help is one key away wherever one is, and found with everything else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.window import review_of
from timeline_app.services.finding import HitKind
from timeline_app.ui.help.window import HelpWindow
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.timeline.facet_columns import Facet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # dialogs, offscreen
CONTROL = Qt.KeyboardModifier.ControlModifier


def wait_for(window: QWidget, qtbot: QtBot) -> None:
    """Wait until a window has the keys: one that shares activation says so too early."""
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def help_of(window: MainWindow, qtbot: QtBot) -> HelpWindow:
    shown = window.help.shown
    assert shown is not None
    wait_for(shown, qtbot)
    return shown


def page_shown(window: MainWindow, qtbot: QtBot) -> str:
    page = help_of(window, qtbot).view.page
    assert page is not None
    return page.id


def type_into_find_box(window: MainWindow, text: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(window.tool_bar.find_box, text)


def choose(window: MainWindow, kind: HitKind) -> None:
    """Go down to the first hit of a kind and take it."""
    box = window.tool_bar.find_box
    place = next(place for place, hit in enumerate(box.hits) if hit.kind is kind)
    for _ in range(place):
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_f1_opens_the_page_about_what_has_the_focus(seeded: MainWindow, qtbot: QtBot) -> None:
    for page in ("timeline", "table", "review"):
        seeded.show_workspace(page)
        QTest.keyClick(seeded, Qt.Key.Key_F1)
        assert page_shown(seeded, qtbot) == page
        assert help_of(seeded, qtbot).view.verticalScrollBar().value() == 0
        help_of(seeded, qtbot).reject()
        seeded.activateWindow()
        wait_for(seeded, qtbot)
    review_of(seeded).header.date_bar.chip.setFocus()
    QTest.keyClick(seeded, Qt.Key.Key_F1)
    assert page_shown(seeded, qtbot) == "article-date"


def test_f1_works_in_a_dialog_that_waits(seeded: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(seeded, Qt.Key.Key_Comma, CONTROL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QWidget)
    wait_for(dialog, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert page_shown(seeded, qtbot) == "settings"
    assert help_of(seeded, qtbot).parentWidget() is dialog, "or the dialog would stand before it"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_links_lead_to_pages_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.help.open_page("first-steps")
    shown = help_of(window, qtbot)
    shown.view.anchorClicked.emit(QUrl("dates"))
    assert page_shown(window, qtbot) == "dates"
    QTest.keyClick(shown, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page_shown(window, qtbot) == "first-steps"
    assert not shown.back.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page_shown(window, qtbot) == "dates"


def test_the_help_is_searched_and_read_with_the_arrows(window: MainWindow, qtbot: QtBot) -> None:
    window.help.open_page("first-steps")
    shown = help_of(window, qtbot)
    QTest.keyClick(shown.list, Qt.Key.Key_Down)
    assert page_shown(window, qtbot) == "articles"
    QTest.keyClick(shown, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(shown.field, "backups")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert page_shown(window, qtbot) == "safekeeping"
    assert shown.view.verticalScrollBar().value() > 0, "it is far down on its page"


def test_a_command_is_found_and_done(seeded: MainWindow) -> None:
    is_dark = seeded.theme.is_dark
    type_into_find_box(seeded, "dark col")
    assert seeded.tool_bar.find_box.hits[0].title == "Dark colours"
    choose(seeded, HitKind.COMMAND)
    assert seeded.theme.is_dark is not is_dark


def test_only_commands_that_work_now_are_found(seeded: MainWindow) -> None:
    type_into_find_box(seeded, "zoom in")
    assert not any(hit.kind is HitKind.COMMAND for hit in seeded.tool_bar.find_box.hits)
    QTest.keyClick(seeded.tool_bar.find_box, Qt.Key.Key_Escape)
    seeded.show_workspace("timeline")
    type_into_find_box(seeded, "zoom in")
    assert seeded.tool_bar.find_box.hits[0].key == "timeline.zoom_in"


def test_a_page_of_the_help_is_found(seeded: MainWindow, qtbot: QtBot) -> None:
    type_into_find_box(seeded, "older calendars")
    choose(seeded, HitKind.HELP)
    assert page_shown(seeded, qtbot) == "dates"


def test_the_events_of_a_person_are_shown_alone(seeded: MainWindow, qtbot: QtBot) -> None:
    type_into_find_box(seeded, "putin")
    hit = seeded.tool_bar.find_box.hits[0]
    assert (hit.kind, hit.key) == (HitKind.NAME, "Person")
    choose(seeded, HitKind.NAME)
    timeline = seeded.stack.workspace("timeline")
    qtbot.waitUntil(timeline.isVisible)
    project = seeded.model.library.project
    named = {event.id for event in project.events.values() if hit.title in event.people}
    shown = set(timeline.canvas.layout_model.columns.ids())
    assert shown
    assert shown <= named
    hidden = {facet for facet, _key in timeline.facets.filter.hidden}
    assert hidden == {Facet.PERSON}


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_help_is_dressed_like_the_program(
    window: MainWindow, qtbot: QtBot, *, is_dark: bool
) -> None:
    window.help.open_page("dates")
    window.theme.set_dark(is_dark)
    view = help_of(window, qtbot).view
    corner = view.viewport().grab().toImage().pixelColor(2, 2)
    assert corner == window.theme.palette.surface
