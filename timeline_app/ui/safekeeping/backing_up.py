"""Keeps backups of the open project by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.domain import Progress, UserError
from timeline_app.ui.jobs import Job, JobRunner
from timeline_app.ui.project_model import ProjectModel

_AFTER = 30 * 60_000  # milliseconds from the first change that no backup has


class BackupKeeper(QObject):
    """Makes a backup half an hour after a change, and when a project that was changed is closed.

    `failed` carries the sentence of a UserError.
    """

    failed = Signal(str)
    made = Signal()

    def __init__(self, model: ProjectModel, runner: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._runner = model, runner
        self._has_changed = False
        self._job: Job | None = None
        self.timer = QTimer(self, singleShot=True, interval=_AFTER)
        self.timer.timeout.connect(self.back_up)
        model.opened.connect(self._begin)
        model.changed.connect(self._on_change)
        model.closing.connect(self._at_closing)

    def back_up(self) -> None:
        """Make a backup in the worker; work goes on meanwhile."""
        library = self._model.library
        self._settle()

        def copy(progress: Progress) -> None:
            progress.step(0, 1)  # not of a project that was closed while the job waited
            library.keep_backup(progress)

        self._job = self._runner.run("Keeping a backup", copy)
        self._job.finished.connect(lambda _: self.made.emit())
        self._job.failed.connect(self._fail)
        self._job.cancelled.connect(self._on_change)
        self._job.ended.connect(self._forget_job)

    def _begin(self) -> None:
        self._settle()

    def _settle(self) -> None:
        self._has_changed = False
        self.timer.stop()

    def _on_change(self) -> None:
        self._has_changed = True
        if not self.timer.isActive():
            self.timer.start()

    def _at_closing(self) -> None:
        """The window is gone, or waits for another project: there is time for a copy."""
        if self._job is not None:
            self._job.cancel()
            self._has_changed = True
        if not self._has_changed:
            return
        self._settle()
        try:
            self._model.library.keep_backup()
        except UserError as error:
            self.failed.emit(str(error))

    def _fail(self, error: BaseException) -> None:
        self._on_change()
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(str(error))

    def _forget_job(self) -> None:
        self._job = None
