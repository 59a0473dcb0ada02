"""The part of the settings that says whether the files of articles are kept with the project."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from timeline_app.domain import UserError
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.originals import keep_originals, keeps_originals
from timeline_app.ui.importing.rows import size_in_words
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.dialogs import Dialogs
from timeline_app.ui.shell.switch_rows import lay_out_switch
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ButtonKind, PlainLabel, SegmentedControl

ABOUT_ORIGINALS = (
    "Kept with the project as they were read, so that a quote can be checked when a file is gone."
)
_KEEP, _LEAVE = "keep", "leave"
_CHOICES = ((_KEEP, "Keep them"), (_LEAVE, "Do not keep them"))


class OriginalsPanel(QWidget):
    """A switch, the room that the files take, and a way to be rid of them.

    `changed` says that something else is chosen now.
    """

    changed = Signal()

    def __init__(self, theme: Theme, model: ProjectModel, dialogs: Dialogs) -> None:
        super().__init__()
        self._model, self._dialogs = model, dialogs
        self._was_on = keeps_originals(model.library)
        self.keeping = SegmentedControl(theme, "Files of articles", _CHOICES)
        self.keeping.set_value(_KEEP if self._was_on else _LEAVE)
        self.room = PlainLabel(theme, "", FontRole.CAPTION, "text2")
        self.remove = Button(
            theme, "Remove them…", kind=ButtonKind.ALERT, height=26, role=FontRole.LABEL_MEDIUM
        )
        switch = ("Files of articles", self.keeping)
        lay_out_switch(self, theme, switch, (self.room, self.remove))
        self.keeping.chosen.connect(lambda _: self.changed.emit())
        self.remove.clicked.connect(self._ask_to_remove)
        self._measure()

    @property
    def is_changed(self) -> bool:
        """Whether the switch stands otherwise than when the settings were opened."""
        return (self.keeping.value == _KEEP) is not self._was_on

    def apply(self) -> None:
        """Keep the choice."""
        if self.is_changed:
            keep_originals(self._model.library, is_on=self.keeping.value == _KEEP)

    def _measure(self) -> None:
        count, size = self._model.library.measure_originals()
        files = "1 file" if count == 1 else f"{count:,} files"
        self.room.setText(f"{files} kept, {size_in_words(size)}." if count else "No file is kept.")
        self.remove.setVisible(count > 0)

    def _ask_to_remove(self) -> None:
        question = (
            f"Remove the files that are kept? {self.room.text()} The articles and their quotes "
            "stay. This cannot be undone."
        )
        if not self._dialogs.confirm(question, "Remove"):
            return
        try:
            self._model.library.forget_originals()
        except UserError as error:
            self._model.failed.emit(str(error))
        self._measure()
