"""Brings the window that has a project open to the front when the program is started again.

A file is the bell, and not a socket: the program has no part that could reach a network. Each
window says by a small file in the user's own folder which project it shows; who wants that window
lays a second one beside it, and the window takes it away when it has come to the front.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from timeline_app.services.project_places import data_folder

_PATIENCE = 1.0  # seconds; a window that works answers in some milliseconds
_PAUSE = 0.02


class Doorbell(QObject):
    """The bell of one window. `rung` says that the window is wanted at the front."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._answer)
        self._project: Path | None = None

    def listen(self, project: Path) -> None:
        """Answer from now on for a project, and for no other; it has to be open in this process."""
        self.leave()
        with suppress(OSError):
            _folder().mkdir(parents=True, exist_ok=True)
            _call_for(project).unlink(missing_ok=True)
            _plate_of(project).write_text(str(os.getpid()), encoding="ascii")
            self._watcher.addPath(str(_folder()))
            self._project = project

    def leave(self) -> None:
        """Answer no longer."""
        if self._project is not None:
            with suppress(OSError):
                _plate_of(self._project).unlink(missing_ok=True)
        self._project = None

    def _answer(self) -> None:
        call = None if self._project is None else _call_for(self._project)
        if call is not None and call.exists():
            with suppress(OSError):
                call.unlink(missing_ok=True)
            self.rung.emit()


def ring(project: Path) -> bool:
    """Ask the window that has a project open to come to the front; returns whether it has.

    Waits a second at most, and not at all where no such window is. One that was killed answers
    nothing.
    """
    try:
        if not _is_at_home(project):
            return False
        call = _call_for(project)
        call.touch()
        until = time.monotonic() + _PATIENCE
        while call.exists() and time.monotonic() < until:
            time.sleep(_PAUSE)
        is_answered = not call.exists()
        call.unlink(missing_ok=True)
    except OSError:
        return False
    return is_answered


def _is_at_home(project: Path) -> bool:
    import psutil

    try:
        process = int(_plate_of(project).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return False
    return process != os.getpid() and psutil.pid_exists(process)


def _folder() -> Path:
    return data_folder() / "windows"


def _plate_of(project: Path) -> Path:
    return _folder() / f"{_key(project)}.open"


def _call_for(project: Path) -> Path:
    return _folder() / f"{_key(project)}.call"


def _key(project: Path) -> str:
    return sha256(str(project.resolve()).encode(errors="surrogatepass")).hexdigest()[:16]
