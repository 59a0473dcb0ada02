"""The part of the settings that says what finds the events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.domain import UserError
from timeline_app.extraction.proposer import (
    BUILT_IN,
    LOCAL_SERVER,
    RULES,
    SPACY_FOLDER,
    EngineSettings,
)
from timeline_app.extraction.proposers import names_of_proposers
from timeline_app.extraction.server.addresses import USUAL_ADDRESS
from timeline_app.rendering.fonts import FontRole
from timeline_app.services.engines import check_engine, keep_engine, try_engine
from timeline_app.services.proposing import Proposers
from timeline_app.ui.jobs import Job, JobRunner
from timeline_app.ui.shell.dialogs import Dialogs
from timeline_app.ui.theme import Theme
from timeline_app.ui.widgets import Button, CheckBox, LineField, PlainLabel, SegmentedControl

_ENGINES = {
    BUILT_IN: "Built in",
    RULES: "Built in, without a model",
    SPACY_FOLDER: "A spaCy pipeline in a folder",
    LOCAL_SERVER: "A language model on this computer",
}
_SAYS = {
    BUILT_IN: "A small language model that is shipped with the program.",
    RULES: "Word lists and rules: proposals are simpler, and more of them are wrong.",
    SPACY_FOLDER: "Its parser and its names take the place of ours. Choose one that you trust.",
    LOCAL_SERVER: "Asked beside the built-in one, for example through Ollama or llama.cpp. It is "
    "believed only in the words of the article, and takes minutes rather than a second.",
}
_OF_OTHERS = "Another program on this computer has brought it."
_LEAVES = (
    "Every article that you add is then sent to that computer, and can be read on the way unless "
    "the address begins with https."
)
_STAYS = "The address must be on this computer."
_FIELD_HEIGHT = 28


@dataclass(frozen=True, slots=True)
class EngineParts:
    """What the panel works with; `file` is where the choice is kept."""

    proposers: Proposers
    runner: JobRunner
    dialogs: Dialogs
    file: Path


class EnginePanel(QWidget):
    """The engines, what the chosen one needs, and a way to try it.

    `changed` says that something else is chosen now, `resized` that it needs another height.
    """

    changed = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, parts: EngineParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._parts = theme, parts
        self._job: Job | None = None
        others = [(name, name) for name in names_of_proposers() if name not in _ENGINES]
        choices = [*_ENGINES.items(), *others]
        self.engines = SegmentedControl(theme, "What finds events", choices, rows=2)
        self.says = PlainLabel(theme, "", FontRole.CAPTION, "text2")
        self.folder, self.address, self.model = (_field(name) for name in _FIELDS)
        self.browse = Button(theme, "Choose…", height=_FIELD_HEIGHT)
        self.leaves = CheckBox(theme, "It may be on another computer")
        self.warning = PlainLabel(theme, _STAYS, FontRole.CAPTION, "text2")
        self.test = Button(theme, "Test", height=_FIELD_HEIGHT)
        self.result = PlainLabel(theme, "", FontRole.CAPTION, "text2")
        self._lay_out()
        self._show_settings(parts.proposers.settings)
        self.result.hide()
        self._connect()

    @property
    def chosen(self) -> EngineSettings:
        """What is chosen now. What another engine needs is kept for when it is chosen again."""
        typed = self.folder.text().strip()
        return EngineSettings(
            self.engines.value,
            folder=Path(typed) if typed else None,
            address=self.address.text().strip(),
            model=self.model.text().strip(),
            may_leave_computer=self.leaves.isChecked(),
        )

    @property
    def is_changed(self) -> bool:
        """Whether that differs from what was chosen before."""
        return self.chosen != self._parts.proposers.settings

    def apply(self) -> bool:
        """Keep the choice and use it from the next article on; False, with words, if it cannot."""
        chosen = self.chosen
        try:
            check_engine(chosen)
            keep_engine(self._parts.file, chosen)
        except UserError as error:
            self._show_result(str(error), is_good=False)
            return False
        self._parts.proposers.choose(chosen)
        return True

    def stop(self) -> None:
        """Stop a test that still runs."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show_settings(self, settings: EngineSettings) -> None:
        names = [*_ENGINES, *names_of_proposers()]
        self.engines.set_value(settings.name if settings.name in names else BUILT_IN)
        self.folder.setText(str(settings.folder or ""))
        self.address.setText(settings.address)
        self.model.setText(settings.model)
        self.leaves.setChecked(settings.may_leave_computer)
        self._show_fields()

    def _show_fields(self) -> None:
        """Show what the chosen engine needs, and say what it is."""
        name = self.engines.value
        self.says.setText(_SAYS.get(name, _OF_OTHERS))
        self._folder_row.setVisible(name == SPACY_FOLDER)
        for row in self._server_rows:
            row.setVisible(name == LOCAL_SERVER)
        self.warning.setText(_LEAVES if self.leaves.isChecked() else _STAYS)
        self.warning.set_color("alert_text" if self.leaves.isChecked() else "text2")

    def _on_change(self) -> None:
        self.stop()
        self.test.setText("Test")
        self._show_result("", is_good=True)
        self._show_fields()
        self.changed.emit()

    def _choose_folder(self) -> None:
        folder = self._parts.dialogs.folder("The folder of a spaCy pipeline")
        if folder is not None:
            self.folder.setText(str(folder))

    def _test(self) -> None:
        """Try the engine in the worker; a second press stops it."""
        if self._job is not None:
            self._on_change()
            return
        self.test.setText("Stop")
        self._show_result("Trying it with one sentence…", is_good=True)
        job = self._parts.runner.run("Trying the engine", partial(try_engine, self.chosen))
        job.finished.connect(partial(self._on_tried, job, is_good=True))
        job.failed.connect(partial(self._on_failed, job))
        self._job = job

    def _on_failed(self, job: Job, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._on_tried(job, str(error), is_good=False)

    def _on_tried(self, job: Job, sentence: str, *, is_good: bool) -> None:
        if job is self._job:
            self._job = None
            self.test.setText("Test")
            self._show_result(sentence, is_good=is_good)

    def _show_result(self, sentence: str, *, is_good: bool) -> None:
        self.result.set_color("text2" if is_good else "alert_text")
        self.result.setText(sentence)
        self.result.setVisible(bool(sentence))
        self.resized.emit()

    def _connect(self) -> None:
        self.engines.chosen.connect(self._on_change)
        for field in (self.folder, self.address, self.model):
            field.textChanged.connect(self._on_change)
        self.leaves.toggled.connect(self._on_change)
        self.browse.clicked.connect(self._choose_folder)
        self.test.clicked.connect(self._test)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.address.setPlaceholderText(USUAL_ADDRESS)
        self.model.setPlaceholderText("the first one of the server")
        for label in (self.says, self.warning, self.result):
            label.setWordWrap(True)
        self._folder_row = _row(PlainLabel(self._theme, "Folder"), self.folder, self.browse)
        self._server_rows = (
            _row(
                PlainLabel(self._theme, "Address"),
                self.address,
                PlainLabel(self._theme, "Model"),
                self.model,
            ),
            self.leaves,
            self.warning,
        )
        rows = (self.engines, self.says, self._folder_row, *self._server_rows)
        for row in (*rows, _row(self.test), self.result):
            column.addWidget(row)


_FIELDS = ("Folder of a spaCy pipeline", "Address of the server", "Language model")


def _field(name: str) -> LineField:
    field = LineField()
    field.setAccessibleName(name)
    field.setFixedHeight(_FIELD_HEIGHT)
    return field


def _row(*parts: QWidget) -> QWidget:
    """Widgets side by side; fields take the room, or else nothing does."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for part in parts:
        line.addWidget(part, 1 if isinstance(part, LineField) else 0)
    if not any(isinstance(part, LineField) for part in parts):
        line.addStretch(1)
    return row
