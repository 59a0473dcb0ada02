"""Writes a project's PDF without a window."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from timeline_app import __version__
from timeline_app.cli.progress import ProgressBar
from timeline_app.domain.time import CivilDate
from timeline_app.rendering.pdf import write_pdf
from timeline_app.services.library import Library
from timeline_app.services.printing import print_settings
from timeline_app.services.publishing import build_publication


def write_project_pdf(library: Library, target: Path) -> None:
    """Write the accepted events of a project to `target`. Raises UserError."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a shell may have no display
    application = QGuiApplication.instance() or QGuiApplication([])
    today = datetime.now().astimezone().date()
    publication = build_publication(
        library.project,
        project_name=library.path.name,
        today=CivilDate(today.year, today.month, today.day),
        version=__version__,
    )
    with ProgressBar() as progress:
        write_pdf(publication, target, progress, print_settings(library))
    del application  # Qt draws text only while it lives
