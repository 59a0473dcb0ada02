"""Ways on for a project that is damaged, or that somebody else has open."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.domain import DamagedProject, Progress, ProjectInUse, UserError
from timeline_app.services.library import Library
from timeline_app.services.looking import copy_to_look_at, look_at
from timeline_app.services.recovering import Recovered, recover_project
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.project_care import ProjectCare
from timeline_app.ui.shell.projects import ProjectKeeper
from timeline_app.ui.widgets.panels import Offer

_AFTER_SHOWING = 1_000  # milliseconds: the window comes first


class ProjectRescue(QObject):
    """Looks each opened project through for damage, beside the work, and offers ways on.

    `recovered` says in a sentence what came of a recovery, once the new project is open.
    """

    recovered = Signal(str)

    def __init__(
        self,
        model: ProjectModel,
        keeper: ProjectKeeper,
        runner: JobRunner,
        care: ProjectCare,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._keeper, self._runner = model, keeper, runner
        self._care = care
        self._checks = JobRunner(self)  # of its own, so that no article waits for it
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_SHOWING)
        self._timer.timeout.connect(self._check)
        model.opened.connect(self._timer.start)
        model.closing.connect(self._timer.stop)

    @property
    def is_checking(self) -> bool:
        """Whether an opened project is still being looked through."""
        return self._timer.isActive() or bool(self._checks.jobs)

    def offers(self) -> tuple[Offer, ...]:
        """What can be done about the project that was refused last, in words for buttons."""
        restore = () if self._model.is_open else (("Restore a backup", self._care.ask_restore),)
        match self._keeper.refusal:
            case ProjectInUse():  # whoever has it open must not lose it under his hands
                return (("Look at a copy", self.look),)
            case DamagedProject():
                return (("Recover what can be read", self.recover), *restore)
            case _:
                return restore

    def look(self) -> None:
        """Show a copy of the project that somebody else has open, for viewing."""
        path, at = self._keeper.refused, datetime.now(UTC)
        if path is not None:
            job = self._runner.run("Copying the project", lambda _progress: copy_to_look_at(path))
            job.finished.connect(lambda copy: self._show_copy(copy, at))
            job.failed.connect(self._fail)

    def recover(self) -> None:
        """Bring what can be read of the damaged project into a new one, and open that."""
        path = self._keeper.refused
        if path is None:
            return

        def work(progress: Progress) -> Recovered:
            return recover_project(path, progress)

        job = self._runner.run("Reading what is left", work)
        job.finished.connect(self._open_recovered)
        job.failed.connect(self._fail)

    def close(self) -> None:
        """Wait for the last look through the file."""
        self._timer.stop()
        self._checks.close()

    def _show_copy(self, copy: Path, at: datetime) -> None:
        try:
            library = look_at(copy, at)
        except UserError as error:
            self._model.failed.emit(str(error))
        else:
            self._keeper.show_copy(library)

    def _open_recovered(self, result: Recovered) -> None:
        if self._keeper.open_path(result.path):
            self.recovered.emit(result.sentence)

    def _check(self) -> None:
        library = self._model.library
        if library.is_checked:
            return
        job = self._checks.run("Checking the file", lambda _progress: library.require_sound())
        job.failed.connect(lambda error: self._give_up(library, error))

    def _give_up(self, library: Library, error: BaseException) -> None:
        if not isinstance(error, DamagedProject):
            self._fail(error)
        elif self._model.is_open and self._model.library is library:
            self._keeper.give_up(error)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._model.failed.emit(str(error))
