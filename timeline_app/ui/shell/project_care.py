"""Restoring, checking and compacting the open project, each in the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from timeline_app.domain import Progress, ProjectInUse, UserError
from timeline_app.services.backups import Backup, BackupFolder
from timeline_app.services.checking import check_project, mend
from timeline_app.storage.checking import Fault
from timeline_app.ui.importing.rows import size_in_words
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.safekeeping.check_dialog import CheckDialog
from timeline_app.ui.safekeeping.restore_dialog import (
    ListedBackup,
    RestoreDialog,
    moment_in_words,
)
from timeline_app.ui.shell.projects import ProjectKeeper
from timeline_app.ui.theme import Theme

_SOUND = "Nothing is wrong with the project: file, texts, quotes and kept files are as saved."
_NO_BACKUP = (
    "There is no backup of this project yet. One is made half an hour after a change, and when "
    "the project is closed. If it had another name or place before, open one of “{folder}”."
)
Work = Callable[[Progress], object]


class ProjectCare(QObject):
    """Answers the commands of the File menu that look after the file itself."""

    def __init__(
        self,
        model: ProjectModel,
        keeper: ProjectKeeper,
        runner: JobRunner,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._model, self._keeper, self._runner = model, keeper, runner
        self._theme, self._window = theme, window
        self.dialog: RestoreDialog | CheckDialog | None = None

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The commands by their ids."""
        return {
            "window.restore": self.ask_restore,
            "window.check": self.check,
            "window.compact": self.compact,
        }

    def ask_restore(self) -> None:
        """List the backups of the open project, or of the one that could not be opened."""
        path = self._model.library.path if self._model.is_open else self._keeper.refused
        if path is None:
            return
        if isinstance(self._keeper.refusal, ProjectInUse) and not self._model.is_open:
            self._model.failed.emit(str(self._keeper.refusal))
            return
        self._run(
            "Reading the backups",
            lambda _progress: _listed(BackupFolder(path)),
            lambda listed: self._show_backups(path, listed),
        )

    def check(self) -> None:
        """Look for damage, and offer to mend what can be."""
        if self._model.is_open:
            library = self._model.library
            self._run(
                "Checking the project",
                lambda progress: check_project(library, progress),
                self._show_faults,
            )

    def compact(self) -> None:
        """Give unused room back to the disk, and say how much it was."""
        if self._model.is_open:
            library = self._model.library
            self._run("Compacting the project", lambda _progress: library.compact(), self._tell)

    def _show_backups(self, path: Path, listed: tuple[ListedBackup, ...]) -> None:
        if not listed:
            self._model.failed.emit(_NO_BACKUP.format(folder=BackupFolder(path).path.parent))
            return
        dialog = RestoreDialog(self._theme, path.stem, listed, self._window)
        dialog.agreed.connect(lambda backup: self._restore(path, backup))
        self._show(dialog)

    def _restore(self, path: Path, backup: Backup) -> None:
        self._keeper.leaving.emit()
        self._model.close()
        self._run(
            "Restoring the backup",
            lambda _progress: BackupFolder(path).restore(backup),
            lambda aside: self._open_restored(path, backup, aside),
            lambda: self._keeper.open_path(path),
        )

    def _open_restored(self, path: Path, backup: Backup, aside: Path | None) -> None:
        if self._keeper.open_path(path):
            kept = f" What was there is kept as “{aside.name}”." if aside is not None else ""
            made = moment_in_words(backup.made_at)
            self._model.message.emit(f"Restored the backup of {made}.{kept}")

    def _show_faults(self, faults: tuple[Fault, ...]) -> None:
        if not faults:
            self._model.message.emit(_SOUND)
            return
        dialog = CheckDialog(self._theme, faults, self._window)
        dialog.agreed.connect(self._mend)
        self._show(dialog)

    def _mend(self, faults: tuple[Fault, ...]) -> None:
        try:
            count = mend(self._model.library, faults)
        except UserError as error:
            self._model.failed.emit(str(error))
            return
        words = "1 fault was" if count == 1 else f"{count:,} faults were"
        self._model.message.emit(f"{words} mended.")

    def _tell(self, freed: int) -> None:
        nothing = "Nothing in the project’s file was unused."
        self._model.message.emit(
            f"{size_in_words(freed)} were given back to the disk." if freed > 0 else nothing
        )

    def _show(self, dialog: RestoreDialog | CheckDialog) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = dialog
        self._model.opened.connect(dialog.reject)
        dialog.open()

    def _run(
        self,
        label: str,
        work: Work,
        finish: Callable[..., None],
        give_up: Callable[[], object] | None = None,
    ) -> None:
        def fail(error: BaseException) -> None:
            if give_up is not None:
                give_up()
            if not isinstance(error, UserError):
                raise error
            self._model.failed.emit(str(error))

        job = self._runner.run(label, work)
        job.finished.connect(finish)
        job.failed.connect(fail)


def _listed(folder: BackupFolder) -> tuple[ListedBackup, ...]:
    return tuple(_described(backup) for backup in folder.list())


def _described(backup: Backup) -> ListedBackup:
    try:
        return ListedBackup(backup, backup.size, backup.summary)
    except UserError:
        return ListedBackup(backup, backup.size, None)
