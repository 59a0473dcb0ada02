"""Rows are shown, sorted, filtered, selected and changed together, in a real window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.table.projects import OLD, SUMMIT, TREATY, UNDATED, VOTE
from tests.gui.table.steps import (
    CTRL,
    Key,
    click_cell,
    event,
    go,
    press,
    rows,
)
from timeline_app.domain import Certainty, Factuality, ReviewStatus
from timeline_app.domain.time.edtf import parse_edtf
from timeline_app.rendering.palette import load_palette
from timeline_app.services import review
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.table.columns import Column
from timeline_app.ui.table.lines import GroupHead, Grouping
from timeline_app.ui.table.paint import Tick
from timeline_app.ui.table.workspace import TableWorkspace


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


def test_letters_jump_to_the_row(table: TableWorkspace, model: ProjectModel, qtbot: QtBot) -> None:
    go(table, SUMMIT, Column.TITLE)
    qtbot.keyClicks(table.table, "the")
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


def _point_at(widget: QWidget, place: QPoint) -> None:
    """Move the pointer over a widget, whatever the desktop's own pointer does meanwhile."""
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there = QPointF(widget.mapToGlobal(place))
    kind = QEvent.Type.MouseMove
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(place), there, none, none, plain))


def test_selected_current_and_hovered_rows_are_painted_as_such(
    table: TableWorkspace, model: ProjectModel
) -> None:
    model.set_selection({SUMMIT})
    go(table, TREATY, Column.WHEN)
    row = table.rows.row_of(VOTE)
    assert row is not None
    under = table.table.visualRect(table.rows.index(row, Column.QUOTE)).center()
    _point_at(table.table.viewport(), under)
    picture, palette = table.table.viewport().grab().toImage(), load_palette("light")
    grounds = {SUMMIT: palette.selected, TREATY: palette.sunken, VOTE: palette.hover}
    for event_id, ground in grounds.items():
        row = table.rows.row_of(event_id)
        assert row is not None
        place = table.table.visualRect(table.rows.index(row, Column.TITLE)).topRight()
        assert picture.pixelColor(place - QPoint(4, -4)) == ground


def test_group_heads_stay_low_among_high_rows(table: TableWorkspace) -> None:
    table.bar.tall_chosen.emit(True)
    table.bar.grouping_chosen.emit(Grouping.WHO)
    heights = {
        isinstance(table.rows.line(row), GroupHead): table.table.rowHeight(row)
        for row in range(table.rows.rowCount())
    }
    assert heights == {True: 29, False: 52}
