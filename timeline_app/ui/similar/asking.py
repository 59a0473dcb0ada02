"""Opens the list of similar events over the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.similar.dialog import SimilarDialog
from timeline_app.ui.theme import Theme


class SimilarAsker(QObject):
    """Shows one list at a time, at the pair of the current event."""

    def __init__(self, model: ProjectModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme, self._window = model, theme, parent
        self.dialog: SimilarDialog | None = None
        model.similar_wanted.connect(self.ask)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What its actions do."""
        return {"window.similar": self.ask}

    def ask(self) -> None:
        """Show all pairs that wait."""
        if not self._model.is_open:
            return
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = SimilarDialog(self._model, self._theme, self._window)
        if self._model.current_event is not None:
            self.dialog.choose(self._model.current_event)
        self.dialog.open()
