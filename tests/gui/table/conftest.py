"""The table in a window of its own, with the commands of the real one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.gui.table.projects import fill
from timeline_app.services.library import Library
from timeline_app.ui.actions import ACTIONS
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.action_set import ActionSet
from timeline_app.ui.table.workspace import TableWorkspace
from timeline_app.ui.theme import Theme


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
