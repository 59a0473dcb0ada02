"""Opening, making and copying projects, and where the view of each was left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from timeline_app.domain import DamagedProject, ProjectInUse, UserError
from timeline_app.services.library import Library
from timeline_app.services.project_places import (
    PROJECT_SUFFIX,
    RecentProjects,
    data_folder,
    default_project_path,
    project_at_start,
    unused_path,
)
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.dialogs import Dialogs
from timeline_app.ui.shell.doorbell import ring

_TOLD = "project.notice"
_KINDS = "Timeline projects (*.timeline)"


class ProjectKeeper(QObject):
    """One project is open at a time. `failed` carries the sentence of a UserError.

    `leaving` is emitted before a project is closed, so that its view can be kept with it.
    """

    failed = Signal(str)
    leaving = Signal()
    noticed = Signal(str)

    def __init__(
        self,
        model: ProjectModel,
        recent: RecentProjects,
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._recent, self._dialogs = model, recent, dialogs
        # What could not be opened lately, and why.
        self.refused: Path | None = None
        self.refusal: UserError | None = None

    @property
    def recent(self) -> tuple[Path, ...]:
        """The projects opened lately, the latest first."""
        return self._recent.list()

    def fill_recent(self, menu: QMenu) -> None:
        """Let a menu offer the projects opened lately."""
        menu.clear()
        for path in self.recent:
            action = menu.addAction(f"{path.stem}  ({path.parent})")
            action.triggered.connect(lambda _=False, p=path: self.open_path(p))
        menu.setEnabled(bool(self.recent))

    def open_at_start(self, wanted: Path | None) -> bool:
        """Open the project asked for, else the last one, else the user's own.

        A project that cannot be opened is reported and left alone; nothing else is opened in its
        place, so that nobody works in the wrong one unawares.
        """
        return self.open_path(project_at_start(wanted, self._recent))

    def open_path(self, path: Path) -> bool:
        """Open a project, or make an empty one. Returns whether it could be opened.

        The window that has it open already comes to the front, if there is one.
        """
        path = path.absolute()
        if self._model.is_open and self._model.library.path == path:
            return True
        try:
            library = Library.open(path, checks_later=True)
        except ProjectInUse as error:
            if not ring(path):
                self._refuse(path, error)
            else:
                told = f"“{path.name}” is open in another window, which has come to the front."
                self._model.message.emit(told)
            return False
        except UserError as error:
            self._refuse(path, error)
            return False
        self._show(library)
        return True

    def show_copy(self, copy: Library) -> None:
        """Show a copy of a project that is open elsewhere; it is not opened at the next start."""
        self.leaving.emit()
        self._model.open(copy)
        self.noticed.emit(copy.notice)

    def give_up(self, error: DamagedProject) -> None:
        """Close the open project, in which damage was found, without another word to its file."""
        path = self._model.library.path
        self._model.close()
        self._refuse(path, error)

    def _refuse(self, path: Path, error: UserError) -> None:
        self.refused, self.refusal = path, error
        self.failed.emit(str(error))

    def ask_open(self) -> None:
        """Ask for a project and open it."""
        path = self._dialogs.project_to_open(self._folder())
        if path is not None:
            self.open_path(path)

    def ask_new(self) -> None:
        """Ask for a file that is not there yet, and begin a project in it."""
        suggestion = unused_path(self._folder() / f"New project{PROJECT_SUFFIX}")
        path = self._dialogs.file_to_write("New project", suggestion, _KINDS)
        if path is None:
            return
        if path.exists():
            self.failed.emit(f"“{path.name}” is there already. Open it, or choose another name.")
            return
        self.open_path(path)

    def ask_save_copy(self) -> None:
        """Ask for a file and write a copy of the project to it; work goes on in the original."""
        if not self._model.is_open:
            return
        source = self._model.library.path
        suggestion = unused_path(source.with_name(f"{source.stem} copy{PROJECT_SUFFIX}"))
        path = self._dialogs.file_to_write("Save a copy as", suggestion, _KINDS)
        if path is not None and self._try(lambda: self._model.library.save_copy(path)):
            self._model.message.emit(f"Copy saved as {path}")

    def ensure_open(self) -> bool:
        """See that a project is open: a new one in the user's folder when there is none."""
        if self._model.is_open:
            return True
        return self.open_path(unused_path(default_project_path()))

    def _show(self, library: Library) -> None:
        self.leaving.emit()
        self.refused, self.refusal = None, None
        self._model.open(library)
        self._recent.add(library.path)
        self._tell(library)

    def _tell(self, library: Library) -> None:
        """What must be known of a file is told once, or each time that it is only for viewing."""
        notice = library.notice
        if notice and (library.is_read_only or library.read_setting(_TOLD) != notice):
            library.write_setting(_TOLD, notice)
            self.noticed.emit(notice)

    def _folder(self) -> Path:
        return self._model.library.path.parent if self._model.is_open else data_folder()

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except UserError as error:
            self.failed.emit(str(error))
            return False
        return True
