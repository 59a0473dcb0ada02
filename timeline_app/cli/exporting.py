"""Writes a project in any of the formats, without a window."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app import __version__
from timeline_app.cli.progress import ProgressBar
from timeline_app.domain import UserError
from timeline_app.domain.time import CivilDate
from timeline_app.exporters import Exporter, PrintSettings, export_file
from timeline_app.exporters.registry import EXPORTERS, exporter_called, exporter_for
from timeline_app.services.library import Library
from timeline_app.services.publishing import build_publication

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def choose_exporter(
    target: Path, key: str | None, width: int | None, settings: PrintSettings
) -> Exporter:
    """The exporter that a key names, or else the suffix of the file.

    `width` is that of a picture, `settings` those of paper. Raises UserError when there is none.
    """
    found = exporter_called(key) if key else exporter_for(target)
    # Qt is loaded for what is drawn alone: a machine may lack what it needs.
    return found or _drawn(target, key, width, settings)


def _drawn(target: Path, key: str | None, width: int | None, settings: PrintSettings) -> Exporter:
    from timeline_app.rendering.drawn_formats import FORMATS, PdfExporter, PictureExporter

    found = exporter_called(key, FORMATS) if key else exporter_for(target, FORMATS)
    if found is None:
        keys = ", ".join(exporter.key for exporter in FORMATS)
        asked = f"There is no format “{key}”." if key else f"“{target.name}” names no format."
        raise UserError(f"{asked} Choose one with --format: {keys}.")
    if isinstance(found, PictureExporter) and width is not None:
        return replace(found, width=float(width))
    return replace(found, settings=settings) if isinstance(found, PdfExporter) else found


def export_project(
    library: Library,
    target: Path,
    exporter: Exporter,
    *,
    is_whole: bool,
    tell: Callable[[str], None],
) -> None:
    """Write a project to `target`; `tell` is called with what the format cannot hold.

    Raises UserError.
    """
    today = datetime.now().astimezone().date()
    publication = build_publication(
        library.project,
        project_name=library.path.name,
        today=CivilDate(today.year, today.month, today.day),
        version=__version__,
        is_whole=is_whole,
    )
    for sentence in exporter.losses(publication):
        tell(sentence)
    with _application(exporter), ProgressBar() as progress:
        export_file(exporter, publication, target, progress)


def _application(exporter: Exporter) -> AbstractContextManager[QGuiApplication | None]:
    """What lets Qt draw, for as long as it is held; nothing where nothing is drawn."""
    if exporter in EXPORTERS:
        return nullcontext()
    from PySide6.QtGui import QGuiApplication

    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a shell may have no display
    running = QGuiApplication.instance()
    return nullcontext(running if isinstance(running, QGuiApplication) else QGuiApplication([]))
