"""Exporting the timeline as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.domain import Progress, ReviewStatus, UserError
from timeline_app.services.printing import keep_print_settings, print_settings
from timeline_app.services.project_places import require_no_project
from timeline_app.ui.exporting.draft import Draft
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.dialogs import Dialogs
from timeline_app.ui.theme import Theme

if TYPE_CHECKING:
    from timeline_app.ui.exporting.print_dialog import PrintDialog


class PdfExporter(QObject):
    """Asks for a file and writes it in the worker; `failed` carries a sentence."""

    failed = Signal(str)
    written = Signal(str)

    def __init__(
        self,
        model: ProjectModel,
        runner: JobRunner,
        dialogs: Dialogs,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._model, self._runner, self._dialogs = model, runner, dialogs
        self._theme, self._window = theme, window
        self.dialog: PrintDialog | None = None

    def ask(self) -> None:
        """Show the pages as they will be, and export them when the researcher agrees."""
        if not self._model.is_open:
            return
        if not self._model.library.project.chronological(ReviewStatus.ACCEPTED):
            self.failed.emit("Nothing is accepted yet, so there is nothing to export.")
            return
        from timeline_app.ui.exporting.print_dialog import PrintDialog

        if self.dialog is not None:
            self.dialog.deleteLater()
        settings = print_settings(self._model.library)
        draft = Draft(self._model.library)
        self.dialog = PrintDialog(self._theme, self._runner, draft, settings, self._window)
        self.dialog.accepted.connect(self._ask_where)
        self._model.opened.connect(self.dialog.reject)
        self.dialog.open()

    def _ask_where(self) -> None:
        if self.dialog is None:
            return
        library, settings = self._model.library, self.dialog.settings
        suggestion = library.path.with_suffix(".pdf")
        path = self._dialogs.file_to_write("Export PDF", suggestion, "PDF (*.pdf)")
        try:
            keep_print_settings(library, settings)
            if path is not None:
                require_no_project(path, library.path)
                self.export(path)
        except UserError as error:
            self.failed.emit(str(error))

    def export(self, path: Path) -> None:
        """Write the accepted events to a file, with what was chosen last for paper."""
        # Paper is needed seldom: the window does not wait for it.
        from timeline_app.rendering.pdf import write_pdf

        draft, settings = Draft(self._model.library), print_settings(self._model.library)

        def write(progress: Progress) -> None:
            write_pdf(draft.publication, path, progress, settings)

        job = self._runner.run(f"Writing {path.name}", write)
        job.finished.connect(lambda _: self._tell(path))
        job.failed.connect(self._fail)

    def _tell(self, path: Path) -> None:
        self.written.emit(str(path))
        self._model.message.emit(f"Exported to {path}")

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(str(error))
