"""A check of the whole way, for a packaged program: read, accept, export, reopen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from timeline_app.domain import ReviewStatus, UserError
from timeline_app.resources import seeds_path
from timeline_app.services.importing import add_article
from timeline_app.services.incoming import Incoming
from timeline_app.services.library import Library
from timeline_app.services.project_places import data_folder
from timeline_app.services.review import accept_all_dated
from timeline_app.ui.shell.main_window import MainWindow


def run_smoke(make_window: Callable[[], MainWindow]) -> int:
    """Walk the whole way in a folder of its own; prints one line, returns 0 or 1."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TIMELINE_APP_DATA"] = folder
        try:
            click.echo(_walk(make_window()))
        except UserError as error:
            click.echo(f"smoke: failed: {error}", err=True)
            return 1
    return 0


def _walk(window: MainWindow) -> str:
    project = data_folder() / "smoke.timeline"
    library = Library.open(project)
    seed = Incoming("file", str(min(seeds_path().glob("*.txt"))))
    found = window.readers.pool.read(seed, library.project.preferences, window.proposers)
    for complaint in found.complaints:  # a program that lacks its model was packaged wrongly
        raise UserError(complaint)
    [(article, proposals)] = found.articles
    add_article(library, article, proposals)
    accept_all_dated(library)
    library.close()
    window.open_at_start(project)
    accepted = len(window.model.library.project.chronological(ReviewStatus.ACCEPTED))
    pdf = project.with_suffix(".pdf")
    size = _export(window, pdf)
    window.close()
    if not accepted or not size:
        raise UserError("nothing was accepted, or the PDF is empty")
    reopened = Library.open(project)
    kept = len(reopened.project.chronological(ReviewStatus.ACCEPTED))
    reopened.close()
    if kept != accepted:
        raise UserError(f"{accepted} events were accepted, {kept} came back")
    return f"smoke: ok, {accepted} events, PDF of {size} bytes"


def _export(window: MainWindow, pdf: Path) -> int:
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    window.runner.started.connect(lambda job: job.ended.connect(loop.quit))
    window.exporter.export(pdf)
    loop.exec()
    return pdf.stat().st_size if pdf.is_file() else 0
