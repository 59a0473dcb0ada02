"""The workspaces in their stack: built when they are first shown, each with its saved view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast

from PySide6.QtCore import QSize, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from timeline_app.layout import DisplayList
from timeline_app.ui.shell.action_set import ActionSet
from timeline_app.ui.shell.start_page import StartPage


class Workspace(Protocol):
    """What the window needs of a workspace, which is also a QWidget."""

    status_changed: SignalInstance

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Its commands by id."""

    def save_view(self) -> dict[str, Any]:
        """Where it stands, as JSON values."""

    def restore_view(self, view: dict[str, Any]) -> None:
        """Take up what `save_view` gave."""

    def focus_target(self) -> QWidget:
        """What takes the keyboard when the workspace is shown."""


Factory = Callable[[], Any]


class WorkspaceStack(QStackedWidget):
    """Shows the start page or one workspace. `shown` carries the name of the workspace."""

    shown = Signal(str)
    status_changed = Signal(str)

    def __init__(
        self, start: StartPage, factories: Mapping[str, Factory], actions: ActionSet
    ) -> None:
        super().__init__()
        self._start, self._factories, self._actions = start, factories, actions
        self._built: dict[str, Any] = {}
        self._views: dict[str, Any] = {}
        self._status: dict[str, str] = {}
        self.name = next(iter(factories))  # the one to show when the project is not empty
        self.currentChanged.connect(self.updateGeometry)
        self.addWidget(start)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all workspaces."""
        return tuple(self._factories)

    @property
    def shown_name(self) -> str:
        """The workspace that is shown; "" at the start page."""
        shown = (name for name, built in self._built.items() if built is self.currentWidget())
        return next(shown, "")

    @property
    def is_at_start(self) -> bool:
        """Whether the start page is shown."""
        return self.currentWidget() is self._start

    def minimumSizeHint(self) -> QSize:
        """The least room of what is shown: what is not, takes none from the import list."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def workspace(self, name: str) -> Any:
        """A workspace, built now when it is not yet."""
        if name not in self._built:
            self._build(name)
        return self._built[name]

    def drawing(self) -> DisplayList | None:
        """What the shown workspace draws; None where it draws no timeline."""
        canvas = getattr(self.currentWidget(), "canvas", None)
        return None if canvas is None else cast(DisplayList, canvas.display_list())

    def show_start(self) -> None:
        """Show the start page."""
        self.setCurrentWidget(self._start)
        self._actions.set_scope("")
        self.give_focus()
        self.status_changed.emit("")

    def show_workspace(self, name: str) -> None:
        """Show a workspace and give it the keyboard."""
        workspace = self.workspace(name)
        self.name = name
        self.setCurrentWidget(workspace)
        self._actions.set_scope(name)
        self.status_changed.emit(self._status.get(name, ""))
        self.give_focus()
        self.shown.emit(name)

    def give_focus(self) -> None:
        """Give the keyboard to what is shown."""
        if self.is_at_start:
            self._start.drop_area.choose.setFocus()
        else:
            self._built[self.shown_name].focus_target().setFocus()

    def save_views(self) -> dict[str, Any]:
        """Where all workspaces stand; those never shown stand where they were restored."""
        return self._views | {name: built.save_view() for name, built in self._built.items()}

    def restore_views(self, views: Mapping[str, Any]) -> None:
        """Take up what `save_views` gave; workspaces not yet built do so when they are."""
        self._views = {name: view for name, view in views.items() if isinstance(view, dict)}
        for name, workspace in self._built.items():
            workspace.restore_view(self._views.get(name, {}))

    def _build(self, name: str) -> None:
        workspace = self._factories[name]()
        self._built[name] = workspace
        self.addWidget(workspace)
        workspace.status_changed.connect(lambda words: self._keep_status(name, words))
        self._actions.bind(workspace.commands(), workspace)
        if name in self._views:
            workspace.restore_view(self._views[name])

    def _keep_status(self, name: str, words: str) -> None:
        self._status[name] = words
        if not self.is_at_start and self.name == name:
            self.status_changed.emit(words)
