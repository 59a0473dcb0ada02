"""The dialogs that bring together what belongs together: similar events, and names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from timeline_app.ui.names.dialog import NamesDialog
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.similar.dialog import SimilarDialog
from timeline_app.ui.theme import Theme


class Togetherness(QObject):
    """Opens one dialog at a time over the window."""

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme, self._window = model, theme, parent
        self.dialog: QDialog | None = None
        model.similar_wanted.connect(self.show_similar)
        model.names_wanted.connect(self.show_names)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What its actions do."""
        return {"window.similar": self.show_similar, "window.names": self.show_names}

    def show_similar(self) -> None:
        """Show all similar events, first those of the current one."""
        if self._model.is_open:
            dialog = SimilarDialog(self._model, self._theme, self._window)
            if self._model.current_event is not None:
                dialog.choose(self._model.current_event)
            self._open(dialog)

    def show_names(self) -> None:
        """Show who and what is named in the project."""
        if self._model.is_open:
            self._open(NamesDialog(self._model, self._theme, self._window))

    def _open(self, dialog: QDialog) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = dialog
        dialog.open()
