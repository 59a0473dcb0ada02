"""Events on the clipboard, and as what is dragged out of the window."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from timeline_app.ui.project_model import ProjectModel

_HTML, _JSON = "text/html", "application/json"


def copy_events(model: ProjectModel, event_ids: Collection[int]) -> None:
    """Put events on the clipboard as text, as a table in HTML and as JSON, and say so."""
    if not event_ids:
        return
    QGuiApplication.clipboard().setMimeData(mime_of(model, event_ids))
    number = len(event_ids)
    model.message.emit("Copied 1 event" if number == 1 else f"Copied {number:,} events")


def copy_chosen(model: ProjectModel) -> None:
    """Copy the selected events, or where none is selected the current one."""
    current = () if model.current_event is None else (model.current_event,)
    copy_events(model, model.selection or current)


def mime_of(model: ProjectModel, event_ids: Collection[int]) -> QMimeData:
    """Events in every form that other programs may take."""
    # Publishing loads what the window does not wait for.
    from timeline_app.exporters.snippets import as_html_table, as_json, as_text
    from timeline_app.services.publishing import build_excerpt

    excerpt = build_excerpt(model.library.project, event_ids)
    mime = QMimeData()
    mime.setText(as_text(excerpt))
    mime.setData(_HTML, as_html_table(excerpt).encode())
    mime.setData(_JSON, as_json(excerpt).encode())
    return mime


def file_mime_of(model: ProjectModel, event_ids: Collection[int], folder: Path) -> QMimeData:
    """The same with a file beside it: a table, which is written into `folder`."""
    from timeline_app.exporters import export_file
    from timeline_app.exporters.csv_table import CsvExporter
    from timeline_app.services.publishing import build_excerpt

    mime, excerpt = mime_of(model, event_ids), build_excerpt(model.library.project, event_ids)
    path = folder / f"{model.library.path.stem} events{CsvExporter.suffix}"
    export_file(CsvExporter(), excerpt, path)
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime
