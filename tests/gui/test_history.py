"""What was done is listed, for the project and for each event, and can be brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.services.sample_project import day
from timeline_app.services import review
from timeline_app.ui.shell.history import HistoryDialog
from timeline_app.ui.shell.main_window import MainWindow


@pytest.fixture
def event(window: MainWindow) -> int:
    """An event that was made, dated otherwise, renamed and accepted again."""
    library = window.model.library
    made = review.add_event(library, "Meeting", day(2))
    review.set_date(library, made, day(3))
    review.set_title(library, made, "Talks")
    return made


def shown(window: MainWindow) -> HistoryDialog:
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert window.history.dialog is not None
    return window.history.dialog


def test_each_step_of_an_event_tells_what_it_changed(window: MainWindow, event: int) -> None:
    window.model.set_current_event(event)
    dialog = shown(window)
    changes = [dialog.model.cell(row, 3).text for row in range(dialog.model.rowCount())]
    assert changes == [
        "Title: Meeting → Talks",
        "Date: Wed 2 Oct 2024 → Thu 3 Oct 2024",
        "Made",
    ]
    assert dialog.model.cell(0, 1).text, "who did it"
    dialog.reject()


def test_a_former_state_comes_back_with_two_keys_and_is_undone(
    window: MainWindow, event: int
) -> None:
    window.model.set_current_event(event)
    dialog = shown(window)
    assert not dialog.back.isEnabled(), "the first row is how things are"
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    events = window.model.library.project.events
    assert (events[event].title, events[event].span) == ("Meeting", day(2))
    window.model.library.undo()
    assert (events[event].title, events[event].span) == ("Talks", day(3))


def test_the_project_lists_all_steps_undone_ones_too(window: MainWindow, event: int) -> None:
    window.model.set_current_event(None)
    window.model.library.undo()
    dialog = shown(window)
    steps = [
        (dialog.model.cell(row, 2).text, dialog.model.cell(row, 3).text)
        for row in range(dialog.model.rowCount())
    ]
    assert len(steps) == 3
    assert steps[0][1] == "undone"
    assert not dialog.back.isVisible()
    dialog.reject()


def test_history_outlives_reopening(window: MainWindow, event: int) -> None:
    path = window.model.library.path
    window.model.close()
    window.keeper.open_path(path)
    window.model.set_current_event(event)
    dialog = shown(window)
    assert dialog.model.rowCount() == 3
    dialog.reject()


def test_a_deleted_event_is_brought_back_by_keys(window: MainWindow, event: int) -> None:
    review.delete_events(window.model.library, [event])
    window.model.set_current_event(None)
    dialog = shown(window)
    assert dialog.part.isVisible()
    QTest.keyClick(dialog.part, Qt.Key.Key_Right)
    assert dialog.part.value == "deleted"
    assert dialog.model.cell(0, 3).text == "“Talks”, Thu 3 Oct 2024"
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert window.model.library.project.events[event].title == "Talks"
    assert not dialog.isVisible()
