"""The way back leads through what was looked at, in every workspace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from timeline_app.services import review
from timeline_app.ui.shell.main_window import MainWindow

Place = tuple[str, int | None]


def here(window: MainWindow) -> Place:
    return window.stack.shown_name, window.model.current_event


def look_at(window: MainWindow, workspace: str, event: int) -> Place:
    window.show_workspace(workspace)
    window.model.set_current_event(event)
    QApplication.processEvents()
    return here(window)


def go(window: MainWindow, key: Qt.Key) -> Place:
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    return here(window)


def test_the_way_leads_back_and_forward_again(seeded: MainWindow) -> None:
    one, two, three = list(seeded.model.library.project.events)[:3]
    first = look_at(seeded, "review", one)
    second = look_at(seeded, "timeline", two)
    third = look_at(seeded, "table", three)
    back, forward = Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight
    assert not seeded.actions_["window.forward"].isEnabled()
    assert second in (go(seeded, back), go(seeded, back))
    while here(seeded) != first:
        before = here(seeded)
        assert go(seeded, back) != before, "the way ends before its beginning"
    seen = {go(seeded, forward) for _ in range(6)}
    assert {second, third} <= seen
    assert here(seeded) == third


def test_a_new_place_ends_the_way_forward(seeded: MainWindow) -> None:
    one, two, three = list(seeded.model.library.project.events)[:3]
    look_at(seeded, "review", one)
    look_at(seeded, "review", two)
    go(seeded, Qt.Key.Key_BracketLeft)
    assert seeded.actions_["window.forward"].isEnabled()
    look_at(seeded, "review", three)
    assert not seeded.actions_["window.forward"].isEnabled()


def test_what_is_gone_is_passed_over(seeded: MainWindow) -> None:
    library = seeded.model.library
    one, two, three = list(library.project.events)[:3]
    first = look_at(seeded, "review", one)
    look_at(seeded, "review", two)
    look_at(seeded, "review", three)
    review.delete_events(library, [two])
    assert go(seeded, Qt.Key.Key_BracketLeft) == first


def test_another_project_has_a_way_of_its_own(seeded: MainWindow) -> None:
    one, two = list(seeded.model.library.project.events)[:2]
    look_at(seeded, "review", one)
    look_at(seeded, "review", two)
    seeded.keeper.open_path(seeded.model.library.path.with_name("other.timeline"))
    assert not seeded.actions_["window.back"].isEnabled()
