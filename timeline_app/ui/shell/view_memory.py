"""Where the work on a project was left: kept in the project, taken up when it is opened again."""

from __future__ import annotations

from typing import Any

from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.workspaces import WorkspaceStack

_KEY = "view"


class ViewMemory:
    """Remembers the workspace, the article, the event, and how each workspace stood."""

    def __init__(self, model: ProjectModel, stack: WorkspaceStack) -> None:
        self._model, self._stack = model, stack

    def keep(self) -> None:
        """Write it into the open project. Raises UserError when the disk refuses."""
        if self._model.is_open:
            view = {
                "workspace": self._stack.name,
                "workspaces": self._stack.save_views(),
                "article": self._model.current_article,
                "event": self._model.current_event,
            }
            self._model.library.write_setting(_KEY, view)

    def take_up(self) -> str:
        """Restore the open project's view; returns the workspace to show."""
        view = self._read()
        views = view.get("workspaces")
        self._stack.restore_views(views if isinstance(views, dict) else {})
        if self._model.is_open:
            project = self._model.library.project
            if view.get("article") in project.articles:
                self._model.set_current_article(view["article"])
            if view.get("event") in project.events:
                self._model.set_current_event(view["event"])
        return str(view.get("workspace", "review"))

    def _read(self) -> dict[str, Any]:
        view = self._model.library.read_setting(_KEY, {}) if self._model.is_open else {}
        return view if isinstance(view, dict) else {}
