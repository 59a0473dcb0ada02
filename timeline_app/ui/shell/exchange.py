"""What leaves the program: formats and printers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.domain import Progress, ReviewStatus, UserError
from timeline_app.layout import DisplayList
from timeline_app.services.printing import print_settings
from timeline_app.services.project_places import require_no_project
from timeline_app.ui.exporting.draft import Draft
from timeline_app.ui.jobs import JobRunner
from timeline_app.ui.project_model import ProjectModel
from timeline_app.ui.shell.dialogs import Dialogs
from timeline_app.ui.theme import Theme

if TYPE_CHECKING:
    from timeline_app.exporters import Exporter
    from timeline_app.ui.exporting.format_dialog import FormatDialog

_FORMAT_KEY = "export_format"
View = Callable[[], DisplayList | None]


class Exchange(QObject):
    """Exports in every format but PDF, and prints.

    `view` gives the drawing that the window shows. `written` carries the path of each new file.
    """

    written = Signal(str)

    def __init__(
        self,
        model: ProjectModel,
        runner: JobRunner,
        dialogs: Dialogs,
        theme: Theme,
        view: View,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._model, self._runner, self._dialogs = model, runner, dialogs
        self._theme, self._view, self._window = theme, view, window
        self.dialog: FormatDialog | None = None

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """The commands by their ids."""
        return {"window.export_as": self.ask_format, "window.print": self.ask_printer}

    def ask_format(self) -> None:
        """Show the formats and what they cannot hold, then ask for a file."""
        if not self._has_accepted("export"):
            return
        # What draws and writes is needed seldom: the window does not wait for it.
        from timeline_app.rendering.drawn_formats import FORMATS
        from timeline_app.ui.exporting.format_dialog import FormatDialog

        if self.dialog is not None:
            self.dialog.deleteLater()
        formats = [exporter for exporter in FORMATS if exporter.key != "pdf"]
        draft = Draft(self._model.library)
        self.dialog = FormatDialog(
            self._theme, self._runner, formats, draft, self._view, self._window
        )
        self.dialog.choose(str(self._model.library.read_setting(_FORMAT_KEY, "")))
        self.dialog.accepted.connect(self._ask_where)
        self._model.opened.connect(self.dialog.reject)
        self.dialog.open()

    def ask_printer(self) -> None:
        """Print the pages of the PDF with the system's dialog."""
        if not self._has_accepted("print"):
            return
        printer = self._dialogs.printer()
        if printer is None:
            return
        from timeline_app.rendering.printing import print_pages

        draft, settings = Draft(self._model.library), print_settings(self._model.library)
        self._run(
            "Printing",
            lambda progress: print_pages(draft.publication, settings, printer, progress),
            None,
        )

    def export(self, exporter: Exporter, path: Path, *, is_whole: bool = False) -> None:
        """Write the project to a file in the worker."""
        from timeline_app.exporters import export_file

        draft = Draft(self._model.library, is_whole=is_whole)
        self._run(
            f"Writing {path.name}",
            lambda progress: export_file(exporter, draft.publication, path, progress),
            path,
        )

    def _ask_where(self) -> None:
        if self.dialog is None:
            return
        exporter, library = self.dialog.exporter, self._model.library
        suggestion = library.path.with_name(library.path.stem + exporter.suffix)
        kinds = f"{exporter.name} (*{exporter.suffix})"
        path = self._dialogs.file_to_write("Export", suggestion, kinds)
        try:
            library.write_setting(_FORMAT_KEY, exporter.key)
            if path is not None:
                require_no_project(path, library.path)
                self.export(exporter, path, is_whole=self.dialog.is_whole)
        except UserError as error:
            self._model.failed.emit(str(error))

    def _run(self, label: str, work: Callable[[Progress], None], path: Path | None) -> None:
        job = self._runner.run(label, work)
        job.finished.connect(lambda _: self._tell(path))
        job.failed.connect(self._fail)

    def _has_accepted(self, verb: str) -> bool:
        if not self._model.is_open:
            return False
        if self._model.library.project.chronological(ReviewStatus.ACCEPTED):
            return True
        self._model.failed.emit(f"Nothing is accepted yet, so there is nothing to {verb}.")
        return False

    def _tell(self, path: Path | None) -> None:
        if path is None:
            self._model.message.emit("Printed")
            return
        self.written.emit(str(path))
        self._model.message.emit(f"Exported to {path}")

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._model.failed.emit(str(error))
