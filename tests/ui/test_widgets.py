"""The shared widgets do what their names say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.domain.time import CivilDate, TimeSpan
from timeline_app.ui.date_field import DateField
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import (
    Button,
    ChipRow,
    ElidedLabel,
    MessageLine,
    PlainLabel,
    SegmentedControl,
    plain_tool_tip,
)

# The offscreen platform says so whenever a window with a fixed size is shown.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(parent=qapp)


def test_labels_show_markup_as_it_is_written(theme: Theme, qtbot: QtBot) -> None:
    label = PlainLabel(theme, "<b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in plain_tool_tip("<b>x</b>")


def test_an_elided_label_can_be_narrow(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(theme, "a very long sentence that does not fit")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 40


def test_enter_and_space_press_a_focused_button(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Go")
    qtbot.addWidget(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_segments_in_two_rows_are_pressed_where_they_stand(theme: Theme, qtbot: QtBot) -> None:
    choices = [(word.lower(), word) for word in ("One", "Two", "Three", "Four")]
    segments = SegmentedControl(theme, "Status", choices, rows=2)
    qtbot.addWidget(segments)
    segments.resize(200, segments.height())
    for place, value in (((150, 40), "four"), ((50, 40), "three"), ((150, 10), "two")):
        with qtbot.waitSignal(segments.chosen):
            qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=QPoint(*place))
        assert segments.value == value


def test_segments_move_with_the_arrows(theme: Theme, qtbot: QtBot) -> None:
    segments = SegmentedControl(theme, "Status", [("a", "One"), ("b", "Two")])
    qtbot.addWidget(segments)
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert chosen.args == ["b"]
    assert segments.accessibleName() == "Status: Two"


def test_chips_are_added_changed_and_removed(theme: Theme, qtbot: QtBot) -> None:
    row = ChipRow(theme, "place")
    qtbot.addWidget(row)
    row.set_names(("Kazan",))
    row.show()
    with qtbot.waitSignal(row.edited) as edited:
        row.start_adding()
        field = row.focusWidget() or QApplication.focusWidget()
        assert field is not None
        qtbot.keyClicks(field, "Kyiv")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert edited.args == [("Kazan", "Kyiv")]


def test_a_chip_field_left_with_escape_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    row = ChipRow(theme, "place")
    qtbot.addWidget(row)
    row.show()
    with qtbot.assertNotEmitted(row.edited):
        row.start_adding()
        field = row.focusWidget() or QApplication.focusWidget()
        assert field is not None
        qtbot.keyClicks(field, "Kyiv")
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert row.names == ()


def test_a_message_stays_until_it_is_closed(theme: Theme, qtbot: QtBot) -> None:
    line = MessageLine(theme)
    qtbot.addWidget(line)
    line.show_error("notes.pdf has no text layer.")
    assert line.isVisible()
    line.clear()
    assert not line.isVisible()
    assert line.text == ""


def test_the_date_field_echoes_and_commits(theme: Theme, qtbot: QtBot) -> None:
    field = DateField(theme)
    qtbot.addWidget(field)
    field.show()
    field.start("", CivilDate(2024, 10, 29))
    qtbot.keyClicks(field.edit, "yesterday")
    assert field.edit.typed is not None
    assert field.edit.typed.edtf == "2024-10-28"
    with qtbot.waitSignal(field.committed) as committed:
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert committed.args == [TimeSpan.on(CivilDate(2024, 10, 28))]


def test_the_date_field_takes_another_reading(theme: Theme, qtbot: QtBot) -> None:
    field = DateField(theme)
    qtbot.addWidget(field)
    field.show()
    field.start("", CivilDate(2024, 10, 29))
    qtbot.keyClicks(field.edit, "last week")
    assert field.edit.typed is not None
    first = field.edit.typed.edtf
    qtbot.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.edit.typed.edtf != first
