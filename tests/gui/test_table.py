"""The table in a real window: keys and mouse in, what is stored out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.table_projects import OLD, SUMMIT, TREATY, UNDATED, VOTE, fill
from timeline_app.domain import Certainty, Event, Factuality, Origin, ReviewStatus
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.services import review
from timeline_app.services.library import Library
from timeline_app.ui.actions import ACTIONS
from timeline_app.ui.date_field import DateEdit
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.action_set import ActionSet
from timeline_app.ui.table.columns import Column
from timeline_app.ui.table.lines import GroupHead, Grouping
from timeline_app.ui.table.paint import Tick
from timeline_app.ui.table.workspace import TableWorkspace
from timeline_app.ui.theme import Theme

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def model(tmp_path: Path) -> Iterator[ProjectModel]:
    library = Library.open(tmp_path / "a.timeline")
    fill(library)
    model = ProjectModel()
    model.open(library)
    yield model
    model.close()


@pytest.fixture
def table(model: ProjectModel, qtbot: QtBot, qapp: QApplication) -> Iterator[TableWorkspace]:
    """The workspace in a window of its own, with the commands of the real window."""
    theme = Theme()
    theme.apply(qapp)
    window = QMainWindow()
    window.setMinimumSize(900, 620)
    qtbot.addWidget(window)
    workspace = TableWorkspace(model, theme)
    actions = ActionSet(ACTIONS, theme, window)
    actions.bind(workspace.commands(), workspace)
    actions.set_scope("table")
    window.setCentralWidget(workspace)
    window.resize(1440, 772)
    window.show()
    window.activateWindow()
    workspace.focus_target().setFocus()
    qtbot.waitUntil(workspace.table.hasFocus)
    yield workspace
    window.close()


def event(model: ProjectModel, event_id: int) -> Event:
    return model.library.project.events[event_id]


def rows(table: TableWorkspace) -> list[int]:
    return table.rows.event_ids


def go(table: TableWorkspace, event_id: int, column: Column) -> None:
    assert table.table.go_to(event_id, column)


def press(table: TableWorkspace, qtbot: QtBot, key: Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the focus is, as a person does."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(table.window().focusWidget() or table, key, held)


def open_editor(table: TableWorkspace, qtbot: QtBot, event_id: int, column: Column) -> QWidget:
    go(table, event_id, column)
    press(table, qtbot, Key.Key_F2)
    editor = table.table.indexWidget(table.table.currentIndex()) or table.window().focusWidget()
    assert isinstance(editor, (QLineEdit, QComboBox))
    return editor


def type_text(editor: QWidget, qtbot: QtBot, text: str) -> None:
    """Replace what an editor holds by typing."""
    qtbot.keyClick(editor, Key.Key_A, CTRL)
    qtbot.keyClicks(editor, text)


def enter(table: TableWorkspace, editor: QWidget, qtbot: QtBot) -> None:
    """Save with Enter, and wait until the rows have the keyboard again."""
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(table.table.hasFocus)


def click_cell(
    table: TableWorkspace, qtbot: QtBot, event_id: int, column: Column, *, shift: bool = False
) -> None:
    row = table.rows.row_of(event_id)
    assert row is not None
    place = table.table.visualRect(table.rows.index(row, column)).center()
    held = SHIFT if shift else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(table.table.viewport(), Qt.MouseButton.LeftButton, held, place)


def test_shows_all_but_the_rejected(table: TableWorkspace) -> None:
    assert rows(table) == [SUMMIT, TREATY, VOTE, UNDATED]
    assert table.bar.count.text() == "4 of 5 events"
    assert table.bar.filters.text() == "1 filter on"


def test_the_model_keeps_qt_s_rules(table: TableWorkspace, model: ProjectModel) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(table.rows, mode)
    table.commands()["table.select_all"]()
    table.bar.grouping_chosen.emit(Grouping.ARTICLE)
    table.filters.fields[Column.TITLE].setText("e")
    review.accept(model.library, VOTE)
    review.delete_events(model.library, [TREATY])
    model.library.undo()
    table.filters.fields[Column.TITLE].setText("")
    table.bar.grouping_chosen.emit(Grouping.NONE)
    table.table.header.sort_wanted.emit(int(Column.TITLE))
    assert tester.model() is table.rows
    assert sorted(rows(table)) == [SUMMIT, VOTE, TREATY, UNDATED]


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


def test_the_rows_follow_changes_made_elsewhere(table: TableWorkspace, model: ProjectModel) -> None:
    review.set_title(model.library, SUMMIT, "Renamed")
    review.set_date(model.library, SUMMIT, parse_edtf("2024-12-01"))
    assert rows(table) == [TREATY, VOTE, SUMMIT, UNDATED]
    assert table.rows.cells.text(SUMMIT, Column.TITLE) == "Renamed"
    assert table.rows.cells.text(SUMMIT, Column.NUMBER) == "2"
    model.library.undo()
    assert rows(table) == [SUMMIT, TREATY, VOTE, UNDATED]


def test_changes_while_hidden_are_taken_over_when_shown(
    table: TableWorkspace, model: ProjectModel
) -> None:
    table.hide()
    review.reject(model.library, TREATY)
    review.set_title(model.library, SUMMIT, "Renamed")
    table.show()
    assert rows(table) == [SUMMIT, VOTE, UNDATED]
    assert table.rows.cells.text(SUMMIT, Column.TITLE) == "Renamed"


def test_current_event_is_the_model_s(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    model.set_current_event(TREATY)
    assert table.table.current_id == TREATY
    press(table, qtbot, Key.Key_Down)
    assert model.current_event == VOTE


def test_space_and_boxes_select(table: TableWorkspace, model: ProjectModel, qtbot: QtBot) -> None:
    go(table, SUMMIT, Column.TITLE)
    press(table, qtbot, Key.Key_Space)
    assert model.selection == {SUMMIT}
    assert table.bulk.isVisible()
    assert table.bulk.count.text() == "1 event selected"
    click_cell(table, qtbot, VOTE, Column.CHECK, shift=True)
    assert model.selection == {SUMMIT, TREATY, VOTE}
    assert table.table.header.tick is Tick.SOME
    click_cell(table, qtbot, TREATY, Column.CHECK)
    assert model.selection == {SUMMIT, VOTE}
    press(table, qtbot, Key.Key_Escape)
    assert model.selection == frozenset()
    assert not table.bulk.isVisible()


def test_the_box_in_the_header_selects_all_and_none(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    header = table.table.header
    place = QPoint(header.sectionViewportPosition(Column.CHECK) + 15, 15)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert model.selection == {SUMMIT, TREATY, VOTE, UNDATED}
    assert header.tick is Tick.ON
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert model.selection == frozenset()


def test_header_sorts_and_turns_round(table: TableWorkspace, qtbot: QtBot) -> None:
    header = table.table.header
    place = QPoint(header.sectionViewportPosition(Column.TITLE) + 60, 15)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows(table) == [TREATY, SUMMIT, UNDATED, VOTE]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows(table) == [VOTE, UNDATED, SUMMIT, TREATY]


def test_filters_are_typed_and_cleared(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    go(table, SUMMIT, Column.WHEN)
    press(table, qtbot, Key.Key_F, CTRL)
    field = table.filters.fields[Column.WHEN]
    assert field.hasFocus()
    qtbot.keyClicks(field, "Nov 2024")
    assert rows(table) == [VOTE]
    assert table.bar.count.text() == "1 of 5 events"
    qtbot.keyClick(field, Key.Key_Escape)
    assert rows(table) == [SUMMIT, TREATY, VOTE, UNDATED]
    assert table.table.hasFocus()
    qtbot.mouseClick(table.bar.clear, Qt.MouseButton.LeftButton)
    assert OLD in rows(table)
    assert not table.bar.clear.isVisible()


def test_filters_that_leave_nothing_say_so(table: TableWorkspace, qtbot: QtBot) -> None:
    table.filters.fields[Column.TITLE].setText("nowhere")
    assert table.empty.isVisible()
    assert table.empty.words.text() == "0 of 5 shown"
    qtbot.mouseClick(table.empty.clear, Qt.MouseButton.LeftButton)
    assert not table.empty.isVisible()


def test_states_are_chosen_from_a_menu(table: TableWorkspace) -> None:
    table.filters.states.actions_[1].trigger()
    assert rows(table) == [VOTE]
    assert table.filters.states.text() == "1 of 3"


def test_bulk_changes_are_one_undo_step_each(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    model.set_selection({SUMMIT, TREATY, VOTE})
    table.bulk.factuality_chosen.emit(Factuality.SAID)
    table.bulk.certainty_chosen.emit(Certainty.UNSURE)
    table.deeds.add_tags(["war", "north"])
    qtbot.mouseClick(table.bulk.accept, Qt.MouseButton.LeftButton)
    for event_id in (SUMMIT, TREATY, VOTE):
        changed = event(model, event_id)
        assert changed.factuality is Factuality.SAID
        assert changed.certainty is Certainty.UNSURE
        assert changed.tags == ("war", "north")
        assert changed.status is ReviewStatus.ACCEPTED
    for _ in range(4):
        model.library.undo()
    assert event(model, VOTE).status is ReviewStatus.PROPOSED
    assert event(model, VOTE).factuality is Factuality.PLANNED
    assert model.library.undo_label == "fill"


def test_delete_takes_the_selected_and_undo_brings_them_back(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    model.set_selection({SUMMIT, TREATY})
    with qtbot.waitSignal(model.message) as told:
        press(table, qtbot, Key.Key_Delete)
    assert told.args == ["Deleted 2 events. Ctrl+Z takes it back."]
    assert rows(table) == [VOTE, UNDATED]
    model.library.undo()
    assert rows(table) == [SUMMIT, TREATY, VOTE, UNDATED]


def test_fill_down_takes_the_first_selected_row(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    model.set_selection({SUMMIT, VOTE})
    go(table, VOTE, Column.WHEN)
    press(table, qtbot, Key.Key_D, CTRL)
    assert event(model, VOTE).span == event(model, SUMMIT).span
    assert event(model, VOTE).is_date_edited
    go(table, VOTE, Column.WHO)
    press(table, qtbot, Key.Key_D, CTRL)
    assert event(model, VOTE).actors == ("Vladimir Putin", "Kremlin")


def test_fill_down_without_a_selection_takes_the_row_above(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    go(table, TREATY, Column.WHERE)
    press(table, qtbot, Key.Key_D, CTRL)
    assert event(model, TREATY).places == ("Kazan",)


def test_fill_down_of_a_quote_says_what_can_be_filled(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    go(table, TREATY, Column.QUOTE)
    with qtbot.waitSignal(model.message) as told:
        press(table, qtbot, Key.Key_D, CTRL)
    assert "fill down a date, names or a status" in told.args[0]


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


def test_a_group_s_head_cannot_be_edited_or_reached(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    table.bar.grouping_chosen.emit(Grouping.ARTICLE)
    heads = [r for r in range(table.rows.rowCount()) if isinstance(table.rows.line(r), GroupHead)]
    assert len(heads) == 3
    go(table, VOTE, Column.TITLE)
    press(table, qtbot, Key.Key_Down)
    assert model.current_event == TREATY


def test_show_on_timeline_asks_the_window(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    model.set_selection({SUMMIT})
    with qtbot.waitSignal(model.workspace_wanted) as wanted:
        qtbot.mouseClick(table.bulk.timeline, Qt.MouseButton.LeftButton)
    assert wanted.args == ["timeline"]


def test_view_is_saved_and_restored(table: TableWorkspace, qtbot: QtBot) -> None:
    table.table.header.sort_wanted.emit(int(Column.TITLE))
    table.bar.grouping_chosen.emit(Grouping.STATE)
    table.bar.tall_chosen.emit(True)
    table.bar.column_toggled.emit(Column.QUOTE, False)
    table.filters.fields[Column.WHERE].setText("Kazan")
    table.table.setColumnWidth(Column.EDTF, 150)
    view = table.save_view()
    table.restore_view({})
    assert rows(table) == [SUMMIT, TREATY, VOTE, UNDATED]
    table.restore_view(view)
    assert table.save_view() == view
    assert table.table.isColumnHidden(Column.QUOTE)
    assert table.table.columnWidth(Column.EDTF) == 150
    assert rows(table) == [SUMMIT]


def test_a_view_nobody_wrote_is_a_new_one(table: TableWorkspace) -> None:
    table.restore_view({"sort": 7, "group": "?", "filters": [], "hidden": "x", "widths": 3})
    assert rows(table) == [SUMMIT, TREATY, VOTE, UNDATED]


def test_status_bar_tells_place_and_order(table: TableWorkspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.status_changed) as told:
        go(table, TREATY, Column.TITLE)
    assert told.args == ["Row 2 of 4   Sorted by when"]


def test_cells_have_names_for_screen_readers(table: TableWorkspace, model: ProjectModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    model.set_selection({SUMMIT})
    assert table.rows.index(0, Column.WHEN).data(role) == "When: 21 – 27 Oct 2024"
    assert table.rows.index(0, Column.CHECK).data(role) == "selected"
    assert table.rows.index(1, Column.STATE).data(role) == "State: Accepted"
    assert table.table.accessibleName() == "Events"


def test_titles_are_never_markup(table: TableWorkspace, model: ProjectModel) -> None:
    review.set_title(model.library, SUMMIT, "<b>bold</b>")
    index = table.rows.index(0, Column.TITLE)
    assert index.data() == "<b>bold</b>"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_dark_and_tall_rows_are_painted(
    table: TableWorkspace, model: ProjectModel, qtbot: QtBot
) -> None:
    table.bar.tall_chosen.emit(True)
    table.bar.grouping_chosen.emit(Grouping.WHO)
    model.set_selection({SUMMIT})
    light = table.grab().toImage()
    assert light.pixelColor(700, 300) != light.pixelColor(20, light.height() - 20)


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
