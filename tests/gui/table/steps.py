"""What a person does with the table, and how a test looks at it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.domain import Event
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.table.columns import Column
from timeline_app.ui.table.workspace import TableWorkspace

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


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
