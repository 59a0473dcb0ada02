"""What happens when the program has a bug: it is written down, told once, and work goes on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

_log = logging.getLogger("timeline_app")


class CrashReporter(QObject):
    """Takes over `sys.excepthook`, for all threads, until `uninstall`."""

    _raised = Signal(str)

    def __init__(self, log_file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.box: QMessageBox | None = None
        self._handler = logging.FileHandler(log_file, encoding="utf-8", delay=True)
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        self._raised.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to watch."""
        _log.addHandler(self._handler)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        _log.removeHandler(self._handler)
        self._handler.close()

    def _on_error(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _log.error(details)
        self._raised.emit(details)

    def _on_thread_error(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self._on_error(failure.exc_type, failure.exc_value, failure.exc_traceback)

    @Slot(str)
    def _tell(self, details: str) -> None:
        if self.box is not None:
            return
        box = QMessageBox(self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            "The program made a mistake. What was saved is safe; the last step may be missing."
        )
        copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.setDetailedText(details)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        box.finished.connect(self._forget)
        self.box = box
        box.open()

    @Slot()
    def _forget(self) -> None:
        if self.box is not None:
            self.box.deleteLater()
            self.box = None
