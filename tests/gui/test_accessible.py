"""A screen reader finds a name and a role for every control, and Tab goes as the eye does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from timeline_app.services import review
from timeline_app.ui.shell.main_window import MainWindow
from timeline_app.ui.widgets import SegmentedControl

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    SegmentedControl,
)
NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def controls(window: QWidget) -> Iterator[QWidget]:
    """What can be used in a window now."""
    for widget in window.findChildren(QWidget):
        # The cells of a header are children of its table; it is nothing by itself.
        is_control = isinstance(widget, CONTROLS) and not isinstance(widget, QHeaderView)
        if is_control and widget.isVisible():
            yield widget


def nameless(window: QWidget) -> list[str]:
    found = []
    for widget in controls(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def roleless(window: QWidget) -> list[str]:
    return [
        type(widget).__name__
        for widget in controls(window)
        if role_of(QAccessible.queryAccessibleInterface(widget)) in NO_ROLE
    ]


def others(window: MainWindow) -> list[QWidget]:
    """The other windows that are open."""
    return [
        each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window
    ]


def role_of(interface: QAccessibleInterface | None) -> QAccessible.Role:
    return QAccessible.Role.NoRole if interface is None else interface.role()


@pytest.mark.parametrize("workspace", ["review", "timeline", "table"])
def test_every_control_of_a_workspace_has_a_name_and_a_role(
    seeded: MainWindow, workspace: str
) -> None:
    seeded.show_workspace(workspace)
    QApplication.processEvents()
    assert len(list(controls(seeded))) > 20
    assert nameless(seeded) == []
    assert roleless(seeded) == []


def test_every_control_of_the_start_page_has_a_name_and_a_role(window: MainWindow) -> None:
    assert nameless(window) == []
    assert roleless(window) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    "command",
    [
        "window.settings",
        "window.history",
        "window.names",
        "window.similar",
        "window.restore",
        "window.help",
        "window.keys",
        "window.export_as",
        "window.export",
    ],
)
def test_every_control_of_a_dialog_has_a_name_and_a_role(
    seeded: MainWindow, command: str, qtbot: QtBot
) -> None:
    library = seeded.model.library
    review.accept(library, library.project.queue(1)[0].id)
    library.keep_backup()
    seeded.actions_[command].trigger()
    qtbot.waitUntil(lambda: bool(others(seeded)))
    for dialog in others(seeded):
        assert nameless(dialog) == []
        assert roleless(dialog) == []
        dialog.close()


@pytest.mark.parametrize("workspace", ["review", "timeline", "table"])
def test_tab_goes_through_neighbours_as_the_eye_does(seeded: MainWindow, workspace: str) -> None:
    seeded.show_workspace(workspace)
    QApplication.processEvents()
    chain = [seeded.nextInFocusChain()]
    while chain[-1] is not seeded:
        chain.append(chain[-1].nextInFocusChain())
    stops = [each for each in chain if takes_tab(each)]
    assert len(stops) > 10
    for one, other in pairwise(stops):
        if one.parentWidget() is other.parentWidget():
            below = other.geometry().top() >= one.geometry().bottom() - 2
            beside = other.geometry().left() >= one.geometry().right() - 2
            assert below or beside, (one.accessibleName(), other.accessibleName())


def takes_tab(widget: QWidget) -> bool:
    can = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(can) and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()
