"""The window around the workspaces: projects, finding, exporting, keys, and what goes wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import SEED, Answers, OpenWindow, add_texts, review_of
from timeline_app.resources import seeds_path
from timeline_app.services.incoming import Incoming
from timeline_app.services.library import Library
from timeline_app.services.project_places import data_folder, default_project_path
from timeline_app.ui.actions import ACTIONS
from timeline_app.ui.shell.crash import CrashReporter
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.widgets import Button

CTRL = Qt.KeyboardModifier.ControlModifier


def focus_of(window: MainWindow) -> QWidget:
    return window.focusWidget() or window


def export(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["window.export"].trigger()
    assert window.exporter.dialog is not None
    with qtbot.waitSignal(window.runner.started) as started:
        window.exporter.dialog.export.click()
    qtbot.waitSignal(started.args[0].ended, timeout=20_000).wait()


def test_ctrl_l_changes_between_light_and_dark(seeded: MainWindow, qtbot: QtBot) -> None:
    light = seeded.grab().toImage().pixelColor(2, 2)
    qtbot.keyClick(focus_of(seeded), Qt.Key.Key_L, CTRL)
    assert seeded.theme.is_dark
    dark = seeded.grab().toImage().pixelColor(2, 2)
    assert light == seeded.theme._palettes["light"].window
    assert dark == seeded.theme.palette.window


def test_ctrl_digits_show_the_workspaces(seeded: MainWindow, qtbot: QtBot) -> None:
    for key, name in (
        (Qt.Key.Key_2, "timeline"),
        (Qt.Key.Key_3, "table"),
        (Qt.Key.Key_1, "review"),
    ):
        qtbot.keyClick(focus_of(seeded), key, CTRL)
        assert seeded.stack.shown_name == name
        assert seeded.tool_bar.tabs.tab(name).isChecked()
        assert seeded.isAncestorOf(QApplication.focusWidget())


def test_the_tab_counts_what_waits(seeded: MainWindow) -> None:
    tab = seeded.tool_bar.tabs.tab("review")
    waiting = seeded.model.library.project.counts().proposed
    assert tab.accessibleName() == f"Review, {waiting} waiting"
    review_of(seeded).reviewing.accept()
    assert tab.accessibleName() == f"Review, {waiting - 1} waiting"


def test_undo_says_what_it_takes_back(seeded: MainWindow) -> None:
    review_of(seeded).reviewing.accept()
    assert "accept" in seeded.actions_["window.undo"].text()
    assert not seeded.tool_bar.redo.isEnabled()
    seeded.actions_["window.undo"].trigger()
    assert seeded.tool_bar.redo.isEnabled()
    assert seeded.status.message.startswith("Undone: accept")


def test_find_lists_dates_first_and_goes_to_an_event(seeded: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(focus_of(seeded), Qt.Key.Key_K, CTRL)
    box = seeded.tool_bar.find_box
    assert box.hasFocus()
    qtbot.keyClicks(box, "29 October 2024")
    assert box.hits[0].kind == "date"
    box.clear()
    qtbot.keyClicks(box, "summit")
    hit = box.hits[0]
    assert hit.kind == "event"
    assert box.is_listing
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert seeded.model.current_event == hit.id
    assert box.text() == ""


def test_find_goes_to_a_date_on_the_timeline(seeded: MainWindow, qtbot: QtBot) -> None:
    box = seeded.tool_bar.find_box
    box.setFocus()
    qtbot.keyClicks(box, "2024-10-22")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert seeded.stack.shown_name == "timeline"


def test_a_copy_is_saved_and_can_be_opened(
    seeded: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    original = seeded.model.library.path
    answers.target = tmp_path / "copy.timeline"
    seeded.actions_["window.save_copy"].trigger()
    assert seeded.model.library.path == original
    copy = Library.open(answers.target)
    assert copy.project.events.keys() == seeded.model.library.project.events.keys()
    copy.close()


def test_a_new_project_is_empty_and_the_old_one_is_among_the_recent(
    seeded: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    before = seeded.model.library.path
    answers.target = tmp_path / "second.timeline"
    seeded.actions_["window.new"].trigger()
    assert seeded.stack.is_at_start
    assert seeded.windowTitle() == "second"
    assert seeded.keeper.recent == (answers.target, before)
    seeded.keeper.open_path(before)
    assert not seeded.stack.is_at_start


def test_a_new_project_never_takes_the_place_of_a_file(
    seeded: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.target = tmp_path / "notes.timeline"
    answers.target.write_text("mine")
    seeded.actions_["window.new"].trigger()
    assert answers.target.read_text() == "mine"
    assert "there already" in seeded.alert.text


def test_a_second_window_on_the_same_project_is_told_and_can_begin_another(
    seeded: MainWindow,
    open_window: OpenWindow,
    answers: Answers,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    second = open_window()
    assert second.stack.is_at_start
    assert not second.model.is_open
    assert second.alert.isVisible()
    assert "open" in second.alert.text
    answers.target = tmp_path / "other.timeline"
    offers = {button.text(): button for button in second.alert.findChildren(Button)}
    qtbot.mouseClick(offers["New project"], Qt.MouseButton.LeftButton)
    assert second.model.is_open
    assert not second.alert.isVisible()


def test_undoing_the_first_article_leads_back_to_the_start(
    seeded: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(focus_of(seeded), Qt.Key.Key_Z, CTRL)
    assert seeded.stack.is_at_start
    assert seeded.model.current_article is None
    qtbot.keyClick(focus_of(seeded), Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert seeded.stack.shown_name == "review"


@pytest.mark.parametrize("content", [b"this is no database", b"SQLite format 3\x00" + b"x" * 4000])
def test_a_project_that_cannot_be_opened_is_left_alone(
    open_window: OpenWindow, content: bytes
) -> None:
    path = default_project_path()
    path.write_bytes(content)
    window = open_window()
    assert window.isVisible()
    assert window.stack.is_at_start
    assert window.alert.text
    assert path.read_bytes() == content


def test_articles_added_without_a_project_go_into_a_new_one(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    path = default_project_path()
    path.write_bytes(b"no project")
    window = open_window()
    add_texts(window, qtbot, Incoming("file", str(seeds_path(SEED))))
    assert window.model.library.path == path.with_name("My timeline 2.timeline")
    assert path.read_bytes() == b"no project"


def test_the_pdf_holds_what_is_accepted(
    seeded: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    review_of(seeded).reviewing.accept()
    answers.target = tmp_path / "out.pdf"
    export(seeded, qtbot)
    assert answers.target.read_bytes().startswith(b"%PDF")
    assert seeded.status.message == f"Exported to {answers.target}"


def test_a_pdf_that_cannot_be_written_is_told(
    seeded: MainWindow, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    review_of(seeded).reviewing.accept()
    answers.target = tmp_path / "missing" / "out.pdf"
    export(seeded, qtbot)
    assert seeded.alert.isVisible()
    assert "out.pdf" in seeded.alert.text or "missing" in seeded.alert.text


def test_nothing_accepted_means_nothing_to_export(seeded: MainWindow, answers: Answers) -> None:
    seeded.actions_["window.export"].trigger()
    assert "Nothing is accepted yet" in seeded.alert.text
    assert answers.questions == []


def test_every_command_of_the_table_has_an_answer(seeded: MainWindow) -> None:
    for name in seeded.stack.names:
        seeded.show_workspace(name)
    assert seeded.actions_.shown() == ACTIONS


def test_the_commands_of_all_workspaces_are_shown_from_the_beginning(window: MainWindow) -> None:
    scopes = {spec.scope for spec in window.actions_.shown()}
    assert scopes == {"window", "review", "timeline", "table"}


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_the_key_sheet_lists_every_key(seeded: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(focus_of(seeded), "?")
    assert seeded._keys is not None
    assert seeded._keys.isVisible()
    seeded._keys.close()


def test_f6_goes_round_the_panes(seeded: MainWindow, qtbot: QtBot) -> None:
    visited = []
    for _ in range(6):
        qtbot.keyClick(focus_of(seeded), Qt.Key.Key_F6)
        visited.append(QApplication.focusWidget())
    review = review_of(seeded)
    for pane in (review.page.reader, review.articles.view, review.queue.view):
        assert pane in visited


def test_dropping_a_project_opens_it(seeded: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "other.timeline"
    Library.open(other).close()
    seeded.keeper.open_path(other)
    assert seeded.model.library.path == other


def test_the_window_keeps_its_place_and_its_colours(
    seeded: MainWindow, open_window: OpenWindow
) -> None:
    seeded.resize(1234, 777)
    seeded.show_workspace("table")
    seeded.actions_["window.dark"].trigger()
    seeded.close()
    again = open_window()
    assert again.theme.is_dark
    assert again.stack.shown_name == "table"
    again.show_workspace("review")
    assert (data_folder() / "window.json").is_file()


def test_a_damaged_window_file_does_no_harm(open_window: OpenWindow) -> None:
    (data_folder() / "window.json").write_text("{broken")
    assert open_window().isVisible()


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_a_bug_is_written_down_and_told_once(
    seeded: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    log = tmp_path / "errors.log"
    reporter = CrashReporter(log, seeded)
    reporter.install()
    try:
        sys.excepthook(ValueError, ValueError("a bug"), None)
        sys.excepthook(ValueError, ValueError("another"), None)
        qtbot.waitUntil(lambda: reporter.box is not None)
        assert reporter.box is not None
        assert reporter.box.detailedText().strip() == "ValueError: a bug"
        reporter.box.close()
    finally:
        reporter.uninstall()
    assert "a bug" in log.read_text()
    assert "another" in log.read_text()


def test_text_of_an_article_is_never_read_as_markup(window: MainWindow, qtbot: QtBot) -> None:
    text = "<b>Bold</b> claims\n\nOslo, 5 March 2024\n\nThe <i>minister</i> resigned on Monday."
    add_texts(window, qtbot, Incoming("text", text))
    review = review_of(window)
    assert "<i>minister</i>" in review.page.reader.toPlainText()
    assert review.header.title.textFormat() is Qt.TextFormat.PlainText


def test_every_control_has_a_name_for_screen_readers(seeded: MainWindow) -> None:
    nameless = [
        type(widget).__name__
        for widget in seeded.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]
    assert nameless == []
