"""The timeline workspace in a window of its own, on a project with every kind of date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.gui.timeline_projects import fill
from timeline_app.services.library import Library
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.timeline.workspace import TimelineWorkspace


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme()


@pytest.fixture
def model(tmp_path: Path, qapp: QApplication) -> Iterator[ProjectModel]:
    library = Library.open(tmp_path / "p.timeline")
    fill(library)
    model = ProjectModel()
    model.open(library)
    yield model
    model.close()


Show = Callable[[TimelineWorkspace], TimelineWorkspace]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Puts workspaces into windows, as in the program."""
    windows: list[QMainWindow] = []

    def show_(workspace: TimelineWorkspace) -> TimelineWorkspace:
        window = QMainWindow()
        windows.append(window)
        window.setMinimumSize(900, 300)
        qtbot.addWidget(window)
        window.setCentralWidget(workspace)
        window.resize(1440, 772)
        with qtbot.waitExposed(window):
            window.show()
        return workspace

    yield show_
    windows.clear()


@pytest.fixture
def workspace(model: ProjectModel, theme: Theme, show: Show) -> TimelineWorkspace:
    return show(TimelineWorkspace(model, theme))
