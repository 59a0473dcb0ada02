"""Cells are edited in place: keys in, what is stored out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.table.projects import SUMMIT, TREATY, UNDATED
from tests.gui.table.steps import (
    ALT,
    CTRL,
    SHIFT,
    Key,
    enter,
    event,
    open_editor,
    press,
    rows,
    type_text,
)
from timeline_app.domain import Factuality, Origin, ReviewStatus
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.ui.date_field import DateEdit
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.table.columns import Column
from timeline_app.ui.table.workspace import TableWorkspace


def test_title_is_edited_in_place(table: TableWorkspace, model: ProjectModel, qtbot: QtBot) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.TITLE)
    type_text(editor, qtbot, "A summit in Kazan")
    enter(table, editor, qtbot)
    assert event(model, SUMMIT).title == "A summit in Kazan"
    assert event(model, SUMMIT).is_title_edited
    assert model.library.undo_label == "change the title of “Putin held a summit”"


def test_escape_keeps_what_was(table: TableWorkspace, model: ProjectModel, qtbot: QtBot) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.TITLE)
    type_text(editor, qtbot, "Nonsense")
    qtbot.keyClick(editor, Key.Key_Escape)
    assert event(model, SUMMIT).title == "Putin held a summit"
    qtbot.waitUntil(table.table.hasFocus)


def test_an_empty_title_is_refused_with_a_sentence(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.TITLE)
    type_text(editor, qtbot, " ")
    with qtbot.waitSignal(model.failed) as failed:
        qtbot.keyClick(editor, Key.Key_Return)
    assert failed.args == ["A title needs at least one word."]
    assert event(model, SUMMIT).title == "Putin held a summit"


def test_date_is_typed_as_people_write_it(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.WHEN)
    type_text(editor, qtbot, "22 - 24 October 2024")
    enter(table, editor, qtbot)
    assert event(model, SUMMIT).span == parse_edtf("2024-10-22/2024-10-24")
    assert event(model, SUMMIT).is_date_edited
    assert all(e.chosen is None for e in model.library.project.evidence_of_event(SUMMIT))


def test_relative_date_counts_from_the_article(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.WHEN)
    type_text(editor, qtbot, "yesterday")
    enter(table, editor, qtbot)
    assert event(model, SUMMIT).span == parse_edtf("2024-10-28")


def test_a_date_nobody_understands_stays_open(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    before = event(model, SUMMIT)
    editor = open_editor(table, qtbot, SUMMIT, Column.WHEN)
    type_text(editor, qtbot, "when pigs fly")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: editor.property("wrong") is True)
    assert editor.isVisible()
    qtbot.keyClick(editor, Key.Key_Escape)
    qtbot.waitUntil(table.table.hasFocus)
    assert event(model, SUMMIT) == before


def test_a_date_can_be_taken_away(table: TableWorkspace, model: ProjectModel, qtbot: QtBot) -> None:
    editor = open_editor(table, qtbot, TREATY, Column.WHEN)
    type_text(editor, qtbot, " ")
    enter(table, editor, qtbot)
    assert event(model, TREATY).span is None
    assert rows(table)[-2:] == [TREATY, UNDATED]


def test_a_date_that_was_only_looked_at_is_no_edit(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    label = model.library.undo_label
    editor = open_editor(table, qtbot, SUMMIT, Column.WHEN)
    assert isinstance(editor, DateEdit)
    assert editor.text() == "[2024-10-21..2024-10-27]"
    enter(table, editor, qtbot)
    assert not event(model, SUMMIT).is_date_edited
    assert model.library.undo_label == label


def test_alt_down_takes_another_reading(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.WHEN)
    type_text(editor, qtbot, "last week")
    qtbot.keyClick(editor, Key.Key_Down, ALT)
    enter(table, editor, qtbot)
    assert event(model, SUMMIT).span == parse_edtf("[2024-10-22..2024-10-28]")


def test_tab_goes_through_the_cells_that_can_be_edited(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.WHO)
    type_text(editor, qtbot, "Kremlin, Xi Jinping")
    qtbot.keyClick(editor, Key.Key_Tab)
    assert table.table.currentIndex().column() == Column.WHERE
    assert event(model, SUMMIT).people == ("Xi Jinping",)
    assert event(model, SUMMIT).organisations == ("Kremlin",)
    second = table.window().focusWidget()
    assert isinstance(second, QLineEdit)
    type_text(second, qtbot, "Kazan, Volga")
    enter(table, second, qtbot)
    assert event(model, SUMMIT).places == ("Kazan", "Volga")


def test_tab_after_the_last_cell_goes_to_the_next_row(table: TableWorkspace, qtbot: QtBot) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.STATUS)
    qtbot.keyClick(editor, Key.Key_Tab)
    assert table.table.current_id == TREATY
    assert table.table.currentIndex().column() == Column.WHEN


def test_status_is_chosen_from_a_list(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.STATUS)
    assert isinstance(editor, QComboBox)
    qtbot.keyClicks(editor, "S")
    enter(table, editor, qtbot)
    assert event(model, SUMMIT).factuality is Factuality.SAID


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_status_is_chosen_with_the_mouse(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    editor = open_editor(table, qtbot, SUMMIT, Column.STATUS)
    assert isinstance(editor, QComboBox)
    editor.showPopup()
    choices = editor.view()
    place = choices.visualRect(choices.model().index(editor.findText("Denied"), 0)).center()
    qtbot.mouseMove(choices.viewport(), place)
    qtbot.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: event(model, SUMMIT).factuality is Factuality.DENIED)


def test_double_click_edits(table: TableWorkspace, qtbot: QtBot) -> None:
    row = table.rows.row_of(TREATY)
    assert row is not None
    place = table.table.visualRect(table.rows.index(row, Column.TITLE)).center()
    viewport = table.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(table.window().focusWidget(), QLineEdit)


def test_new_event_is_named_at_once(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    table.filters.fields[Column.TITLE].setText("summit")
    press(table, qtbot, Key.Key_N, CTRL, SHIFT)
    editor = table.window().focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Ambassador summoned")
    enter(table, editor, qtbot)
    made = max(model.library.project.events.values(), key=lambda found: found.id)
    assert made.title == "Ambassador summoned"
    assert made.status is ReviewStatus.ACCEPTED
    assert made.origin is Origin.RESEARCHER
    assert made.id in rows(table)


def test_only_cells_with_an_editor_can_be_edited(table: TableWorkspace) -> None:
    editable = {
        column
        for column in Column
        if table.rows.index(0, column).flags() & Qt.ItemFlag.ItemIsEditable
    }
    assert editable == {
        Column.WHEN,
        Column.EDTF,
        Column.TITLE,
        Column.WHO,
        Column.WHERE,
        Column.STATUS,
    }
