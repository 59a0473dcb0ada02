"""The bar below the menus: workspaces, the find box, undo and redo, adding and exporting."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.find_box import FindBox
from timeline_app.ui.shell.tabs import WorkspaceTabs
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, IconButton, Rule, Surface

HEIGHT = 46


class ToolBar(Surface):
    """Its buttons trigger the actions they are given in `follow`."""

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", line_below=True, parent=parent)
        self.setFixedHeight(HEIGHT)
        self.tabs = WorkspaceTabs(theme)
        self.find_box = FindBox(model, theme)
        self.undo = IconButton(theme, "undo-2", "Undo")
        self.redo = IconButton(theme, "redo-2", "Redo")
        self.add = Button(theme, "Add articles", icon="file-plus")
        self.export = Button(theme, "Export PDF", icon="file-down")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.find_box)
        row.addStretch(1)
        for part in (self.undo, self.redo):
            row.addWidget(part)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical, length=22))
        for button in (self.add, self.export):
            row.addWidget(button)

    def follow(self, buttons: dict[str, QAction]) -> None:
        """Let the buttons "undo", "redo", "add", "export" do and show what their actions do."""
        places = {
            "undo": self.undo,
            "redo": self.redo,
            "add": self.add,
            "export": self.export,
        }
        for name, action in buttons.items():
            _follow(places[name], action)


def _follow(button: Button, action: QAction) -> None:
    """A button is as enabled as its action, and has its words as tool tip.

    A click leaves the keyboard with the workspace, whose keys would be dead otherwise.
    """
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def update() -> None:
        button.setEnabled(action.isEnabled())
        keys = action.shortcut().toString()
        words = action.text().replace("&", "").rstrip("…")
        button.setToolTip(f"{words} ({keys})" if keys else words)

    button.clicked.connect(action.trigger)
    action.changed.connect(update)
    update()
