"""The part of the settings that says whether the order of the queue is learnt."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from timeline_app.domain import UserError
from timeline_app.rendering.fonts import FontRole
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.switch_rows import lay_out_switch
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, ElidedLabel, SegmentedControl

ABOUT_HABITS = (
    "What you reject again and again, by its word or by who says so, comes last in the queue. It "
    "is learnt from the decisions in this project, and stays in it."
)
_ON, _OFF = "on", "off"
_CHOICES = ((_ON, "Learn"), (_OFF, "Do not learn"))


class HabitsPanel(QWidget):
    """A switch, what has been learnt, and a way to forget it. `changed` tells of the switch."""

    changed = Signal()

    def __init__(self, theme: Theme, model: ProjectModel) -> None:
        super().__init__()
        self._model = model
        self._was_on = model.habits.is_on
        self.learning = SegmentedControl(theme, "Order of the queue", _CHOICES)
        self.learning.set_value(_ON if self._was_on else _OFF)
        self.learnt = ElidedLabel(theme, "", FontRole.CAPTION, "text2")
        self.forget = Button(theme, "Forget it", height=26, role=FontRole.LABEL_MEDIUM)
        switch = ("Order of the queue", self.learning)
        lay_out_switch(self, theme, switch, (self.learnt, self.forget))
        self.learning.chosen.connect(lambda _: self.changed.emit())
        self.forget.clicked.connect(self._forget)
        self._tell()

    @property
    def is_changed(self) -> bool:
        """Whether the switch stands otherwise than when the settings were opened."""
        return (self.learning.value == _ON) is not self._was_on

    def apply(self) -> None:
        """Keep the choice."""
        if self.is_changed:
            self._model.habits.switch(is_on=self.learning.value == _ON)
            self._model.queue_changed.emit()

    def _tell(self) -> None:
        learnt = self._model.habits.learnt
        words = ", ".join(f"{habit.trait[0]} “{habit.trait[1]}”" for habit in learnt)
        self.learnt.setText(f"Proposals {words}." if learnt else "Nothing has been learnt yet.")
        self.forget.setVisible(bool(learnt))

    def _forget(self) -> None:
        try:
            self._model.habits.forget()
        except UserError as error:
            self._model.failed.emit(str(error))
        self._model.queue_changed.emit()
        self._tell()
