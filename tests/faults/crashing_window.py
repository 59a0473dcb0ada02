"""Opens a project in the real window, presses keys that decide, and crashes amid a decision.

    python -m tests.faults.crashing_window PROJECT STEPS

Prints a digest of the project after each saved step, and aborts in the slot of the last one.
"""

from __future__ import annotations

import hashlib
import os
import resource
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.faults.decisions import state
from timeline_app.app import make_application, make_window
from timeline_app.domain import ChangeSet
from timeline_app.services.library import Library

_KEYS = (
    Qt.Key.Key_A,
    Qt.Key.Key_BracketRight,
    Qt.Key.Key_X,
    Qt.Key.Key_U,
    Qt.Key.Key_Z,
    Qt.Key.Key_3,
)


def digest(library: Library) -> str:
    """The same for projects that hold the same."""
    return hashlib.sha256(repr(state(library)).encode()).hexdigest()


def main(project: Path, steps: int) -> None:
    """Decide until the crash."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    application = make_application()
    window = make_window(application)
    window.show()
    window.open_at_start(project)
    window.activateWindow()
    library = window.model.library
    saved = 0

    def on_change(_changes: ChangeSet) -> None:
        nonlocal saved
        saved += 1
        sys.stdout.write(f"{digest(library)}\n")
        sys.stdout.flush()
        if saved == steps:
            os.abort()

    library.subscribe(on_change)
    while True:
        for key in _KEYS:
            QCoreApplication.processEvents()
            QTest.keyClick(QApplication.focusWidget() or window, key)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
