"""Exporting the timeline as a PDF."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from timeline_app import __version__
from timeline_app.domain import Progress, ReviewStatus, UserError
from timeline_app.domain.time import CivilDate
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.dialogs import Dialogs


class PdfExporter(QObject):
    """Asks for a file and writes it in the worker; `failed` carries a sentence."""

    failed = Signal(str)
    written = Signal(str)

    def __init__(
        self, model: ProjectModel, runner: JobRunner, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._runner, self._dialogs = model, runner, dialogs

    def ask(self) -> None:
        """Ask where to, and export."""
        if not self._model.is_open:
            return
        if not self._model.library.project.chronological(ReviewStatus.ACCEPTED):
            self.failed.emit("Nothing is accepted yet, so there is nothing to export.")
            return
        suggestion = self._model.library.path.with_suffix(".pdf")
        path = self._dialogs.file_to_write("Export PDF", suggestion, "PDF (*.pdf)")
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the accepted events to a file."""
        # Paper is needed seldom: the window does not wait for it.
        from timeline_app.rendering.pdf import write_pdf
        from timeline_app.services.publishing import build_publication

        library, today = self._model.library, datetime.now(UTC).astimezone()
        publication = build_publication(
            library.project,
            project_name=library.path.name,
            today=CivilDate(today.year, today.month, today.day),
            version=__version__,
        )

        def write(progress: Progress) -> None:
            write_pdf(publication, path, progress)

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
