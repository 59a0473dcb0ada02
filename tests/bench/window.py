"""Starts the real program in a process of its own, with the sample article in its project."""

from __future__ import annotations

import json
import os
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import run_python
from timeline_app.resources import seeds_path
from timeline_app.services.importing import add_article
from timeline_app.services.library import Library
from timeline_app.services.reading import find_proposals, read_articles

# Takes the place of the event loop: paints what is shown, lets what was put off happen, and tells
# the time at which a key press would be answered.
_CHILD = """
import json, sys, time
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from tests.bench.peak import peak_megabytes
started = float(sys.argv[1])

def interactive(*_):
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    [window] = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    window.grab()
    shown = time.time() - started
    print(json.dumps({"seconds": shown, "megabytes": peak_megabytes()}), flush=True)
    window.close()
    return 0

QApplication.exec = interactive
from timeline_app.app import main
main([sys.argv[2]])
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds until the window answers, and the most memory the process had, in MB."""

    seconds: float
    megabytes: float


def start_window(project: Path) -> Start:
    """Start the program on a project in a new process, and end it when it is interactive."""
    os.environ["TIMELINE_APP_DATA"] = str(project.parent / "data")
    answer = run_python(_CHILD, str(time.time()), str(project))
    return Start(**json.loads(answer.splitlines()[-1]))


def seed_project(folder: str) -> Path:
    """A new project that holds the sample article and its proposals."""
    path = Path(folder) / "seed.timeline"
    [article] = read_articles(seeds_path("000_621c974184a7e2e5.txt"))
    with closing(Library.open(path)) as library:
        add_article(library, article, find_proposals(article))
    return path
