"""Undo and redo, and what they lead to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from timeline_app.domain import ChangeSet, UserError
from timeline_app.ui.project_model import ProjectModel


class Travelling(QObject):
    """Takes steps back and again, and shows the one event that they touched."""

    def __init__(self, model: ProjectModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def commands(self) -> dict[str, Callable[[], None]]:
        """What its actions do."""
        return {
            "window.undo": partial(self.go, back=True),
            "window.redo": partial(self.go, back=False),
        }

    def go(self, *, back: bool) -> None:
        """Undo or redo, and show what it was about."""
        if not self._model.is_open:
            return
        library = self._model.library
        label = library.undo_label if back else library.redo_label
        try:
            change = library.undo() if back else library.redo()
        except UserError as error:
            self._model.failed.emit(str(error))
            return
        if change is None:
            return
        self._show_touched(change)
        self._model.message.emit(f"{'Undone' if back else 'Done again'}: {label}")

    def name(self, undo: QAction, redo: QAction) -> None:
        """Let the actions say what they would do."""
        library = self._model.library if self._model.is_open else None
        _name(undo, "Undo", library.undo_label if library else None)
        _name(redo, "Redo", library.redo_label if library else None)

    def _show_touched(self, change: ChangeSet) -> None:
        events = self._model.library.project.events
        touched = [event for event in change.events if event in events]
        if len(touched) == 1:
            self._model.set_current_event(touched[0])


def _name(action: QAction, verb: str, label: str | None) -> None:
    action.setEnabled(label is not None)
    action.setText(f"&{verb} {label}" if label else f"&{verb}")
