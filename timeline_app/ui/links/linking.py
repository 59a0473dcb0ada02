"""Makes and removes links of the current event."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from timeline_app.domain import ChangeSet, RulingKind, UserError
from timeline_app.services import review
from timeline_app.ui.links.dialog import LinkDialog
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.theme import Theme


class Linking(QObject):
    """Asks over the window; the other events that are selected are offered first."""

    def __init__(self, model: ProjectModel, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._model, self._theme, self._window = model, theme, window
        self.dialog: LinkDialog | None = None
        model.link_wanted.connect(self.ask)
        model.unlink_wanted.connect(self.remove)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What its action does."""
        return {"window.link": self.ask}

    def ask(self) -> None:
        """Ask how the current event is linked to which other."""
        current = self._model.current_event
        if not self._model.is_open or current is None:
            self._model.message.emit("Choose the event that is to be linked")
            return
        if self.dialog is not None:
            self.dialog.deleteLater()
        project = self._model.library.project
        chosen = tuple(self._model.selection - {current})
        self.dialog = LinkDialog(self._theme, project, current, chosen, self._window)
        self.dialog.agreed.connect(self._link)
        self.dialog.open()

    def remove(self, ruling_id: int) -> None:
        """Remove a link."""
        self._try(partial(review.unlink, self._model.library, ruling_id))

    def _link(self, first: int, kind: RulingKind, second: int) -> None:
        self._try(partial(review.link, self._model.library, first, kind, second))

    def _try(self, act: Callable[[], ChangeSet]) -> None:
        try:
            act()
        except UserError as error:
            self._model.failed.emit(str(error))
